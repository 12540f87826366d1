/** The picture of themes/README.md: it names every token of the tables, and is what its drawing makes of the theme. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { projectFolder } from '../support.js';

const read = (name: string) => readFileSync(path.join(projectFolder, name), 'utf8');

/** Tokens of the tables of colours, sizes and voices; `subject-1` … `subject-6` are six. */
function listTokens(): string[] {
  const rows = read('themes/README.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  return rows
    .filter((row) => /px|:1|face|ground|what is|the slide|rules|hairlines|the same/.test(row))
    .flatMap((row) => {
      const [, cell = ''] = row.split('|');
      const names = Array.from(cell.matchAll(/`(?:--lectern-)?([a-z][\w-]*)`/g), ([, name = '']) => name);
      const [first = ''] = names;
      return cell.includes('…') ? [1, 2, 3, 4, 5, 6].map((n) => first.replace('1', String(n))) : names;
    });
}

test('it names every token', () => {
  const tokens = listTokens().filter((name) => !/^(paper|ink|contrast|press)$/.test(name) || name === 'ink');
  const picture = read('themes/tokens.svg');
  expect(tokens.length).toBeGreaterThan(40);
  expect(tokens.filter((token) => !picture.includes(`>${token}</text>`))).toEqual([]);
});

test('it is drawn from the theme', async () => {
  const address = pathToFileURL(path.join(projectFolder, '.build/token-picture.mjs')).href;
  const { drawTokens } = (await import(address)) as { drawTokens: (theme: string) => string };
  expect(drawTokens(read('themes/paper.css')) === read('themes/tokens.svg')).toBe(true);
});
