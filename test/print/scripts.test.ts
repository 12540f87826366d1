/** Emoji, Chinese, Arabic and formulas are text that can be copied, in every document, where a font has them. */
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printLayouts } from '../../src/config/print-settings.js';
import { checkPdfUa } from '../../src/output/pdf/ua/check.js';
import { print } from '../../src/output/print.js';
import { projectFolder, shippedFiles } from '../support.js';
import { type PdfFile, readPdf } from './read-pdf.js';

const fonts = {
  'arabic.woff2': 'noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2',
  'japanese.woff2': 'kosugi-maru/files/kosugi-maru-japanese-400-normal.woff2',
  'emoji.woff2': 'noto-emoji/files/noto-emoji-emoji-400-normal.woff2',
};
const arabic = 'مرحبا بالعالم';
const deck = `---
title: Scripts
brand: house.yaml
---

## Words

- ship it 🚀 👋
- 漢字かな交じり文
- ${arabic}
- $E = mc^2$
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-scripts-'));
  for (const [name, file] of Object.entries(fonts)) {
    await copyFile(path.join(projectFolder, 'node_modules/@fontsource', file), path.join(folder, name));
  }
  await writeFile(path.join(folder, 'house.yaml'), `fonts:\n  text: [${Object.keys(fonts).join(', ')}]\n`);
  await writeFile(path.join(folder, 'deck.md'), deck);
  await print([{ name: 'out', path: path.join(folder, 'deck.md') }], {
    layouts: printLayouts,
    out: folder,
    shipped: await shippedFiles(),
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(printLayouts)('%s', (layout) => {
  let file: PdfFile;
  beforeAll(async () => {
    file = await readPdf(path.join(folder, 'out', `${layout}.pdf`));
  });

  test.each(['🚀', '👋', '漢字かな交じり文', 'E=mc2'])('holds %s as text', (words) => {
    expect(file.texts.join('')).toContain(words);
  });

  test('holds every Arabic letter, whatever parts it is drawn from', () => {
    // Drawn from left to right; the forms of letters are those letters.
    const letters =
      file.texts
        .join('')
        .normalize('NFKC')
        .match(/\p{Script=Arabic}/gu) ?? [];
    expect(letters.sort()).toEqual([...arabic.replaceAll(' ', '')].sort());
  });

  test('breaks no rule', async () => {
    const findings = await checkPdfUa(await readFile(path.join(folder, 'out', `${layout}.pdf`)));
    expect(findings.map(({ rule, found }) => `${rule.id} ${found}`)).toEqual([]);
  });
});
