/**
 * Takes headings that end in `{#id .class}` and leaves them with that id and those classes: so Pandoc, Docusaurus and MkDocs write
 * them, and so articles bring them. On mdast, since `{…}` is plain text to every other step.
 */
import type { Heading, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';

/** An id, classes, or both; what else stands in braces is a habit of other tools, or text. */
const attributes =
  /\s*\{\s*((?:[#.][\p{L}\p{N}_][\p{L}\p{N}_:.-]*)(?:\s+[#.][\p{L}\p{N}_][\p{L}\p{N}_:.-]*)*)\s*\}\s*$/u;

/**
 * Give headings their ids and classes.
 *
 * before: heading > text "The formula {#formula}"
 * after:  heading[id=formula] > text "The formula"
 */
export function remarkHeadingAttributes() {
  return (tree: Root): void => {
    visit(tree, 'heading', (heading) => {
      const last = heading.children.at(-1);
      if (last?.type === 'text') takeAttributes(heading, last);
    });
  };
}

/** A heading of nothing but braces keeps them. */
function takeAttributes(heading: Heading, last: Text): void {
  const [whole = '', words = ''] = attributes.exec(last.value) ?? [];
  if (words === '' || (whole === last.value && heading.children.length === 1)) return;
  last.value = last.value.slice(0, -whole.length);
  const names = words.split(/\s+/);
  const id = names.findLast((name) => name.startsWith('#'))?.slice(1);
  const className = names.filter((name) => name.startsWith('.')).map((name) => name.slice(1));
  const hProperties = { ...(id && { id }), ...(className.length > 0 && { className }) };
  heading.data = { ...heading.data, hProperties };
}
