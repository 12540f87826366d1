/** Takes a comparison that could be read and reports what its author probably did not mean. Changes nothing. */
import type { Root } from 'mdast';
import { EXIT, visit } from 'unist-util-visit';
import { report } from '../../diagnostics/report.js';
import type { NumberLocale } from '../../values/number-format.js';
import { findNumberLocale, writeNumber } from '../../values/number-format.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { isSource, readContainer } from '../container.js';
import { checkRanking } from './check-ranking.js';
import { isDetached } from './check-table.js';
import { bodyRows, type Cell, type Comparison, type ComparisonNode, notesOf, type Row } from './node.js';
import { directionOf } from './winners.js';

const mostSubjects = 6;

/** Report names, groups, empty cells, numbers without source, and what the ranking finds. */
export function checkComparison(
  node: Comparison,
  directive: ComponentDirective,
  context: ComponentContext,
): void {
  checkSubjects(node, context);
  checkGroups(node, context);
  for (const row of bodyRows(node)) {
    row.cells.forEach((cell, index) => checkCell(cell, node.columns[index]?.name ?? '', row, node, context));
    checkRanking(row, node, context);
  }
  checkDirections(node, context);
  checkVerdict(node, context);
  checkSource(node, directive, context);
}

function checkSubjects(node: Comparison, context: ComponentContext): void {
  const { file } = context;
  const subjects = node.columns.filter((column) => column.role === 'subject');
  if (subjects.length < 2) {
    report(
      file,
      'comparison-subjects-few',
      node.position,
      `Unexpected ${subjects.length === 1 ? 'single subject' : 'table without subjects'}, expected at least two`,
      {
        note: 'Subjects are the columns beside the first; a wholly italic header is context.',
      },
    );
  }
  if (subjects.length > mostSubjects) {
    report(
      file,
      'comparison-subjects-many',
      node.position,
      `Unexpected ${subjects.length} subjects on one slide, expected at most ${mostSubjects}`,
      {
        note: 'The others go on the next one. Choose with `only=`, or make two comparisons.',
      },
    );
  }
  reportTwice(
    node.columns.map((column) => [column.name, column.position ?? node.position] as const),
    'columns',
    context,
  );
}

function checkGroups(node: Comparison, context: ComponentContext): void {
  for (const group of node.groups) {
    if (group.label && group.rows.length === 0) {
      report(
        context.file,
        'comparison-group-empty',
        group.position,
        `Unexpected group \`${group.name}\` without rows, expected some below it`,
        {
          note: 'A bold label whose other cells are empty opens a group.',
        },
      );
    }
    reportTwice(
      group.rows.map((row) => [row.name, row.position ?? node.position] as const),
      'rows',
      context,
    );
  }
}

/** Report verdicts that are not the last row, and a `verdict=` that names no row. */
function checkVerdict(node: Comparison, { file }: ComponentContext): void {
  const { verdict, misplaced } = node;
  const wanted = node.options.verdict;
  if (wanted !== undefined && !verdict) {
    report(
      file,
      'comparison-verdict-place',
      node.position,
      `Unexpected \`verdict=${wanted}\` without such a row, expected the bold label of the last one`,
      { note: `Write \`**${wanted}**\` as its label and fill its cells.`, actual: wanted },
    );
  }
  for (const row of misplaced) {
    const isDrawn = row.position === verdict?.position;
    report(
      file,
      'comparison-verdict-place',
      row.position,
      `Unexpected verdict \`${row.name}\` here, expected one as the last row`,
      {
        note: isDrawn
          ? 'It is drawn at the foot of the table: move the row there.'
          : 'It is drawn as an ordinary row, since another one comes after it.',
      },
    );
  }
}

function reportTwice(
  names: readonly (readonly [name: string, place: Parameters<typeof report>[2]])[],
  what: 'columns' | 'rows',
  { file }: ComponentContext,
): void {
  const seen = new Set<string>();
  for (const [name, place] of names) {
    const key = name.toLowerCase();
    if (key !== '' && seen.has(key)) {
      report(
        file,
        'comparison-name-duplicate',
        place,
        `Unexpected second name \`${name}\`, expected different names of ${what}`,
        {
          note: 'Options could not tell them apart.',
          actual: name,
        },
      );
    }
    seen.add(key);
  }
}

function checkCell(
  cell: Cell,
  column: string,
  row: Row,
  { options: { locale } }: Comparison,
  { file }: ComponentContext,
): void {
  if (cell.value.kind === 'empty') {
    report(
      file,
      'comparison-cell-empty',
      cell.position,
      `Unexpected empty cell for \`${column}\` in \`${row.name}\`, expected a value`,
      {
        note: 'Write `?` if it is not known, `n/a` if it does not apply.',
      },
    );
  }
  const other = findNumberLocale(cell.text, locale);
  if (other) reportNumber(cell, locale, other, file);
}

function reportNumber(
  cell: Cell,
  own: NumberLocale,
  other: NumberLocale,
  file: ComponentContext['file'],
): void {
  const example = writeNumber(1305.52, 2, own);
  report(
    file,
    'comparison-number-locale',
    cell.position,
    `Unexpected number \`${cell.text}\`, expected one such as \`${example}\``,
    {
      note: `It is shown as text and not ranked: write it as in \`${own}\`, or set \`locale=${other}\`.`,
      actual: cell.text,
    },
  );
}

function checkDirections(node: Comparison, { file }: ComponentContext): void {
  if (node.options.highlight !== 'auto' || bodyRows(node).some((row) => directionOf(row, node))) return;
  report(
    file,
    'comparison-direction-missing',
    node.position,
    'Unexpected `highlight=auto` without a direction, expected `↓` or `↑` behind a label',
    {
      note: 'Lectern does not guess whether more is better: write `Step time (ms) ↓`.',
    },
  );
}

/** Numbers without a source: a reader cannot check them. A paragraph under the table or any footnote counts as one. */
function checkSource(node: Comparison, directive: ComponentDirective, { file }: ComponentContext): void {
  const cells = bodyRows(node).flatMap((row) => row.cells);
  const children = directive.children as ComparisonNode['children'];
  const source = readContainer(directive).blocks.find(isSource);
  if (source || !cells.some((cell) => cell.value.kind === 'quantity')) return;
  let isNoted = notesOf({ children, source }).some((note) => note.type === 'paragraph' && !isDetached(note));
  visit({ type: 'root', children } as Root, 'footnoteReference', () => {
    isNoted = true;
    return EXIT;
  });
  if (isNoted) return;
  report(
    file,
    'facts-source-missing',
    node.position,
    'Unexpected numbers without a source, expected `Source: …` or a footnote',
    {
      note: 'Add a paragraph below the table that begins with `Source:`.',
    },
  );
}
