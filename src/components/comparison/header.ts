/** Takes the header row of the table and leaves the columns: which are subjects, which context. Labels say a direction and a unit. */
import type { Image, PhrasingContent, TableRow } from 'mdast';
import { isBreak, onlyOf, splitNotes, textOf, unwrap } from '../../values/inline.js';
import { findSpec, isNamed, type Specs, type SubjectSpec } from './comment.js';
import type { Align, Column, Direction } from './node.js';
import type { ComparisonOptions } from './options.js';

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
export function readColumns(
  head: TableRow | undefined,
  align: readonly (Align | null | undefined)[],
  { focus, baseline }: Pick<ComparisonOptions, 'focus' | 'baseline'>,
  { subjects: specs }: Pick<Specs, 'subjects'>,
): Column[] {
  let subjects = 0;
  return (head?.children.slice(1) ?? []).map((cell, index) => {
    // Wholly italic is context, not a contestant.
    const role = onlyOf(cell.children)?.type === 'emphasis' ? 'context' : 'subject';
    const [label, sub] = splitAtBreak(role === 'context' ? unwrap(cell.children, 'emphasis') : cell.children);
    const name = nameOf(label);
    const isOne = (wanted: string | undefined) =>
      role === 'subject' && wanted !== undefined && isNamed(name, wanted);
    return {
      role,
      subject: role === 'subject' ? ++subjects : 0,
      name,
      ...addDetails(label, sub, findSpec(specs, name)),
      focus: isOne(focus),
      baseline: isOne(baseline),
      align: align[index + 1] ?? undefined,
      position: cell.position ?? head?.position,
    };
  });
}

/** What the comment says of a subject: a second line, a link round its name, a picture before it. What is written in the table comes first. */
function addDetails(
  label: readonly PhrasingContent[],
  sub: readonly PhrasingContent[],
  { version, href, logo }: SubjectSpec = {},
): Pick<Column, 'label' | 'sub'> {
  const isLinked = label.some((node) => node.type === 'link' || node.type === 'linkReference');
  const linked: readonly PhrasingContent[] =
    href === undefined || isLinked ? label : [{ type: 'link', url: href, children: [...label] as [] }];
  const picture: Image | undefined = logo === undefined ? undefined : { type: 'image', url: logo, alt: '' };
  return {
    label: picture ? [picture, { type: 'text', value: ' ' }, ...linked] : linked,
    sub: sub.length > 0 || version === undefined ? sub : [{ type: 'text', value: version }],
  };
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
