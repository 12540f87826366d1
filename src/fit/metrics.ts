/** What the theme's styles say of every block's size: the one mirror of `themes/base/*.css`, held to it by a test in a browser. */

/** Font size in px at a fit of 1, line height as a multiple of it, margins in em of it. */
export interface TextMetrics {
  readonly size: number;
  readonly line: number;
  readonly above: number;
  readonly below: number;
  readonly family: 'sans' | 'display' | 'mono';
  readonly weight: 400 | 600;
  readonly italic?: boolean;
}

const sans = { family: 'sans', weight: 400, above: 0, below: 0 } as const;

/** Text of every kind (`text.css`, `lists.css`, `figures.css`, `callouts.css`). */
export const texts = {
  text: { ...sans, size: 24, line: 1.42, below: 0.75 },
  nested: { ...sans, size: 21, line: 1.42 },
  heading: { size: 26, line: 1.2, above: 1.1, below: 0.45, family: 'display', weight: 600 },
  deepHeading: { size: 21, line: 1.3, above: 1.1, below: 0.45, family: 'sans', weight: 600 },
  quote: { size: 30, line: 1.32, above: 0, below: 0.75, family: 'display', weight: 400, italic: true },
  largeQuote: { size: 50, line: 1.22, above: 0, below: 0, family: 'display', weight: 400, italic: true },
  attribution: { ...sans, size: 21, line: 1.4, above: 0.5 },
  largeAttribution: { ...sans, size: 24, line: 1.4, above: 20 / 24 },
  caption: { ...sans, size: 20, line: 1.35, above: 0.6 },
  calloutTitle: { ...sans, size: 20, line: 1.42, below: 0.2 },
  cell: { ...sans, size: 21, line: 1.34 },
  head: { ...sans, size: 20, line: 1.34 },
  subjectHead: { ...sans, size: 26, line: 1.12, family: 'display', weight: 600 },
  lead: { ...sans, size: 26, line: 1.42, below: 0.75 },
  agenda: { ...sans, size: 26, line: 1.25, family: 'display', weight: 600 },
  agendaNested: { ...sans, size: 20, line: 1.42 },
} as const satisfies Readonly<Record<string, TextMetrics>>;

/** Lists, in em of the item: indent (wider for two digits), distance of items, of nested lists and of paragraphs inside. */
export const lists = {
  indent: 1.3,
  wideIndent: 1.75,
  below: 0.5,
  nestedBelow: 0.28,
  nestedAbove: 0.35,
  paragraph: 0.3,
};

/** Tables: padding of cells in em, across in em, rules in px; up to `airyRows` rows have more air. */
export const tables = {
  down: 0.5,
  airyDown: 0.68,
  airyRows: 5,
  headBelow: 0.6,
  across: 1.4,
  rule: 2,
  hairline: 1,
  below: 0.75,
};

/** Code: sizes in px, largest first; padding in em; the head with a title in px. */
export const codes = {
  sizes: [20, 18, 16],
  line: 1.46,
  across: 2,
  down: 1.5,
  below: 0.75,
  afterHeading: 0.6,
  titleSize: 16,
  titleHeight: 16 * 1.35 + 0.8 * 16 + 1,
} as const;

/** Pictures: the highest they become in px, with and without a caption; the distance below in em of the text. */
export const pictures = { most: 520, mostWithCaption: 470, below: 0.75, floatWidth: 0.46, floatGap: 48 };

/** Callouts in em of the text: padding, the mark's gutter; two hairlines. */
export const callouts = {
  padding: 0.62 + 0.68,
  gutter: 1.75,
  below: 1,
  afterText: 1,
  inItem: { above: 0.5, below: 0.8 },
  rules: 2,
};

/** Columns: the gap in px; a heading in one is ruled off. Distances in em. */
export const columns = { gap: 48, headingBelow: 0.6, headingPadding: 0.36, headingRule: 2, following: 0.75 };

/** Two columns that blocks run through. */
export const flowing = { gap: 56 };

/** Agenda: padding of an item in px above and below, its hairline, the rule over all. */
export const agendas = { padding: 24, hairline: 1, rule: 2, nestedAbove: 6 };

/** What follows a table, a drawing or columns keeps off it, in em. */
export const afterDrawing = 1.05;

/** No content becomes smaller than this, in px. */
export const leastSize = 16;

/** Width of a drawing that names none, in px: wider than any slide. */
export const unbounded = 10_000;
