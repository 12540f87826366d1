/** Takes blocks of plain Markdown and leaves what the standard handlers make of them, with what those need who hear the page. */
import type { Element } from 'hast';
import type { ListItem, Parents, TableRow } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import type { Strings } from '../../strings.js';

/** Make the handlers of blocks that are heard otherwise than the standard has it. */
export function makeSpokenHandlers(strings: Strings): Handlers {
  return {
    listItem: (state, node, parent) => renderListItem(state, node, parent, strings),
    tableRow: renderTableRow,
  };
}

/** The box of a task says what its tick shows. */
function renderListItem(
  state: State,
  node: ListItem,
  parent: Parents | undefined,
  strings: Strings,
): Element {
  const item = defaultHandlers.listItem(state, node, parent);
  if (typeof node.checked !== 'boolean') return item;
  visit(item, 'element', ({ tagName, properties }) => {
    // The boxes of items inside have their words already.
    if (tagName === 'input') properties.ariaLabel ??= node.checked ? strings.taskDone : strings.taskOpen;
  });
  return item;
}

/** An empty cell of the head is the head of nothing. */
function renderTableRow(state: State, node: TableRow, parent: Parents | undefined): Element {
  const row = defaultHandlers.tableRow(state, node, parent);
  for (const cell of row.children)
    if (cell.type === 'element' && cell.children.length === 0) cell.tagName = 'td';
  return row;
}
