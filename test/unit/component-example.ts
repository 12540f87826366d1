/** Reads one directive alone and gives it to its component, for the tests of components. */
import type { Node, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Component, ComponentContext, Room } from '../../src/components/component.js';
import { normalizeConfig } from '../../src/config/config.js';
import { createTreeProcessor } from '../../src/processor.js';
import { selectStrings } from '../../src/strings.js';

/** The place of a component on a slide with a title. */
export const room: Room = { width: 1136, height: 520, nextHeight: 560, fit: 1 };

/** What a component made of a text. */
export interface Parsed<N> {
  readonly node: N | undefined;
  /** `line:column rule` of every message. */
  readonly messages: string[];
  readonly file: VFile;
  readonly context: ComponentContext;
}

/** Parse the first directive of a component in a text. */
export function parseComponent<N extends Node>(
  component: Component<N>,
  value: string,
  lang = 'en',
): Parsed<N> {
  const file = new VFile({ value, path: 'deck.md' });
  const context = { file, strings: selectStrings(lang), lang, read: () => undefined };
  let node: N | undefined;
  visit(parseMarkdown(file), 'containerDirective', (directive) => {
    if (!node && directive.name === component.name) node = component.parse(directive, context);
  });
  const messages = file.messages.map((one) => `${one.line}:${one.column} ${one.ruleId}`);
  return { node, messages, file, context };
}

/** Parse as a deck is parsed. */
function parseMarkdown(file: VFile): Root {
  return createTreeProcessor(normalizeConfig()).parse(file);
}

/** Put blocks between the fences of a component. */
export function fence(component: Pick<Component, 'name'>, blocks: string, options = ''): string {
  return `:::${component.name}${options}\n\n${blocks}\n\n:::\n`;
}

/** Make the changes that the messages of a file carry. */
export function applyFixes(file: VFile): string {
  const edits = file.messages.flatMap((message) => message.fix ?? []).toSorted((a, b) => b.start - a.start);
  return edits.reduce(
    (text, { start, end, text: after }) => text.slice(0, start) + after + text.slice(end),
    String(file.value),
  );
}
