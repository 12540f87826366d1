/**
 * Takes one list item and leaves its date and label, or the message why it has none.
 * Apart from `parse.ts`, because an item reads the same whether it stands in a lane or among the eras.
 */
import type { ListItem, Node, Paragraph, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import type { FuzzyDate } from '../../dates/date-types.js';
import { parseFuzzyDate } from '../../dates/fuzzy-date.js';
import { type Edit, report } from '../../diagnostics/report.js';
import { spanOf, type TimelineEvent } from './node.js';
import { splitLabel, unwrapBold } from './split-label.js';

/** An item that begins with a date. */
export interface DatedItem {
  readonly when: FuzzyDate;
  /** What stands after the date in the first paragraph. */
  readonly label: PhrasingContent[];
}

/** Read the date of an item and report it when there is none. */
export function readItem(item: ListItem, file: VFile): DatedItem | undefined {
  const [head] = item.children;
  const date = head?.type === 'paragraph' ? head.children[0] : undefined;
  if (head?.type !== 'paragraph' || date?.type !== 'strong') {
    reportUndated(item, file);
    return undefined;
  }
  // A colon or full stop after the date belongs to the sentence, not to the date; `2015..` is an open range.
  const { date: when, problem } = parseFuzzyDate(toString(date).replace(/(?<!\.)[:.,]$/, ''));
  if (when) return { when, label: trimStart(head.children.slice(1)) };
  if (problem) {
    report(file, problem.rule, date, problem.reason, {
      note: problem.note,
      actual: toString(date),
      expected: problem.expected,
    });
  }
  return undefined;
}

/** Make an event of a dated item. */
export function makeEvent(item: ListItem, { when, label }: DatedItem): TimelineEvent {
  const { title, text } = splitLabel(label);
  const plain = unwrapBold(title);
  const children: TimelineEvent['children'] = [];
  if (title.length > 0) {
    children.push({ type: 'timelineTitle', children: plain ?? title, ...spanOf(title) });
  }
  if (text.length > 0) children.push({ type: 'timelineText', children: text, ...spanOf(text) });
  const detail = item.children.slice(1);
  if (detail.length > 0) children.push({ type: 'timelineDetail', children: detail, ...spanOf(detail) });
  return {
    type: 'timelineEvent',
    when,
    milestone: plain !== undefined,
    planned: item.checked === false,
    children,
    ...spanOf([item]),
  };
}

/** Tell what an item without a bold date looks like, so that the cure fits. */
function reportUndated(item: ListItem, file: VFile): void {
  const [head] = item.children;
  if (head?.type === 'list' && head.ordered && (head.start ?? 0) >= 100) {
    const year = String(head.start);
    report(
      file,
      'timeline-event-numbered',
      item,
      `Unexpected list number \`${year}.\`, expected a bold date`,
      {
        note: `Write \`- **${year}** …\`: Markdown reads a number with a full stop as a list.`,
        expected: [`**${year}**`],
        fix: replaceAt(head, `${year}.`, `**${year}**`, file),
      },
    );
    return;
  }
  const text = toString(head ?? item);
  const loose = head?.type === 'paragraph' ? looseDate(head) : undefined;
  const bold = loose && `**${loose.date}**`;
  report(
    file,
    'timeline-event-date',
    item,
    `Unexpected item \`${shorten(text)}\`, expected a bold date first`,
    {
      note: bold ? `Make the date bold: \`${bold}\`.` : 'Begin with `**2015-03**`.',
      expected: bold ? [bold] : [],
      fix: bold && head ? replaceAt(head, loose.written, bold, file) : undefined,
    },
  );
}

/** Replace what a node begins with; nothing where the source is not what we think, as behind an escape. */
function replaceAt(node: Node, written: string, text: string, file: VFile): Edit[] | undefined {
  const start = node.position?.start.offset;
  if (start === undefined || !String(file.value).startsWith(written, start)) return undefined;
  return [{ start, end: start + written.length, text }];
}

/** Find a date that stands first but is not bold, and how it is written. */
function looseDate(paragraph: Paragraph): { readonly date: string; readonly written: string } | undefined {
  const [first] = paragraph.children;
  if (first?.type === 'emphasis') {
    const date = toString(first);
    return parseFuzzyDate(date).date ? { date, written: `*${date}*` } : undefined;
  }
  const date = first?.type === 'text' ? /^\S+/.exec(first.value)?.[0].replace(/[:,.]$/, '') : undefined;
  return date && parseFuzzyDate(date).date ? { date, written: date } : undefined;
}

function trimStart(nodes: PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text') return nodes;
  const value = first.value.replace(/^\s*(?:[:–—-]\s+)?\s*/, '');
  return value === '' ? rest : [{ ...first, value }, ...rest];
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
