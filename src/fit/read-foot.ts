/** Takes the blocks of a slide and leaves the text that will stand at its foot: notes that are referred to, then sources. */
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { SlideBlock } from '../deck/nodes.js';

/** Read the foot of a slide, as one text. */
export function readFoot(blocks: readonly SlideBlock[], footnotes: ReadonlyMap<string, string>): string {
  const keys = new Set<string>();
  const sources: string[] = [];
  for (const block of blocks) {
    visit(block, (node) => {
      if (node.type === 'footnoteReference') keys.add(node.identifier);
      const text = node.type === 'paragraph' ? toString(node) : '';
      if (isSource(text)) sources.push(text);
    });
  }
  const notes = [...keys].map((key, index) => `${index + 1} ${footnotes.get(key) ?? ''}`);
  return [...notes, ...sources].join('  ');
}

/** Tell whether the text of a paragraph is a source, which stands at the foot. */
export function isSource(text: string): boolean {
  return /^\s*Sources?:\s/.test(text);
}
