/** Takes slides and leaves the sheets of the printed documents: a slide as a picture of itself, its words beneath. */
import type { Element, Root } from 'hast';
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
  const texts = section.children.filter((child): child is Element => asideName(child) === aside);
  const text = texts.length > 0 ? texts.flatMap((one) => one.children) : [];
  const sources = aside === 'handout' ? copySources(section) : [];
  const empty = aside === 'notes' ? [h('p', { className: ['sheet-empty'] }, strings.notesMissing)] : [];
  const lang = deck.lang;
  return h('article', { className: ['sheet'], lang }, [
    h('div', { className: ['sheet-slide'] }, [withAsides(section, [])]),
    h('div', { className: ['sheet-text'] }, [...(text.length > 0 ? text : empty), ...sources]),
  ]);
}

/** On the small picture of a slide its sources cannot be read: a reader gets them once more in the size of the text. */
function copySources(section: Element): Element[] {
  const found: Element[] = [];
  visit(section, 'element', (element) => {
    const classes = element.properties.className;
    if (Array.isArray(classes) && classes.includes('slide-sources')) found.push(structuredClone(element));
  });
  for (const copy of found) {
    copy.properties.className = ['sheet-sources'];
    // An id stands once in a document.
    visit(copy, 'element', (element) => void delete element.properties.id);
  }
  return found;
}

function asideName(child: Element['children'][number]): string | undefined {
  if (child.type !== 'element' || child.tagName !== 'aside') return undefined;
  const classes = child.properties.className;
  return ['notes', 'handout'].find((name) => Array.isArray(classes) && classes.includes(name));
}
