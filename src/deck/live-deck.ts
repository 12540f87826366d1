/** The deck as a page that follows it knows it: what server and page tell each other. Types alone, for both sides. */

/** A slide of the outline: what it shows by its key, and where it is written. */
export interface LiveSlide {
  readonly key: string;
  readonly file: string;
  readonly line: number;
}

/** What a page is told of the document around its slides. */
export interface LiveShell {
  readonly title: string;
  readonly lang: string;
  readonly dir: string;
  /** Data attributes of the element that holds the slides. */
  readonly data: Readonly<Record<string, string>>;
}

/** All of a page: what one that missed something asks for. */
export interface DeckState {
  /** All of the rest in a word. */
  readonly hash: string;
  /** Slides in order, those of a stack together. */
  readonly outline: readonly (LiveSlide | readonly LiveSlide[])[];
  /** HTML of slides by their keys. */
  readonly slides: Readonly<Record<string, string>>;
  readonly styles: readonly string[];
  readonly shell: LiveShell;
}

/** The way from one build to the next: only slides that are new; what is absent is as before. */
export interface DeckUpdate extends Pick<DeckState, 'hash' | 'outline' | 'slides'> {
  /** The build it starts from. */
  readonly from: string;
  readonly styles?: readonly string[] | undefined;
  readonly shell?: LiveShell | undefined;
}

/** What a page is told when it connects. */
export interface Hello {
  readonly hash: string;
  /** The scripts of the page by their content: a page with others must load anew. */
  readonly scripts: string;
  /** Whether the page is to tell how long its slides take. */
  readonly rehearsing?: boolean | undefined;
}

/** A mistake as the page shows it. */
export interface LiveProblem {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly reason: string;
  readonly note?: string | undefined;
  readonly ruleId?: string | undefined;
  readonly frame?: CodeFrame | undefined;
}

/** Lines around a mistake, and which part of which line it is about. */
export interface CodeFrame {
  /** Number of the first line. */
  readonly first: number;
  readonly lines: readonly string[];
  /** Index of the line, and columns in it, counted from 0. */
  readonly mark: { readonly line: number; readonly from: number; readonly to: number };
}

/** What is wrong with the deck as it is on the disk. */
export interface Problems {
  readonly problems: readonly LiveProblem[];
  /** Whether the page shows an earlier deck because of them, and can be asked for this one. */
  readonly waiting: boolean;
}
