/** What holds for all the small components, whatever their authors write: nothing is lost, and it reads without Lectern. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import type { Node, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { SKIP, visit } from 'unist-util-visit';
import { describe, expect, it, test } from 'vitest';
import type { Component } from '../../src/components/component.js';
import { components } from '../../src/components/index.js';
import { compileText, projectFolder } from '../support.js';
import { fence, parseComponent, room } from './component-example.js';

const runs = process.env.LECTERN_FULL ? 1000 : 60;
const names = ['proscons', 'decide', 'features', 'faq', 'quote', 'stats'] as const;

function componentOf(name: string): Component {
  const found = components.find((component) => component.name === name);
  if (!found) throw new Error(`Unexpected component \`${name}\`, expected one of the list`);
  return found;
}

/** The first example of a component's page. */
function exampleOf(name: string): string {
  const page = readFileSync(path.join(projectFolder, 'src', 'components', name, 'README.md'), 'utf8');
  return /^```markdown\n([^]*?)^```$/m.exec(page)?.[1] ?? '';
}

const wordsOf = (text: string): string[] => text.match(/\p{L}{3,}/gu) ?? [];

describe.each(names)('%s', (name) => {
  const component = componentOf(name);

  it('is read without a message, and can be read without Lectern', () => {
    const example = exampleOf(name);
    const { node, messages } = parseComponent(component, example);
    expect(node).toBeDefined();
    expect(messages).toEqual([]);
    const plain = example.replaceAll(/^:::.*\n/gm, '');
    const tree = fromMarkdown(plain, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    const kinds = new Set<string>();
    visit(tree, (child) => void kinds.add(child.type));
    const wanted = { proscons: ['heading', 'list'], faq: ['heading'], quote: ['blockquote'] };
    for (const kind of { ...wanted }[name as keyof typeof wanted] ?? ['list', 'strong'])
      expect([...kinds]).toContain(kind);
    const html = toHtml(toHast(tree));
    expect(html).not.toContain(':::');
    expect(toText(toHast(tree)).match(/[{}]/g)).toBeNull();
  });

  test('whatever stands inside: a component or a message, and no word lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyBlock(), { maxLength: 7 }), async (blocks) => {
        const deck = await compileText(fence(component, blocks.join('\n\n'), '[Caption]'));
        const drawn = JSON.stringify(deck.tree).includes(`"${name}"`);
        expect(drawn || deck.file.messages.length > 0).toBe(true);
        const shown = new Set(wordsOf(`${toText(deck.tree)} ${altsOf(deck.tree)}`));
        const lost = wordsOf(blocks.join(' ')).filter((word) => !shown.has(word) && !notWords.includes(word));
        expect(lost).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test('parts of any room hold every word, and nothing but the frame twice', () => {
    fc.assert(
      fc.property(
        fc.array(anyBlock(), { maxLength: 9 }),
        fc.integer({ min: 0, max: 700 }),
        (blocks, height) => {
          const { node, context } = parseComponent(component, fence(component, blocks.join('\n\n')));
          if (!node || !component.split) return;
          const parts = component.split(node, { ...room, height, nextHeight: height + 40 }, context);
          const [whole, cut] = [leavesOf([node]), leavesOf(parts)];
          expect(cut).toHaveLength(whole.length);
          expect(new Set(cut)).toEqual(new Set(whole));
          const heights = [node, ...parts].map((part) => component.measure?.(part, room, context) ?? 0);
          expect(heights.every((one) => Number.isFinite(one) && one >= 0)).toBe(true);
        },
      ),
      { numRuns: runs },
    );
  });
});

/** The text nodes of trees themselves; headings and sources are repeated, as parts of the frame. */
function leavesOf(nodes: readonly Node[]): Node[] {
  const leaves: Node[] = [];
  for (const node of nodes) {
    visit(node as Root, (child) => {
      const isSource = child.type === 'paragraph' && /^Sources?:/.test(toString(child));
      if (child.type === 'heading' || isSource) return SKIP;
      if (child.type === 'text') leaves.push(child);
      return undefined;
    });
  }
  return leaves;
}

function altsOf(tree: Parameters<typeof toText>[0]): string {
  const alts: string[] = [];
  visit(tree, 'element', ({ properties }) => void alts.push(properties.alt ?? ''));
  return alts.join(' ');
}

/** Parts of the syntax that are written with letters. */
const notWords = ['svg', 'cite', 'Source'];

/** Blocks that fit, blocks that nearly fit, and blocks that have no business here. */
function anyBlock(): fc.Arbitrary<string> {
  const word = fc.stringMatching(/^[a-z]{3,9}$/);
  const inline = fc.oneof(
    word,
    word.map((one) => `**${one}**`),
    word.map((one) => `*${one}*`),
    word.map((one) => `\`${one}\``),
    word.map((one) => `![${one}](a.svg)`),
    word.map((one) => `[${one}](#a)`),
    fc.constantFrom('→', '->', '—', '-', ':', '?', ',', '2024', '<br>'),
  );
  const line = fc.array(inline, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
  const item = fc.oneof(
    line.map((one) => `- ${one}`),
    line.map((one) => `1. ${one}`),
    fc.tuple(line, line).map(([first, second]) => `- ${first}\n\n  ${second}`),
    fc.tuple(line, line).map(([first, second]) => `- ${first}\n  - ${second}`),
    line.map((one) => `- [x] ${one}`),
    fc.constant('-'),
  );
  return fc.oneof(
    fc.array(item, { minLength: 1, maxLength: 8 }).map((items) => items.join('\n')),
    fc.tuple(fc.constantFrom('##', '###', '####'), line).map(([marks, one]) => `${marks} ${one}`),
    fc.constantFrom('### Pros', '### Cons', '### Who asks?'),
    line.map((one) => `> ${one}`),
    fc.tuple(line, line).map(([first, second]) => `> ${first}\n>\n> — ${second}`),
    line.map((one) => `p ${one}`),
    line.map((one) => `Source: ${one}`),
    line.map((one) => `| a | b |\n| - | - |\n| ${one.replaceAll('|', '')} | x |`),
    word.map((one) => `\`\`\`\n${one}\n\`\`\``),
    word.map((one) => `<cite>${one}</cite>`),
  );
}
