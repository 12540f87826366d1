/** Widths and lines that are computed without a browser, beside those of a browser with the same faces. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Paragraph } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPieces } from '../../src/measure/phrasing.js';
import { listUnknownCharacters, measureText, type TextStyle } from '../../src/measure/text-width.js';
import { wrapInline, wrapText } from '../../src/measure/wrap.js';
import { projectFolder } from '../support.js';
import { randomNumbers, randomText } from './random-text.js';
import { openPage, openStage, type Stage, showDeck } from './stage.js';

const full = process.env.LECTERN_FULL === '1';
const seed = Number(process.env.LECTERN_SEED ?? Date.now() % 1_000_000);

const styles: Record<string, TextStyle> = {
  sans: { size: 21 },
  'sans, bold': { size: 21, weight: 600 },
  'sans, italic': { size: 24, italic: true },
  'sans, bold italic': { size: 24, italic: true, weight: 600 },
  title: { size: 44, weight: 600, family: 'display', letterSpacing: -0.012 },
  subject: { size: 26, weight: 600, family: 'display' },
  quotation: { size: 50, family: 'display', italic: true, letterSpacing: -0.012 },
  'quotation in the text': { size: 30, family: 'display', italic: true },
  mono: { size: 20, family: 'mono' },
  'mono, bold': { size: 17.6, family: 'mono', weight: 600 },
};

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  page = await openPage(stage.browser);
  const file = path.join(stage.folder, 'faces.html');
  await writeFile(
    file,
    `<!doctype html><meta charset="utf-8"><style>${await faceRules()}</style><body lang="en">`,
  );
  await page.goto(pathToFileURL(file).href);
});

afterAll(() => stage.close());

describe(`measuring, beside Chromium (LECTERN_SEED=${seed})`, () => {
  it.each(Object.entries(styles))('widths: %s', async (_name, style) => {
    const random = randomNumbers(seed);
    const texts = Array.from({ length: full ? 500 : 100 }, () =>
      randomText(random, 1 + Math.floor(random() * 12)),
    );
    const widths = await widthsInPage(texts, style);
    const wrong = texts.flatMap((text, index) => {
      const [ours, theirs] = [measureText(text, style), widths[index] ?? 0];
      return Math.abs(ours - theirs) > 0.5 ? [{ text, ours, theirs }] : [];
    });
    expect(wrong).toEqual([]);
    const unknown = texts.flatMap((text) => listUnknownCharacters(text, style));
    expect(unknown).toEqual([]);
  });

  it('never takes a text in other scripts to be narrower than it is', async () => {
    const texts = [
      'a → b',
      '漢字かなカナ',
      'Привет, мир',
      'שלום עולם',
      'مرحبا بالعالم',
      '👍🏽 😀 🇩🇪 👩‍👩‍👧',
      'x̣̂ ≥ ≈ ∞',
      'ﷺ ﷽',
      '한국어',
      'ภาษาไทย',
    ];
    const style: TextStyle = { size: 24, weight: 600 };
    const widths = await widthsInPage(texts, style);
    for (const [index, text] of texts.entries()) {
      expect({ text, unknown: listUnknownCharacters(text, style).length > 0 }).toEqual({
        text,
        unknown: true,
      });
      expect(measureText(text, style)).toBeGreaterThanOrEqual(widths[index] ?? 0);
    }
  });

  it.each(Object.entries(styles))('lines: %s', async (name, style) => {
    const random = randomNumbers(seed + 1);
    const texts = Array.from({ length: full ? 300 : 60 }, () =>
      randomText(random, 5 + Math.floor(random() * 40)),
    );
    const counts = { equal: 0, more: 0 };
    const fewer = [];
    for (const width of [200, 300, 400].map((one) => (one * style.size) / 21)) {
      const lines = await linesInPage(texts, width, style);
      for (const [index, text] of texts.entries()) {
        const [ours, theirs] = [wrapText(text, width, style), lines[index] ?? []];
        if (ours.length < theirs.length) fewer.push({ text, width, ours, theirs });
        else counts[ours.length === theirs.length ? 'equal' : 'more'] += 1;
      }
    }
    console.log(`${name}: ${counts.equal} equal, ${counts.more} more, ${fewer.length} fewer`);
    expect(fewer).toEqual([]);
    expect(counts.equal / (counts.equal + counts.more)).toBeGreaterThan(0.98);
  });
});

describe(`places to break, beside Chromium (LECTERN_SEED=${seed})`, () => {
  it('are never more than there, in CJK with Latin words', async () => {
    const random = randomNumbers(seed + 2);
    const parts =
      '漢字 かな カタカナ ァー 、 。 「引用」 （注） ！ ・ 한국어 Ａ１ 😀 👍🏽 TensorFlow 2.0 “smart” (x) 5% €40 a-b 1–2 … — , '.split(
        ' ',
      );
    const texts = Array.from({ length: full ? 2000 : 300 }, () =>
      Array.from(
        { length: 6 },
        () => parts[Math.floor(random() * parts.length)] + (random() < 0.2 ? ' ' : ''),
      )
        .join('')
        .trim(),
    );
    await fillPage(texts, 'width:0;white-space:normal;overflow-wrap:normal');
    const theirs = await readLines();
    const more = texts.flatMap((text, index) => {
      const ours = wrapInline([{ text, style: { size: 16 } }], 0, 'normal').lines.map((line) => line.text);
      const seen = theirs[index]?.map((line) => line.trim()) ?? [];
      return isCoarser(ours, seen) ? [] : [{ ours: ours.join('|'), theirs: seen.join('|') }];
    });
    expect(more).toEqual([]);
  });
});

/** Whether each end of a line of the one is an end of a line of the other. */
function isCoarser(lines: string[], finer: string[]): boolean {
  const ends = (list: string[]): number[] => {
    let sum = 0;
    return list.map((line) => (sum += line.replaceAll(/\s/g, '').length));
  };
  const all = ends(finer);
  return ends(lines).every((end) => all.includes(end));
}

describe('inline Markdown, beside a built deck', () => {
  it('never takes fewer lines than on the slide', async () => {
    const random = randomNumbers(seed + 3);
    const texts = Array.from({ length: 24 }, () => randomMarkdown(random));
    const deck = texts.map((text, index) => `## Slide ${index}\n\n${text}`).join('\n\n---\n\n');
    const built = await stage.buildText('inline', `---\ntitle: Inline\n---\n\n${deck}\n`);
    const tab = await openPage(stage.browser);
    await showDeck(tab, built.path);
    // Slides far from the current one are not laid out.
    await tab.addStyleTag({ content: '.reveal .slides > section.slide { display: block !important }' });
    const heights = await tab.$$eval('.slide-body > p:first-child', (all) =>
      all.map((one) => one.offsetHeight / Number.parseFloat(getComputedStyle(one).lineHeight)),
    );
    expect(heights).toHaveLength(texts.length);
    let equal = 0;
    for (const [index, text] of texts.entries()) {
      const { children } = fromMarkdown(text).children[0] as Paragraph;
      const { lines } = wrapInline(listPieces(children, { size: 24 }), 1136);
      const theirs = Math.round(heights[index] ?? 0);
      expect({ text, fewer: Math.max(0, theirs - lines.length) }).toEqual({ text, fewer: 0 });
      if (lines.length === theirs) equal += 1;
    }
    expect(equal).toBeGreaterThan(texts.length * 0.9);
  });
});

/** A long paragraph with bold, emphasis, code and links. */
function randomMarkdown(random: () => number): string {
  const frames = [
    ['**', '**'],
    ['*', '*'],
    ['`', '`'],
    ['[', '](https://example.org)'],
    ['', ''],
  ] as const;
  return Array.from({ length: 30 }, () => {
    const [open, close] = frames[Math.floor(random() * frames.length)] ?? ['', ''];
    const words = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      Array.from({ length: 2 + Math.floor(random() * 8) }, () =>
        String.fromCodePoint(97 + Math.floor(random() * 26)),
      ).join(''),
    );
    return open + words.join(' ') + close;
  }).join(' ');
}

/** The package's faces as `@font-face`, and how slides set text. */
async function faceRules(): Promise<string> {
  const folder = path.join(projectFolder, 'dist/lib/assets/fonts');
  const faces: Record<string, string>[] = JSON.parse(await readFile(path.join(folder, 'fonts.json'), 'utf8'));
  const rules = faces.map(
    ({ family, file, weight, style, unicodeRange }) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(${pathToFileURL(path.join(folder, file ?? '')).href});unicode-range:${unicodeRange}}`,
  );
  return `${rules.join('')} p{margin:0;width:max-content;white-space:nowrap;font-kerning:normal;font-synthesis:none;text-rendering:geometricPrecision;line-height:1.2;overflow-wrap:break-word}`;
}

function toCss({ size, weight = 400, family = 'sans', italic, letterSpacing = 0 }: TextStyle): string {
  const name = { sans: 'Lectern Sans', display: 'Lectern Display', mono: 'Lectern Mono' }[family];
  return `font:${italic ? 'italic ' : ''}${weight} ${size}px/1.2 "${name}";letter-spacing:${letterSpacing}em`;
}

async function widthsInPage(texts: string[], style: TextStyle): Promise<number[]> {
  await fillPage(texts, toCss(style));
  return page.$$eval('p', (all) => all.map((one) => one.getBoundingClientRect().width));
}

/** The lines of each text, told by the tops of its characters. */
async function linesInPage(texts: string[], width: number, style: TextStyle): Promise<string[][]> {
  await fillPage(texts, `${toCss(style)};width:${width}px;white-space:normal`);
  return readLines();
}

function readLines(): Promise<string[][]> {
  return page.$$eval('p', (all) =>
    all.map(({ firstChild }) => {
      const lines: string[] = [];
      let top = Number.NaN;
      const text = firstChild?.textContent ?? '';
      const range = document.createRange();
      for (let at = 0; at < text.length; at += 1) {
        range.setStart(firstChild as Text, at);
        range.setEnd(firstChild as Text, at + 1);
        const box = [...range.getClientRects()].at(-1);
        if (box && text[at] !== ' ' && !(Math.abs(box.top - top) < 3)) {
          lines.push('');
          top = box.top;
        }
        lines.push((lines.pop() ?? '') + text[at]);
      }
      return lines;
    }),
  );
}

async function fillPage(texts: string[], css: string): Promise<void> {
  await page.evaluate(
    async (list, style) => {
      document.body.replaceChildren(
        ...list.map((text) => {
          const element = document.createElement('p');
          element.style.cssText = style;
          element.textContent = text;
          return element;
        }),
      );
      await document.fonts.ready;
    },
    texts,
    css,
  );
}
