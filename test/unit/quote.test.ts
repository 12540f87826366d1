import type { Node } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { quote } from '../../src/components/quote/index.js';
import { attributionOf, textOf } from '../../src/components/quote/node.js';
import { compileText, slidesHtml } from '../support.js';
import { applyFixes, fence, parseComponent } from './component-example.js';

const parse = (blocks: string) => parseComponent(quote, fence(quote, blocks));

/** Parts of an attribution, each with the first letter of its kind. */
function partsText(line: string): string {
  const { node } = parse(`> Words.\n>\n> ${line}`);
  const attribution = node && attributionOf(node);
  return (attribution?.children ?? []).map((part: Node) => `${part.type} "${toString(part)}"`).join(' ');
}

describe('an attribution', () => {
  it.each([
    ['— Alan Kay', 'text "— " quoteName "Alan Kay"'],
    ['– Alan Kay', 'text "– " quoteName "Alan Kay"'],
    ['— Alan Kay, 1998', 'text "— " quoteName "Alan Kay" text ", " quoteDate "1998"'],
    ['— A, b, 13 July 2024', 'text "— " quoteName "A" text ", " text "b, " quoteDate "13 July 2024"'],
    ['— A, room 1998 b', 'text "— " quoteName "A" text ", " text "room 1998 b"'],
    ['— [A](https://example.org), 2024', 'text "— " quoteName "A" text ", " quoteDate "2024"'],
    ['— *The Times*, page 3', 'text "— " quoteName "The Times" text ", " text "page 3"'],
    ['— 2024', 'text "— " quoteDate "2024"'],
    ['<cite>— A, 2024</cite>', 'html "<cite>" text "— A, 2024" html "</cite>"'],
  ])('%s has the parts %s', (line, expected) => {
    expect(partsText(line)).toBe(expected);
  });

  it.each([
    ['> Words.\n>\n> — A', []],
    ['> Words.', ['3:1 quote-attribution-missing']],
    ['> — A', ['3:1 quote-missing']],
    ['> Words.\n>\n> -- A', ['3:1 quote-attribution-missing']],
    ['> Words.\n> — A', ['3:1 quote-attribution-missing']],
    ['> Words.\n\n— A', ['3:1 quote-attribution-missing']],
    ['> Words.\n>\n> — A\n\nText\n\n> More.', ['9:1 quote-second']],
    ['Words.', ['1:1 quote-missing']],
  ])('%j gives %j', (blocks, messages) => {
    expect(parse(blocks).messages).toEqual(messages);
  });

  it.each(['> Words.\n> — A, 2024', '> Words.\n\n— A, 2024', '> One\n> two.\n>\n> Three.\n>  — A, 2024'])(
    'is mended in %j by the fix of its message',
    (blocks) => {
      const fixed = parseComponent(quote, applyFixes(parse(blocks).file));
      expect(fixed.messages).toEqual([]);
      expect(fixed.node && toString(attributionOf(fixed.node))).toBe('— A, 2024');
      expect(fixed.node && toString(textOf(fixed.node))).not.toContain('—');
    },
  );

  it('is found where a plain quotation has it', async () => {
    const quotation = '> Words.\n>\n> — Alan Kay, 1998';
    const plain = slidesHtml(await compileText(quotation));
    const own = slidesHtml(await compileText(fence(quote, quotation)));
    expect(plain).toContain('<p class="attribution">— Alan Kay, 1998</p>');
    expect(own).toMatch(/<figcaption class="attribution">— .*Alan Kay.*, .*1998/);
  });
});
