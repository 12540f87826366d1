/** A comparison and timelines whose reading is known beforehand, for the tests that ask browser and PDF how they are read aloud. */
import { timelines } from './browser/timelines.js';

const columns = ['Alpha', 'Beta', 'Gamma', 'Year'];
const groups: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Numbers: [
    ['Time', '12', '10', '30', '2020'],
    ['Rate ↑', '1554', '1547', '3', '2021'],
  ],
  Words: [
    ['Licence', 'free', 'closed', 'shared', '2015'],
    ['Export', 'yes', 'no', 'partial', '2016'],
    ['Import', 'planned', 'n/a', '?', '2017'],
  ],
  People: Array.from({ length: 11 }, (_, row) => [
    `City ${row}`,
    ...columns.map((_name, column) => String(101 + row * 10 + column)),
  ]),
};
const verdict = ['Verdict', 'Solid', 'Fast', 'Cheap', 'n/a'];
const writeRow = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

const table = [
  writeRow(['Criterion', 'Alpha', 'Beta', 'Gamma', '*Year*']),
  writeRow(Array.from({ length: 5 }, () => '-')),
  ...Object.entries(groups).flatMap(([name, rows]) => [
    writeRow([`**${name}**`, '', '', '', '']),
    ...rows.map((row) => writeRow(row)),
  ]),
  writeRow(['**Verdict**', ...verdict.slice(1)]),
].join('\n');

/** What is heard at a cell: its group, its row, its column, its words. */
export interface HeardCell {
  /** Nothing for the verdict, which stands under no group. */
  readonly group: string | undefined;
  readonly row: string;
  readonly column: string;
  readonly words: string;
}

const heardIn = (group: string | undefined, rows: readonly (readonly string[])[]): HeardCell[] =>
  rows.flatMap(([row = '', ...cells]) =>
    cells.map((words, index) => ({ group, row: row.replace(' ↑', ''), column: columns[index] ?? '', words })),
  );

/** What is heard at each cell, in order. */
export const heardCells: readonly HeardCell[] = [
  ...Object.entries(groups).flatMap(([name, rows]) => heardIn(name, rows)),
  ...heardIn(undefined, [verdict]),
];

/** Words for who cannot see the marks, by what they stand beside. */
export const hiddenWords: Readonly<Record<string, string>> = {
  '1554': 'best in row',
  '?': 'unknown',
  Beta: '(in focus)',
  Rate: 'higher is better',
};

const history = timelines['the worked example'] ?? '';
const sixty = (timelines['sixty events over forty years'] ?? '').replace(' overview', '');
const lanes = timelines['four lanes'] ?? '';

/** The deck: a table of two slides, the worked timeline, one that is cut, one of four lanes. */
export const deck = `## The table

:::comparison[Read aloud]{highlight=auto focus=Beta}

${table}

Source: a test.

:::

---

## The history

${history}

---

## Sixty

${sixty}

---

## Lanes

${lanes}
`;

/** What is heard of the timelines, in order: the names of lanes, and each event's first words. */
export const heardEvents: readonly string[] = [history, sixty, lanes].flatMap((timeline) => {
  const lines = timeline.split('\n').filter((line) => /^(?:### |- )/.test(line));
  const eras = lines.indexOf('### Eras');
  // Eras are the ground on which the events stand, and are heard before them.
  const ordered = eras < 0 ? lines : [...lines.slice(eras + 1), ...lines.slice(0, eras)];
  return ordered.map((line) => line.replace(/^(?:### |- \*\*.*?\*\* )/, '')).map(plainWords);
});

/** The words of a title without Markdown and white space, up to where its text begins. */
function plainWords(markdown: string): string {
  return toLetters(markdown.replace(/ — .*/, '').replaceAll(/\[\^[^\]]*\]/g, ''));
}

/** Letters and digits alone: lines of a label are joined without a space in a PDF. */
export function toLetters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}
