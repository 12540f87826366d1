/** Attacks through characters: none of them reaches a terminal, hides in code, or is lost in silence. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.js';
import { formatMessages } from '../../src/diagnostics/format.js';
import { makeFolder, runCli } from '../cli/run-cli.js';
import { shippedFiles } from '../support.js';
import { compileHostile } from './hostile.js';

const steering = /(?![\n\t])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

test.each(['\0', '\ud800', '\udc00', '\uffff', '\u0001', '\u001b[31m', '\u009b31m', '\u007f'])(
  '141: %j in text, names and options is shown or replaced, and in no message',
  async (character) => {
    const text = `---\ntit${character}le: a${character}b\n---\n\n# Title ${character} {#i${character}d}\n\nwords ${character} more [x](#y${character}) ![a](${character}.png)\n\n:::na${character}me\n\nx\n\n:::\n\n\`\`\`l${character}g\ncode${character}\n\`\`\`\n`;
    const page = await compileHostile(text);
    expect(page.words).toContain('more');
    expect(page.words).toContain('code');
    for (const message of page.messages) expect(message.text).not.toMatch(steering);
  },
);

test('141: what the command line prints steers no terminal', async () => {
  const folder = makeFolder({
    'a\u001b[2J\u009b.md': '# T\n\n![a](<\u001b]0;x\u0007.png>) <\u001b[31mb>\n\n::\u202ename\n',
  });
  for (const more of [[], ['--json']]) {
    const { stdout, stderr } = await runCli(
      ['build', '--out', 'out', ...more, 'a\u001b[2J\u009b.md'],
      folder,
    );
    expect(stdout + stderr).not.toMatch(/(?![\n\t])\p{Cc}|\u202e/u);
    expect(stdout + stderr).toContain('image-missing');
  }
  const { stderr } = await runCli(['build', 'no\u001b[31m.md'], folder);
  expect(stderr).toContain('U+001B');
});

test.each([
  ['the order is turned', '\u202e', 'U+202E'],
  ['the order is kept apart', '\u2066', 'U+2066'],
  ['a blank without width', '\u200b', 'U+200B'],
  ['a letter for machines', '\u{e0041}', 'U+E0041'],
])('142: code in which %s shows it, and it is said', async (_, character, name) => {
  const page = await compileHostile(
    `# One\n\n\`\`\`js\nlet a = "${character}x";\n\`\`\`\n\nand \`b${character}\`\n`,
  );
  expect(
    page.messages.filter(({ rule, text }) => rule === 'code-hidden-character' && text.includes(name)),
  ).toHaveLength(2);
  expect(page.words).toContain(`[${name}]x`);
  expect(page.words).toContain(`b[${name}]`);
  expect(page.words).not.toContain(character);
});

describe('143', () => {
  const deck = '# Title\n\nGr\u00fc\u00dfe\n\n```\na\nb\n```\n';
  const html = async (value: string | Uint8Array) => {
    const file = await compile(value, {}, await shippedFiles());
    return { html: String(file.value), rules: file.messages.map(({ ruleId }) => ruleId) };
  };

  test('line ends, byte order marks and UTF-16 make no difference', async () => {
    const expected = await html(deck);
    const sixteen = Buffer.from(`\ufeff${deck}`, 'utf16le');
    const variants: Readonly<Record<string, string | Uint8Array>> = {
      'CR LF': deck.replaceAll('\n', '\r\n'),
      CR: deck.replaceAll('\n', '\r'),
      mixed: deck.replace('\n', '\r\n').replace('\n\n', '\r\r'),
      'a mark': `\ufeff${deck}`,
      'a mark in bytes': Buffer.from(`\ufeff${deck}`),
      'no last line end': deck.trimEnd(),
      'UTF-16': sixteen,
      'UTF-16 the other way': Buffer.from(sixteen).swap16(),
    };
    for (const [name, value] of Object.entries(variants)) {
      const made = await html(value);
      expect(`${name}: ${made.rules.join(' ')}`).toBe(`${name}: ${expected.rules.join(' ')}`);
      if (made.html !== expected.html) throw new Error(`Unexpected difference with ${name}`);
    }
  });

  test('bytes that are no text are said', async () => {
    expect((await html(Buffer.from(deck, 'latin1'))).rules).toContain('deck-encoding');
    // Without a mark at its beginning nobody knows that it is UTF-16.
    expect((await html(Buffer.from(deck, 'utf16le'))).rules).toContain('deck-nul');
  });

  test('separators of other systems are characters', async () => {
    const page = await compileHostile('# One\n\nwords\u2028more\u0085end \ufeffhere\n');
    expect(page.words).toContain('words');
    expect(page.rules).toEqual([]);
  });
});

test.each([
  ['a family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', 1],
  ['marks over one letter', `a${'\u0301'.repeat(1000)}`, 1],
  ['a deck from right to left', '\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd', 1],
  ['a line without blanks', 'x'.repeat(1_000_000), 1],
])('144: %s is on the slide whole', async (_, text, slides) => {
  const page = await compileHostile(`${text}\n`);
  expect(page.words.replaceAll(/\s/g, '')).toContain(text.replaceAll(' ', ''));
  expect(page.sections.length).toBeGreaterThanOrEqual(slides);
  expect(formatMessages({ messages: [] } as never)).toBe('');
});
