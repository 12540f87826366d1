/** What keeps people out of a deck, where Markdown and HTML say it: what is reported, and what is meant and left alone. */
import { expect, it, test } from 'vitest';
import { readMotionSeconds } from '../../src/deck/animation.js';
import { accessRules } from '../../src/diagnostics/rules-access.js';
import { checkTitles } from '../../src/output/check/check-titles.js';
import { compileText, slidesHtml } from '../support.js';

const watched = [...Object.keys(accessRules), 'heading-rank-skipped', 'image-alt-missing', 'link-text-vague'];

async function check(text: string): Promise<string[]> {
  const { tree, file } = await compileText(text);
  checkTitles(tree, file);
  return file.messages
    .filter(({ ruleId }) => watched.includes(ruleId ?? ''))
    .map(({ line, ruleId }) => `${line} ${ruleId}`);
}

const german =
  'Der Satz ist in einer Sprache, die nicht die des Vortrags ist, und wird mit ihrer Stimme gelesen.';
const english = 'This is the sentence of a talk that is read with the voice which it was made for.';

test.each([
  [
    'ranks count through the deck',
    '# A\n\n---\n\n## B\n\n<h3>C</h3>\n\n---\n\n## D\n\n<h4>E</h4>',
    ['13 heading-rank-skipped'],
  ],
  ['one heading of two ranks below the title', '## A\n\n#### B\n\n### C', ['3 heading-rank-skipped']],
  ['a title of HTML is one', '<h2>A</h2>\n\nText', []],
  ['a pause needs no title', '::slide{background=black}', []],
  ['a picture alone does', '![A dog](data:image/gif;base64,R0lGODlhAQABAAAAADs=)', ['1 slide-title-missing']],
  ['a level below the title is no second one', '## A\n\n### B\n\n### C', []],
  ['a heading in columns is below the title', '## A\n\n:::columns\n\n### B\n\n::column\n\n### C\n\n:::', []],
  ['a second title', '# A\n\n# B\n\nText', ['3 slide-title-second']],
  ['the first column needs no name', '## A\n\n| | B |\n| - | - |\n| c | d |', []],
  ['nor does one that is empty', '## A\n\n| A | |\n| - | - |\n| c | |', []],
  ['any other does', '## A\n\n| A | |\n| - | - |\n| c | d |', ['3 table-head-missing']],
  [
    'rows with heads have names',
    '## A\n\n<table><tr><th>a</th><td>1</td></tr><tr><th>b</th><td>2</td></tr></table>',
    [],
  ],
  [
    'a mark for what says nothing',
    '## A\n\n<img src="data:image/gif;base64,R0lGODlhAQABAAAAADs=" alt="">',
    [],
  ],
  [
    'a link of a picture is its words',
    '## A\n\n<a href="#a"><img src="data:image/gif;base64,R0lGODlhAQABAAAAADs=" alt="Start"></a>',
    [],
  ],
  ['a link without words', '## A\n\n<a href="#a"></a>', ['3 link-text-vague']],
  ['a quotation in another language', `## A\n\n${english}\n\n${german}`, ['5 language-unmarked']],
  ['marked as such', `## A\n\n<span lang="de">${german}</span>`, []],
  ['a deck in its own language', `---\nlang: de-CH\n---\n\n## A\n\n${german}`, []],
  ['an English name in it', '---\nlang: de\n---\n\n## A\n\nDas Buch „The Art of Computer Programming“', []],
  [
    'a deck in the wrong language is said once',
    `## A\n\n${german}\n\n${german}\n\n${german}`,
    ['3 language-unmarked'],
  ],
  ['letters of another script', '## A\n\nMoscow, Москва in Russian', ['3 language-unmarked']],
  ['symbols are no words', '## A\n\nα, β and Ж, and Δt', []],
  ['code is in no language', '## A\n\n`Москва`', []],
])('%s', async (_, text, expected) => {
  expect(await check(text)).toEqual(expected);
});

it('keeps a title that is only heard out of sight, and its slide in it', async () => {
  const html = slidesHtml(await compileText('## Heard {.visually-hidden .wide}\n\nText'));
  expect(html).toContain('<h2 class="slide-title visually-hidden"');
  expect(html).toContain('<section id="heard" class="slide wide"');
});

/** Bytes of numbers, texts and zeros. */
const bytes = (...parts: (number | string)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [part])),
  );

const screen = bytes('GIF89a', 1, 0, 1, 0, 0, 0, 0);
const frame = (centiseconds: number) =>
  bytes(
    0x21,
    0xf9,
    4,
    0,
    centiseconds & 255,
    centiseconds >> 8,
    0,
    0,
    0x2c,
    0,
    0,
    0,
    0,
    1,
    0,
    1,
    0,
    0,
    2,
    2,
    0x44,
    1,
    0,
  );
const loop = (times: number) => bytes(0x21, 0xff, 11, 'NETSCAPE2.0', 3, 1, times, 0, 0);
const gif = (...parts: Uint8Array[]) => Buffer.concat([screen, ...parts, bytes(0x3b)]);
const chunk = (name: string, ...data: number[]) => bytes(0, 0, 0, data.length, name, ...data, 0, 0, 0, 0);
const webp = (name: string, ...data: number[]) => bytes(name, data.length, 0, 0, 0, ...data);

test.each([
  ['a GIF of one frame', gif(loop(0), frame(50)), 0],
  ['a GIF that runs once', gif(frame(50), frame(250)), 3],
  ['a GIF that runs three times', gif(loop(3), frame(50), frame(250)), 9],
  ['a GIF without an end', gif(loop(0), frame(50), frame(50)), Number.POSITIVE_INFINITY],
  [
    'a GIF without its last byte',
    gif(loop(0), frame(50), frame(50)).subarray(0, -1),
    Number.POSITIVE_INFINITY,
  ],
  ['a GIF that is cut off', gif(loop(0), frame(50), frame(50)).subarray(0, 40), 0],
  [
    'an APNG',
    Buffer.concat([
      bytes(0x89, 'PNG\r\n', 0x1a, 0x0a),
      chunk('acTL', 0, 0, 0, 2, 0, 0, 0, 2),
      ...[1, 2].map(() => chunk('fcTL', ...Array.from({ length: 20 }, () => 0), 0, 3, 0, 1, 0, 0)),
    ]),
    12,
  ],
  [
    'a WebP',
    Buffer.concat([
      bytes('RIFF', 0, 0, 0, 0, 'WEBP'),
      webp('ANIM', 0, 0, 0, 0, 1, 0),
      ...[1, 2].map(() => webp('ANMF', ...Array.from({ length: 12 }, () => 0), 0xd0, 7, 0, 0)),
    ]),
    4,
  ],
  ['a text', bytes('A picture of a dog'), 0],
])('%s moves for %s seconds', (_, picture, seconds) => {
  expect(readMotionSeconds(picture)).toBe(seconds);
});

test.each([
  ['jp', '`ja`'],
  ['cz', '`cs`'],
  ['xx', '`en`'],
])('the language %s is none, and %s is named', async (lang, note) => {
  const { messages } = (await compileText(`# A\n\nIt is <span lang="${lang}">a word</span>.\n`)).file;
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['language-unmarked']);
  expect(messages[0]?.note).toContain(note);
});
