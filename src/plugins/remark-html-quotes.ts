/**
 * Takes `<blockquote>` and `</blockquote>` that stand alone around Markdown, as articles have them, and leaves quotations:
 * only what is one block can be measured, and cut where it is higher than a slide.
 */
import type { Blockquote, Html, Node, Parent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** The attribute is how other tools are told that Markdown is inside. */
const opening = /^<blockquote(?:\s+markdown(?:=["']?\w*["']?)?)?\s*>$/i;
const closing = /^<\/blockquote\s*>$/i;

/**
 * Make quotations of Markdown between raw tags.
 *
 * before: html "<blockquote>", paragraph, html "</blockquote>"
 * after:  blockquote > paragraph
 */
export function remarkHtmlQuotes() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if ('children' in node) joinQuotes(node);
    });
  };
}

function joinQuotes(parent: Parent): void {
  for (let from = 0; from < parent.children.length; from += 1) {
    const end = isTag(parent.children[from], opening)
      ? parent.children.findIndex((node, index) => index > from && isTag(node, /^<\/?blockquote\b/i))
      : -1;
    // A slide break inside would be lost in a quotation, and one quotation in another is left to the browser.
    const inside = parent.children.slice(from + 1, end);
    if (!isTag(parent.children[end], closing) || inside.some(({ type }) => type === 'thematicBreak'))
      continue;
    const [start, stop] = [parent.children[from]?.position?.start, parent.children[end]?.position?.end];
    const quote: Blockquote = {
      type: 'blockquote',
      children: inside as Blockquote['children'],
      ...(start && stop && { position: { start, end: stop } }),
    };
    parent.children.splice(from, end - from + 1, quote);
  }
}

function isTag(node: Node | undefined, tag: RegExp): boolean {
  return node?.type === 'html' && tag.test((node as Html).value.trim());
}
