/** The words of a deck before and after: what an author wrote for anybody to read, and what the slides hold. */
import type { Element, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { normalizeConfig } from '../src/config/config.js';
import { remarkCallouts } from '../src/plugins/remark-callouts.js';
import { remarkEmoji } from '../src/plugins/remark-emoji.js';
import { remarkHeadingAttributes } from '../src/plugins/remark-heading-attributes.js';
import { remarkImageAttributes } from '../src/plugins/remark-image-attributes.js';
import { createTreeProcessor } from '../src/processor.js';

/** Letters in runs of three or more: numbers and dates may be written anew, words may not. */
function wordsOf(text: string): Set<string> {
  return new Set(text.match(/\p{L}{3,}/gu) ?? []);
}

/** Collect the words an author wrote for anybody to read: no HTML, no front matter, no names of directives. */
export async function authoredWords(text: string): Promise<Set<string>> {
  const file = new VFile({ value: text });
  const tree = createTreeProcessor(normalizeConfig()).parse(file);
  // What these write anew is no loss: sizes and ids in braces, `[!TIP]`, names of emoji.
  remarkImageAttributes()(tree, file);
  remarkHeadingAttributes()(tree);
  remarkCallouts()(tree, file);
  await remarkEmoji()(tree);
  const parts: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') parts.push(node.value);
    if (node.type === 'image') parts.push(node.alt ?? '');
  });
  return wordsOf(parts.join('\n'));
}

/** Collect the words that a reader of the slides can find, alternatives and hidden words too. */
export function renderedWords(tree: Root): Set<string> {
  const parts = [toText(tree)];
  visit(tree, 'element', (element: Element) => {
    const { alt, ariaLabel, dataBackground } = element.properties;
    parts.push(...[alt, ariaLabel, dataBackground].filter((value) => typeof value === 'string'));
    if (element.properties.hidden || element.tagName === 'svg' || element.tagName === 'aside')
      parts.push(toText(element));
  });
  visit(tree, 'text', (node) => void parts.push(node.value));
  return wordsOf(parts.join('\n'));
}
