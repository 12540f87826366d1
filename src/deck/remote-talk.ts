/** The talk as the page on stage tells it, and as phones see it. Types alone, for server and pages. */

/** A slide by its content, and the last of its steps that is shown; -1 is none. */
export interface StageSlide {
  readonly key: string;
  readonly step: number;
}

/** The time of a talk at one moment, in seconds. */
export interface StageTime {
  readonly elapsed: number;
  readonly onSlide: number;
  readonly running: boolean;
  /** How long the talk may take; 0 when nobody said. */
  readonly total: number;
  /** The plan of what was before this slide, of this slide, and of what is to come. */
  readonly plan: readonly [before: number, slide: number, after: number];
}

/** Where the talk is. */
export interface StageState {
  readonly current: StageSlide;
  readonly next: StageSlide | undefined;
  readonly number: number;
  readonly total: number;
  readonly black: boolean;
  /** The audience sees a still picture while the talk goes on. */
  readonly still: boolean;
  readonly time: StageTime;
}

/** What a page on stage sends. */
export interface StageReport extends StageState {
  /** Which of the pages that show the deck it is. */
  readonly page: string;
  /** It was only asked; it did not move. */
  readonly asked: boolean;
}

/** A slide as phones get it, without its notes. */
export interface RemoteSlide {
  readonly html: string;
  readonly step: number;
}

/** What followers are told: the slide that is shown, and nothing that is to come. */
export interface FollowerView {
  /** Absent while the screen is black. */
  readonly slide: RemoteSlide | undefined;
  readonly number: number;
  readonly total: number;
}

/** What the clicker is told. */
export interface ClickerView extends Pick<StageState, 'number' | 'total' | 'black' | 'still' | 'time'> {
  readonly slide: RemoteSlide;
  readonly next: RemoteSlide | undefined;
  /** HTML of the notes; empty when there are none. */
  readonly notes: string;
}

/** What a phone may be: it moves the talk, or it follows. */
export type RemoteRole = 'clicker' | 'follower';

/** What a clicker asks for. */
export type RemoteAction = 'next' | 'back' | 'black' | 'pause';

/** How slides look on a phone. */
export interface RemoteLook {
  readonly styles: readonly string[];
  readonly lang: string;
  readonly dir: string;
  readonly width: number;
  readonly height: number;
}

/** One of the two ways in, as the speaker is shown it. */
export interface RemoteDoor {
  readonly address: string;
  readonly code: string;
  /** The address as a QR code: a path of squares of 1, and how many lie beside each other. */
  readonly squares: string;
  readonly size: number;
  /** Too many wrong codes were tried: nobody new comes in. */
  readonly locked: boolean;
  readonly connected: number;
}

/** What pages of the speaker are told of the phones. */
export type RemoteDoors = Readonly<Record<RemoteRole, RemoteDoor>>;
