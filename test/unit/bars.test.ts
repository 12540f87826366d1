/** Bars as they are read and placed: the scale, the stress, and what is no number. */
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { bars } from '../../src/components/bars/index.js';
import { rowsOf } from '../../src/components/bars/node.js';
import { compileText, slidesHtml } from '../support.js';
import { compileBlocks, plainView, textOf } from './blocks-example.js';
import { fence, parseComponent, room } from './component-example.js';

const head2 = '| a | b |\n| - | - |';
const head3 = '| a | b | c |\n| - | - | - |';
const source = '\n\nSource: a book.';
const table = (head: string, rows: readonly string[]) =>
  `${head}\n${rows.map((row) => `| ${row} |`).join('\n')}`;
const parse = (blocks: string, options = '') => parseComponent(bars, fence(bars, blocks, options));

/** `from+share` of every bar in percent; `gap` where there is none; stressed ones end in `!`. */
function readBars(blocks: string, options = ''): string[] {
  const { node } = parse(blocks + source, options);
  const cells = node ? rowsOf(node).flatMap((row) => row.children.slice(1)) : [];
  return cells.map(({ bar, isBold }) => {
    const place = bar ? `${Math.round(100 * bar.from)}+${Math.round(100 * bar.share)}` : 'gap';
    return isBold ? `${place}!` : place;
  });
}

describe('a bar', () => {
  it.each([
    ['begins at zero', head2, ['x | 90', 'y | 100'], ['0+90', '0+100']],
    ['reaches below zero', head2, ['x | 30', 'y | -10'], ['25+75', '0+25']],
    ['reaches below zero alone', head2, ['x | -5', 'y | −10'], ['50+50', '0+100']],
    ['is empty at zero', head2, ['x | 0', 'y | 0'], ['0+0', '0+0']],
    ['shares its scale with the other series', head3, ['x | 5 | 10'], ['0+50', '0+100']],
    ['is converted', head2, ['x | 500 ms', 'y | 1 s'], ['0+50', '0+100']],
    ['reads multipliers', head2, ['x | 500K', 'y | 1M'], ['0+50', '0+100']],
    ['ends in the middle of a range', head2, ['x | 4–6', 'y | 10 ± 3'], ['0+50', '0+100']],
    ['is none where there is no number', head2, ['x | n/a', 'y | ?', 'z | 1'], ['gap', 'gap', '0+100']],
    ['is stressed with its row', head3, ['**x** | 1 | 2'], ['0+50!', '0+100!']],
    ['is stressed alone', head3, ['x | 1 | **2** [^n]'], ['0+50', '0+100!']],
  ])('%s', (_, head, rows, expected) => {
    expect(readBars(`${table(head, rows)}\n\n[^n]: A note.`)).toEqual(expected);
  });

  it.each([
    ['the head', '| a | b (s) |\n| - | - |', ''],
    ['the option', head2, '{unit=s}'],
  ])('has the unit of %s', (_, head, options) => {
    expect(readBars(table(head, ['x | 1', 'y | 500 ms']), options)).toEqual(['0+100', '0+50']);
  });
});

describe('messages', () => {
  it.each([
    [table(head2, ['x | 1']) + source, []],
    [`${table(head2, ['x | 1 [^n]'])}\n\n[^n]: A note.`, []],
    [table(head2, ['x | 1']), ['1:1 facts-source-missing']],
    [table(head2, ['x | 1.305,52', 'y | 1']) + source, ['5:5 bars-value']],
    [table(head2, ['x | many', 'y |']) + source, ['5:5 bars-value', '6:5 bars-value']],
    [table(head2, ['x | 1 ms', 'y | 1 GB']) + source, ['6:5 bars-units-differ']],
    [head2 + source, ['3:1 bars-table-missing']],
    [`text${source}`, ['1:1 bars-table-missing']],
    [
      table(
        head2,
        Array.from({ length: 8 }, () => 'x | 1'),
      ) + source,
      [],
    ],
    [
      table(
        head2,
        Array.from({ length: 9 }, () => 'x | 1'),
      ) + source,
      ['1:1 bars-many'],
    ],
    [
      table(
        head3,
        Array.from({ length: 4 }, () => 'x | 1 | 2'),
      ) + source,
      [],
    ],
    [
      table(
        head3,
        Array.from({ length: 5 }, () => 'x | 1 | 2'),
      ) + source,
      ['1:1 bars-many'],
    ],
  ])('%j gives %j', (blocks, expected) => {
    expect(parse(blocks).messages).toEqual(expected);
  });
});

it('is a table to whoever hears it', async () => {
  const deck = fence(
    bars,
    table('| a | b |\n| - | - |', ['x | 7', 'y | **14**']) + source,
    '[Name]{unit=ms}',
  );
  const html = slidesHtml(await compileText(deck));
  expect(html).toMatch(/<table[^>]*>\s*<caption>Name<\/caption>/);
  expect(html).toContain('<th scope="col">b (ms)</th>');
  expect(html).toContain('<th scope="row">x</th>');
  expect(slidesHtml(await compileText(deck.replace('| a |', '| |')))).toContain('<tr><td></td><th');
  expect(html).toMatch(
    /<span class="bar" style="--share:50.0%" aria-hidden="true"><\/span><data value="7">7</,
  );
});

it('reads numbers as the language of `locale=` writes them, and tells whose they may be', () => {
  expect(readBars(table(head2, ['x | 1.000,5', 'y | 2.001']), '{locale=de}')).toEqual(['0+50', '0+100']);
  const { file } = parse(table(head2, ['x | 1.000,5', 'y | 1']) + source);
  expect(file.messages[0]?.note).toContain('`locale=de`');
});

it('keeps what has no place on the scale, and the unit', () => {
  const rows = ['x | many', 'y | 5', 'z | 3 GB', 'w | 10'];
  expect(readBars(table(head2, rows), '{unit=ms}')).toEqual(['gap', '0+50', 'gap', '0+100']);
});

it('keeps the author’s table where nothing is a number, and is a table without us', async () => {
  const deck = `# A\n\n${fence(bars, table(head2, ['x | many']))}`;
  const { html } = await compileBlocks(deck);
  expect(html).toMatch(/<td[^>]*>many<\/td>/);
  expect(textOf(plainView(deck))).toBe('A a b x many');
});

it('is cut between rows, each part with its head and the common scale', () => {
  const rows = Array.from({ length: 30 }, (_, index) => `row ${index} | ${index}`);
  const { node, context } = parse(table(head2, rows) + source);
  const parts = node ? (bars.split?.(node, room, context) ?? []) : [];
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.flatMap(rowsOf).map((row) => toString(row))).toEqual(
    rows.map((row) => row.replace(' | ', '')),
  );
  for (const part of parts) {
    expect(part.children.filter((child) => child.type === 'barRow' && child.isHead)).toHaveLength(1);
    expect(bars.measure?.(part, room, context)).toBeLessThanOrEqual(room.height);
  }
});
