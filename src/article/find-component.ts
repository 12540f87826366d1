/** Takes a table or a list of an article and leaves the component it is the plain form of, where it surely is one. */
import type { List, ListItem, RootContent, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { compileTree } from '../compile.js';
import { parseFuzzyDate } from '../dates/fuzzy-date.js';
import { hasErrors } from '../diagnostics/report.js';

/** A block written as a component. */
export interface FoundComponent {
  readonly kind: 'comparison' | 'timeline';
  readonly markdown: string;
}

/** Most words in a cell of what is compared; longer ones are text in a grid. */
const mostCellWords = 12;

/** Fewer dates are no course of events. */
const leastEvents = 3;

/** Find the component that a block is. @param source the block as written */
export async function findComponent(block: RootContent, source: string): Promise<FoundComponent | undefined> {
  const found =
    block.type === 'table' && mayCompare(block)
      ? ({ kind: 'comparison', markdown: `:::comparison\n\n${source}\n\n:::` } as const)
      : block.type === 'list'
        ? readTimeline(block, source)
        : undefined;
  // The component itself knows best whether it can draw it.
  return found && !hasErrors((await compileTree(found.markdown)).file) ? found : undefined;
}

/** A name in each row and column, and a short value in every cell between. */
function mayCompare({ children }: Table): boolean {
  const [head, ...rows] = children;
  const columns = head?.children.length ?? 0;
  if (columns < 3 || columns > 7 || rows.length < 2) return false;
  const names = [...(head?.children.slice(1) ?? []), ...rows.map((row) => row.children[0])];
  if (names.some((cell) => cell === undefined || toString(cell).trim() === '')) return false;
  const values = rows.flatMap((row) => row.children.slice(1)).map((cell) => toString(cell).trim());
  const filled = values.filter((value) => value !== '' && value.split(/\s+/).length <= mostCellWords);
  return values.length > 0 && filled.length === values.length;
}

/** `- 2015: Founded` and `- **May 2016** – Founded` are events. */
function readTimeline(list: List, source: string): FoundComponent | undefined {
  if (list.children.length < leastEvents) return undefined;
  const events = list.children.map((item) => readEvent(item, source, list.position?.start.offset ?? 0));
  if (events.some((event) => event === undefined)) return undefined;
  return { kind: 'timeline', markdown: `:::timeline\n\n${events.join('\n')}\n\n:::` };
}

function readEvent(item: ListItem, source: string, offset: number): string | undefined {
  const [paragraph] = item.children;
  if (item.children.length !== 1 || paragraph?.type !== 'paragraph' || !paragraph.position) return undefined;
  const { start, end } = paragraph.position;
  const text = source.slice((start.offset ?? 0) - offset, (end.offset ?? 0) - offset);
  const match =
    /^\*\*([^*]+?)[:.]?\*\*\s*(?:[:–—-]\s+)?([^]+)$/.exec(text) ??
    /^([^:–—]{4,24}?)(?::|\s[–—-])\s+([^]+)$/.exec(text);
  const [, date = '', rest = ''] = match ?? [];
  return parseFuzzyDate(date).date ? `- **${date}** ${rest.replace(/\s*\n\s*/g, ' ')}` : undefined;
}
