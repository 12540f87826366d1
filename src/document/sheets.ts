/** Takes slides and leaves the sheets of the printed documents: a slide as a picture of itself, its words beneath. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { DeckOptions } from '../deck/options.js';
import type { Strings } from '../strings.js';

/** Leave only those asides of a slide that a document shows. The tree itself stays as it is. */
export function withAsides(section: Element, kept: readonly string[]): Element {
  const children = section.children.filter((child) => {
    const name = asideName(child);
    return name === undefined || kept.includes(name);
  });
  return { ...section, children };
}

/** Make a sheet: the slide, and beneath it the asides of one name. */
export function renderSheet(
  section: Element,
  aside: 'notes' | 'handout',
  deck: DeckOptions,
  strings: Strings,
): Element {
  const asides = section.children.filter((child): child is Element => asideName(child) === aside);
  const text = asides.flatMap((one) => one.children).filter((child) => !hasClass(child, 'footnotes'));
  const empty = aside === 'notes' ? [h('p', { className: ['sheet-empty'] }, strings.notesMissing)] : [];
  return h('article', { className: ['sheet'], lang: deck.lang }, [
    h('div', { className: ['sheet-slide'] }, [withAsides(section, [])]),
    h('div', { className: ['sheet-text'] }, [
      ...(asides.length > 0 ? text : empty),
      ...renderSources(section, asides, aside === 'handout'),
    ]),
  ]);
}

/**
 * On the small picture of a slide its sources cannot be read: a reader gets them once more in the size of the text,
 * together with the notes that only the text refers to, in the order of their numbers.
 */
function renderSources(section: Element, asides: readonly Element[], withSlide: boolean): Element[] {
  const places = [...asides, ...(withSlide ? findAll(section, (one) => hasClass(one, 'slide-sources')) : [])];
  const items = places.flatMap((place) => findAll(place, isNote)).sort((a, b) => numberOf(a) - numberOf(b));
  const sources = withSlide
    ? places.flatMap((place) => findAll(place, (one) => hasClass(one, 'source')))
    : [];
  if (items.length === 0 && sources.length === 0) return [];
  const copies = [...(items.length > 0 ? [h('ol', items.map(withoutIds))] : []), ...sources.map(withoutIds)];
  return [h('div', { className: ['sheet-sources'] }, copies)];
}

function isNote(element: Element): boolean {
  const { id } = element.properties;
  return element.tagName === 'li' && typeof id === 'string' && id.includes('-note-');
}

function numberOf(item: Element): number {
  return Number(item.properties.value);
}

/** An id stands once in a document: the slide above has it. */
function withoutIds(element: Element): Element {
  const copy = structuredClone(element);
  visit(copy, 'element', (one) => void delete one.properties.id);
  return copy;
}

function findAll(root: Element, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (element) => {
    if (test(element)) found.push(element);
  });
  return found;
}

function hasClass(child: Element['children'][number], name: string): boolean {
  const classes = child.type === 'element' ? child.properties.className : undefined;
  return Array.isArray(classes) && classes.includes(name);
}

function asideName(child: Element['children'][number]): string | undefined {
  if (child.type !== 'element' || child.tagName !== 'aside') return undefined;
  const classes = child.properties.className;
  return ['notes', 'handout'].find((name) => Array.isArray(classes) && classes.includes(name));
}
