/** Attacks through paths: a deck reads what lies in its folder, a command writes where it was told, and nothing waits for ever. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeAssets } from '../../src/compile.js';
import { build } from '../../src/output/build.js';
import { findDecks } from '../../src/output/find-decks.js';
import { loadDeck } from '../../src/output/load.js';
import { readInside } from '../../src/output/read-inside.js';
import { makeFolder, runCli } from '../cli/run-cli.js';
import { shippedFiles } from '../support.js';

const secret = 'SECRET-OF-OTHERS';
const full = process.env.LECTERN_FULL === '1';
let base = '';
let root = '';

beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'lectern-paths-'));
  root = path.join(base, 'slides');
  await mkdir(path.join(base, 'slides-secret'), { recursive: true });
  await mkdir(root);
  for (const name of ['slides-secret/x.md', 'secret.md', 'secret.csv', 'secret.css', 'secret.svg'])
    await writeFile(
      path.join(base, name),
      name.endsWith('.svg') ? `<svg><title>${secret}</title></svg>` : `${secret},a\n1,2\n`,
    );
  for (const ending of ['md', 'csv', 'css', 'svg'])
    await symlink(path.join(base, `secret.${ending}`), path.join(root, `link.${ending}`));
  await symlink(base, path.join(root, 'outside'));
  await symlink('/proc/self/environ', path.join(root, 'environ.md'));
  await symlink('/dev/zero', path.join(root, 'zero.md'));
  execFileSync('mkfifo', [path.join(root, 'fifo.md')]);
  await mkdir(path.join(root, 'folder.md'));
  await writeFile(path.join(root, 'huge.md'), '');
  await truncate(path.join(root, 'huge.md'), 10_000_000_000);
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** Every way in which a deck names a file. */
const places: readonly ((name: string) => string)[] = [
  (name) => `![a picture](<${name}>)`,
  (name) => `<img src="${name}" alt="a"><video src="${name}" poster="${name}"></video>`,
  (name) => `::include{src="${name}"}`,
  (name) => `::code{src="${name}"}`,
  (name) => `:::comparison{src="${name}"}\n\n:::`,
  (name) => `::slide{background="${name}"}`,
];

async function buildNaming(
  name: string,
  frontMatter = '',
): Promise<{ readonly html: string; readonly rules: readonly string[] }> {
  const deckPath = path.join(root, 'deck.md');
  const body = places.map((place, index) => `## Slide ${index}\n\n${place(name)}`).join('\n\n---\n\n');
  await writeFile(deckPath, `---\ntitle: T\n${frontMatter}\n---\n\n${body}\n`);
  const { deck, sources } = await loadDeck(deckPath, {}, await shippedFiles());
  placeAssets(deck, sources);
  const own = [...sources].filter(([key]) => !key.startsWith('lectern:'));
  expect(own.filter(([, bytes]) => Buffer.from(bytes).includes(secret)).map(([key]) => key)).toEqual([]);
  return {
    html: JSON.stringify(deck.tree),
    rules: deck.file.messages.filter(({ line }) => line).map(({ ruleId }) => ruleId ?? ''),
  };
}

const written: readonly (readonly [number, string])[] = [
  [57, '../secret.md'],
  [57, '../../../../../../etc/passwd'],
  [58, '/etc/passwd'],
  [59, 'file:///etc/passwd'],
  [59, 'FILE:///etc/passwd'],
  [59, 'file:/etc/passwd'],
  [59, ' file:///etc/passwd'],
  [59, 'fi\tle:///etc/passwd'],
  [60, '\\\\localhost\\etc\\passwd'],
  [60, '//127.0.0.1/etc/passwd'],
  [61, '..%2fsecret.md'],
  [61, '%2e%2e/secret.md'],
  [61, '%252e%252e/secret.md'],
  [61, '..%5csecret.md'],
  [61, '..\\secret.md'],
  [61, '..;/secret.md'],
  [61, '%c0%ae%c0%ae/secret.md'],
  [62, '../slides-secret/x.md'],
  [62, '..%2fslides-secret/x.md'],
  [63, 'link.md'],
  [63, 'link.csv'],
  [63, 'link.svg'],
  [63, 'outside/secret.md'],
  [65, 'environ.md'],
  [65, 'zero.md'],
  [65, 'fifo.md'],
  [65, 'folder.md'],
  [64, 'huge.md'],
];

test.each(written)('%i: the path %j leads nowhere, and each place that names it says so', async (_, name) => {
  const { html, rules } = await buildNaming(name);
  expect(html).not.toContain('root:x:');
  expect(rules.length).toBeGreaterThanOrEqual(places.length);
});

test.each(['../secret.css', 'link.css', '/etc/passwd', 'outside/secret.css'])(
  '57, 58, 63: the stylesheet %s',
  async (name) => {
    const { rules } = await buildNaming(
      'x.md',
      `css: ${name}\ntheme: ${name}\nbrand: ${name}\nlogo: ${name}`,
    );
    expect(rules).toContain('image-missing');
  },
);

describe('63: a file that is changed for a link after the look', () => {
  test('is not read, whichever of both is met', async () => {
    const [deckFolder, other] = [path.join(base, 'race'), path.join(base, 'race-other')];
    await mkdir(deckFolder);
    await writeFile(other, secret);
    const name = path.join(deckFolder, 'a.md');
    const state = { going: true };
    const swapping = (async () => {
      while (state.going) {
        await writeFile(`${name}.new`, 'mine');
        await rm(name, { force: true });
        await symlink(other, name).catch(() => undefined);
        await rm(name, { force: true });
        await writeFile(name, 'mine');
      }
    })();
    const seen = new Set<string>();
    for (let round = 0; round < (full ? 5000 : 300); round++)
      seen.add(Buffer.from((await readInside(deckFolder, 'a.md')) ?? []).toString());
    state.going = false;
    await swapping;
    expect([...seen].filter((text) => text.includes(secret))).toEqual([]);
  });
});

test('64: decks that include one another, or themselves, end', async () => {
  await writeFile(path.join(root, 'a.md'), '# A\n\n---\n\n::include{src=b.md}\n');
  await writeFile(
    path.join(root, 'b.md'),
    '# B\n\n---\n\n::include{src=a.md}\n\n---\n\n::include{src=b.md}\n',
  );
  const deep = full ? 1000 : 100;
  for (let depth = 0; depth < deep; depth += 1)
    await writeFile(
      path.join(root, `depth-${depth}.md`),
      `# D\n\n---\n\n::include{src=depth-${depth + 1}.md}\n`,
    );
  const load = async (text: string) => {
    await writeFile(path.join(root, 'deck.md'), text);
    const { deck } = await loadDeck(path.join(root, 'deck.md'), {}, await shippedFiles());
    return deck.file.messages.map(({ ruleId }) => ruleId);
  };
  expect(await load('::include{src=a.md}\n')).toContain('include-loop');
  expect(await load('::include{src=depth-0.md}\n')).toContain('include-limit');
});

test.each([
  'a\nb',
  '-rf',
  '--out',
  'n'.repeat(247),
  '\u{1f600}',
  'e\u0301',
  'CON',
  'dot.',
  '\u001b[31mred',
  '‮gnp',
])('66: a deck named %j is built under its name', async (name) => {
  const folder = makeFolder({ [`in/${name}.md`]: '# One\n' });
  const { code, stdout, stderr } = await runCli(['build', '--out', 'out', '--', `in/${name}.md`], folder);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(await readdir(path.join(folder, 'out'))).toHaveLength(1);
  expect(stdout.trimEnd()).not.toMatch(/(?![\n\t])\p{Cc}/u);
});

describe.each([
  ['the deck itself', 'talk/deck.md'],
  ['its folder', 'talk'],
  ['a folder above it', '.'],
  ['the root', '/'],
  ['a folder of packages', 'node_modules/x'],
])('68: `--out` is %s', (_, out) => {
  test.each(['build', 'print', 'images'])('%s refuses, and nothing is written', async (command) => {
    const folder = makeFolder({ 'talk/deck.md': '# One\n' });
    const { code, stderr } = await runCli([command, 'talk/deck.md', '--out', out], folder);
    expect(code).toBe(2);
    expect(stderr).toContain('--out');
    expect(await readdir(path.join(folder))).toEqual(['talk']);
    expect(await readdir(path.join(folder, 'talk'))).toEqual(['deck.md']);
  });
});

test('69: two decks whose names differ in letter case, or in how a letter is composed, do not meet', async () => {
  const folder = makeFolder({
    'Talk.md': '# One\n',
    'sub/talk.md': '# Two\n',
    '\u00e9.md': '# 3\n',
    'e\u0301.md': '# 4\n',
  });
  const decks = await findDecks(['Talk.md', 'sub/talk.md', '\u00e9.md', 'e\u0301.md'], folder);
  const names = decks.map(({ name }) => name.normalize('NFC').toLowerCase());
  expect(new Set(names).size).toBe(4);
});

test(`70: a pattern that matches ${full ? 100_000 : 5000} files`, async () => {
  const count = full ? 100_000 : 5000;
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-many-'));
  for (let from = 0; from < count; from += 1000)
    await Promise.all(
      Array.from({ length: 1000 }, (_, index) => writeFile(path.join(folder, `${from + index}.md`), '')),
    );
  expect(await findDecks(['*.md'], folder)).toHaveLength(count);
  await rm(folder, { recursive: true });
});

test('a deck in memory is written where it should be', async () => {
  const folder = makeFolder({ 'talk.md': '# One\n' });
  const { path: target } = await build(
    { name: 'talk', path: path.join(folder, 'talk.md') },
    { out: path.join(folder, 'out'), shipped: await shippedFiles() },
  );
  expect(target).toBe(path.join(folder, 'out', 'talk', 'index.html'));
});
