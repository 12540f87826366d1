/** Takes an article and leaves it with links that lead from another folder to the same files; its words and all else stay as written. */
import type { Definition, Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Rewrite the addresses of links. @param relocate leaves an address as it is, or another */
export function relocateLinks(source: string, tree: Root, relocate: (url: string) => string): string {
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  visit(tree, ['link', 'definition'], (node) => {
    const link = node as Link | Definition;
    const url = relocate(link.url);
    const start = url === link.url ? undefined : findAddress(link, source);
    if (start !== undefined) edits.push({ start, end: start + link.url.length, text: url });
  });
  let moved = '';
  let end = 0;
  for (const edit of edits.sort((one, other) => one.start - other.start)) {
    moved += source.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return moved + source.slice(end);
}

/** Find where an address is written: after the words of a link, after the label of a definition. One that is written with escapes is left. */
function findAddress(link: Link | Definition, source: string): number | undefined {
  const [from, to] = [link.position?.start.offset, link.position?.end.offset];
  if (from === undefined || to === undefined) return undefined;
  const words = link.type === 'link' ? link.children.at(-1)?.position?.end.offset : undefined;
  const [bracket] = /\][(:]\s*<?/.exec(source.slice(words ?? from, to)) ?? [];
  if (bracket === undefined) return undefined;
  const start = source.indexOf(bracket, words ?? from) + bracket.length;
  return source.startsWith(link.url, start) ? start : undefined;
}
