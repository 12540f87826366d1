/** Takes the header row of the table and leaves the stubhead and the columns: which are subjects, which context. */
import type { PhrasingContent, Table, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Column, Direction } from './node.js';

/** The arrow or words that say which end of a row is better, at the end of a label. */
const directions: readonly (readonly [pattern: RegExp, direction: Direction])[] = [
  [/\s*(↓|\(lower is better\))\s*$/i, 'lower'],
  [/\s*(↑|\(higher is better\))\s*$/i, 'higher'],
];

/** A label without what it says of the direction and the unit. */
export interface Label {
  readonly content: readonly PhrasingContent[];
  readonly better: Direction | undefined;
}

/** Read a label: the direction is drawn as a mark of our own, so it leaves the text. */
export function readLabel(content: readonly PhrasingContent[]): Label {
  const last = content.at(-1);
  if (last?.type !== 'text') return { content, better: undefined };
  for (const [pattern, better] of directions) {
    if (!pattern.test(last.value)) continue;
    const text = { ...last, value: last.value.replace(pattern, '') };
    return { content: [...content.slice(0, -1), text], better };
  }
  return { content, better: undefined };
}

/** Read the columns beside the stub. */
export function readColumns(table: Table, focus: string | undefined): Column[] {
  const cells = table.children[0]?.children.slice(1) ?? [];
  let subjects = 0;
  return cells.map((cell, index) => {
    const role = isContext(cell) ? 'context' : 'subject';
    const [label, sub] = splitAtBreak(role === 'context' ? innerOf(cell) : cell.children);
    const name = textOf(label);
    return {
      role,
      subject: role === 'subject' ? ++subjects : 0,
      name,
      label,
      sub,
      focus: focus !== undefined && name.toLowerCase() === focus.toLowerCase(),
      align: table.align?.[index + 1] ?? undefined,
    };
  });
}

/** A wholly italic header is context, not a contestant. */
function isContext(cell: TableCell): boolean {
  return cell.children.length === 1 && cell.children[0]?.type === 'emphasis';
}

function innerOf(cell: TableCell): PhrasingContent[] {
  const [only] = cell.children;
  return only?.type === 'emphasis' ? only.children : cell.children;
}

/** `Name<br>second line`: raw HTML to the parser, a second line to us. */
function splitAtBreak(content: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  const index = content.findIndex(
    (node) => node.type === 'break' || (node.type === 'html' && /^<br\s*\/?>$/i.test(node.value)),
  );
  return index < 0 ? [[...content], []] : [content.slice(0, index), content.slice(index + 1)];
}

/** Plain text of inline content. */
export function textOf(content: readonly PhrasingContent[]): string {
  return toString({ type: 'paragraph', children: [...content] }).trim();
}
