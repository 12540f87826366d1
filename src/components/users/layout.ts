/** Takes a wall of users and leaves its grid, its height in a room, and the parts that fit. Sizes are those of style.css. */
import { toString } from 'mdast-util-to-string';
import { measureText } from '../../measure/text-width.js';
import type { Room } from '../component.js';
import { measureFrame, splitFigure } from '../figure-layout.js';
import { measureBlocks, measureInline, scaleLook } from '../measure-flow.js';
import { blocksOf, partOf, type User, type UsersNode, usersOf } from './node.js';

/** How a wall is set: names beside each other, and their size in px. */
export interface Grid {
  readonly columns: number;
  readonly size: number;
}

/** From few to many, from short names to long ones. */
const grids: readonly (Grid & { readonly most: number })[] = [
  { columns: 2, size: 44, most: 4 },
  { columns: 3, size: 36, most: 12 },
  { columns: 3, size: 28, most: 15 },
  { columns: 4, size: 28, most: 24 },
  { columns: 4, size: 22, most: 28 },
  { columns: 5, size: 22, most: Number.POSITIVE_INFINITY },
];

/** What a slide of 16:9 has; a name may take two lines in it. */
const usual = { width: 1136, gap: 32 };

const detail = { size: 20, weight: 400, line: 1.3 } as const;
const lineOfName = 1.2;
const padding = { em: 0.9, least: 12 };
const picture = 2.2;

/** Choose the grid of a wall: as large as their number allows, and so that no name takes more than two lines. */
export function chooseGrid(node: UsersNode): Grid {
  const users = usersOf(node);
  const ems = users.map((user) => measureText(nameOf(user), { size: 1, weight: 600 }));
  const longest = ems.reduce((one, other) => Math.max(one, other), 0);
  const holds = ({ columns, size }: Grid) => longest * size <= 1.8 * (usual.width / columns - usual.gap);
  const found = grids.filter(({ most }) => users.length <= most);
  const { columns, size } = found.find(holds) ?? { columns: 3, size: 22 };
  return { columns, size };
}

/** Estimate the height of a wall. */
export function measureUsers(node: UsersNode, room: Room): number {
  const frame = measureFrame(node, 'user', room);
  return rowsOf(node).reduce((sum, row) => sum + rowHeight(row, chooseGrid(node), room), frame);
}

/** Cut a wall between its rows. */
export function splitUsers(node: UsersNode, room: Room): readonly UsersNode[] {
  const grid = chooseGrid(node);
  const rows = rowsOf(node);
  const heights = rows.map((row) => rowHeight(row, grid, room));
  return splitFigure(node, 'user', rows, heights, measureFrame(node, 'user', room), room);
}

function rowsOf(node: UsersNode): User[][] {
  const { columns } = chooseGrid(node);
  const rows: User[][] = [];
  for (const [index, user] of usersOf(node).entries()) {
    if (index % columns === 0) rows.push([]);
    rows.at(-1)?.push(user);
  }
  return rows;
}

function rowHeight(row: readonly User[], { columns, size }: Grid, { width, fit }: Room): number {
  const inner = width / columns - usual.gap;
  const look = { size, weight: 600, line: lineOfName } as const;
  const heights = row.map((user) => {
    const words = partOf(user, 'userName')?.children ?? [];
    const rest = partOf(user, 'userDetail')?.children;
    const blocks = blocksOf(user).filter((block) => block.type !== 'figure');
    return (
      (isPicture(user) ? size * picture * fit : measureInline(words, inner, scaleLook(look, fit))) +
      (rest ? measureInline(rest, inner, scaleLook(detail, fit)) : 0) +
      measureBlocks(blocks, inner, fit)
    );
  });
  return Math.max(...heights) + 2 * Math.max(padding.least, padding.em * size * fit) * 0.5 + 1;
}

function nameOf(user: User): string {
  const name = partOf(user, 'userName');
  return name && !isPicture(user) ? toString(name) : '';
}

/** A picture that stands alone is a figure already; one with a link round it is not. */
function isPicture(user: User): boolean {
  const children = partOf(user, 'userName')?.children ?? [];
  const isLinked = children.some(
    (node) => node.type === 'link' && node.children.some(({ type }) => type === 'image'),
  );
  return isLinked || blocksOf(user).some((block) => block.type === 'figure');
}
