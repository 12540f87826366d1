/** Takes a tree and leaves the titles of its definitions, since `![alt][label]` carries none of its own. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Collect the titles of all definitions by identifier; of two with one name the first counts, as in CommonMark. */
export function definitionTitles(tree: Root): Map<string, string> {
  const titles = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, title }) => {
    if (!titles.has(identifier)) titles.set(identifier, title ?? '');
  });
  return titles;
}
