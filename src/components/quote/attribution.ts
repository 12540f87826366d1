/** Takes the last paragraph of a quotation and leaves its parts: the name up to the first comma, the date behind the last. */
import type { Paragraph, PhrasingContent } from 'mdast';
import { parseForm } from '../../dates/date-forms.js';
import { isoDate } from '../../dates/format-date.js';
import { beginsAttribution } from '../../deck/attribution.js';
import type { Block } from '../container.js';
import { cutInline, spanOf } from '../cut-inline.js';
import type { QuoteAttribution, QuoteDate } from './node.js';

/** Tell whether a block says whose words stand above it. */
export function isAttribution(block: Block | undefined): block is Paragraph {
  if (block?.type !== 'paragraph') return false;
  // `<cite>— Name</cite>` begins with a tag.
  const first = block.children.find((node) => node.type !== 'html');
  return first?.type === 'text' && beginsAttribution(first.value);
}

/** Read an attribution. Where it holds HTML its parts are not told apart: a tag could open in one and close in another. */
export function readAttribution(paragraph: Paragraph): QuoteAttribution {
  const attribution: QuoteAttribution = {
    type: 'quoteAttribution',
    children: paragraph.children,
    ...spanOf([paragraph]),
  };
  if (paragraph.children.some((node) => node.type === 'html')) return attribution;
  const dated = markDate(paragraph.children);
  return { ...attribution, children: markName(dated) };
}

function markName(content: readonly PhrasingContent[]): QuoteAttribution['children'] {
  const [first, ...others] = content;
  if (first?.type !== 'text') return [...content];
  const dash = /^\s*[—–]\s+/.exec(first.value)?.[0] ?? '';
  const words: PhrasingContent[] = [{ ...first, value: first.value.slice(dash.length) }, ...others];
  const halves = cutInline(words, /\s*,\s*/);
  // A date alone has no name before it.
  const name = (halves?.before ?? words).filter((node) => node.type !== 'text' || node.value !== '');
  if (name.length === 0 || name.some((node) => node.type === 'quoteDate')) return [...content];
  return [
    { ...first, value: dash },
    { type: 'quoteName', children: name, ...spanOf(name) },
    ...(halves ? [{ type: 'text', value: ', ' } as const, ...halves.after] : []),
  ];
}

/** Numbers of notes may stand behind the date. */
function markDate(content: readonly PhrasingContent[]): PhrasingContent[] {
  const index = content.findLastIndex(
    (node) => node.type !== 'footnoteReference' && (node.type !== 'text' || node.value.trim() !== ''),
  );
  const last = content[index];
  const match = last?.type === 'text' ? /^([^]*(?:,|[—–])\s*)([^,]+?)\s*$/.exec(last.value) : null;
  const datetime = datetimeOf(match?.[2]);
  if (last?.type !== 'text' || !match || !datetime) return [...content];
  const date: QuoteDate = {
    type: 'quoteDate',
    datetime,
    children: [{ type: 'text', value: match[2] ?? '' }],
    ...spanOf([last]),
  };
  return [...content.slice(0, index), { ...last, value: match[1] ?? '' }, date, ...content.slice(index + 1)];
}

function datetimeOf(written: string | undefined): string | undefined {
  const date = written === undefined ? undefined : parseForm(written);
  return date && isoDate(date);
}
