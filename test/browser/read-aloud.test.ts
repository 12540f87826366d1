/** Comparisons and timelines as the accessibility tree gives them to a screen reader: headers for every cell, events in the order of time. */
import type { Page, SerializedAXNode } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deck, heardCells, heardEvents, toLetters } from '../read-aloud.js';
import { goTo, listSlideIds, openPage, openStage, type Stage, showDeck } from './stage.js';

let stage: Stage;
let slides: SerializedAXNode[];

beforeAll(async () => {
  stage = await openStage();
  const page = await openPage(stage.browser);
  const { path } = await stage.buildText('aloud', deck);
  await showDeck(page, path);
  slides = await readSlides(page);
});
afterAll(() => stage?.close());

/** Each slide as it is heard when it is shown, with all its steps. */
async function readSlides(page: Page): Promise<SerializedAXNode[]> {
  const trees: SerializedAXNode[] = [];
  for (const id of await listSlideIds(page)) {
    await goTo(page, id, 99);
    const root = await page.$(`[id="${id}"]`);
    const tree = await page.accessibility.snapshot({ interestingOnly: false, ...(root && { root }) });
    if (tree) trees.push(tree);
  }
  return trees;
}

function findRoles(node: SerializedAXNode, ...roles: readonly string[]): SerializedAXNode[] {
  const inside = (node.children ?? []).flatMap((child) => findRoles(child, ...roles));
  return roles.includes(node.role) ? [node, ...inside] : inside;
}

const textOf = (node: SerializedAXNode): string =>
  findRoles(node, 'StaticText')
    .map(({ name = '' }) => name)
    .join('');

/** What is heard at each cell of a table: the header of its row, that of its column, its words. */
function hearCells(table: SerializedAXNode): string[] {
  const rows = findRoles(table, 'row');
  const heads = findRoles(rows[0] ?? table, 'columnheader');
  return rows.flatMap((row) => {
    const cells = findRoles(row, 'rowheader', 'cell', 'gridcell');
    return cells.flatMap((cell, column) => {
      if (cell.role === 'rowheader') return [];
      const [head, name] = [heads[column], cells.find(({ role }) => role === 'rowheader')];
      return [`${name && textOf(name)}, ${head && textOf(head)}: ${textOf(cell)}`];
    });
  });
}

test('every cell is heard with its row and its column, also where the table goes on', () => {
  const tables = slides.flatMap((slide) => findRoles(slide, 'table'));
  expect(tables.length).toBeGreaterThan(1);
  const heard = tables.flatMap(hearCells);
  expect(heard).toHaveLength(heardCells.length);
  // What is hidden from the eye (a mark in words) follows what both are given.
  for (const [index, { row, column, words }] of heardCells.entries())
    expect(heard[index]).toMatch(new RegExp(`^${row}.*, ${column}.*: ${words.replace('?', '\\?')}`));
  expect(heard.filter((one) => one.includes('best in row')).length).toBeGreaterThan(0);
  expect(heard.find((one) => one.includes('?'))).toContain('unknown');
});

test('each lane is heard with its name and its events in the order of time', () => {
  const heard = slides
    .flatMap((slide) => findRoles(slide, 'heading', 'listitem'))
    .map((node) => toLetters(textOf(node)));
  let at = 0;
  for (const words of heardEvents) {
    const next = heard.findIndex((one, index) => index >= at && one.includes(words));
    expect(next, `“${words}” after “${heard[at - 1]}”`).toBeGreaterThanOrEqual(at);
    at = next + 1;
  }
});
