/** Printed documents break no rule of PDF/UA-1 that a program can read from a file: both decks, every layout, and what is awkward to tag. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printLayouts } from '../../src/config/print-settings.js';
import { checkPdfUa } from '../../src/output/pdf/ua/check.js';
import { openUaFile } from '../../src/output/pdf/ua/file.js';
import { listFonts } from '../../src/output/pdf/ua/fonts.js';
import { print } from '../../src/output/print.js';
import { projectFolder, shippedFiles } from '../support.js';

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
const themes = process.env.LECTERN_FULL ? ['paper', 'ink'] : ['paper'];
const deckOf = (name: string) => path.join(projectFolder, 'slides', name, 'deck.md');

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-ua-'));
  await writeFile(path.join(folder, 'awkward.md'), awkward);
  const decks = [
    { name: 'awkward', path: path.join(folder, 'awkward.md') },
    ...['keras-vs-pytorch', 'tour'].map((name) => ({ name, path: deckOf(name) })),
  ];
  for (const theme of themes) {
    await print(decks, {
      layouts: printLayouts,
      out: path.join(folder, theme),
      theme,
      shipped: await shippedFiles(),
    });
  }
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const documents = themes.flatMap((theme) =>
  ['awkward', 'keras-vs-pytorch', 'tour'].flatMap((deck) =>
    printLayouts.map((layout) => [theme, deck, layout] as const),
  ),
);

describe.each(documents)('%s, %s, %s', (theme, deck, layout) => {
  const read = () => readFile(path.join(folder, theme, deck, `${layout}.pdf`));

  test('breaks no rule', async () => {
    const findings = await checkPdfUa(await read());
    expect(findings.map(({ rule, found, page }) => `${rule.id} ${found} ${page ?? ''}`)).toEqual([]);
  });

  test('holds its text in the bundled fonts, not in drawings of letters', async () => {
    const fonts = listFonts(await openUaFile(await read()));
    const drawn = fonts.filter(({ kind }) => kind === 'Type3');
    // Letters beyond the first Latin set are rare, and come from the variable face, which Chromium writes as drawings.
    expect(drawn.length).toBeLessThanOrEqual(deck === 'awkward' ? 1 : 0);
    const names = fonts.filter(({ kind }) => kind !== 'Type3').map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !/SourceSerif4|IBMPlexSans|JetBrainsMono|KaTeX/.test(name))).toEqual([]);
  });

  test('has tags on every page', async () => {
    const { pages, structure } = await openUaFile(await read());
    const tagged = new Set(structure?.elements.flatMap(({ content }) => content.map(({ page }) => page)));
    expect(pages.filter(({ dict }) => !tagged.has(dict)).map(({ number }) => number)).toEqual([]);
  });
});
