/** Takes a printed document's links and leaves them useful on paper: addresses as notes, and no link to a slide that is not printed. */
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { hasClass, isNote } from './elements.js';

/** Links of a sheet, and the number each address has got. */
export interface LinkNotes {
  readonly items: readonly Element[];
  /** Write the numbers behind the links of a text, in place; it must be a copy. */
  readonly mark: (text: Element) => void;
}

/**
 * Number the addresses that links of a sheet lead to, each once; those that can be read in the link itself need no note.
 *
 * @param after the last number that the sheet's footnotes use
 */
export function numberLinks(places: readonly Element[], after: number): LinkNotes {
  const numbers = new Map<string, number>();
  const items: Element[] = [];
  for (const link of places.flatMap((place) => listLinks(place, false))) {
    const address = addressOf(link);
    if (address === undefined || numbers.has(address)) continue;
    const number = after + numbers.size + 1;
    numbers.set(address, number);
    const words = toString(link).trim();
    items.push(
      h('li', { value: number, className: ['link-note'] }, [
        ...(words ? [`${words}: `] : []),
        h('a', { href: address }, address.replace(/^mailto:/, '')),
      ]),
    );
  }
  const mark = (text: Element) => {
    visit(text, 'element', (link, index, parent) => {
      const number = numbers.get(addressOf(link) ?? '');
      if (number === undefined || parent === undefined || index === undefined) return undefined;
      parent.children.splice(index + 1, 0, h('sup', { className: ['link-number'] }, String(number)));
      return index + 2;
    });
  };
  return { items, mark };
}

/** Write the address behind each link of a note, which is numbered itself; it must be a copy. */
export function writeAddresses(note: Element): void {
  visit(note, 'element', (link, index, parent) => {
    const address = addressOf(link);
    if (address === undefined || parent === undefined || index === undefined) return undefined;
    parent.children.splice(index + 1, 0, { type: 'text', value: ` (${address.replace(/^mailto:/, '')})` });
    return index + 2;
  });
}

/** @param withNotes whether also those in footnotes, which say the address themselves */
function listLinks(place: Element, withNotes = true): Element[] {
  const links: Element[] = [];
  visit(place, 'element', (element) => {
    if (!withNotes && isNote(element)) return SKIP;
    if (element.tagName === 'a') links.push(element);
    return undefined;
  });
  return links;
}

function addressOf(link: Element): string | undefined {
  const { href } = link.properties;
  if (link.tagName !== 'a' || typeof href !== 'string' || !/^(?:https?|mailto):/.test(href)) return undefined;
  const short = (text: string) => text.replace(/^(?:https?:\/\/|mailto:)(?:www\.)?/, '').replace(/\/$/, '');
  return short(toString(link).trim()) === short(href) ? undefined : href;
}

/** Take the address from links to what this document does not hold; the words stay. The elements must be copies. */
export function dropDeadLinks(elements: readonly Element[]): Element[] {
  const ids = new Set<unknown>();
  for (const element of elements) visit(element, 'element', ({ properties }) => void ids.add(properties.id));
  return elements.map((element) => {
    if (!listLinks(element).some((link) => isDead(link, ids))) return element;
    const copy = structuredClone(element);
    for (const link of listLinks(copy).filter((one) => isDead(one, ids))) {
      delete link.properties.href;
      // The number of a note that is not here refers to nothing.
      delete link.properties.role;
    }
    return copy;
  });
}

function isDead(link: Element, ids: ReadonlySet<unknown>): boolean {
  const { href } = link.properties;
  if (typeof href !== 'string' || !href.startsWith('#')) return false;
  // The way back from a footnote is not shown on paper.
  return !ids.has(decodeId(href.slice(1))) && !hasClass(link, 'data-footnote-backref');
}

function decodeId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
