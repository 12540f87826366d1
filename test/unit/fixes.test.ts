/** Fixes: what is mended is gone, nothing else is touched, a second time changes nothing; on the disk too. */
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { VFileMessage } from 'vfile-message';
import { describe, expect, onTestFinished, test } from 'vitest';
import { applyFixes } from '../../src/diagnostics/apply-fixes.js';
import type { Edit } from '../../src/diagnostics/report.js';
import { checkDeck } from '../../src/output/check/check-deck.js';
import { fixDeck } from '../../src/output/check/fix-deck.js';
import { compileFile, compileText, fixtureNames, fixturesFolder, shippedFiles } from '../support.js';

const runs = process.env.LECTERN_FULL ? 500 : 60;

function message(...fix: Edit[]): VFileMessage {
  return Object.assign(new VFileMessage('Unexpected a, expected b'), { fix });
}

const edit = (start: number, end: number, text: string): Edit => ({ start, end, text });

describe('applyFixes', () => {
  test.each<[string, string, Edit[][], string, number]>([
    ['edits in any order', 'abc', [[edit(2, 3, 'C')], [edit(0, 1, 'A')]], 'AbC', 2],
    [
      'all edits of a message or none',
      'abc',
      [[edit(0, 1, 'A')], [edit(0, 1, 'x'), edit(2, 3, 'y')]],
      'Abc',
      1,
    ],
    [
      'two insertions at one place are made one after the other',
      'abc',
      [[edit(1, 1, 'x')], [edit(1, 1, 'y')]],
      'axbc',
      1,
    ],
    [
      'edits outside the text are not made',
      'abc',
      [[edit(2, 9, 'x')], [edit(-1, 0, 'x')], [edit(2, 1, 'x')]],
      'abc',
      0,
    ],
    ['lines end as the text’s do', 'a\r\nb', [[edit(0, 1, 'x\ny')]], 'x\r\ny\r\nb', 1],
    ['also as on old Macs', 'a\rb', [[edit(0, 1, 'x\ny')]], 'x\ry\rb', 1],
    ['no fixes', 'abc', [[]], 'abc', 0],
  ])('%s', (_, text, fixes, expected, count) => {
    const { text: fixed, applied } = applyFixes(
      text,
      fixes.map((edits) => message(...edits)),
    );
    expect(fixed).toBe(expected);
    expect(applied).toHaveLength(count);
  });
});

/** Mend a text until nothing is left to mend, as the command does. */
async function mend(
  text: string,
  compile: (text: string) => Promise<Awaited<ReturnType<typeof compileText>>>,
) {
  let current = text;
  for (let round = 0; round < 20; round++) {
    const { file } = await compile(current);
    const { text: next, applied } = applyFixes(current, file.messages);
    if (applied.length === 0) return { text: current, left: file.messages };
    current = next;
  }
  throw new Error(`twenty rounds mend no end of it: ${JSON.stringify(text)}`);
}

const withFixes = (
  await Promise.all(
    fixtureNames.map(async (name) => {
      const { file } = await compileFile(path.join(fixturesFolder, name, 'input.md'));
      return file.messages.some(({ fix }) => fix) ? name : undefined;
    }),
  )
).filter((name) => name !== undefined);

test('rules with fixes are in fixtures', () => {
  expect(withFixes.length).toBeGreaterThan(3);
});

describe.each(withFixes)('fixture %s', (name) => {
  test('is mended on the disk; a second time changes nothing', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lectern-fix-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(path.join(fixturesFolder, name), folder, { recursive: true });
    const deck = path.join(folder, 'input.md');
    const shipped = await shippedFiles();
    const check = (bytes?: Uint8Array) => checkDeck(deck, { bytes }, shipped);
    const before = (await check()).deck.file.messages.filter(({ fix }) => fix);
    const { loaded, fixed } = await fixDeck(deck, check, () => true);
    // As many as were announced, in however many rounds.
    expect(fixed).toBe(before.length);
    expect(loaded.deck.file.messages.filter(({ fix }) => fix)).toEqual([]);
    const written = readFileSync(deck);
    const again = await fixDeck(deck, check, () => true);
    expect(again.fixed).toBe(0);
    expect(readFileSync(deck).equals(written)).toBe(true);
    // Every kind of message that can be mended here has become rarer, or is gone.
    const count = (messages: readonly VFileMessage[], id: string | undefined) =>
      messages.filter(({ ruleId }) => ruleId === id).length;
    for (const { ruleId } of before) {
      expect(count(again.loaded.deck.file.messages, ruleId)).toBeLessThan(
        count((await compileFile(path.join(fixturesFolder, name, 'input.md'))).file.messages, ruleId),
      );
    }
  });
});

/** Decks of the lines that fixes are about, in any order. */
const deck = fc
  .array(
    fc.constantFrom(
      ':::columns',
      ':::notes',
      '::::steps',
      ':::stack',
      '::: notes',
      ':::notes{a=1 b=2 a=3}',
      '::column',
      ':::',
      '::::',
      '---',
      '# Title',
      '- item',
      'Text.',
      '| a | b |\n| - | - |\n| 1 | 2 |',
      '',
      '',
      '',
      '> :::notes',
      '> text',
      '```',
      '  :::',
      '1. :::notes',
    ),
    { maxLength: 16 },
  )
  .map((lines) => `${lines.join('\n')}\n`);

test('any deck: mending ends, keeps every word, and leaves nothing that it could mend', async () => {
  await fc.assert(
    fc.asyncProperty(deck, fc.constantFrom('\n', '\r\n', '\r'), async (lines, eol) => {
      const text = lines.replaceAll('\n', eol);
      const { text: mended, left } = await mend(text, (one) => compileText(one));
      expect(left.filter(({ fix }) => fix && fix.length > 0)).toEqual([]);
      // Only colons, fences of code, blank lines, spaces and options that did not count come or go.
      const words = (one: string) => one.replaceAll(/a=1 |[:`>\s]/g, '');
      expect(words(mended)).toBe(words(text));
      expect(mended.replaceAll(eol, '')).not.toMatch(eol === '\n' ? /\r/ : eol === '\r' ? /\n/ : /[\r\n]/);
    }),
    { numRuns: runs },
  );
});

test('fixes that would leave more errors are not made', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-fix-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const deckPath = path.join(folder, 'deck.md');
  const text =
    '# T\n\n:::steps\n\n- one\n\n  :::columns\n\n  a\n\n  ::column\n\n  b\n\n  :::\n\n- two\n\n:::\n';
  writeFileSync(deckPath, text);
  const shipped = await shippedFiles();
  const result = await fixDeck(
    deckPath,
    (bytes) => checkDeck(deckPath, { bytes }, shipped),
    () => true,
  );
  expect(result).toMatchObject({ fixed: 0, refused: true });
  expect(readFileSync(deckPath, 'utf8')).toBe(text);
});

describe('on the disk', () => {
  const text = '# A\n\n::::notes\n\n:::steps\n\n- a\n\n:::\n\n::::\n\ntext\n---\n\n# B\n';

  async function fixBytes(bytes: Uint8Array | string, prepare: (file: string) => string = (file) => file) {
    const folder = mkdtempSync(path.join(tmpdir(), 'lectern-fix-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = path.join(folder, 'talk.md');
    writeFileSync(file, bytes);
    const target = prepare(file);
    const shipped = await shippedFiles();
    const result = await fixDeck(
      target,
      (given) => checkDeck(target, { bytes: given }, shipped),
      () => true,
    );
    return { file, target, result, text: readFileSync(file, 'utf8') };
  }

  test('a byte order mark and line ends stay', async () => {
    const crlf = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const { text: fixed, result } = await fixBytes(crlf);
    expect(result.fixed).toBe(1);
    expect(fixed).toBe(crlf.replace('text\r\n---', 'text\r\n\r\n---'));
  });

  test('permissions stay, and a link stays a link', async () => {
    const {
      file,
      target,
      text: fixed,
    } = await fixBytes(text, (original) => {
      chmodSync(original, 0o664);
      symlinkSync(original, `${original}.link`);
      return `${original}.link`;
    });
    expect(fixed).toBe(text.replace('text\n---', 'text\n\n---'));
    expect(statSync(file).mode & 0o777).toBe(0o664);
    expect(lstatSync(target).isSymbolicLink()).toBe(true);
  });

  test('a deck without anything to mend is not written', async () => {
    let before = 0;
    const { file } = await fixBytes('# A\n', (one) => {
      before = statSync(one).ino;
      return one;
    });
    expect(statSync(file).ino).toBe(before);
  });

  test.each([
    ['Latin-1', Buffer.from('# caf\xe9\n\ntext\n---\n', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFF# A\n\ntext\n---\n', 'utf16le')],
  ])('%s is refused', async (_, bytes) => {
    await expect(fixBytes(bytes)).rejects.toMatchObject({ code: 'deck-encoding' });
  });

  test('a deck that changes meanwhile is left alone', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lectern-fix-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = path.join(folder, 'talk.md');
    writeFileSync(file, text);
    const shipped = await shippedFiles();
    const check = (bytes: Uint8Array) => {
      writeFileSync(file, 'saved by an editor');
      return checkDeck(file, { bytes }, shipped);
    };
    await expect(fixDeck(file, check, () => true)).rejects.toMatchObject({ code: 'deck-changed' });
    expect(readFileSync(file, 'utf8')).toBe('saved by an editor');
  });
});
