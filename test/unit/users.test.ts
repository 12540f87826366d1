import { expect, test } from 'vitest';
import { compileBlocks, elementsOf, textOf } from './blocks-example.js';

const wall = (names: readonly string[]) =>
  `# A\n\n---\n\n# Who\n\n:::users{asof=2024-11}\n\n${names.map((name) => `- ${name}`).join('\n')}\n\nSource: list.\n\n:::\n`;

const many = (count: number, name = 'Name') =>
  Array.from({ length: count }, (_, index) => `${name} ${index}`);

test.each([
  [many(2), '--users-columns:2;--users-size:44px'],
  [many(9), '--users-columns:3;--users-size:36px'],
  [many(20), '--users-columns:4;--users-size:28px'],
  [many(40), '--users-columns:5;--users-size:22px'],
  [many(9, 'Quite a long name of a company that sells'), '--users-columns:3;--users-size:28px'],
])('sets %# names in a grid of their number and length', async (names, style) => {
  const { tree } = await compileBlocks(wall(names));
  expect(elementsOf(tree, 'ul')[0]?.properties.style).toBe(style);
});

test('keeps links and pictures, and sets words behind a dash apart', async () => {
  const { html } = await compileBlocks(wall(['[A](https://example.org) — does a thing', 'B-C', 'D – e']));
  expect(html).toContain(
    '<span class="user-name"><a href="https://example.org">A</a></span> <span class="user-detail">does a thing</span>',
  );
  expect(html).toContain('<span class="user-name">B-C</span>');
  expect(html).toContain('<span class="user-name">D</span> <span class="user-detail">e</span>');
});

test('goes on on further slides with date and source, and loses nobody', async () => {
  const names = many(150);
  const { slides } = await compileBlocks(wall(names));
  const parts = slides.slice(1);
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(textOf(part)).toMatch(/Source: list\..*As of Nov 2024/);
  expect(parts.flatMap((part) => elementsOf(part, 'li').map(textOf))).toEqual(names);
});

test('asks for date and source, once each', async () => {
  const { messages } = await compileBlocks('# A\n\n:::users\n\n- B\n\n:::\n');
  expect(messages).toEqual(['3:1 users-date-missing', '3:1 users-source-missing']);
  const wrongDate = await compileBlocks('# A\n\n:::users{asof=soon}\n\n- B\n\nSource: x.\n\n:::\n');
  expect(wrongDate.messages).toEqual(['3:1 directive-option-value']);
});
