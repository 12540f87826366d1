/** Takes a compiled deck and leaves where its slides could be cut in two, and its text with such cuts made. */
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { DeckTree } from '../../compile.js';
import { listSections } from '../../deck/sections.js';

/** A line before which `---` is written. */
export interface Cut {
  readonly line: number;
  readonly offset: number;
}

/** A block or a point of a list at the left edge of the deck's text, with its last line. */
export interface CutPlace extends Cut {
  readonly end: number;
}

/** What is written; three lines more. */
const cut = { text: '\n---\n\n', lines: 3 };

/** Name the slide that its author wrote: `a~2` is a part of `a`. */
export function baseOf(id: string): string {
  return id.replace(/~\d+$/, '');
}

/** List the places where slides can be cut, by the slide as its author wrote it: before every block and every point but the first. */
export function listCutPlaces({ tree }: DeckTree): Map<string, CutPlace[]> {
  const places = new Map<string, CutPlace[]>();
  for (const section of listSections(tree)) {
    const slide = baseOf(String(section.properties.id));
    places.set(slide, [...(places.get(slide) ?? []), ...listStarts(section)]);
  }
  return places;
}

function listStarts(section: Element): CutPlace[] {
  const starts = new Map<number, CutPlace>();
  visit(section, 'element', (element, _index, parent) => {
    const inBody =
      parent?.type === 'element' && (isBody(parent) || parent.tagName === 'ul' || parent.tagName === 'ol');
    const { start, end } = element.position ?? {};
    if (!inBody || start?.offset === undefined || end === undefined || start.column !== 1) return;
    if (!starts.has(start.line))
      starts.set(start.line, { line: start.line, offset: start.offset, end: end.line });
  });
  return [...starts.values()].sort((one, other) => one.line - other.line);
}

function isBody({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('slide-body');
}

/** Make cuts in the text of a deck. */
export function cutText(text: string, cuts: readonly Cut[]): string {
  return cuts
    .toSorted((one, other) => other.offset - one.offset)
    .reduce((whole, { offset }) => whole.slice(0, offset) + cut.text + whole.slice(offset), text);
}

/** Tell which line of the deck a line of the text with cuts was. */
export function readLineBefore(line: number, cuts: readonly Cut[]): number {
  return cuts
    .toSorted((one, other) => one.line - other.line)
    .reduce((left, one) => (left - cut.lines >= one.line ? left - cut.lines : left), line);
}
