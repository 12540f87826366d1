/** Takes the HTML of a slide and leaves it in two: what everybody may see, and the notes, which only the speaker's phone gets. */
import type { Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { hasClass } from '../../document/print/elements.js';

/** A slide in two parts. */
export interface SlideParts {
  readonly html: string;
  /** Empty when there are none. */
  readonly notes: string;
}

/** Part a slide. */
export function partSlide(html: string): SlideParts {
  const tree: Root = fromHtml(html, { fragment: true });
  const notes: RootContent[] = [];
  visit(tree, 'element', (element, index, parent) => {
    // Wherever they stand: notes are hoisted out of other blocks, and must not be seen were one ever not.
    const isNotes = element.tagName === 'aside' && hasClass(element, 'notes');
    if (!isNotes || !parent || index === undefined) return undefined;
    notes.push(...element.children);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return { html: toHtml(tree), notes: toHtml({ type: 'root', children: notes }) };
}
