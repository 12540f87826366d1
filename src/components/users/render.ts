/** Takes a wall of users and leaves its figure: a list in a grid, each name as large as their number allows. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import { renderAsOf } from '../as-of.js';
import type { ComponentContext } from '../component.js';
import { patched, renderBlocks, renderFigure, renderPart } from '../render-figure.js';
import { chooseGrid } from './layout.js';
import { blocksOf, partOf, type User, type UsersNode, usersOf } from './node.js';

/** Render a wall of users. */
export function renderUsers(state: State, node: UsersNode, context: ComponentContext): Element {
  const { columns, size } = chooseGrid(node);
  const style = `--users-columns:${columns};--users-size:${size}px`;
  const items = usersOf(node).map((user) => renderUser(state, user, node.stepwise));
  const list = patched(state, node, h('ul', { style }, items));
  const figure = renderFigure(state, node, 'user', [list]);
  figure.children.push(...renderAsOf(state, node, node.asOf, context));
  return figure;
}

/** The blank keeps name and detail two words for whoever copies or hears them. */
function renderUser(state: State, user: User, stepwise: boolean): Element {
  const name = renderPart(state, partOf(user, 'userName'), 'span', 'user-name');
  const detail = renderPart(state, partOf(user, 'userDetail'), 'span', 'user-detail');
  const item = h('li', { className: ['user', ...(stepwise ? ['fragment'] : [])] }, [
    ...name,
    ...(name.length > 0 && detail.length > 0 ? [{ type: 'text', value: ' ' } as const] : []),
    ...detail,
    ...renderBlocks(state, blocksOf(user)),
  ]);
  return patched(state, user, item);
}
