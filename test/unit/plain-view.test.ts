/** Every example is readable Markdown without Lectern: a viewer that knows GFM and no directives shows a table, a list, a quotation, code. */
import { describe, expect, test } from 'vitest';
import { examples } from '../examples.js';
import { compileBlocks, elementsOf, plainView, textOf } from './blocks-example.js';

/** What a component is without its fences. */
const forms: Readonly<Record<string, readonly string[]>> = {
  bars: ['table'],
  claims: ['ul'],
  'code-compare': ['pre', 'pre'],
  columns: [],
  comparison: ['table'],
  decide: ['ul'],
  faq: ['h3', 'p'],
  features: ['ul'],
  proscons: ['h3', 'ul', 'h3', 'ul'],
  quote: ['blockquote'],
  stats: ['ul'],
  timeline: ['ul'],
  users: ['ul'],
};

test('there are examples of every component', () => {
  expect(new Set(examples.map(({ name }) => name))).toEqual(
    new Set(Object.keys(forms).filter((name) => name !== 'columns')),
  );
});

describe.each(examples)('$name in $place', ({ name, markdown }) => {
  const plain = plainView(markdown);

  test('is what it is without its fences', () => {
    const tags = plain.children.flatMap((child) => (child.type === 'element' ? [child.tagName] : []));
    let at = -1;
    for (const tag of forms[name] ?? []) {
      at = tags.indexOf(tag, at + 1);
      expect(at, `${tag} in ${tags.join(' ')}`).toBeGreaterThanOrEqual(0);
    }
    const paragraphs = elementsOf(plain, 'p').map(textOf);
    expect(paragraphs.filter((text) => /^(?::::|\|)/.test(text))).toEqual([]);
  });

  test('each word of it is shown by Lectern, too', async () => {
    const { tree, html } = await compileBlocks(`# A\n\n${markdown}`);
    const ours = `${textOf(tree)} ${html}`;
    const parts = ['li', 'td', 'th', 'pre', 'blockquote', 'p'].flatMap((tag) => elementsOf(plain, tag));
    const words = parts.flatMap((part) => textOf(part).match(/\p{L}{5,}/gu) ?? []);
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => !ours.includes(word))).toEqual([]);
  });
});
