/** Takes the tags of a block and leaves those without a partner; what HTML lets an author leave out (`</li>`) has no need of one. */
import { htmlElements } from './allowed-html.js';
import type { Tag } from './scan-tags.js';

const voidNames = new Set(
  'area base br col embed frame hr image img input keygen link meta param source track wbr'.split(' '),
);

const impliedNames = new Set(
  'p li dt dd option optgroup rb rp rt rtc caption colgroup tbody td tfoot th thead tr html head body'.split(
    ' ',
  ),
);

/** Tags that lack their partner, with what the caller keeps beside them. */
export interface Unmatched<T extends Tag> {
  readonly open: readonly T[];
  readonly stray: readonly T[];
}

/** Pair start and end tags in order and list those left over. */
export function matchTags<T extends Tag>(tags: readonly T[]): Unmatched<T> {
  const open: T[] = [];
  const unfinished: T[] = [];
  const stray: T[] = [];
  for (const tag of tags) {
    if (tag.kind === 'unfinished') unfinished.push(tag);
    else if (tag.kind === 'start') {
      if (needsEnd(tag, open)) open.push(tag);
    } else if (!close(tag, open) && !voidNames.has(tag.name) && !impliedNames.has(tag.name)) stray.push(tag);
  }
  return { open: [...open.filter(({ name }) => !impliedNames.has(name)), ...unfinished], stray };
}

function needsEnd(tag: Tag, open: readonly Tag[]): boolean {
  if (voidNames.has(tag.name)) return false;
  // `<Counter/>` of other tools is removed with a message of its own.
  if (tag.selfClosing && !htmlElements.includes(tag.name)) return false;
  // `<a/>` is whole in a drawing, in HTML it is an open `<a>`.
  return !(tag.selfClosing && [...open, tag].some(({ name }) => name === 'svg' || name === 'math'));
}

/** Take the start tag of an end tag off the list; what was opened after it stays (`<b><i></b></i>`). */
function close(tag: Tag, open: Tag[]): boolean {
  const index = open.findLastIndex(({ name }) => name === tag.name);
  if (index >= 0) open.splice(index, 1);
  return index >= 0;
}
