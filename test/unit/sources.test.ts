import { expect, test } from 'vitest';
import { compileBlocks, elementsOf, textOf } from './blocks-example.js';

/** Entries of the list as `number. words | slides`. */
async function entriesOf(deck: string): Promise<string[]> {
  const { tree } = await compileBlocks(deck);
  const items = elementsOf(tree, 'figure').flatMap((figure) => elementsOf(figure, 'li'));
  return items.map((item) => {
    const [words, places] = elementsOf(item, 'span').filter(({ properties }) =>
      ['source-words', 'source-places'].includes(String(properties.className)),
    );
    return `${String(item.properties.value)}. ${words ? textOf(words) : ''} | ${places ? textOf(places) : ''}`;
  });
}

const list = '\n---\n\n# Sources\n\n::sources\n';

test.each([
  ['a footnote', '# A\n\nb [^1]\n\n[^1]: Note one.\n', ['1. Note one. | Slide 1']],
  ['a line', '# A\n\nSource: a book.\n', ['1. a book. | Slide 1']],
  [
    'several in a line',
    '# A\n\nSources: one; two; [three](https://t.org).\n',
    ['1. one | Slide 1', '2. two | Slide 1', '3. three. | Slide 1'],
  ],
  ['one with a semicolon', '# A\n\nSource: one; two.\n', ['1. one; two. | Slide 1']],
  [
    'the same address',
    '# A\n\nSource: [x](https://www.a.org/b/)\n\n---\n\n# B\n\nSource: [y](http://a.org/b)\n',
    ['1. x | Slides 1, 2'],
  ],
  [
    'the same words',
    '# A\n\nSource: A  book.\n\n---\n\n# B\n\nb [^1]\n\n[^1]: a book\n',
    ['1. A book. | Slides 1, 2'],
  ],
  ['twice on one slide', '# A\n\nb [^1] c [^1]\n\n[^1]: Note.\n', ['1. Note. | Slide 1']],
  [
    'a title’s note',
    '# A [^2]\n\nb [^1]\n\n[^1]: One.\n[^2]: Two.\n',
    ['1. Two. | Slide 1', '2. One. | Slide 1'],
  ],
  [
    'a note in a component',
    '# A\n\n:::claims\n\n- ~~a~~ → b [^1]\n\n:::\n\n[^1]: One.\n',
    ['1. One. | Slide 1'],
  ],
  ['a note that is not defined', '# A\n\nSource: x.\n\nb [^1]\n', ['1. x. | Slide 1']],
  [
    'the speaker’s notes',
    '# A\n\nSource: x.\n\n:::notes\n\nb [^1]\n\n:::\n\n[^1]: Secret.\n',
    ['1. x. | Slide 1'],
  ],
])('lists %s', async (_, deck, entries) => {
  expect(await entriesOf(deck + list)).toEqual(entries);
});

test('counts the slides that others became, and leads to them', async () => {
  const claims = Array.from({ length: 20 }, (_, index) => `- ~~old ${index}~~ → new [^n${index % 2}]`);
  const deck = [
    '# First\n\n::sources{backlinks}',
    `# Many\n\n:::claims\n\n${claims.join('\n')}\n\nSource: all of it.\n\n:::`,
    '# Last\n\nb [^n1]\n\n[^n0]: Zero.\n[^n1]: One.',
  ].join('\n\n---\n\n');
  const { tree, slides } = await compileBlocks(`# T\n\n---\n\n${deck}`);
  const ids = slides.map(({ properties }) => String(properties.id));
  const [zero, one, all] = elementsOf(tree, 'li').filter(
    (item) => item.properties.value && !item.properties.id,
  );
  const links = (item: typeof zero) =>
    item
      ? elementsOf(item, 'a').map((link) => [String(link.properties.href).slice(1), Number(textOf(link))])
      : [];
  const parts = ids.flatMap((id, index) => (id.startsWith('many') ? [[id, index + 1]] : []));
  expect(parts.length).toBeGreaterThan(1);
  expect(links(zero)).toEqual(parts);
  expect(links(one)).toEqual([...parts, [ids.at(-1), ids.length]]);
  expect(links(all)).toEqual(parts);
});

test('stands on slides of twelve, or of as many as the author says, and numbers run on', async () => {
  const notes = Array.from({ length: 30 }, (_, index) => `[^n${index}]: Note number ${index}.`);
  const uses = notes.map((_, index) => `b [^n${index}]`).join(' ');
  const sizes = async (options: string) => {
    const { slides } = await compileBlocks(
      `# T\n\n---\n\n# A\n\n${uses}\n\n---\n\n# Sources\n\n::sources${options}\n\n${notes.join('\n')}\n`,
    );
    const numbers = slides
      .slice(2)
      .map((slide) => elementsOf(slide, 'li').map((item) => Number(item.properties.value)));
    expect(numbers.flat()).toEqual(notes.map((_, index) => index + 1));
    return numbers.map(({ length }) => length);
  };
  expect(await sizes('')).toEqual([12, 12, 6]);
  expect(await sizes('{split=7}')).toEqual([7, 7, 7, 7, 2]);
  // What does not fit is cut whatever the author says.
  expect((await sizes('{split=99}')).length).toBeGreaterThan(1);
});
