/** Takes the lines of text of a slide and leaves what is wrong with their letters: too small, not in the faces, broken words. */
import type { Finding } from './findings.js';
import { describe } from './place.js';
import { listLines, listWords, type TextLine } from './text-lines.js';

/** Least sizes in px (themes/README.md): of content after fitting; of foot, axis and dates. */
const leastContent = 16;
const leastAside = 14;
const aside = '.slide-foot, .slide-header, .slide-meta, .timeline, .comparison-legend, figcaption';
/** Numbers of notes and formulas have the sizes of their kind. */
const exempt = 'sup, sub, .katex, svg, rt';

/** Find texts that are smaller than the themes allow; one finding for each parent. */
export function findSmall(slide: Element, lines: readonly TextLine[]): Finding[] {
  return [...new Set(lines.map(({ parent }) => parent))].flatMap((parent) => {
    if (parent.closest(exempt) !== null) return [];
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    const least = parent.closest(aside) ? leastAside : leastContent;
    return size < least - 0.01
      ? [
          {
            ...describe('text-small', slide, parent, size, String(least)),
            seen: (parent.textContent ?? '').trim(),
          },
        ]
      : [];
  });
}

/** Find words that are cut in their middle; a hyphen the author wrote, and CJK, may end a line. */
export function findBroken(slide: Element, lines: readonly TextLine[]): Finding[] {
  const nodes = [...new Set(lines.map(({ node }) => node))];
  return nodes.flatMap((node) => {
    const parent = node.parentElement;
    if (parent === null || parent.closest('code, pre, kbd, samp, .katex, a[href]') !== null) return [];
    return listWords(node, /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2,}/gu)
      .filter(({ boxes }) => new Set(boxes.map((box) => Math.round(box.top))).size > 1)
      .map((word) => ({ ...describe('word-broken', slide, parent, 0), seen: word.text }));
  });
}

/** Find characters that none of the faces of the document holds: another font stands in, a different one on each machine. */
export function findMissing(slide: Element, lines: readonly TextLine[]): Finding[] {
  const missing = new Map<string, Element>();
  for (const { node, parent } of lines) {
    if (parent.closest('.katex') !== null) continue;
    const covers = coverageOf(getComputedStyle(parent).fontFamily);
    if (!covers) continue;
    for (const character of node.data) {
      if (!/[\s\p{Cf}\p{M}]/u.test(character) && !covers(character))
        missing.set(character, missing.get(character) ?? parent);
    }
  }
  return [...missing].map(([character, parent]) =>
    describe('font-missing-glyph', slide, parent, 0, character),
  );
}

const coverages = new Map<string, ((character: string) => boolean) | undefined>();

/** What the faces of a family hold, by their unicode-ranges; nothing for a family the document does not bring. */
function coverageOf(families: string): ((character: string) => boolean) | undefined {
  if (coverages.has(families)) return coverages.get(families);
  const named = families.split(',').map(bare);
  const faces = [...document.fonts].filter((face) => named.includes(bare(face.family)));
  const ranges = faces.flatMap((face) => face.unicodeRange.split(',').map(readRange));
  const covers =
    ranges.length === 0
      ? undefined
      : (character: string) => {
          const point = character.codePointAt(0) ?? 0;
          return ranges.some(([from, to]) => point >= from && point <= to);
        };
  coverages.set(families, covers);
  return covers;
}

function readRange(text: string): [number, number] {
  const [from = '', to = from] = text.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)];
}

/** Find a title whose last line is one word. */
export function findWidow(slide: Element, lines: readonly TextLine[]): Finding[] {
  const title = slide.querySelector('.slide-title');
  if (!title) return [];
  const inTitle = lines.filter(({ parent }) => title.contains(parent));
  const bottom = Math.max(...inTitle.map(({ box }) => box.bottom));
  const last = inTitle.filter(({ box }) => box.bottom > bottom - box.height / 2);
  const words = last.flatMap((line) =>
    listWords(line.node).filter(({ boxes }) => boxes.some((box) => Math.abs(box.top - line.box.top) < 2)),
  );
  const single = last.length < inTitle.length && words.length === 1;
  return single ? [{ ...describe('title-widow', slide, title, 1), seen: words[0]?.text ?? '' }] : [];
}

/** Find faces that could not be loaded, each where it is first used. */
export function findUnloaded(slides: readonly Element[]): Finding[] {
  const failed = new Set(
    [...document.fonts].filter(({ status }) => status === 'error').map(({ family }) => bare(family)),
  );
  if (failed.size === 0) return [];
  return slides.flatMap((slide) =>
    listLines(slide).flatMap(({ parent }) => {
      const used = getComputedStyle(parent)
        .fontFamily.split(',')
        .map(bare)
        .find((family) => failed.has(family));
      if (used === undefined) return [];
      failed.delete(used);
      return [describe('font-unloaded', slide, parent, 0, used)];
    }),
  );
}

function bare(family: string): string {
  return family.trim().replaceAll(/["']/g, '');
}
