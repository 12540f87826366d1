/** The types of a finished layout, in px of the drawing: what `layout.ts` leaves, and all that is drawn from. */

/** Where everything in the drawing stands. Rows and eras are parallel to the node's lanes and eras. */
export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  /** Height at which the axis with its ticks is drawn. */
  readonly axis: number;
  /** How far under the axis its numbers stand. */
  readonly tickTop: number;
  readonly rows: readonly RowLayout[];
  /** Bands with the width and the lines of their labels. */
  readonly eras: readonly (Span & { readonly width: number; readonly lines: number })[];
  readonly ticks: readonly Tick[];
  readonly now: NowMarker | undefined;
  /** Whether events are spaced evenly instead of in proportion to time. */
  readonly even: boolean;
}

/** The line of today. */
export interface NowMarker {
  readonly x: number;
  readonly side: Side;
  readonly width: number;
  readonly labelTop: number;
}

/** Which side of its leader a label hangs on. */
export type Side = 'left' | 'right';

/** From left to right. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** A rectangle: near and far are distances from the lane's own line, so both sides of an axis are one case. */
export interface Box extends Span {
  readonly near: number;
  readonly far: number;
}

/** One lane. */
export interface RowLayout {
  /** Height of the line its marks stand on. */
  readonly baseline: number;
  /** -1: labels above the line, 1: below. */
  readonly direction: -1 | 1;
  readonly nameTop: number;
  /** Marks whose label was left out. */
  readonly unlabelled: number;
  readonly events: readonly EventLayout[];
}

/** One event: a mark, perhaps a bar or a whisker, perhaps a flag. */
export interface EventLayout {
  /** Exactly where the event is on the axis. Nothing when it lies outside. */
  readonly x: number | undefined;
  /** A range as a bar; `level` counts bars that lie over one another. */
  readonly bar:
    | (Span & { readonly level: number; readonly openStart: boolean; readonly openEnd: boolean })
    | undefined;
  /** The interval of a date that is not exact to a hair. */
  readonly whisker: Span | undefined;
  readonly flag: Flag | undefined;
}

/** A label on its leader. */
export interface Flag {
  /** Where the leader stands; differs from the mark's place when it has an elbow. */
  readonly leader: number;
  readonly side: Side;
  /** Width of the text. */
  readonly width: number;
  readonly top: number;
  /** Height at which the leader ends. */
  readonly tip: number;
  /** The heights between which the leader goes aside. */
  readonly elbow: readonly [number, number];
}

/** One division of the axis, with its label if there is room. */
export interface Tick {
  /** Nothing when only the label is in sight. */
  readonly x: number | undefined;
  readonly label: TickLabel | undefined;
}

/** The text at a tick, or between two. */
export interface TickLabel {
  readonly x: number;
  readonly text: string;
  readonly width: number;
  /** Whether a leader would run through it: the leader is then interrupted. */
  readonly crossed?: boolean;
}
