/** Compiles a slide with one block, for the tests of components; a plain viewer is what they look like without us. */
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { listSections } from '../../src/deck/sections.js';
import { compileText } from '../support.js';

export interface CompiledBlocks {
  readonly html: string;
  readonly tree: Root;
  readonly slides: readonly Element[];
  /** `line:column rule` of every message. */
  readonly messages: string[];
}

/** Compile a deck. */
export async function compileBlocks(text: string): Promise<CompiledBlocks> {
  const { tree, file } = await compileText(text);
  const messages = file.messages.map((one) => `${one.line}:${one.column} ${one.ruleId}`);
  return { html: toHtml(tree), tree, slides: listSections(tree), messages };
}

/** List the elements of a tag name. */
export function elementsOf(tree: Root | Element, tagName: string): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.tagName === tagName) found.push(element);
  });
  return found;
}

/** The text of an element as it is read. */
export function textOf(node: Root | Element): string {
  return toText(node).replaceAll(/\s+/g, ' ').trim();
}

/** What a viewer shows that knows GFM and no directives: the lines of fences taken out. */
export function plainView(text: string): Root {
  const plain = text.replaceAll(/^:::.*$/gm, '');
  const tree = fromMarkdown(plain, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return toHast(tree) as Root;
}
