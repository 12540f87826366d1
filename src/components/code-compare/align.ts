/** Takes the segments of all columns and leaves rows: one a name, in the order of the first column, others where they follow. */
import type { Segment } from './read-segments.js';

/** Segments of one name, by column; nothing where a column has none. */
export interface AlignedRow {
  readonly name: string;
  readonly segments: readonly (Segment | undefined)[];
}

/** Rows, and what does not line up. */
export interface Alignment {
  readonly rows: readonly AlignedRow[];
  /** Segments that stand in another order than in the columns before. */
  readonly moved: readonly Segment[];
  /** Segments whose name their column has had already; they have rows of their own. */
  readonly repeated: readonly Segment[];
}

/** Align the segments of columns. Upper and lower case are equal. */
export function alignSegments(columns: readonly (readonly Segment[])[]): Alignment {
  const order: string[] = [];
  const moved: Segment[] = [];
  const repeated: Segment[] = [];
  const keyed = columns.map((segments) => {
    const byKey = new Map<string, Segment>();
    let next = 0;
    for (const segment of segments) {
      const key = freeKey(segment, byKey);
      if (key !== segment.name.toLowerCase()) repeated.push(segment);
      byKey.set(key, segment);
      const known = order.indexOf(key);
      if (known >= 0 && known < next) moved.push(segment);
      else if (known >= 0) next = known + 1;
      else order.splice(next++, 0, key);
    }
    return byKey;
  });
  const rows = order.map((key): AlignedRow => {
    const segments = keyed.map((byKey) => byKey.get(key));
    return { name: segments.find(Boolean)?.name ?? '', segments };
  });
  return { rows, moved, repeated };
}

function freeKey({ name }: Segment, taken: ReadonlyMap<string, Segment>): string {
  let key = name.toLowerCase();
  // No name holds a bracket, so that these are nobody else's.
  while (taken.has(key)) key += ']';
  return key;
}
