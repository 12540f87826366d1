/** Takes a `:::quote` and leaves the words and whose they are: the last paragraph of its quotation, when that begins with a dash. */
import type { Blockquote } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Edit } from '../../diagnostics/report.js';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { type Block, readContainer } from '../container.js';
import { spanOf } from '../cut-inline.js';
import { checkOptions } from '../options.js';
import { isAttribution, readAttribution } from './attribution.js';
import type { QuoteNode } from './node.js';

/** Parse a quote; the author's text stays visible when there is no quotation in it. */
export function parseQuote(directive: ComponentDirective, context: ComponentContext): QuoteNode | undefined {
  checkOptions(directive, {}, context.file);
  const { id, classes, caption, blocks } = readContainer(directive);
  const quotation = blocks.find((block) => block.type === 'blockquote');
  if (!quotation) {
    report(context.file, 'quote-missing', directive, 'Unexpected `quote` without a quotation, expected one', {
      note: 'Write `> ` before each line of it, and `> — Name` as its last paragraph.',
    });
    return undefined;
  }
  const last = quotation.children.at(-1);
  const attribution = isAttribution(last) ? last : undefined;
  if (!attribution) reportUnattributed(quotation, blocks[blocks.indexOf(quotation) + 1], context);
  for (const second of blocks.filter((block) => block.type === 'blockquote' && block !== quotation)) {
    report(context.file, 'quote-second', second, 'Unexpected second quotation, expected one in a `quote`', {
      note: 'Make two of it; as it stands it is drawn below the first.',
    });
  }
  const text = quotation.children.filter((child) => child !== attribution);
  if (text.length === 0) {
    report(
      context.file,
      'quote-missing',
      quotation,
      'Unexpected attribution alone, expected words above it',
      {
        note: 'Write the words, `>` on a line of its own, then `> — Name`.',
      },
    );
  }
  return {
    type: 'quote',
    id,
    classes,
    children: [
      ...(caption ? [caption] : []),
      { type: 'quoteText', children: text, ...spanOf([quotation]) },
      ...(attribution ? [readAttribution(attribution)] : []),
      ...blocks.filter((block) => block !== quotation),
    ],
    ...(directive.position && { position: directive.position }),
  };
}

function reportUnattributed(
  quotation: Blockquote,
  next: Block | undefined,
  { file }: ComponentContext,
): void {
  const fix = findOutside(quotation, next) ?? findWithin(quotation, String(file.value));
  report(
    file,
    'quote-attribution-missing',
    quotation,
    'Unexpected quotation without an attribution, expected `— Name` as its last paragraph',
    {
      note: fix
        ? 'It is there, but no paragraph of its own inside the quotation.'
        : 'End it with `>` on a line of its own and `> — Name, role, date`.',
      fix: fix && [fix],
    },
  );
}

/** `— Name` right below the quotation: it belongs into it. */
function findOutside(quotation: Blockquote, next: Block | undefined): Edit | undefined {
  const [start, end] = [quotation.position?.end.offset, next?.position?.start.offset];
  if (!isAttribution(next) || start === undefined || end === undefined) return undefined;
  return { start, end, text: '\n>\n> ' };
}

/** `> — Name` without an empty line above it is the end of the paragraph before. */
function findWithin(quotation: Blockquote, value: string): Edit | undefined {
  const last = quotation.children.at(-1);
  const end = last?.position?.end.offset;
  if (last?.type !== 'paragraph' || end === undefined || !/\n\s*[—–]\s[^\n]*$/.test(toString(last)))
    return undefined;
  const start = Math.max(value.lastIndexOf('\n', end - 1), value.lastIndexOf('\r', end - 1)) + 1;
  const marker = /^[^>]*>/.exec(value.slice(start, end))?.[0];
  return marker === undefined ? undefined : { start, end: start, text: `${marker}\n` };
}
