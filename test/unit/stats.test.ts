import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { stats } from '../../src/components/stats/index.js';
import { partOf, statsOf } from '../../src/components/stats/node.js';
import { compileText, slidesHtml } from '../support.js';
import { fence, parseComponent, room } from './component-example.js';

const parse = (blocks: string, options = '') => parseComponent(stats, fence(stats, blocks, options));
const source = '\n\nSource: a book.';

describe('a number', () => {
  it.each([
    ['- **94K** stars', '94K| stars'],
    ['- **94 K** *stars*, PyTorch', '94 K| stars, PyTorch'],
    ['- **94K**', '94K|'],
    ['- stars **94K**', '|stars 94K'],
  ])('%s is "%s"', (item, expected) => {
    const { node } = parse(item + source);
    const [stat] = node ? statsOf(node) : [];
    expect(
      `${toString(stat && partOf(stat, 'statNumber'))}|${toString(stat && partOf(stat, 'statLabel'))}`,
    ).toBe(expected);
  });

  it.each([
    [`- **1** a${source}`, []],
    ['- **1** a [^n]\n- **2** b\n\n  With a note. [^n]', []],
    ['- **1** a\n- **2** b [^n]', ['3:1 facts-source-missing']],
    [`- a${source}`, ['3:1 stats-number-missing']],
    [`- **1**\n- **2**\n- **3**\n- **4**\n- **5**${source}`, ['1:1 stats-many']],
    ['1 a', ['1:1 stats-list-missing']],
  ])('%j gives %j', (blocks, messages) => {
    expect(parse(`${blocks}\n\n[^n]: A note.`).messages).toEqual(messages);
  });

  it('is dated behind the source, at the foot', async () => {
    const html = slidesHtml(await compileText(fence(stats, `- **1** a${source}`, '{#one asof=2025-10}')));
    expect(html).toMatch(/aria-describedby="one-source"/);
    expect(html).toMatch(
      /<p class="source" id="one-source">Source: a book\.<\/p>\s*<p class="as-of source">As of Oct 2025<\/p>/,
    );
  });
});

describe('cutting', () => {
  it('keeps lines of four together and every number once', () => {
    const items = Array.from({ length: 22 }, (_, index) => `- **${index}** label`);
    const { node, context } = parse(items.join('\n') + source);
    const parts = node ? (stats.split?.(node, room, context) ?? []) : [];
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.slice(0, -1).every((part) => statsOf(part).length % 4 === 0)).toBe(true);
    expect(parts.flatMap((part) => statsOf(part).map((stat) => toString(stat)))).toEqual(
      items.map((_, index) => `${index} label`),
    );
  });
});
