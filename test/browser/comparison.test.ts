/** Comparisons as a browser shows them: nothing cut off, columns alike on all slides of a table, told apart without colour, and read aloud in full. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.js';
import { comparison } from '../../src/components/comparison/index.js';
import { measuredThemes, shippedFiles } from '../support.js';
import { parseComponent, room } from '../unit/component-example.js';
import { openPage, openStage, type Stage, showDeck } from './stage.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const sentence = 'and then it goes on with some more words of usual length until the cell has enough of them';
const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => sentence.split(' ')[index % 18]).join(' ');

/** A table of so many subjects, rows and words a cell. */
function makeTable(subjects: number, rows: number, length: (row: number) => number, options = ''): string {
  const names = Array.from({ length: subjects }, (_, index) => `Subject ${index + 1}<br>1.${index}`);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const body = Array.from({ length: rows }, (_, row) =>
    line([`Criterion ${row + 1}`, ...names.map(() => words(length(row)))]),
  );
  const all = [
    line(['', ...names]),
    line(['-', ...names.map(() => '-')]),
    line(['**A group**', ...names.map(() => '')]),
    ...body,
  ];
  return `:::comparison[A caption]{${options}}\n\n${all.join('\n')}\n\nSource: a test.\n\n:::`;
}

const marked = `:::comparison[Marks]{highlight=auto focus=Beta baseline=Alpha}

| | Alpha<br>1.0 | Beta | Gamma | *Year* |
| - | - | - | - | - |
| **Numbers** | | | | |
| Time (ms) ↓ | 12.5 | 10 | 30 | 2020 |
| Rate ↑ | 1554 ± 22 | 1547 ± 316 | 3 | 2021 |
| Score | 4/5 | 3/5 | 5/5 | 2022 |
| **Words** | | | | |
| Export | yes, since 3.8 | no | partial: some | n/a |
| Import | ? | n/a | planned | n/a |
| Since | 2015-03-27 | v3.15 | | n/a |
| **Verdict** | Solid | Fast | Cheap | n/a |

A note.

Source: a test.

:::`;

const samples: Readonly<Record<string, string>> = {
  marked,
  two: makeTable(2, 3, () => 1),
  long: makeTable(2, 60, (row) => 1 + (row % 12)),
  six: makeTable(6, 12, () => 2),
  eight: makeTable(8, 8, () => 2, 'focus="Subject 2"'),
  wordy: makeTable(3, 6, (row) => [1, 5, 15, 30, 45, 60][row] ?? 1),
  transposed: makeTable(4, 5, () => 3, 'transpose merge=same'),
  compact: makeTable(2, 16, () => 4, '.compact'),
};
const deck = Object.entries(samples)
  .map(([name, sample]) => `::slide{#${name}-slide}\n\n## A title\n\n${sample}`)
  .join('\n\n---\n\n');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** What a test asks of every table of the deck, all slides laid out at once. */
interface Facts {
  readonly id: string;
  readonly columns: string;
  readonly caption: string;
  readonly head: string;
  readonly clipped: readonly string[];
  /** How far the table's slide is overfull, in px. */
  readonly over: number;
  readonly height: number;
}

/** Open a deck with all its slides laid out (on screen the far ones are not), or the document that is printed from it. */
async function openDeck(name: string, text: string, medium: 'screen' | 'print' = 'screen'): Promise<Page> {
  const page = await openPage(stage.browser);
  if (medium === 'print') {
    await page.emulateMediaType('print');
    const file = await compile(text, { document: 'slides' }, await shippedFiles());
    await page.setContent(String(file.value), { waitUntil: 'load' });
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    return page;
  }
  const { path } = await stage.buildText(name, text);
  await showDeck(page, path);
  await page.addStyleTag({
    content:
      '.reveal .slides section { display: block !important; visibility: visible !important; opacity: 1 !important }',
  });
  return page;
}

async function readFacts(page: Page): Promise<Facts[]> {
  return page.$$eval('figure.comparison', (figures) =>
    figures.map((figure) => {
      const table = figure.querySelector('table') as HTMLTableElement;
      const scale = table.getBoundingClientRect().width / table.offsetWidth || 1;
      const body = figure.closest('.slide-body') as HTMLElement;
      return {
        id: figure.id,
        columns: [...table.querySelectorAll('thead tr:last-child th')]
          .map((cell) => Math.round((cell as HTMLElement).offsetWidth))
          .join(' '),
        caption: table.caption?.textContent ?? '',
        head: table.tHead?.textContent ?? '',
        clipped: [...table.querySelectorAll('td, th')]
          .filter((cell) => cell.scrollWidth > (cell as HTMLElement).offsetWidth + 1)
          .map((cell) => cell.textContent ?? ''),
        over: body.scrollHeight - body.clientHeight,
        height: figure.getBoundingClientRect().height / scale,
      };
    }),
  );
}

describe.each(measuredThemes)('in %s', (theme) => {
  const text = `---\ntitle: Comparisons\ntheme: ${theme}\n---\n\n${deck}`;

  test('cells are whole, and the slides of a table have its columns, header and caption', async () => {
    for (const medium of ['print', 'screen'] as const) {
      const page = await openDeck(`comparison-${medium}-${theme}`, text, medium);
      const facts = await readFacts(page);
      await page.close();
      expect(facts.length).toBeGreaterThan(12);
      expect(facts.flatMap((one) => one.clipped)).toEqual([]);
      expect(facts.filter((one) => one.over > 1).map((one) => `${one.id} ${one.over}`)).toEqual([]);
      const tables = new Set(facts.map((one) => one.id.replace(/~\d+$/, '')));
      for (const table of tables) {
        const parts = facts.filter((one) => one.id.replace(/~\d+$/, '') === table);
        const ofOne = parts.every((part) => part.head === parts[0]?.head);
        const widths = new Set(
          parts.map((part) => (ofOne ? part.columns : part.columns.split(' ').slice(0, 3).join(' '))),
        );
        expect([...widths]).toHaveLength(1);
        expect(
          parts.every((part) => part.caption.startsWith('A caption') || part.caption.startsWith('Marks')),
        ).toBe(true);
      }
    }
  });

  test('each is as tall as estimated, or a little less', async () => {
    const page = await openDeck(
      `comparison-heights-${theme}`,
      text.replace('theme:', 'fit: none\ntheme:').replaceAll(']{', ']{split=none '),
    );
    const facts = await readFacts(page);
    await page.close();
    const wrong: string[] = [];
    Object.values(samples).forEach((sample, index) => {
      const { node, context } = parseComponent(comparison, sample.replace(']{', ']{split=none '));
      const estimate = node ? (comparison.measure?.(node, room, context) ?? 0) : 0;
      const height = facts[index]?.height ?? 0;
      if (estimate < height - 12 || estimate > height * 1.05 + 24)
        wrong.push(
          `${Object.keys(samples)[index]}: ${Math.round(height)} px, estimated ${Math.round(estimate)}`,
        );
    });
    expect(wrong).toEqual([]);
  });

  test('winner, focus and answers are told apart without colour', async () => {
    const page = await openDeck(`comparison-grey-${theme}`, text);
    const looks = await page.$eval('#marked-slide', (slide) => {
      // A table that goes on is told apart as a whole.
      const figure = slide.parentElement as Element;
      const weight = (element: Element | null) => Number(element ? getComputedStyle(element).fontWeight : 0);
      const all = (selector: string) => [...figure.querySelectorAll(selector)];
      return {
        winners: all('td[data-winner]').map(
          (cell) =>
            weight(cell.querySelector('strong')) - weight(figure.querySelector('td:not([data-winner])')) >=
              200 && cell.querySelector('.winner-mark') !== null,
        ),
        shapes: new Set(all('td[data-winner] .winner-mark').map((mark) => mark.innerHTML)).size,
        statuses: new Set(all('.status-mark').map((mark) => mark.innerHTML)).size,
        words: new Set(all('.status').map((word) => word.textContent)).size,
        focus: all('td[data-focus]').every(
          (cell) => Number.parseFloat(getComputedStyle(cell).borderInlineStartWidth) === 2,
        ),
        plain: all('td:not([data-focus])').every(
          (cell) => getComputedStyle(cell).borderInlineStartWidth === '0px',
        ),
        hatch: getComputedStyle(
          figure.ownerDocument.querySelector('td[data-kind="empty"]') as Element,
        ).backgroundImage.includes('gradient'),
      };
    });
    await page.close();
    expect(looks.winners.length).toBeGreaterThan(3);
    expect(looks.winners.every(Boolean)).toBe(true);
    expect(looks).toMatchObject({ shapes: 3, statuses: 4, words: 4, focus: true, plain: true, hatch: true });
  });

  test('axe finds nothing, and every cell has the headers of its row, column and group', async () => {
    const page = await openDeck(`comparison-axe-${theme}`, text);
    await page.evaluate(axeSource);
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(context: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run('.comparison')).violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`,
      );
    });
    const unnamed = await page.$$eval(
      'figure.comparison td',
      (cells) =>
        cells.filter((cell) => {
          const ids = (cell.getAttribute('headers') ?? '').split(' ');
          const scopes = ids.map((id) => document.getElementById(id)?.getAttribute('scope'));
          return (
            cell.closest('.spanners') === null &&
            !(scopes.includes('row') && scopes.includes('col') && !scopes.includes(undefined))
          );
        }).length,
    );
    const tree = await page.accessibility.snapshot({ interestingOnly: false });
    const roles: string[] = [];
    const walk = (node: typeof tree): void => {
      if (!node) return;
      roles.push(node.role);
      for (const child of node.children ?? []) walk(child);
    };
    walk(tree);
    await page.close();
    expect(found).toEqual([]);
    expect(unnamed).toBe(0);
    expect(roles.filter((role) => role === 'rowheader').length).toBeGreaterThan(3);
    expect(roles.filter((role) => role === 'columnheader').length).toBeGreaterThan(3);
  });
});
