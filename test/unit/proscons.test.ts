import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { proscons } from '../../src/components/proscons/index.js';
import { countItems, type ProsConsNode, sidesOf } from '../../src/components/proscons/node.js';
import { fence, parseComponent, room } from './component-example.js';

const list = (count: number, words = 'A point'): string =>
  Array.from({ length: count }, (_, index) => `- ${words} ${index + 1}`).join('\n');
const pair = (pros: string, cons: string): string =>
  fence(proscons, `### Pros\n\n${pros}\n\n### Cons\n\n${cons}`);
const sidesText = (node: ProsConsNode | undefined): string[] =>
  node ? sidesOf(node).map((side) => `${side.side} ${countItems(side)}`) : [];

describe('the sides', () => {
  it.each([
    ['Pros', 'Cons', 'en'],
    ['pros', 'CONS', 'en'],
    ['Vorteile', 'Nachteile', 'de'],
    ['Pros', 'Cons', 'de'],
    ['Avantages', 'Inconvénients', 'fr'],
    ['Ventajas', 'Desventajas', 'es'],
    ['优点', '缺点', 'zh'],
    ['長所', '短所', 'ja'],
  ])('are known by %s and %s where the language is %s', (pros, cons, lang) => {
    const { node, messages } = parseComponent(
      proscons,
      fence(proscons, `### ${pros}\n\n- a\n\n### ${cons}\n\n- b\n- c`),
      lang,
    );
    expect(sidesText(node)).toEqual(['pros 1', 'cons 2']);
    expect(messages).toEqual([]);
  });

  it.each([
    [
      '### Vorteile\n\n- a\n\n### Nachteile\n\n- b',
      ['other 1', 'other 1'],
      ['3:1 proscons-heading', '7:1 proscons-heading'],
    ],
    ['### Pros\n\n- a', ['pros 1'], ['1:1 proscons-list-missing']],
    ['### Pros\n\nText\n\n### Cons\n\n- b', ['pros 0', 'cons 1'], ['3:1 proscons-list-missing']],
    ['### Pros\n\n- a\n\nText\n\n- b\n\n### Cons\n\n1. c', ['pros 2', 'cons 1'], []],
    ['- a\n- b', [], ['1:1 proscons-list-missing']],
    ['### Pros\n\n### Cons', [], ['1:1 proscons-list-missing']],
  ])('of %j are %j', (blocks, sides, expected) => {
    const { node, messages } = parseComponent(proscons, fence(proscons, blocks));
    expect(sidesText(node)).toEqual(sides);
    expect(messages).toEqual(expected);
  });

  it.each([
    [1, 1, false],
    [2, 1, false],
    [3, 1, true],
    [3, 6, false],
    [3, 7, true],
  ])('with %i against %i points: a message %s', (pros, cons, expected) => {
    const { messages } = parseComponent(proscons, pair(list(pros), list(cons)));
    expect(messages.includes('1:1 proscons-counts-differ')).toBe(expected);
  });
});

describe('cutting', () => {
  const long = parseComponent(proscons, pair(list(30), list(12)));
  const parts = long.node ? (proscons.split?.(long.node, room, long.context) ?? []) : [];

  it('keeps every point, in order, under its own heading', () => {
    expect(parts.length).toBeGreaterThan(1);
    for (const kind of ['pros', 'cons'] as const) {
      const points = parts.flatMap((part) =>
        sidesOf(part)
          .filter((side) => side.side === kind)
          .flatMap((side) => side.children.filter((child) => child.type === 'list'))
          .flatMap((one) => one.children.map((item) => toString(item))),
      );
      expect(points).toEqual(
        list(kind === 'pros' ? 30 : 12)
          .split('\n')
          .map((line) => line.slice(2)),
      );
    }
  });

  it('makes parts that fit', () => {
    const [first, ...others] = parts.map((part) => proscons.measure?.(part, room, long.context) ?? Infinity);
    expect(first).toBeLessThanOrEqual(room.height);
    expect(others.every((height) => height <= room.nextHeight)).toBe(true);
  });

  it('leaves what fits as it is, and everything where slides are not to be cut', () => {
    const short = parseComponent(proscons, pair(list(2), list(2)));
    expect(short.node && proscons.split?.(short.node, room, short.context)).toEqual([short.node]);
    const endless = { ...room, height: Infinity, nextHeight: Infinity };
    expect(long.node && proscons.split?.(long.node, endless, long.context)).toEqual([long.node]);
  });
});
