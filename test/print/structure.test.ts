/** The structure of printed components: every cell of a comparison has the headers of its row and column, timelines are read lane by lane in time. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintLayout } from '../../src/config/print-settings.js';
import { print } from '../../src/output/print.js';
import { deck, type HeardCell, heardCells, heardEvents, hiddenWords, toLetters } from '../read-aloud.js';
import { shippedFiles } from '../support.js';
import { findTags, readTags, type Tag } from './read-structure.js';

let folder = '';
const layouts: readonly PrintLayout[] = ['slides', 'handout'];
const structures = new Map<string, Tag[]>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-structure-'));
  await writeFile(path.join(folder, 'deck.md'), deck);
  await print([{ name: 'deck', path: path.join(folder, 'deck.md') }], {
    layouts,
    out: folder,
    shipped: await shippedFiles(),
  });
  for (const layout of layouts) {
    structures.set(layout, await readTags(await readFile(path.join(folder, 'deck', `${layout}.pdf`))));
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is heard at each cell of a table: the headers that it names, and its words. */
function hearCells(table: Tag): HeardCell[] {
  const headers = new Map(findTags(table, 'TH').map((header) => [header.id, header]));
  return findTags(table, 'TD').map((cell) => {
    const named = cell.headers.flatMap((id) => headers.get(id) ?? []);
    // The row itself follows the group that it is in.
    const [row, group] = named.filter(({ scope }) => scope === 'Row').toReversed();
    const column = named.find(({ scope }) => scope === 'Column');
    return {
      group: group?.text.replace(' (continued)', ''),
      row: row?.text ?? '',
      column: column?.text ?? '',
      words: cell.text,
    };
  });
}

/** What is seen, and the words beside it that are there to be heard. */
function withHidden(seen: string): string {
  return [seen, hiddenWords[seen]].filter(Boolean).join(' ');
}

/** The names of lanes and the words of events, in the order of the structure. */
function hearTimeline(tag: Tag): string[] {
  if (tag.role === 'LI' || /^H\d$/.test(tag.role)) return [tag.text];
  return tag.children.flatMap(hearTimeline);
}

describe.each(layouts)('in %s', (layout) => {
  const tags = () => structures.get(layout) ?? [];

  test('every cell is heard with its group, row and column and the words of marks, also where the table goes on', () => {
    const tables = tags().flatMap((tag) => findTags(tag, 'Table'));
    expect(tables.length).toBeGreaterThan(1);
    const expected = heardCells.map(({ group, row, column, words }) => ({
      group,
      row: withHidden(row),
      column: withHidden(column),
      words: withHidden(words),
    }));
    expect(tables.flatMap(hearCells)).toEqual(expected);
  });

  test('each lane is heard with its events in the order of time', () => {
    const heard = tags()
      .flatMap(hearTimeline)
      .map(toLetters)
      .filter((words) => words !== '');
    // A lane that goes on says its name again; a date stands before the words of its event.
    let at = 0;
    for (const words of heardEvents) {
      const next = heard.findIndex((one, index) => index >= at && one.includes(words));
      expect(next, `“${words}” after “${heard[at - 1]}”`).toBeGreaterThanOrEqual(at);
      at = next + 1;
    }
  });
});
