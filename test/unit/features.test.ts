import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { features } from '../../src/components/features/index.js';
import { featuresOf, partOf } from '../../src/components/features/node.js';
import { fence, parseComponent, room } from './component-example.js';

const parse = (items: string, options = '') => parseComponent(features, fence(features, items, options));
const items = (count: number): string =>
  Array.from({ length: count }, (_, index) => `- **Lead ${index}** — text`).join('\n');

describe('a feature', () => {
  it.each([
    ['- **Lead** — text', '|Lead|text'],
    ['- **Lead** – text', '|Lead|text'],
    ['- **Lead** - text', '|Lead|text'],
    ['- **Lead**: text', '|Lead|text'],
    ['- **Lead** text - with a dash', '|Lead| text - with a dash'],
    ['- **Lead** — text — and more', '|Lead|text — and more'],
    ['- **Lead**', '|Lead|'],
    ['- ![icon](a.svg) **Lead** — text', 'icon|Lead|text'],
    ['- **Lead** — ![later](a.svg) text', '|Lead|later text'],
    ['- text alone', '||text alone'],
  ])('%s is "%s"', (item, expected) => {
    const [feature] = featuresOf(parse(item).node ?? ({ type: 'features', children: [] } as never));
    const parts = (['featureIcon', 'featureLead', 'featureText'] as const).map((type) =>
      toString(feature && partOf(feature, type)),
    );
    expect(parts.join('|')).toBe(expected);
  });

  it.each([
    ['- **Lead** — text', []],
    ['- text', ['3:1 features-lead-missing']],
    ['- *Lead* — text', ['3:1 features-lead-missing']],
    ['text', ['1:1 features-list-missing']],
  ])('%j gives %j', (item, messages) => {
    expect(parse(item).messages).toEqual(messages);
  });
});

describe('the grid', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 2],
    [5, 3],
    [6, 3],
    [20, 3],
  ])('of %i features has %i columns', (count, columns) => {
    expect(parse(items(count)).node?.cols).toBe(columns);
    expect(parse(items(count), '{cols=2}').node?.cols).toBe(2);
  });

  it('is cut between its lines', () => {
    const { node, context } = parse(items(40));
    const parts = node ? (features.split?.(node, room, context) ?? []) : [];
    expect(parts.length).toBeGreaterThan(1);
    const counts = parts.map((part) => featuresOf(part).length);
    expect(counts.slice(0, -1).every((count) => count % 3 === 0)).toBe(true);
    expect(parts.flatMap((part) => featuresOf(part).map((one) => toString(one)))).toEqual(
      node && featuresOf(node).map((one) => toString(one)),
    );
  });
});
