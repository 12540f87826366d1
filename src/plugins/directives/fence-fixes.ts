/** Takes fences paired as the author meant them and leaves the edits after which the parser pairs them so too. */
import type { Edit } from '../../diagnostics/report.js';
import type { Fence } from './match-fences.js';

/**
 * Give every container that is closed more colons than what it holds; the edits of an outermost container belong together.
 *
 * before: `:::columns  :::steps  :::  :::`
 * after:  `::::columns  :::steps  :::  ::::`
 */
export function lengthenFences(fences: readonly Fence[]): Map<Fence, Edit[]> {
  const needed = new Map<Fence, number>();
  const edits = new Map<Fence, Edit[]>();
  // Inner ones open later: from the end, every container knows what it holds.
  for (const fence of fences.toReversed()) {
    if (!fence.opens || !fence.mate) continue;
    const { mate, outer } = fence;
    const colons = Math.max(fence.colons, mate.colons, needed.get(fence) ?? 0);
    if (outer) needed.set(outer, Math.max(needed.get(outer) ?? 0, colons + 1));
    const top = outermost(fence);
    const own = [fence, mate].flatMap((end) => {
      const text = ':'.repeat(colons - end.colons);
      return text === '' ? [] : [{ start: end.offset, end: end.offset, text }];
    });
    edits.set(top, [...own, ...(edits.get(top) ?? [])]);
  }
  return edits;
}

/** The outermost container that is closed and holds a fence's container. */
export function outermost(fence: Fence): Fence {
  let top = fence;
  while (top.outer?.mate) top = top.outer;
  return top;
}

/** Find the end of the text that belongs into an unclosed container: what stands before a slide break, its parent's fence, the end. */
export function findMissingEnd(fence: Fence, text: string): number {
  const parentEnd = fence.outer?.mate?.offset ?? fence.holder.position?.end.offset ?? text.length;
  let end = fence.breaks[0]?.position?.start.offset ?? parentEnd;
  while (/[\s>]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** The white space and quotation marks before an offset on its line; nothing when something else stands there. */
export function linePrefix(text: string, offset: number): string | undefined {
  let start = offset;
  // Not `lastIndexOf`: a text without `\r` would be searched to its beginning.
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start -= 1;
  const prefix = text.slice(start, offset);
  return /^[ \t>]*$/.test(prefix) ? prefix : undefined;
}
