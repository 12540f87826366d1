/** Takes decks that were built into one folder and leaves the page that leads to them; a page of somebody else stays. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { defaultDeckOptions } from '../deck/options.js';
import type { Sources } from '../deck/sources.js';
import { type IndexEntry, renderIndex } from '../document/index-page.js';
import { completeTheme } from '../theme/complete-theme.js';
import { assertOwnPage } from './assert-own-page.js';
import type { BuildResult } from './build.js';
import { writeFileAtomically } from './write-file.js';

/**
 * Write `<out>/index.html`.
 *
 * @returns its path
 * @throws UserError when a page is there that Lectern did not write
 */
export async function writeIndex(
  results: readonly BuildResult[],
  out: string,
  shipped: Sources,
): Promise<string> {
  const target = path.join(out, 'index.html');
  await assertOwnPage(target, 'Choose another folder with `--out`, or `--no-index`.');
  await writeFileAtomically(
    target,
    renderIndex(await Promise.all(results.map((one) => entryOf(one, out))), shipped),
  );
  return target;
}

async function entryOf({ name, path: page, file }: BuildResult, out: string): Promise<IndexEntry> {
  const folder = path.dirname(page);
  const names = await readdir(folder).catch(() => []);
  const addressOf = (one: string) =>
    path.relative(out, path.join(folder, one)).split(path.sep).map(encodeURIComponent).join('/');
  return {
    // The file's own name too: opened from a disk there is no server that knows what a folder shows.
    href: addressOf('index.html'),
    name,
    deck: file.data.deck ?? defaultDeckOptions,
    theme: file.data.theme ?? completeTheme(new Map(), new Map()),
    documents: names
      .filter((one) => one.endsWith('.pdf'))
      .sort()
      .map((one) => ({ href: addressOf(one), label: one })),
  };
}
