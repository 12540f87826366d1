import { expect, test } from 'vitest';
import { compileBlocks, elementsOf, textOf } from './blocks-example.js';

/** Pieces of the bar of each slide as `length:done`, the current one with a star; nothing where there is no bar. */
async function barsOf(deck: string): Promise<string[]> {
  const { slides } = await compileBlocks(`---\nprogress: sections\n---\n\n${deck}`);
  return slides.map((slide) => {
    const bar = elementsOf(slide, 'div').find(
      ({ properties }) => String(properties.className) === 'slide-sections',
    );
    if (!bar) return '';
    const pieces = elementsOf(bar, 'span').filter(({ properties }) => properties.ariaHidden === 'true');
    const words = elementsOf(bar, 'span').find(
      ({ properties }) => String(properties.className) === 'visually-hidden',
    );
    const shown = pieces.map((piece) => {
      const length = /flex-grow:(\d+)/.exec(String(piece.properties.style))?.[1];
      const [done] = elementsOf(piece, 'span').slice(1);
      const width = /width:([\d.]+)%/.exec(String(done?.properties.style))?.[1] ?? '0';
      return `${length}:${width}${piece.properties.dataCurrent === '' ? '*' : ''}`;
    });
    return [...shown, ...(words ? [textOf(words)] : [])].join(' ');
  });
}

test('has a piece for each section, as long as it has slides', async () => {
  const deck = ['# T', '# One', '## a\n\nx', '# Two', '## b\n\nx', '## c\n\nx', '## d\n\nx'].join(
    '\n\n---\n\n',
  );
  expect(await barsOf(deck)).toEqual([
    '',
    '1:100 2:50* 4:0 Section 1 of 2: One',
    '1:100 2:100* 4:0 Section 1 of 2: One',
    '1:100 2:100 4:25* Section 2 of 2: Two',
    '1:100 2:100 4:50* Section 2 of 2: Two',
    '1:100 2:100 4:75* Section 2 of 2: Two',
    '1:100 2:100 4:100* Section 2 of 2: Two',
  ]);
});

test('is one piece where there are no sections', async () => {
  expect(await barsOf(['# T', '## a\n\nx', '## b\n\nx', '## c\n\nx'].join('\n\n---\n\n'))).toEqual([
    '',
    '4:50*',
    '4:75*',
    '4:100*',
  ]);
});

test('counts the slides that one became', async () => {
  const list = Array.from({ length: 20 }, (_, index) => `- ~~old ${index}~~ → new`).join('\n');
  const bars = await barsOf(
    ['# T', '# One', `## a\n\n:::claims\n\n${list}\n\nSource: x.\n\n:::`, '# Two'].join('\n\n---\n\n'),
  );
  expect(bars.length).toBeGreaterThan(4);
  expect(bars.at(-1)).toBe(`1:100 ${bars.length - 2}:100 1:100* Section 2 of 2: Two`);
});

test('is absent unless asked for', async () => {
  for (const front of ['', '---\nprogress: true\n---\n\n', '---\nprogress: false\n---\n\n']) {
    expect((await compileBlocks(`${front}# T\n\n---\n\n## a\n\nx`)).html).not.toContain('slide-sections');
  }
  const { messages } = await compileBlocks('---\nprogress: often\n---\n\n# T');
  expect(messages).toEqual(['2:1 option-value']);
});
