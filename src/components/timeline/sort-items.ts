/** Takes the lists of a lane and leaves the changes that put their items in time order, the text between items untouched. */
import type { List } from 'mdast';
import { sortDay } from '../../dates/date-types.js';
import type { Edit } from '../../diagnostics/report.js';
import type { TimelineEvent } from './node.js';

/** Find the changes; nothing where an item has no date, or where sorting single lists is not enough. */
export function sortItems(
  events: readonly TimelineEvent[],
  lists: readonly List[],
  text: string,
): Edit[] | undefined {
  const days = new Map(events.map((event) => [event.position?.start.offset, sortDay(event.when)]));
  const edits: Edit[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  for (const list of lists) {
    const items = list.children.flatMap(({ position }) => {
      const [start, end] = [position?.start.offset, position?.end.offset];
      const day = days.get(start);
      return start === undefined || end === undefined || day === undefined ? [] : [{ start, end, day }];
    });
    if (items.length < list.children.length) return undefined;
    const sorted = items.toSorted((one, other) => one.day - other.day);
    if (sorted[0] && sorted[0].day < latest) return undefined;
    latest = sorted.at(-1)?.day ?? latest;
    for (const [index, { start, end }] of items.entries()) {
      const item = sorted[index];
      if (item && item.start !== start) edits.push({ start, end, text: text.slice(item.start, item.end) });
    }
  }
  return edits.length > 0 ? edits : undefined;
}
