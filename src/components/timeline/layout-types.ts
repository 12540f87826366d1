/** The types of a finished layout, in px of the drawing: what `layout.ts` leaves, and all that is drawn from. */

/** Where everything in the drawing stands. Lanes and eras are parallel to the node's. */
export interface TimelineLayout {
  /** Flags on a level axis, rows on an upright one, or cards. */
  readonly form: 'flags' | 'rows' | 'cards';
  /** Whether rows stand on both sides of the axis. */
  readonly facing: boolean;
  /** Size of the labels' text in px. */
  readonly textSize: number;
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly LaneLayout[];
  readonly eras: readonly EraLayout[];
  /** Strokes of the axis, broken where time is left out; a layout of cards has one for each row. */
  readonly axes: readonly Stroke[];
  /** Short strokes across the axis. */
  readonly ticks: readonly Stroke[];
  /** Pairs of slanted strokes where time is left out. */
  readonly breaks: readonly Point[];
  /** Hairlines through all lanes, and the lines that the lanes' marks stand on. */
  readonly rules: readonly Stroke[];
  readonly laneLines: readonly Stroke[];
  /** Words of the axis: its numbers, "8 years" at a break, "not to scale". */
  readonly words: readonly AxisWords[];
  readonly now: NowMarker | undefined;
  /** What the axis is in proportion to. */
  readonly scale: 'time' | 'collapsed' | 'even';
  /** The whole time under one part of it. */
  readonly strip: StripLayout | undefined;
}

/** A place. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A straight line. */
export interface Stroke {
  readonly from: Point;
  readonly to: Point;
}

/** Words that belong to the axis. */
export interface AxisWords {
  readonly kind: 'tick' | 'break' | 'elapsed' | 'scale';
  readonly text: string;
  /** Middle of the words; their left edge where they are `elapsed`, their right edge for `scale` on a level axis, their left one on an upright one. */
  readonly x: number;
  readonly y: number;
}

/** The line of today. */
export interface NowMarker {
  readonly line: Stroke | undefined;
  /** Where its label stands: the line's place, and which side of it. */
  readonly x: number;
  readonly y: number;
  readonly side: Side;
  readonly width: number;
}

/** Which side of its place a label hangs on. */
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

/** A band and the place of its label. */
export interface EraLayout {
  /** Absent where the era is not in sight. */
  readonly band: (Span & { readonly top: number; readonly bottom: number }) | undefined;
  /** Absent where it is not in sight. */
  readonly label: { readonly left: number; readonly top: number; readonly width: number } | undefined;
}

/** One lane. */
export interface LaneLayout {
  /** Where its name stands. */
  readonly name: Point;
  /** A mark before the name, where it is a key to the marks. */
  readonly key: Point | undefined;
  /** Marks whose label was left out, and where their count stands. */
  readonly unlabelled: number;
  readonly count: Point;
  readonly events: readonly EventLayout[];
}

/** One event: a mark, perhaps a bar or a whisker, perhaps a label on a leader. */
export interface EventLayout {
  /** Exactly where the event is on the axis. Nothing when it lies outside. */
  readonly mark: Point | undefined;
  /** A range as a bar beside its lane's line. */
  readonly bar: BarLayout | undefined;
  /** The interval of a date that is not exact to a hair. */
  readonly whisker: Stroke | undefined;
  readonly label: LabelPlace | undefined;
  /** Lines from the mark to the label, interrupted where they would run through a number of the axis. */
  readonly leader: readonly (readonly Point[])[];
}

/** A range on the axis. */
export interface BarLayout extends Span {
  /** Middle of its height, or its place across an upright axis. */
  readonly y: number;
  /** Whether an end is not known, and fades out. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** Whether it goes on before or after what is shown: drawn with an arrow. */
  readonly cutStart: boolean;
  readonly cutEnd: boolean;
}

/** Where the words of an event stand. */
export interface LabelPlace {
  /** The edge that the label begins at: its left one when it hangs to the right. */
  readonly x: number;
  readonly side: Side;
  readonly top: number;
  /** Width of the text. */
  readonly width: number;
}

/** The whole time as a line at the foot, the present part marked. */
export interface StripLayout {
  readonly y: number;
  readonly line: Span;
  readonly current: Span;
  /** Every event as a short stroke. */
  readonly events: readonly number[];
  /** What stands at its two ends. */
  readonly from: string;
  readonly to: string;
}
