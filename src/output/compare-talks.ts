/** Takes two talks of a deck, compiled, and leaves what differs: slides, their text and notes, their order, options of the deck. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import type { DeckTree } from '../compile.js';
import { defaultDeckOptions } from '../deck/options.js';
import { listSections } from '../deck/sections.js';

/** One slide that is not the same in both. */
export interface SlideDifference {
  readonly id: string;
  readonly title: string;
  /** `removed`: only in the first; `added`: only in the second. */
  readonly kind: 'removed' | 'added' | 'moved' | 'text' | 'notes';
}

/** What differs between two talks. */
export interface TalkDifference {
  readonly slides: readonly SlideDifference[];
  /** Keys of the front matter with another value. */
  readonly options: readonly { readonly key: string; readonly from: string; readonly to: string }[];
}

/** Compare two talks of one deck. */
export function compareTalks(from: DeckTree, to: DeckTree): TalkDifference {
  const [before, after] = [readSlides(from), readSlides(to)];
  const removed = [...before.values()].filter(({ id }) => !after.has(id));
  const added = [...after.values()].filter(({ id }) => !before.has(id));
  const kept = [...after.values()].filter(({ id }) => before.has(id));
  const moved = findMoved(
    [...before.keys()].filter((id) => after.has(id)),
    kept.map(({ id }) => id),
  );
  const mark =
    (kind: SlideDifference['kind']) =>
    ({ id, title }: Pick<ReadSlide, 'id' | 'title'>) => ({ id, title, kind });
  return {
    slides: [
      ...removed.map(mark('removed')),
      ...added.map(mark('added')),
      ...kept.filter(({ id }) => moved.has(id)).map(mark('moved')),
      ...kept.filter(({ id, text }) => before.get(id)?.text !== text).map(mark('text')),
      ...kept.filter(({ id, notes }) => before.get(id)?.notes !== notes).map(mark('notes')),
    ],
    options: compareOptions(from, to),
  };
}

interface ReadSlide {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly notes: string;
}

function readSlides({ tree, file }: DeckTree): Map<string, ReadSlide> {
  const titles = new Map(file.data.slides?.map(({ id, title }) => [id, title]));
  return new Map(
    listSections(tree).map((section) => {
      const id = String(section.properties.id);
      const text = writeParts(section, ['slide-title', 'slide-body', 'slide-sources']);
      return [
        id,
        { id, title: titles.get(id) || id, text, notes: writeParts(section, ['notes', 'handout']) },
      ];
    }),
  );
}

/** The HTML of parts of a slide; ranks of headings follow from the sections around, and are no difference. */
function writeParts(section: Element, names: readonly string[]): string {
  const parts: Element[] = [];
  visit(section, 'element', (element) => {
    const { className } = element.properties;
    if (!Array.isArray(className) || !names.some((name) => className.includes(name))) return undefined;
    parts.push(element);
    return SKIP;
  });
  return parts.map((part) => toHtml(part).replaceAll(/(<\/?)h[1-6]\b/g, '$1h')).join('');
}

/** Slides that are not part of the longest run both have in the same order. */
function findMoved(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((id, index) => [id, index]));
  const runs: string[][] = [];
  for (const id of after) {
    const at = place.get(id) ?? 0;
    const best = runs
      .filter((run) => (place.get(run.at(-1) ?? '') ?? 0) < at)
      .reduce<string[]>((longest, run) => (run.length > longest.length ? run : longest), []);
    runs.push([...best, id]);
  }
  const longest = runs.reduce<string[]>((one, other) => (other.length > one.length ? other : one), []);
  return new Set(after.filter((id) => !longest.includes(id)));
}

function compareOptions(from: DeckTree, to: DeckTree): TalkDifference['options'] {
  const [before, after] = [from, to].map(({ file }) => file.data.deck ?? defaultDeckOptions);
  const values = (deck: object | undefined) =>
    new Map(Object.entries(deck ?? {}).map(([key, value]) => [key, writeValue(value)]));
  const [old, now] = [values(before), values(after)];
  return [...now].flatMap(([key, value]) => {
    const was = old.get(key) ?? '';
    return was === value ? [] : [{ key, from: was, to: value }];
  });
}

function writeValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
