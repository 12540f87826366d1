/** `lectern check --pdf` as a process: exit codes, one line a rule, JSON. */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { makeFolder, runCli } from './run-cli.js';

async function emptyPdf(folder: string): Promise<void> {
  const document = await PDFDocument.create();
  document.addPage();
  writeFileSync(path.join(folder, 'plain.pdf'), await document.save());
}

test('rules that are broken are named, and the exit code is 1', async () => {
  const folder = makeFolder();
  await emptyPdf(folder);
  const { code, stderr } = await runCli(['check', '--pdf', 'plain.pdf'], folder);
  expect(code).toBe(1);
  expect(stderr).toContain(
    'plain.pdf error Unexpected a document without tags, expected a structure tree 7.1-11',
  );
});

test('as JSON', async () => {
  const folder = makeFolder();
  await emptyPdf(folder);
  const { stdout } = await runCli(['check', '--pdf', '--json', 'plain.pdf'], folder);
  const { pdfs } = JSON.parse(stdout) as { pdfs: { file: string; findings: { rule: string }[] }[] };
  expect(pdfs[0]?.file).toBe('plain.pdf');
  expect(pdfs[0]?.findings.map(({ rule }) => rule)).toContain('7.1-11');
});

test('what is no PDF, or is not there, is said with exit code 2', async () => {
  const folder = makeFolder({ 'x.pdf': 'hello' });
  for (const name of ['x.pdf', 'y.pdf']) {
    const { code, stderr } = await runCli(['check', '--pdf', name], folder);
    expect(code).toBe(2);
    expect(stderr).toContain(name);
  }
});
