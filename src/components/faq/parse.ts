/** Takes a `:::faq` and leaves its entries: the highest rank of heading asks, what follows answers. */
import { toString } from 'mdast-util-to-string';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { type Block, readContainer } from '../container.js';
import { spanOf } from '../cut-inline.js';
import { checkOptions } from '../options.js';
import { answerOf, type FaqEntry, type FaqNode, questionOf } from './node.js';
import { optionTable, type Split } from './options.js';

/** Parse questions and answers; the author's text stays visible when nothing is asked. */
export function parseFaq(directive: ComponentDirective, context: ComponentContext): FaqNode | undefined {
  const options = checkOptions(directive, optionTable, context.file);
  const { id, classes, caption, blocks } = readContainer(directive);
  const entries = gatherEntries(blocks);
  if (!entries.some(questionOf)) {
    report(
      context.file,
      'faq-question-missing',
      directive,
      'Unexpected `faq` without a heading, expected one that asks',
      {
        note: 'Write a heading such as `### Does it print?` and the answer below it.',
      },
    );
    return undefined;
  }
  for (const entry of entries) checkEntry(entry, context);
  return {
    type: 'faq',
    id,
    classes,
    split: (options.split as Split | undefined) ?? 'auto',
    stepwise: options.reveal === 'answers',
    children: [...(caption ? [caption] : []), ...entries],
    ...(directive.position && { position: directive.position }),
  };
}

/** Headings below the rank of the questions are part of an answer. */
function gatherEntries(blocks: readonly Block[]): FaqEntry[] {
  const rank = Math.min(...blocks.map((block) => (block.type === 'heading' ? block.depth : 7)));
  const entries: FaqEntry[] = [];
  for (const block of blocks) {
    const asks = block.type === 'heading' && block.depth === rank;
    if (asks) entries.push({ type: 'faqEntry', asks, children: [block] });
    else if (entries.length === 0) entries.push({ type: 'faqEntry', asks, children: [block] });
    else entries.at(-1)?.children.push(block);
  }
  for (const entry of entries) Object.assign(entry, spanOf(entry.children));
  return entries;
}

function checkEntry(entry: FaqEntry, { file }: ComponentContext): void {
  const question = questionOf(entry);
  if (!question) return;
  const words = toString(question).trim();
  const last = question.children.findLast((node) => node.type !== 'footnoteReference');
  if (!/[?？؟]\s*$/.test(words)) {
    const end = last?.position?.end.offset;
    report(
      file,
      'faq-question-mark',
      question,
      `Unexpected \`${words}\`, expected a question mark at its end`,
      {
        note: 'Ask, or move the heading into an answer by giving it a lower rank.',
        actual: words,
        fix: end === undefined ? undefined : [{ start: end, end, text: '?' }],
      },
    );
  }
  if (answerOf(entry).length > 0) return;
  report(
    file,
    'faq-answer-missing',
    question,
    `Unexpected \`${words}\` without an answer, expected one below it`,
    {
      note: 'Write a paragraph, a list or any other block before the next question.',
    },
  );
}
