/** Takes the header row of the table and leaves the columns: which are subjects, which context. Labels say a direction and a unit. */
import type { PhrasingContent, Table, TableCell } from 'mdast';
import { isBreak, onlyOf, splitNotes, textOf, unwrap } from '../../values/inline.js';
import type { Column, Direction } from './node.js';

/** The arrow or words that say which end of a row is better, at the end of a label or before its unit. */
const directions: readonly (readonly [pattern: RegExp, direction: Direction])[] = [
  [/\s*(?:↓|\(lower is better\))(\s*\([^()]*\))?\s*$/i, 'lower'],
  [/\s*(?:↑|\(higher is better\))(\s*\([^()]*\))?\s*$/i, 'higher'],
];

/** A label without what it says of the direction. */
export interface Label {
  readonly content: readonly PhrasingContent[];
  /** Its words in one line: how messages and options refer to it. */
  readonly name: string;
  readonly better: Direction | undefined;
  readonly unit: string | undefined;
}

/** Read a label: the direction is drawn as a mark of our own, so it leaves the text. */
export function readLabel(content: readonly PhrasingContent[]): Label {
  const [words, notes] = splitNotes(content);
  const last = words.at(-1);
  const found = last?.type === 'text' ? directions.find(([pattern]) => pattern.test(last.value)) : undefined;
  if (last?.type !== 'text' || !found) return makeLabel(words, notes, undefined);
  const value = last.value.replace(found[0], (_, unit: string | undefined) => unit ?? '');
  return makeLabel([...words.slice(0, -1), { ...last, value }], notes, found[1]);
}

function makeLabel(
  words: readonly PhrasingContent[],
  notes: readonly PhrasingContent[],
  better: Direction | undefined,
): Label {
  const name = nameOf(words);
  return { content: [...words, ...notes], name, better, unit: /\(([^()]+)\)$/.exec(name)?.[1] };
}

/** Read the columns beside the stub. */
export function readColumns(table: Table, focus: string | undefined): Column[] {
  const cells = table.children[0]?.children.slice(1) ?? [];
  let subjects = 0;
  return cells.map((cell, index) => {
    // Wholly italic is context, not a contestant.
    const role = onlyOf(cell.children)?.type === 'emphasis' ? 'context' : 'subject';
    const [label, sub] = splitAtBreak(role === 'context' ? unwrap(cell.children, 'emphasis') : cell.children);
    const name = nameOf(label);
    return {
      role,
      subject: role === 'subject' ? ++subjects : 0,
      name,
      label,
      sub,
      focus: role === 'subject' && focus !== undefined && name.toLowerCase() === focus.trim().toLowerCase(),
      align: table.align?.[index + 1] ?? undefined,
      position: positionOf(cell, table),
    };
  });
}

function positionOf(cell: TableCell, table: Table): Column['position'] {
  return cell.position ?? table.position;
}

/** `Name<br>second line`: raw HTML to the parser, a second line to us. */
function splitAtBreak(
  content: readonly PhrasingContent[],
): readonly [readonly PhrasingContent[], readonly PhrasingContent[]] {
  const index = content.findIndex(isBreak);
  return index < 0 ? [content, []] : [content.slice(0, index), content.slice(index + 1)];
}

/** Words of a label in one line. */
export function nameOf(content: readonly PhrasingContent[]): string {
  return textOf(content).replace(/\s+/g, ' ');
}
