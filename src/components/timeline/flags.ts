/**
 * Takes marks with label sizes and leaves the ways each label can hang, and which two ways exclude each other.
 * The rules of the drawing are here; finding a choice that keeps them all is `flag-search.ts`.
 */
import type { LabelShape } from './label.js';
import type { Box, Side } from './layout-types.js';

/** A mark that wants a label. Marks are given in the order of their places. */
export interface Mark {
  readonly x: number;
  readonly shapes: readonly LabelShape[];
}

/** The room for the labels of one lane; heights are distances from its line. */
export interface Field {
  readonly width: number;
  /** Farthest a label may reach. */
  readonly reach: number;
  /** Distances at which labels begin. */
  readonly tiers: readonly number[];
  /** Labels lower than this are aligned at their far edge, so that flags above an axis share a top. */
  readonly standard: number;
  /** Text that is already there: names of lanes and eras. */
  readonly obstacles: readonly Box[];
  /** Upright lines that no flag may lie across, such as the marker of now. */
  readonly lines: readonly number[];
}

/** One way a label can hang: its text box, its leader, and how much we would rather not. */
export interface Candidate extends Box {
  readonly mark: number;
  readonly markX: number;
  /** Where the leader stands. */
  readonly leader: number;
  readonly side: Side;
  readonly tier: number;
  readonly cost: number;
}

/** Air between a leader and its text, two texts side by side, two texts one over the other, leader and foreign text. */
export const air = { text: 8, beside: 10, above: 3, leader: 6, leaders: 4, line: 5 } as const;

const price = { tier: 3, left: 1, elbow: 2, px: 0.12, shape: 1.5 } as const;

/** List every way the label of a mark can hang with its leader at the given shifts, the best first. */
export function listCandidates(
  mark: Mark,
  index: number,
  field: Field,
  shifts: readonly number[],
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [shapeIndex, shape] of mark.shapes.entries()) {
    for (const shift of shifts) {
      if (Math.abs(shift) > shape.width) continue;
      for (const tier of field.tiers.keys()) {
        for (const side of ['right', 'left'] as const) {
          const candidate = hang(mark.x, index, shape, { shift, tier, side }, field);
          const cost = candidate.cost + shapeIndex * price.shape;
          if (fits(candidate, field)) candidates.push({ ...candidate, cost });
        }
      }
    }
  }
  return candidates.sort((one, other) => one.cost - other.cost);
}

function hang(
  x: number,
  mark: number,
  { width, height }: LabelShape,
  { shift, tier, side }: { shift: number; tier: number; side: Side },
  field: Field,
): Candidate {
  const leader = x + shift;
  const left = side === 'right' ? leader + air.text : leader - air.text - width;
  const near = (field.tiers[tier] ?? 0) + Math.max(0, field.standard - height);
  const cost =
    tier * price.tier +
    (side === 'left' ? price.left : 0) +
    (shift === 0 ? 0 : price.elbow + Math.abs(shift) * price.px);
  return { mark, markX: x, leader, side, tier, cost, left, right: left + width, near, far: near + height };
}

/** Tell whether a candidate is inside the field and clear of what is already there. */
function fits(candidate: Candidate, { width, reach, obstacles, lines }: Field): boolean {
  if (candidate.left < 0 || candidate.right > width || candidate.far > reach) return false;
  if (candidate.leader < 0 || candidate.leader > width) return false;
  if (obstacles.some((box) => textsTouch(candidate, box) || leaderCuts(candidate, box))) return false;
  const [left, right] = [
    Math.min(candidate.left, candidate.leader),
    Math.max(candidate.right, candidate.leader),
  ];
  return !lines.some((x) => x > left - air.line && x < right + air.line);
}

/** Tell whether two candidates of different marks can stand together; `one` is the mark further left. */
export function agree(one: Candidate, other: Candidate): boolean {
  // Leaders keep the order of their marks, so elbows cannot cross; marks on one spot may share a leader.
  if (other.leader - one.leader < Math.min(air.leaders, other.markX - one.markX)) return false;
  return !textsTouch(one, other) && !leaderCuts(one, other) && !leaderCuts(other, one);
}

function textsTouch(one: Box, other: Box): boolean {
  return (
    one.left < other.right + air.beside &&
    other.left < one.right + air.beside &&
    one.near < other.far + air.above &&
    other.near < one.far + air.above
  );
}

/** Tell whether the leader of a candidate runs through a text nearer to the axis. */
function leaderCuts({ leader, far }: Candidate, box: Box): boolean {
  return far > box.near && leader > box.left - air.leader && leader < box.right + air.leader;
}
