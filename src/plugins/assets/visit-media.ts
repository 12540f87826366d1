/** Takes a tree and visits the addresses of pictures, videos and sounds in it: one each, or the several that an element offers. */
import type { Element, Parents, Root } from 'hast';
import { visit } from 'unist-util-visit';

const mediaElements = ['img', 'video', 'audio', 'source'];

/** Visit the addresses that stand alone. */
export function visitMedia(
  tree: Root,
  visitor: (element: Element, name: string, url: string, parent: Parents | undefined) => void,
): void {
  visit(tree, 'element', (element, _, parent) => {
    if (!mediaElements.includes(element.tagName)) return;
    // The picture first: without a film the whole element goes.
    for (const name of ['poster', 'src']) {
      const url = element.properties[name];
      if (typeof url === 'string' && url !== '') visitor(element, name, url, parent);
    }
  });
}

/** One of the pictures that an element offers, and for which width or density. */
export interface Candidate {
  readonly url: string;
  readonly width: string;
}

/** Visit the elements that offer several. */
export function visitCandidates(
  tree: Root,
  visitor: (element: Element, candidates: readonly Candidate[]) => void,
): void {
  visit(tree, 'element', (element) => {
    const { srcSet } = element.properties;
    if (typeof srcSet !== 'string') return;
    // A comma may be part of an address (`data:…;base64,…`), but not its end.
    const found = srcSet.matchAll(/([^\s,]\S*[^\s,])(?:\s+([\d.]+[wxh]))?/g);
    visitor(
      element,
      Array.from(found, ([, url = '', width = '']) => ({ url, width })),
    );
  });
}
