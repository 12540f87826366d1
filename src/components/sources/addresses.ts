/** Takes a source and leaves the addresses that its links lead to, those apart that its words already show. */
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { SourceEntry } from './node.js';

/** List the addresses to print with a source, each once. */
export function addressesOf({ children }: Pick<SourceEntry, 'children'>): string[] {
  const addresses = new Set<string>();
  const tree: Root = { type: 'root', children };
  visit(tree, 'link', (link) => {
    const isShown = toString(link) === link.url || `https://${toString(link)}` === link.url;
    if (/^https?:/.test(link.url) && !isShown) addresses.add(link.url);
  });
  return [...addresses];
}
