/** Takes a cell and leaves its `<td>`: the value in its element, our mark, and in hidden words what the mark says. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PhrasingContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { fillIn, type Strings } from '../../strings.js';
import { ratingMark, statusMark, winnerMark } from './marks.js';
import type { Cell, Column } from './node.js';

/** Turn inline content into hast. */
export function renderInline(state: State, content: readonly PhrasingContent[]): ElementContent[] {
  return state.all({ type: 'paragraph', children: [...content] });
}

/** Words for those who see no mark. */
export function hidden(words: string): Element {
  return h('span', { className: ['visually-hidden'] }, ` ${words}`);
}

/** Render a cell of the body. */
export function renderCell(state: State, cell: Cell, column: Column, strings: Strings): Element {
  const content = renderValue(state, cell, strings);
  const result = h(
    'td',
    {
      dataKind: cell.value.kind,
      dataSubject: column.subject > 0 ? String(column.subject) : undefined,
      dataRole: column.role === 'context' ? 'context' : undefined,
      dataFocus: column.focus ? '' : undefined,
      dataWinner: cell.winner,
      align: column.align,
    },
    cell.winner
      ? [
          h('strong', content),
          winnerMark(column.subject),
          hidden(cell.winner === 'tie' ? strings.tiedBest : strings.bestInRow),
        ]
      : content,
  );
  if (cell.position) result.position = cell.position;
  return result;
}

function renderValue(state: State, cell: Cell, strings: Strings): ElementContent[] {
  const { value } = cell;
  const content = renderInline(state, cell.content);
  switch (value.kind) {
    case 'empty':
      return [hidden(strings.notGiven)];
    case 'na':
      return [...replaceText(content, h('span', { className: ['cell-na'] }, strings.notApplicable))];
    case 'unknown':
      return replaceText(
        content,
        h('span', { className: ['cell-unknown'] }, [
          h('span', { ariaHidden: 'true' }, '?'),
          hidden(strings.unknown),
        ]),
      );
    case 'status':
      return [
        statusMark(value.status),
        h('span', { className: ['status'] }, strings[value.status]),
        ...renderDetail(content),
      ];
    case 'rating':
      return [
        ratingMark(value.value, value.max),
        ...replaceText(
          content,
          h(
            'data',
            { value: String(value.value) },
            fillIn('{value}/{max}', { value: value.value, max: value.max }),
          ),
        ),
      ];
    case 'quantity':
      return wrapText(content, (children) => h('data', { value: String(value.value) }, children));
    case 'date':
      return wrapText(content, (children) => h('time', { dateTime: value.datetime }, children));
    case 'version':
      return wrapText(content, (children) => h('span', { className: ['version'] }, children));
    default:
      return content;
  }
}

/** What stands behind a status word: smaller and softer, footnotes after it. */
function renderDetail(content: ElementContent[]): ElementContent[] {
  const notes = content.filter(isNote);
  const words = content.filter((child) => !isNote(child));
  return words.length === 0
    ? notes
    : [{ type: 'text', value: ' ' }, h('span', { className: ['detail'] }, words), ...notes];
}

function replaceText(content: ElementContent[], replacement: Element): ElementContent[] {
  return [replacement, ...content.filter(isNote)];
}

function wrapText(
  content: ElementContent[],
  wrap: (children: ElementContent[]) => Element,
): ElementContent[] {
  return [wrap(content.filter((child) => !isNote(child))), ...content.filter(isNote)];
}

function isNote(child: ElementContent): boolean {
  return child.type === 'element' && child.tagName === 'sup';
}
