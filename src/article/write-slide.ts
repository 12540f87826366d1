/** Takes the blocks of one slide-to-be and leaves its Markdown: short text and all that is no text stay, long text goes to the notes, whole. */
import type { Paragraph, RootContent } from 'mdast';
import { findComponent } from './find-component.js';
import { countWords } from './outline-article.js';

/** What was done, for the person to know. */
export interface DraftCounts {
  slides: number;
  /** Paragraphs whose text went to the notes. */
  notes: number;
  comparisons: number;
  timelines: number;
}

/** How many words of running text a slide may show before they are told instead. */
const mostWords = 60;

/** A paragraph of more words is told; its first sentence stands for it. */
const mostParagraphWords = 25;

/** Write the body of a slide. @param source the whole article */
export async function writeSlide(
  blocks: readonly RootContent[],
  source: string,
  counts: DraftCounts,
): Promise<string> {
  const isProse = (block: RootContent): block is Paragraph =>
    block.type === 'paragraph' && countWords(block) > 0;
  const isLong = countWords(blocks.filter(isProse)) > mostWords;
  const shown: string[] = [];
  const told: string[] = [];
  let points: string[] = [];
  const endPoints = () => {
    if (points.length > 0) shown.push(points.join('\n'));
    points = [];
  };
  for (const block of blocks) {
    if (isLong && isProse(block) && countWords(block) > mostParagraphWords) {
      points.push(`- ${firstSentence(block, source)}`);
      told.push(sliceOf(block, source));
      continue;
    }
    endPoints();
    shown.push(await writeBlock(block, source, counts));
  }
  endPoints();
  counts.notes += told.length;
  if (told.length > 0) shown.push(`:::notes\n\n${told.join('\n\n')}\n\n:::`);
  return shown.join('\n\n');
}

/** The text of a node as written; what stands in a list or quotation there stands at the margin here. */
export function sliceOf({ position }: RootContent, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

async function writeBlock(block: RootContent, source: string, counts: DraftCounts): Promise<string> {
  const text = sliceOf(block, source);
  const found = await findComponent(block, text);
  if (found?.kind === 'comparison') counts.comparisons += 1;
  if (found?.kind === 'timeline') counts.timelines += 1;
  return found?.markdown ?? text;
}

/** The first sentence of a paragraph as written: it ends in plain text, never inside a link or code. */
function firstSentence(paragraph: Paragraph, source: string): string {
  const start = paragraph.position?.start.offset ?? 0;
  const whole = sliceOf(paragraph, source);
  for (const node of paragraph.children) {
    if (node.type !== 'text' || !node.position) continue;
    const from = (node.position.start.offset ?? 0) - start;
    const to = (node.position.end.offset ?? 0) - start;
    const end = /(?:[.!?…]["'”’)]*(?=\s+[\p{Lu}\p{N}"“‘'*_`[(])|[。！？])/u.exec(whole.slice(from, to));
    if (end) return oneLine(whole.slice(0, from + end.index + end[0].length));
  }
  return oneLine(whole);
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
