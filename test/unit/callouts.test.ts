/** Which quotations become callouts, and what they become. */
import type { Element } from 'hast';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { compileText } from '../support.js';

interface Found {
  readonly kind: unknown;
  readonly title: string;
  readonly text: string;
}

async function calloutsOf(
  markdown: string,
): Promise<{ callouts: Found[]; messages: (string | undefined)[] }> {
  const { tree, file } = await compileText(markdown);
  const callouts: Found[] = [];
  visit(tree, 'element', ({ properties, children }: Element) => {
    if (!properties.dataCallout) return;
    const [title, ...blocks] = children.filter((child) => child.type === 'element');
    const text = blocks.map((block) => toText(block)).join('|');
    callouts.push({ kind: properties.dataCallout, title: title ? toText(title) : '', text });
  });
  return { callouts, messages: file.messages.map(({ ruleId }) => ruleId) };
}

describe('a quotation with a marker', () => {
  test.each([
    ['> [!NOTE]\n> Text', 'note', 'Note', 'Text'],
    ['> [!note]\n> Text', 'note', 'Note', 'Text'],
    ['> [!Tip]\r\n> Text', 'tip', 'Tip', 'Text'],
    ['> [!IMPORTANT]\n>\n> Text', 'important', 'Important', 'Text'],
    ['> [!CAUTION] \n> One\n> two', 'caution', 'Caution', 'One two'],
    ['> [!WARNING] Mind the gap\n> Text', 'warning', 'Warning Mind the gap', 'Text'],
    ['> [!WARNING] Mind *the*\r> Text', 'warning', 'Warning Mind the', 'Text'],
    ['> [!tip]+ Open\n> - One\n> - Two', 'tip', 'Tip Open', 'One\nTwo'],
    ['> [!tip]-\n> Text', 'tip', 'Tip', 'Text'],
    ['> [!NOTE]  \n> Text', 'note', 'Note', 'Text'],
    ['> [!NOTE]', 'note', 'Note', ''],
  ])('%j is a callout', async (markdown, kind, title, text) => {
    expect(await calloutsOf(markdown)).toEqual({ callouts: [{ kind, title, text }], messages: [] });
  });

  test.each([
    '> [!NOTE]Text',
    '> \\[!NOTE]\n> Text',
    '> See [!NOTE]',
    '> [NOTE]\n> Text',
    '[!NOTE]\n\nText',
    '> ![x](y)',
  ])('%j is none', async (markdown) => expect((await calloutsOf(markdown)).callouts).toEqual([]));

  test.each(['FOO', 'info', 'constructor'])('`[!%s]` is reported and stays a quotation', async (name) => {
    expect(await calloutsOf(`> [!${name}]\n> Text`)).toEqual({ callouts: [], messages: ['callout-unknown'] });
  });

  test('words are those of the deck’s language', async () => {
    const { callouts } = await calloutsOf('---\nlang: de\n---\n\n> [!WARNING]\n> Text');
    expect(callouts[0]?.title).toBe('Warnung');
  });

  test('inside another block and another callout', async () => {
    const { callouts } = await calloutsOf('- Item\n\n  > [!NOTE]\n  > Outer\n  >\n  > > [!TIP]\n  > > Inner');
    expect(callouts.map(({ kind }) => kind)).toEqual(['note', 'tip']);
  });
});
