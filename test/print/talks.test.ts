/** What a talk leaves out is in none of its files: HTML, slides, notes, handout. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeFolder, runCli } from '../cli/run-cli.js';
import { holdsText, readPdf } from './read-pdf.js';

const deck = `---
title: Two talks
vars: {code: PLAINVAR}
talks:
  open:
    include: [a, b]
    audience: guests
    vars: {code: OPENVAR}
  inner:
    audience: staff
---

::slide{#a}

# Shared

::::only{audience=staff}

ZANZIBARBLOCK [ZANZIBARWORDS](https://zanzibar.example/ZANZIBARLINK)

::::

{{code}}

::::notes

Said to all.

:::only{talk=inner}

ZANZIBARNOTE

:::

::::

:::handout

Read by all.

:::

---

::slide{#b}

# Also shared

:::except{talk=open}

![ZANZIBARALT](zanzibar.svg)

:::

---

::slide{#zanzibar-slide}

# ZANZIBARTITLE

ZANZIBARTEXT[^n]

[^n]: ZANZIBARFOOTNOTE

---

::slide{#s only-audience=staff}

# ZANZIBARSTAFF
`;
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><desc>ZANZIBARPICTURE</desc></svg>';

/** All that a PDF holds, streams unpacked. */
function readBytes(file: string): string {
  const bytes = readFileSync(file);
  const text = bytes.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: head }) => {
    try {
      return inflateSync(bytes.subarray(index + head.length)).toString('latin1');
    } catch {
      return '';
    }
  });
  return text + streams.join('\n');
}

test('nothing a talk leaves out is in its files', { timeout: 120_000 }, async () => {
  const folder = makeFolder({ 'deck.md': deck, 'zanzibar.svg': svg });
  const built = await runCli(['build', 'deck.md', '--talk', 'all', '--out', 'out'], folder);
  const printed = await runCli(
    ['print', 'deck.md', '--talk', 'all', '--out', 'out', '--layout', 'slides,notes,handout,outline'],
    folder,
  );
  expect([built.code, built.stderr, printed.code, printed.stderr]).toEqual([0, '', 0, '']);
  const out = path.join(folder, 'out', path.basename(folder));
  const html = (talk: string) => readFileSync(path.join(out, talk, 'index.html'), 'utf8');
  // The test can fail: the other talk has all of it.
  for (const word of ['BLOCK', 'LINK', 'NOTE', 'ALT', 'TITLE', 'TEXT', 'FOOTNOTE', 'STAFF'])
    expect(html('inner')).toContain(`ZANZIBAR${word}`);
  expect(html('inner')).toContain(Buffer.from(svg).toString('base64'));
  expect(html('inner')).toContain('PLAINVAR');
  // Of a page of 400 KB only the finding is shown.
  expect(html('open').match(/zanzibar|PLAINVAR/gi)).toBeNull();
  expect(html('open')).not.toContain(Buffer.from(svg).toString('base64'));
  expect(html('open')).toContain('OPENVAR');
  for (const layout of ['slides', 'notes', 'handout', 'outline']) {
    const inner = await readPdf(path.join(out, 'inner', `${layout}.pdf`));
    expect(holdsText(inner.texts, 'ZANZIBARTITLE')).toBe(true);
    const file = path.join(out, 'open', `${layout}.pdf`);
    const open = await readPdf(file);
    expect(open.texts.join('\n')).not.toMatch(/zanzibar|PLAINVAR/i);
    expect(readBytes(file).match(/zanzibar/gi)).toBeNull();
  }
});
