/** Takes questions and answers and a room and leaves their height, or the parts that fit, cut between entries. Sizes are those of style.css. */
import type { Room } from '../component.js';
import { makeParts, measureFrame, splitFigure } from '../figure-layout.js';
import { measureBlocks, measureInline, scaleLook } from '../measure-flow.js';
import { answerOf, entriesOf, type FaqEntry, type FaqNode, questionOf } from './node.js';

const question = { size: 26, weight: 600, family: 'display', line: 1.25 } as const;
const single = { size: 50, weight: 400, italic: true, family: 'display', line: 1.2, around: 36 } as const;
/** Most width of a single question and its answer, as shares of their sizes. */
const most = { question: 21 * 50, answer: 40 * 24 };
const entry = { share: 0.36, gap: 48, padding: 32 };

/** Estimate the height of questions and answers. */
export function measureFaq(node: FaqNode, room: Room): number {
  const heights = entryHeights(node, room);
  return heights.reduce((sum, height) => sum + height, measureFrame(node, 'faqEntry', room));
}

/** Cut between entries; `split=each` gives every question a slide, what stands before the first goes with it. */
export function splitFaq(node: FaqNode, room: Room): readonly FaqNode[] {
  const entries = entriesOf(node);
  if (node.split === 'none') return [node];
  if (node.split === 'auto') {
    const frame = measureFrame(node, 'faqEntry', room);
    return splitFigure(
      node,
      'faqEntry',
      entries.map((one) => [one]),
      entryHeights(node, room),
      frame,
      room,
    );
  }
  return makeParts(node, 'faqEntry', groupByQuestion(entries));
}

/** What stands before the first question goes with it. */
function groupByQuestion(entries: readonly FaqEntry[]): FaqEntry[][] {
  const groups: FaqEntry[][] = [];
  for (const one of entries) {
    const isIntroduced = groups.length === 1 && !groups[0]?.some(questionOf);
    if (isIntroduced) groups[0]?.push(one);
    else groups.push([one]);
  }
  return groups;
}

function entryHeights(node: FaqNode, room: Room): number[] {
  const entries = entriesOf(node);
  return entries.map((one) => (entries.length === 1 ? singleHeight(one, room) : rowHeight(one, room)));
}

function rowHeight(one: FaqEntry, { width, fit }: Room): number {
  const beside = (width - entry.gap) * entry.share;
  const asked = measureInline(questionOf(one)?.children ?? [], beside, scaleLook(question, fit));
  const answer = measureBlocks(answerOf(one), width - entry.gap - beside, fit);
  return Math.max(asked, answer) + entry.padding * fit;
}

function singleHeight(one: FaqEntry, { width, fit }: Room): number {
  const beside = Math.min(width, most.question * fit);
  const asked = measureInline(questionOf(one)?.children ?? [], beside, scaleLook(single, fit));
  const answer = measureBlocks(answerOf(one), Math.min(width, most.answer * fit), fit);
  return asked + single.around * fit + answer;
}
