/** Takes a `:::comparison` and leaves its node: the parts of the container, then the table's. Nothing to draw: nothing is returned. */
import type { Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { report } from '../../diagnostics/report.js';
import { suggestNote } from '../../diagnostics/suggest.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { type CheckedOptions, checkOptions, readOptionsComment } from '../options.js';
import { checkComparison, checkVerdict } from './check.js';
import { checkTable } from './check-table.js';
import { readColumns, readLabel } from './header.js';
import { bodyRows, type Column, type ComparisonNode, type Group } from './node.js';
import { optionTable, type Reveal } from './options.js';
import { type ChosenColumn, readRows } from './rows.js';
import { markWinners, type Tie } from './winners.js';

/** Parse a comparison; the author's text stays visible when there is no table in it. */
export function parseComparison(
  directive: ComponentDirective,
  context: ComponentContext,
): ComparisonNode | undefined {
  const { file } = context;
  const comment = readOptionsComment(directive, file);
  const options = checkOptions(directive, optionTable, file, comment?.options);
  const table = directive.children.find((child) => child.type === 'table');
  checkTable(directive, table, file);
  if (!table) return undefined;
  const all = readColumns(table, text(options.focus));
  checkNames(directive, all, options, context);
  const chosen = chooseColumns(all, text(options.only), text(options.except));
  const { groups, verdict, misplaced } = readRows(table.children.slice(1), chosen, text(options.verdict));
  const stubhead = readLabel(table.children[0]?.children[0]?.children ?? []);
  const columns = chosen.map(({ column }, index) => alignColumn(column, index, groups));
  const node: ComparisonNode = {
    type: 'comparison',
    id: directive.attributes?.id || `comparison-${directive.position?.start.line ?? 1}`,
    classes: directive.attributes?.class?.split(/\s+/).filter(Boolean) ?? [],
    caption: directive.children.find(isCaption)?.children ?? [],
    asOf: text(options.asof),
    highlight: (options.highlight as ComparisonNode['highlight'] | undefined) ?? 'bold',
    reveal: (options.reveal as Reveal | undefined) ?? 'none',
    stubhead: stubhead.content,
    better: stubhead.better,
    columns,
    groups,
    verdict,
    source: directive.children.find(isSource),
    children: directive.children,
    ...(directive.position && { position: directive.position }),
  };
  const tie = (text(options.tie) ?? 'overlap') as Tie;
  markWinners(node, tie);
  checkVerdict(directive, verdict, misplaced, text(options.verdict), file);
  checkComparison(node, tie, context);
  return node;
}

function isCaption(child: ComponentDirective['children'][number]): child is Paragraph {
  return child.type === 'paragraph' && child.data?.directiveLabel === true;
}

function isSource(child: ComponentDirective['children'][number]): child is Paragraph {
  return child.type === 'paragraph' && !isCaption(child) && /^Sources?:\s/.test(toString(child));
}

/** Numbers are read digit by digit from the right; where kinds mix, a column begins at one edge. */
function alignColumn(column: Column, index: number, groups: readonly Group[]): Column {
  if (column.align) return column;
  const kinds = bodyRows({ groups }).map((row) => row.cells[index]?.value.kind ?? 'empty');
  const isNumeric = kinds.every((kind) => ['quantity', 'na', 'unknown', 'empty'].includes(kind));
  return isNumeric && kinds.includes('quantity') ? { ...column, align: 'right' } : column;
}

/** Context columns stay beside the chosen ones: without its batch size a number says nothing. */
function chooseColumns(
  columns: readonly Column[],
  only: string | undefined,
  except: string | undefined,
): ChosenColumn[] {
  const has = (names: string, { name }: Column) =>
    splitNames(names).some((one) => one.toLowerCase() === name.toLowerCase());
  return columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => only === undefined || column.role === 'context' || has(only, column))
    .filter(({ column }) => except === undefined || !has(except, column));
}

/** Report names of no column; only a subject can be in focus. */
function checkNames(
  directive: ComponentDirective,
  columns: readonly Column[],
  options: CheckedOptions<typeof optionTable>,
  { file }: ComponentContext,
): void {
  for (const option of ['focus', 'only', 'except'] as const) {
    const known = columns
      .filter((column) => option !== 'focus' || column.role === 'subject')
      .map((column) => column.name);
    const given = text(options[option]);
    const names = given === undefined ? [] : option === 'focus' ? [given.trim()] : splitNames(given);
    for (const name of names) {
      if (known.some((one) => one.toLowerCase() === name.toLowerCase())) continue;
      report(
        file,
        'comparison-column-unknown',
        directive,
        `Unexpected column \`${name}\` in \`${option}\`, expected one of the table’s`,
        { note: suggestNote(name, known), actual: name, expected: known },
      );
    }
  }
}

function splitNames(names: string): string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

function text(value: string | true | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
