/** Takes the tree of an included file and leaves it fit for the deck: places, paths and names count from the deck. */
import path from 'node:path/posix';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type FilePart, shiftPoint } from '../../diagnostics/file-parts.js';

/** Move all positions to where the file's text stands in the deck's. */
export function shiftPositions(tree: Root, part: FilePart): void {
  visit(tree, (node) => {
    if (!node.position) return;
    const { start, end } = node.position;
    node.position = { start: shiftPoint(start, part), end: shiftPoint(end, part) };
  });
}

/** Paths are written relative to the file they stand in; the deck needs them relative to itself. */
export function rebasePaths(tree: Root, folder: string): void {
  if (folder === '' || folder === '.') return;
  const rebase = (url: string) => (isRelative(url) ? path.join(folder, url) : url);
  visit(tree, (node) => {
    if (node.type === 'image' || node.type === 'link' || node.type === 'definition')
      node.url = rebase(node.url);
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return;
    const { src, background } = node.attributes ?? {};
    // What is included from here is found from here.
    if (node.attributes && src && node.name !== 'include') node.attributes.src = rebase(src);
    // A colour or a gradient is no path.
    if (node.attributes && background && /^[^()#]+\.\w+$/.test(background)) {
      node.attributes.background = rebase(background);
    }
  });
}

function isRelative(url: string): boolean {
  return url !== '' && !/^[a-z][a-z0-9+.-]*:|^[/#?\\]/i.test(url) && !url.includes('{{');
}

/** Give definitions that the deck has already another name, so that `[1]` of two files are two links. */
export function renameDefinitions(tree: Root, taken: Set<string>, name: string): void {
  const renamed = new Map<string, string>();
  visit(tree, (node) => {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') return;
    const key = keyOf(node);
    if (taken.has(key)) renamed.set(key, `${node.identifier} ${name}`);
    taken.add(key);
  });
  visit(tree, (node) => {
    if (!('identifier' in node)) return;
    const other = renamed.get(keyOf(node));
    if (other !== undefined) node.identifier = other;
  });
}

function keyOf(node: Nodes & { identifier: string }): string {
  return `${node.type.startsWith('footnote') ? '^' : ''}${node.identifier}`;
}

/** List the names that a tree's definitions take. */
export function listDefinitions(tree: Root): Set<string> {
  const names = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') names.add(keyOf(node));
  });
  return names;
}
