/**
 * Printed documents break no rule of PDF/UA-1 that a program can read from a file: both decks, every layout and theme, what is
 * awkward to tag, and the fixtures.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printLayouts } from '../../src/config/print-settings.js';
import { checkUaFile } from '../../src/output/pdf/ua/check.js';
import { openUaFile, type UaFile } from '../../src/output/pdf/ua/file.js';
import { listFonts } from '../../src/output/pdf/ua/fonts.js';
import { print } from '../../src/output/print.js';
import { fixtureNames, fixturesFolder, projectFolder, shippedFiles } from '../support.js';

const awkward = `# No title slide of its own

- one **strong** and *emphasised* in Łódź
  - inner [link](https://example.org/a(b))
    1. third
- a note[^n] and [the table](#table)

[^n]: At the foot.

---

::slide{#table}

## Gaps

| A | B | C |
| - | - | - |
| 1 |   | 3 |
|   | 2 |   |

---

### A rank that is skipped

- [ ] open
- [x] done

$a^2$

<figure><svg width="9" height="9" viewBox="0 0 9 9"><rect width="5" height="5"/></svg></figure>
`;

let folder = '';
const isFull = Boolean(process.env.LECTERN_FULL);
const themes = isFull
  ? ['paper', 'ink', 'contrast', 'contrast-dark', 'press', 'press-dark']
  : ['paper', 'ink'];
const deckOf = (name: string) => path.join(projectFolder, 'slides', name, 'deck.md');
const decks = ['awkward', 'keras-vs-pytorch', 'tour'] as const;
/** A theme has no tags of its own: in short each deck is printed in one of them, and what is awkward in both. */
function isPrinted(theme: string, deck: string): boolean {
  return isFull || deck === 'awkward' || (theme === 'ink') === (deck === 'tour');
}
// Tables whose columns have no names, and a deck without a slide: what an author left out no document can have.
const lacking = new Set(['access-mistakes', 'deck-nesting']);
// All of them take minutes.
const fixtures = fixtureNames
  .filter((name) => !lacking.has(name))
  .filter((_, index) => isFull || index % 24 === 0);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-ua-'));
  await writeFile(path.join(folder, 'awkward.md'), awkward);
  const shipped = await shippedFiles();
  const paths = decks.map((name) => ({
    name,
    path: name === 'awkward' ? path.join(folder, 'awkward.md') : deckOf(name),
  }));
  for (const theme of themes) {
    const printed = paths.filter(({ name }) => isPrinted(theme, name));
    await print(printed, { layouts: printLayouts, out: path.join(folder, theme), theme, shipped });
  }
  const samples = fixtures.map((name) => ({ name, path: path.join(fixturesFolder, name, 'input.md') }));
  await print(samples, { layouts: printLayouts, out: path.join(folder, 'fixtures'), shipped });
}, 900_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const documents = [
  ...themes.flatMap((theme) =>
    decks.filter((deck) => isPrinted(theme, deck)).map((deck) => [theme, deck] as const),
  ),
  ...fixtures.map((name) => ['fixtures', name] as const),
].flatMap(([group, deck]) => printLayouts.map((layout) => [group, deck, layout] as const));

describe.each(documents)('%s, %s, %s', (group, deck, layout) => {
  let file: UaFile;
  beforeAll(async () => {
    file = await openUaFile(await readFile(path.join(folder, group, deck, `${layout}.pdf`)));
  });

  test('breaks no rule', () => {
    const findings = checkUaFile(file);
    expect(findings.map(({ rule, found, page }) => `${rule.id} ${found} ${page ?? ''}`)).toEqual([]);
  });

  // What fixtures bring may be in no face of ours.
  test.skipIf(group === 'fixtures')('holds its text in the bundled fonts, not in drawings of letters', () => {
    const fonts = listFonts(file);
    const drawn = fonts.filter(({ kind }) => kind === 'Type3');
    // Letters beyond the first Latin set are rare, and come from the variable face, which Chromium writes as drawings.
    expect(drawn.length).toBeLessThanOrEqual(deck === 'awkward' ? 1 : 0);
    const names = fonts.filter(({ kind }) => kind !== 'Type3').map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !/SourceSerif4|IBMPlexSans|JetBrainsMono|KaTeX/.test(name))).toEqual([]);
  });

  test('has tags on every page', () => {
    const { pages, structure } = file;
    const tagged = new Set(structure?.elements.flatMap(({ content }) => content.map(({ page }) => page)));
    expect(pages.filter(({ dict }) => !tagged.has(dict)).map(({ number }) => number)).toEqual([]);
  });
});

test('the slides of the flagship are a small file', async () => {
  const { size } = await stat(path.join(folder, 'paper', 'keras-vs-pytorch', 'slides.pdf'));
  expect(size).toBeLessThan(900_000);
});

const veraPdf = await promisify(execFile)('verapdf', ['--version']).then(
  () => true,
  () => false,
);

test.skipIf(!veraPdf)(
  `veraPDF finds nothing${veraPdf ? '' : ' (skipped: it is not on PATH)'}`,
  async () => {
    const files = documents.map((place) => `${path.join(folder, ...place)}.pdf`);
    // It ends with an error where a file fails, and says which all the same.
    const { stdout } = await promisify(execFile)(
      'verapdf',
      ['--flavour', 'ua1', '--format', 'text', ...files],
      {
        maxBuffer: 1 << 26,
      },
    ).catch((failure: { readonly stdout: string }) => failure);
    const lines = stdout.split('\n').filter(Boolean);
    expect(lines.filter((line) => !line.startsWith('PASS'))).toEqual([]);
    expect(lines).toHaveLength(files.length);
  },
  600_000,
);
