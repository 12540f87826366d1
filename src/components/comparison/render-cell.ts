/** Takes a cell and leaves its `<td>`: the value in its element, our mark, and in hidden words what the mark says. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PhrasingContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Strings } from '../../strings.js';
import type { StatusValue } from '../../values/cell-value.js';
import { writeDate } from '../../values/date-value.js';
import type { ComponentContext } from '../component.js';
import { bestWords } from './legend.js';
import { ratingMark, statusMark, winnerMark } from './marks.js';
import type { Cell } from './node.js';
import type { Rendering } from './render.js';
import type { SheetCell } from './sheet.js';

/** Turn inline content into hast. */
export function renderInline(state: State, content: readonly PhrasingContent[]): ElementContent[] {
  return state.all({ type: 'paragraph', children: [...content] });
}

/** Words for those who see no mark. */
export function hidden(words: string): Element {
  return h('span', { className: ['visually-hidden'] }, ` ${words}`);
}

/** How far a cell reaches over its equal neighbours. */
export interface Reach {
  readonly columns: number;
  readonly rows: number;
}

/** Render a cell of the body. */
export function renderCell(rendering: Rendering, drawn: SheetCell, { columns, rows }: Reach): Element {
  const { cell, subject } = drawn;
  const isMerged = columns > 1 || rows > 1;
  const result = h(
    'td',
    {
      dataKind: cell.value.kind,
      dataSubject: subject > 0 && !isMerged ? String(subject) : undefined,
      dataRole: drawn.role === 'context' ? 'context' : undefined,
      dataFocus: drawn.focus && columns === 1 ? '' : undefined,
      dataWinner: cell.winner,
      align: columns > 1 ? 'center' : drawn.align,
      colSpan: columns > 1 ? columns : undefined,
      rowSpan: rows > 1 ? rows : undefined,
    },
    renderContent(rendering, drawn),
  );
  if (cell.position) result.position = cell.position;
  return result;
}

function renderContent(
  { state, node, context }: Rendering,
  { cell, subject, difference }: SheetCell,
): ElementContent[] {
  const value = renderValue(state, cell, context);
  const notes = renderInline(state, cell.notes);
  const told = difference === undefined ? [] : [h('span', { className: ['difference'] }, difference)];
  if (!cell.winner) return [...value, ...notes, ...told];
  const { best, tied } = bestWords(node.sheet, context.strings);
  const words = hidden(cell.winner === 'tie' ? tied : best);
  return [h('strong', value), ...notes, winnerMark(subject), words, ...told];
}

function renderValue(state: State, cell: Cell, { strings, lang }: ComponentContext): ElementContent[] {
  const { value } = cell;
  const content = renderInline(state, cell.content);
  switch (value.kind) {
    case 'empty':
      return [hidden(strings.notGiven), ...content];
    case 'na':
      return [h('span', { className: ['cell-na'] }, strings.notApplicable), ...content];
    case 'unknown':
      return [renderUnknown(value.written, strings), ...content];
    case 'status':
      return [
        statusMark(value.status),
        h('span', { className: ['status'] }, wordOf(value, strings)),
        ...renderDetail(content),
      ];
    case 'rating':
      return [
        ratingMark(value.value, value.max),
        h('data', { value: String(value.value) }, `${value.value}/${value.max}`),
        ...content,
      ];
    case 'quantity':
      return [h('data', { value: String(value.value) }, setUnitSmall(content, value.unit))];
    case 'date': {
      const time = (children: string | ElementContent[]) => h('time', { dateTime: value.datetime }, children);
      return cell.rewritten ? [time(writeDate(value, lang)), ...renderDetail(content)] : [time(content)];
    }
    case 'version':
      return [h('span', { className: ['version'] }, content)];
    default:
      return content;
  }
}

/** `TBD` says more than `?` to those who hear it. */
function renderUnknown(written: string, strings: Strings): Element {
  const words = written === '?' ? strings.unknown : written;
  return h('span', { className: ['cell-unknown'] }, ['? ', hidden(words)]);
}

/** The author's `Yes` stays as it is written; a glyph, or a deck in another language, gets the word of the deck. */
function wordOf({ status, word }: StatusValue, strings: Strings): string {
  return word?.toLowerCase() === strings[status] ? word : strings[status];
}

/** A unit of letters at the end steps back behind its number. */
function setUnitSmall(content: ElementContent[], unit: string | undefined): ElementContent[] {
  const last = content.at(-1);
  if (!unit || !/^\/?\p{L}/u.test(unit) || last?.type !== 'text' || !last.value.endsWith(unit))
    return content;
  const number = { ...last, value: last.value.slice(0, -unit.length) };
  return [...content.slice(0, -1), number, h('span', { className: ['unit'] }, unit)];
}

/** What stands behind a status or a date: smaller and softer. */
function renderDetail(content: ElementContent[]): ElementContent[] {
  if (content.length === 0) return [];
  return [{ type: 'text', value: ' ' }, h('span', { className: ['detail'] }, content)];
}
