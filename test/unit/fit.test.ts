/** Slides that go on: who keeps what, names, numbers; and the room that a component is told it has. */
import type { Heading, List, Paragraph, Root } from 'mdast';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { Component, Room } from '../../src/components/component.js';
import type { Slide, SlideBlock } from '../../src/deck/nodes.js';
import { readSlideOptions } from '../../src/deck/slide-options.js';
import { measureBodyRoom } from '../../src/fit/body-room.js';
import { remarkFit } from '../../src/plugins/remark-fit.js';
import { listSlides } from '../../src/plugins/remark-to-hast.js';

/** A list of an id, which wants a slide for every item. */
interface Cards {
  type: 'cards';
  id: string;
  children: List['children'];
}

function cardsComponent(rooms: Room[]): Component {
  const cards: Component<Cards> = {
    name: 'cards',
    summary: 'A slide for every item',
    options: {},
    form: 'container',
    parse: () => undefined,
    split(node, room) {
      rooms.push(room);
      return node.children.map((child) => ({ ...node, children: [child] }));
    },
    render: () => ({ type: 'element', tagName: 'div', properties: {}, children: [] }),
  };
  return cards;
}

const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] });

const cards = (id: string, count: number) =>
  ({
    type: 'cards',
    id,
    children: Array.from({ length: count }, (_, index) => ({
      type: 'listItem',
      children: [paragraph(`card ${index + 1}`)],
    })),
  }) as unknown as SlideBlock;

function makeSlide(id: string, children: SlideBlock[], changes: Partial<Slide> = {}): Slide {
  const title: Heading = { type: 'heading', depth: 2, children: [{ type: 'text', value: `About ${id}` }] };
  const options = { ...readSlideOptions(undefined, new VFile()), layout: 'content' as const };
  return { type: 'slide', id, number: 0, counted: 0, innerRank: 3, title, options, children, ...changes };
}

function fit(slides: Slide[], rooms: Room[] = []): Slide[] {
  const tree: Root = { type: 'root', children: slides };
  remarkFit([cardsComponent(rooms)], new Map())(tree, new VFile());
  return listSlides(tree);
}

describe('a component of three parts', () => {
  const notes: SlideBlock = { type: 'notes', children: [paragraph('said')] };
  const options = { ...makeSlide('a', []).options, minutes: 3, state: 'dark', autoAnimate: true };
  const slides = fit([
    makeSlide('a', [paragraph('before'), cards('c', 3), notes, paragraph('after')], { options }),
    makeSlide('b', [paragraph('whole')]),
  ]);

  test('makes three slides of one, with names of their own', () => {
    expect(slides.map(({ id, number, part }) => [id, number, part?.index, part?.count])).toEqual([
      ['a', 1, 1, 3],
      ['a~2', 2, 2, 3],
      ['a~3', 3, 3, 3],
      ['b', 4, undefined, undefined],
    ]);
  });

  test('leaves what stands before it with the first part, what follows with the last, notes with the first', () => {
    expect(slides.map((slide) => slide.children.map(({ type }): string => type))).toEqual([
      ['paragraph', 'cards', 'notes'],
      ['cards'],
      ['cards', 'paragraph'],
      ['paragraph'],
    ]);
  });

  test('repeats title and looks, and plans its minutes once', () => {
    const parts = slides.slice(0, 3);
    expect(parts.map(({ title }) => title?.children)).toEqual(Array(3).fill(slides[0]?.title?.children));
    expect(parts.map((slide) => slide.options.minutes)).toEqual([3, undefined, undefined]);
    expect(parts.map((slide) => slide.options.state)).toEqual(['dark', 'dark', 'dark']);
  });

  test('gives the parts ids of their own', () => {
    const ids = slides.flatMap((slide) =>
      slide.children.flatMap((block) => ('id' in block ? [block.id] : [])),
    );
    expect(ids).toEqual(['c', 'c~2', 'c~3']);
  });
});

test('a stack keeps the parts of its slides', () => {
  const stack: Root['children'] = [{ type: 'stack', children: [makeSlide('a', [cards('c', 2)])] }];
  const tree: Root = { type: 'root', children: stack };
  remarkFit([cardsComponent([])], new Map())(tree, new VFile());
  expect(tree.children.map(({ type }) => type)).toEqual(['stack']);
  expect(listSlides(tree).map(({ id }) => id)).toEqual(['a', 'a~2']);
});

test('uncounted slides stay uncounted when they go on', () => {
  const options = { ...makeSlide('a', []).options, uncounted: true };
  const slides = fit([makeSlide('a', [cards('c', 2)], { options }), makeSlide('b', [])]);
  expect(slides.map(({ counted }) => counted)).toEqual([0, 0, 1]);
});

test.each([
  ['content', 1136],
  ['two-columns', 540],
] as const)('on layout=%s a block has %d px', (layout, width) => {
  const rooms: Room[] = [];
  const options = { ...makeSlide('a', []).options, layout };
  fit([makeSlide('a', [paragraph('before'), cards('c', 2)], { options })], rooms);
  expect(new Set(rooms.map((room) => room.width))).toEqual(new Set([width]));
});

describe('the room of a body', () => {
  const { options } = makeSlide('a', []);
  const deck = { size: { width: 1280, height: 720 }, footer: '' };
  const words = { title: 'A title', foot: '', number: '7 / 31' };

  test('is what title, foot and edges leave', () => {
    const { width, height } = measureBodyRoom({ options }, deck, words);
    expect(width).toBe(1136);
    expect(height).toBeCloseTo(720 - 56 - 26 - 32 - 44 * 1.12 - 26);
  });

  test.each([
    ['without a title', { title: '' }, 44 * 1.12 + 26],
    ['with a title of two lines', { title: 'wide words '.repeat(7) }, -44 * 1.12],
    ['with a short source', { foot: 'Source: us' }, 0],
    ['with sources of two lines', { foot: 'Source: a long list. '.repeat(9) }, -(12 + 2 * 19.5 - 32)],
  ])('changes %s', (_, change, difference) => {
    const usual = measureBodyRoom({ options }, deck, words).height;
    expect(measureBodyRoom({ options }, deck, { ...words, ...change }).height - usual).toBeCloseTo(
      difference,
    );
  });

  test('follows the size of the slide', () => {
    const large = { ...deck, size: { width: 1600, height: 900 } };
    const [a, b] = [deck, large].map((one) => measureBodyRoom({ options }, one, words));
    expect([(b?.width ?? 0) - (a?.width ?? 0), (b?.height ?? 0) - (a?.height ?? 0)]).toEqual([320, 180]);
  });
});
