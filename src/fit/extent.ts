/** Takes the heights of blocks and leaves that of all of them above one another: margins between them collapse, as in CSS. */

/** What a block takes, in px. `NaN` where only a browser knows. */
export interface Extent {
  readonly height: number;
  /** The margins, which collapse with those of the neighbours. */
  readonly above: number;
  readonly below: number;
  /** What is left of the margin below where a container takes off that of its last block: an item's own. */
  readonly kept?: number | undefined;
}

/** What takes no room. */
export const nothing: Extent = { height: 0, above: 0, below: 0 };

/** Stack blocks; the outer margins are those of the first and of the last. */
export function stackExtents(extents: readonly Extent[]): Extent {
  const [first, ...others] = extents.filter((one) => one !== nothing);
  if (!first) return nothing;
  let { height, below, kept } = first;
  for (const next of others) {
    height += collapse(below, next.above) + next.height;
    ({ below, kept } = next);
  }
  return { height, above: first.above, below, kept };
}

/** The larger of two margins; a negative one is taken off. */
function collapse(one: number, other: number): number {
  return Math.max(one, other, 0) + Math.min(one, other, 0);
}
