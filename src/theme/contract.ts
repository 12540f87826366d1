/** THE table of the tokens that a theme assigns, and which text stands on which ground; `themes/README.md` says it to people. */

/** Grounds on which text of any kind may stand. */
const grounds = ['ground', 'panel', 'highlight'] as const;

/** The chart palette: a subject of comparisons and timelines keeps its colour through a deck. */
export const subjectTokens = [1, 2, 3, 4, 5, 6].map((number) => `subject-${number}`);

/** Quiet grounds in the subjects' colours. */
export const tintTokens = subjectTokens.map((name) => `${name}-tint`);

const textTokens = ['ink', 'soft', 'faint', 'mark'];

const codeTokens = ['keyword', 'string', 'number', 'comment', 'title', 'type', 'attribute', 'deletion'].map(
  (name) => `code-${name}`,
);

/** Colours that every theme assigns, as `#rrggbb`, by their names without `--lectern-`. */
export const colourTokens: readonly string[] = [
  ...grounds,
  ...textTokens,
  'line',
  'hair',
  ...subjectTokens,
  ...tintTokens,
  ...codeTokens,
];

/** Colours that a theme may assign. */
export const optionalTokens: readonly string[] = ['letterbox'];

/** Voices, each with the faces of the package that may speak it. */
export const fontTokens: Readonly<Record<string, readonly string[]>> = {
  'font-display': ['Lectern Display'],
  'font-sans': ['Lectern Sans', 'Lectern Serif'],
  'font-mono': ['Lectern Mono'],
};

/** Which text meets which ground. */
export const contrastPairs: readonly (readonly [text: string, ground: string])[] = [
  ...cross(textTokens, [...grounds, ...tintTokens]),
  ...cross(subjectTokens, ['ground', 'panel']),
  ...subjectTokens.map((name) => [name, `${name}-tint`] as const),
  ...cross(codeTokens, grounds),
];

/** What text must have to be read: WCAG 2, level AA. */
export const leastContrast = 4.5;

function cross(texts: readonly string[], below: readonly string[]): (readonly [string, string])[] {
  return texts.flatMap((text) => below.map((ground) => [text, ground] as const));
}
