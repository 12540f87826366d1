import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { faq } from '../../src/components/faq/index.js';
import { answerOf, entriesOf, type FaqNode, questionOf } from '../../src/components/faq/node.js';
import { applyFixes, fence, parseComponent, room } from './component-example.js';

const parse = (blocks: string, options = '') => parseComponent(faq, fence(faq, blocks, options));
const entriesText = (node: FaqNode | undefined): string[] =>
  node
    ? entriesOf(node).map((entry) => {
        const question = questionOf(entry);
        return `${question ? toString(question) : ''}|${answerOf(entry)
          .map((block) => toString(block))
          .join('/')}`;
      })
    : [];

describe('entries', () => {
  it.each([
    ['### A?\n\none\n\ntwo\n\n### B?\n\n- three', ['A?|one/two', 'B?|three']],
    ['### A?\n\none\n\n#### Part\n\ntwo', ['A?|one/Part/two']],
    ['before\n\n### A?\n\none', ['|before', 'A?|one']],
    ['#### Deep?\n\none\n\n### A?\n\ntwo', ['|Deep?/one', 'A?|two']],
    ['nothing', []],
  ])('of %j are %j', (blocks, expected) => {
    expect(entriesText(parse(blocks).node)).toEqual(expected);
  });

  it.each([
    ['### A?\n\none', []],
    ['### A？\n\none', []],
    ['### هل؟\n\none', []],
    ['### A? \n\none', []],
    ['### `A?`\n\none', []],
    ['### A\n\none', ['3:1 faq-question-mark']],
    ['### A?', ['3:1 faq-answer-missing']],
    ['one', ['1:1 faq-question-missing']],
  ])('%j gives %j', (blocks, messages) => {
    expect(parse(blocks).messages).toEqual(messages);
  });

  it('gets its question mark by the fix of its message', () => {
    const fixed = applyFixes(parse('### Is it *so*\n\nYes.').file);
    expect(fixed).toContain('### Is it *so*?\n');
    expect(parseComponent(faq, fixed).messages).toEqual([]);
  });
});

describe('cutting', () => {
  const entries = (count: number): string =>
    Array.from({ length: count }, (_, index) => `### Question ${index}?\n\nAnswer ${index}.`).join('\n\n');
  const split = (blocks: string, options: string, height = room.height) => {
    const { node, context } = parse(blocks, options);
    return node ? (faq.split?.(node, { ...room, height }, context) ?? []) : [];
  };

  it.each([
    ['{split=each}', 3, 3],
    ['{split=none}', 30, 1],
    ['{split=auto}', 3, 1],
    ['', 3, 1],
  ])('with %j makes of %i questions %i slides', (options, count, slides) => {
    expect(split(entries(count), options)).toHaveLength(slides);
    if (options !== '{split=auto}') expect(split(entries(count), options, Infinity)).toHaveLength(slides);
  });

  it('keeps every entry once and what stands before the first with it', () => {
    expect(split(`before\n\n${entries(2)}`, '{split=each}').map(entriesText)).toEqual([
      ['|before', 'Question 0?|Answer 0.'],
      ['Question 1?|Answer 1.'],
    ]);
    const parts = split(entries(30), '');
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flatMap(entriesText)).toEqual(
      Array.from({ length: 30 }, (_, index) => `Question ${index}?|Answer ${index}.`),
    );
  });
});
