/** One deck, many talks: which slides and words each has, and what its values are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileTree } from '../../src/compile.js';
import { applyFixes } from '../../src/diagnostics/apply-fixes.js';
import { formatMessages } from '../../src/diagnostics/format.js';
import { slidesHtml } from '../support.js';

/** Slides a to h: c opens a section with d and e, f with g; b and g are tagged `x`, the section of c `s`; g and h stand in a stack. */
const slides = [
  '::slide{#a}\n\n## A',
  '::slide{#b .x}\n\n## B',
  '::slide{#c .s layout=section}\n\n# C part',
  '::slide{#d}\n\n## D',
  '::slide{#e only-talk=t}\n\n## E',
  '::slide{#f layout=section}\n\n# F part',
  ':::stack\n\n::slide{#g .x}\n\n## G\n\n---\n\n::slide{#h except-audience=all}\n\n## H\n\n:::',
].join('\n\n---\n\n');

async function idsOf(talk: string, name: string | undefined = 't'): Promise<string> {
  const deck = `---\ntalks:\n  t: {${talk}}\n  other: {audience: all}\n---\n\n${slides}\n`;
  const { file } = await compileTree(deck, { talk: name });
  const errors = file.messages.filter(({ fatal }) => fatal);
  return errors.length > 0
    ? errors.map(({ reason }) => reason).join()
    : (file.data.slides ?? []).map(({ id }) => id).join('');
}

describe('the slides of a talk', () => {
  test.each([
    ['', 'abcdefgh'],
    ['include: [h, a]', 'ha'],
    ['include: a', 'a'],
    ['include: [.x]', 'bg'],
    ['include: [.x, a, b]', 'bga'],
    ['include: [c]', 'cde'],
    ['include: ["slide:c"]', 'c'],
    ['include: ["section:F part", a]', 'fgha'],
    ['include: ["section:c"]', 'cde'],
    ['include: [.s]', 'cde'],
    ['include: [.x, .s]', 'bgcde'],
    ['exclude: [.s]', 'abfgh'],
    ['exclude: ["section:F part"]', 'abcde'],
    ['append: [.s, a]', 'bfghcdea'],
    ['exclude: [.x, .s, "slide:f"]', 'ah'],
    ['exclude: [c]', 'abfgh'],
    ['exclude: ["slide:c", .x]', 'adefh'],
    ['append: [a]', 'bcdefgha'],
    ['append: [b, a]', 'cdefghba'],
    ['include: [a, b, c], exclude: [.x], append: [a]', 'cdea'],
    ['exclude: [c], append: [d]', 'abfghd'],
    ['audience: all', 'abcdefg'],
    ['include: [h, b], audience: all', 'b'],
  ])('%s: %s', async (talk, expected) => {
    expect(await idsOf(talk)).toBe(expected);
  });

  test.each([
    [undefined, 'abcdfgh'],
    ['other', 'abcdfg'],
  ])('conditions in %s', async (name, expected) => {
    const deck = `---\ntalks:\n  t: {}\n  other: {audience: all}\n---\n\n${slides}\n`;
    const { file } = await compileTree(deck, { talk: name });
    expect((file.data.slides ?? []).map(({ id }) => id).join('')).toBe(expected);
  });

  test.each([
    ['include: [q1]', '`q1`'],
    ['exclude: [.y]', '`.y`'],
    ['append: ["section:d"]', '`section:d`'],
    ['exclude: [.x, a, c, f]', 'without a slide'],
  ])('%s is reported', async (talk, expected) => {
    expect(await idsOf(talk)).toContain(expected);
  });

  test('a stack that is cut to one slide is none', async () => {
    const deck = `---\ntalks:\n  one: {include: [a, h]}\n  two: {include: [a, g, h]}\n---\n\n${slides}\n`;
    expect(slidesHtml(await compileTree(deck, { talk: 'one' }))).not.toContain('class="stack"');
    expect(slidesHtml(await compileTree(deck, { talk: 'two' }))).toContain('class="stack"');
  });

  test('an unknown talk shows nothing', async () => {
    const deck = await compileTree(`---\ntalks: {short: {}}\n---\n\n${slides}\n`, { talk: 'shrot' });
    expect(deck.file.data.slides).toEqual([]);
    expect(formatMessages(deck.file)).toContain('Did you mean `short`?');
  });

  test('any order and choice of slides numbers them from one, and loses none that was asked for', async () => {
    const ids = 'abdgh'.split('');
    const choice = fc.shuffledSubarray(ids, { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(choice, async (include) => {
        const deck = `---\ntalks:\n  t: {include: [${include.join(', ')}]}\n---\n\n${slides.replace('only-talk=t', '').replace('except-audience=all', '')}\n`;
        const { file } = await compileTree(deck, { talk: 't' });
        expect(file.data.slides?.map(({ id, number }) => [id, number])).toEqual(
          include.map((id, index) => [id, index + 1]),
        );
      }),
      { numRuns: process.env.LECTERN_FULL ? 1000 : 50 },
    );
  });

  test('a link to a slide that is left out is its words', async () => {
    const deck =
      '---\ntalks: {t: {include: [a]}}\n---\n\n::slide{#a}\n\n## To [b](#b)\n\nSee [*that*](#b).\n\n---\n\n::slide{#b}\n\n## B\n';
    const made = await compileTree(deck, { talk: 't' });
    expect(slidesHtml(made)).toContain('See <em>that</em>.');
    expect(slidesHtml(made)).not.toContain('href="#b"');
    expect(made.file.messages).toEqual([]);
  });
});

describe('variables', () => {
  const fill = async (text: string) =>
    slidesHtml(
      await compileTree(
        `---\nevent: Expo\nvars:\n  a: <b>&*x*\n  a.b-1: 2\n  größe: L\n---\n\n# T\n\n${text}\n`,
      ),
    )
      .match(/<div class="slide-body">(.*?)<\/div>/s)?.[1]
      ?.trim();

  test.each([
    ['{{a}}', '<p>&#x3C;b>&#x26;*x*</p>'],
    ['x{{a.b-1}}y', '<p>x2y</p>'],
    ['{{größe}} at {{event}}', '<p>L at Expo</p>'],
    ['**{{event}}**', '<p><strong>Expo</strong></p>'],
    ['\\{{event}}', '<p>{{event}}</p>'],
    ['{{ event }}', '<p>{{ event }}</p>'],
    ['{{event}', '<p>{{event}</p>'],
    ['{{}}', '<p>{{}}</p>'],
    ['{{{event}}}', '<p>{Expo}</p>'],
    ['`{{event}}`', '<p><code>{{event}}</code></p>'],
    ['[{{event}}](x.md)', '<p><a href="x.md">Expo</a></p>'],
  ])('%s', async (text, expected) => {
    expect(await fill(text)).toBe(expected);
  });

  test('a value never becomes markup', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), async (value) => {
        const deck = `---\nvars: ${JSON.stringify({ v: `${value}.` })}\n---\n\n# T\n\nA {{v}}\n`;
        const html = slidesHtml(await compileTree(deck));
        const body = /<div class="slide-body"><p>(.*?)<\/p>/s.exec(html)?.[1] ?? '';
        expect(body).not.toMatch(/<(?!span class="(?:emoji|math))/);
      }),
      { numRuns: process.env.LECTERN_FULL ? 1000 : 50 },
    );
  });
});

describe('includes', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  test('two files that include each other twice end', async () => {
    const twice = (name: string) => bytes(`# X\n\n::include{src=${name}}\n\n::include{src=${name}}\n`);
    const names = Array.from({ length: 12 }, (_, index) => `f${index}.md`);
    const sources = new Map(names.map((name, index) => [name, twice(names[index + 1] ?? 'f0.md')]));
    const { file } = await compileTree('# A\n\n::include{src=f0.md}\n', {}, sources);
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain('include-limit');
    expect(file.data.slides?.length).toBeLessThan(1000);
  });

  test('a message names the file and its own line, and its fix counts in the text of the file', async () => {
    const part = '# A\n\nText.\n\n:::notes\n\nNever closed.\n';
    const sources = new Map([['parts/a.md', bytes(part)]]);
    const { file } = await compileTree('# A\n\n::include{src="parts/a.md"}\n', {}, sources);
    const message = file.messages.find(({ ruleId }) => ruleId === 'directive-unclosed');
    expect([message?.file, message?.line]).toEqual(['parts/a.md', 5]);
    const { text } = applyFixes(part, message ? [message] : []);
    expect([text.startsWith(part), text.slice(part.length).trim()]).toEqual([true, ':::']);
    expect(message?.note).toContain('below line 7');
    expect(file.data.slides?.at(-1)).toMatchObject({ file: 'parts/a.md', line: 1 });
  });
});
