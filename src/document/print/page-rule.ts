/** Takes a plan and leaves the rules that only a document knows: `@page`, which cannot read custom properties, and sizes of slides. */
import type { DeckOptions } from '../../deck/options.js';
import type { Strings } from '../../strings.js';
import type { PrintPlan } from './plan.js';

/** Write the size of the pages, their running head and foot, and how large slides are on them. */
export function pageRules(plan: PrintPlan, deck: DeckOptions, strings: Strings): string {
  const { paper, slideWidth, rowHeight } = plan;
  if (!paper) return `@page{size:${deck.size.width}px ${deck.size.height}px;margin:0}`;
  const tokens = `:root{--sheet-width:${round(slideWidth)}mm;--sheet-row:${round(rowHeight)}mm}`;
  if (plan.layout === 'slides') return `${tokens}@page{size:${paper.name} landscape;margin:0}`;
  const boxes = [
    `@top-left{content:${cssString(deck.title)}}`,
    `@top-right{content:${cssString(aboutTalk(deck).join(' · '))}}`,
    `@bottom-right{content:${pageOf(strings.pageOf)}}`,
  ];
  return `${tokens}@page{size:${paper.name} portrait}@page sheet{${boxes.join('')}}`;
}

/** Who speaks, where and when: whatever of it the deck says. */
export function aboutTalk({ author, event, date }: DeckOptions): string[] {
  return [author, event, date].filter(Boolean);
}

/** Put the browser's counters into a sentence: "Page {n} of {total}". */
function pageOf(sentence: string): string {
  const counters: Readonly<Record<string, string>> = { '{n}': 'counter(page)', '{total}': 'counter(pages)' };
  return sentence
    .split(/(\{n\}|\{total\})/)
    .filter(Boolean)
    .map((part) => counters[part] ?? cssString(part))
    .join(' ');
}

/** Quote a text for CSS; `<` is escaped too, since it stands inside a `<style>`. */
function cssString(text: string): string {
  const escaped = [...text].map((letter) =>
    /["\\<\p{Cc}]/u.test(letter) ? `\\${letter.codePointAt(0)?.toString(16)} ` : letter,
  );
  return `"${escaped.join('')}"`;
}

function round(mm: number): number {
  return Math.round(mm * 1000) / 1000;
}
