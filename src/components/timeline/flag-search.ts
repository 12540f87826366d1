/**
 * Takes the labels of one lane and leaves a choice of flags that keeps every rule of `flags.ts`, or nothing.
 * Straight leaders first, by an exact search; then leaders with one elbow, by a beam in time order. Both are
 * deterministic and bounded, so a lane takes milliseconds.
 */
import { agree, air, type Candidate, type Field, listCandidates, type Mark } from './flags.js';

/** Steps of the exact search after which the best choice so far must do. */
const exactBudget = 40_000;
/** Partial choices kept at each label, how many of them may end alike, and how many ways each is continued. */
const beam = { width: 180, alike: 8, ways: 40 } as const;
/** How far aside an elbow may lead, in px; never more than the label's own width. */
const shifts = [0, 9, 18, 28, 40, 54, 70, 88, 108, 130, 156, 184];

/** Choose a flag for every mark, given in order. */
export function placeFlags(marks: readonly Mark[], field: Field): Candidate[] | undefined {
  const straight = marks.map((mark, index) => listCandidates(mark, index, field, [0]));
  const exact = searchExact(straight);
  if (exact) return exact;
  const both = shifts.flatMap((shift) => (shift === 0 ? [0] : [shift, -shift]));
  return searchBeam(marks.map((mark, index) => listCandidates(mark, index, field, both)));
}

/** Try all combinations, cheapest first, and give up a branch as soon as it cannot become the best. */
function searchExact(choices: readonly Candidate[][]): Candidate[] | undefined {
  if (choices.some((candidates) => candidates.length === 0)) return undefined;
  const cheapestRest = restCosts(choices);
  let best: Candidate[] | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  let steps = 0;
  const chosen: Candidate[] = [];
  const descend = (index: number, cost: number): void => {
    const candidates = choices[index];
    if (!candidates) {
      [best, bestCost] = [[...chosen], cost];
      return;
    }
    for (const candidate of candidates) {
      const total = cost + candidate.cost;
      if (total + (cheapestRest[index + 1] ?? 0) >= bestCost || ++steps > exactBudget) return;
      if (!agreesWithAll(candidate, chosen)) continue;
      chosen.push(candidate);
      descend(index + 1, total);
      chosen.pop();
    }
  };
  descend(0, 0);
  return best;
}

/** Sum the least that the labels from each one on must cost. */
function restCosts(choices: readonly Candidate[][]): number[] {
  const costs = [0];
  for (const candidates of choices.toReversed()) costs.unshift((costs[0] ?? 0) + (candidates[0]?.cost ?? 0));
  return costs;
}

/** The last one chosen comes first: it is the likeliest to be in the way. */
function agreesWithAll(candidate: Candidate, chosen: readonly Candidate[]): boolean {
  for (let index = chosen.length - 1; index >= 0; index--) {
    const earlier = chosen[index];
    if (earlier && !agree(earlier, candidate)) return false;
  }
  return true;
}

/** A choice for the first marks, as a list from the last one back. */
interface Partial {
  readonly last: Candidate;
  readonly before: Partial | undefined;
  readonly cost: number;
  /** How far right anything of it reaches: what begins beyond cannot be in its way. */
  readonly reach: number;
  /** How the last three labels hang, as a number: what later labels will meet. */
  readonly end: number;
}

/** Go through the marks in order and keep the cheapest partial choices, of many different kinds. */
function searchBeam(choices: readonly Candidate[][]): Candidate[] | undefined {
  let kept: (Partial | undefined)[] = [undefined];
  for (const candidates of choices) {
    const next: Partial[] = [];
    for (const partial of kept) continueWith(candidates, partial, next);
    kept = prune(next);
    if (kept.length === 0) return undefined;
  }
  const chosen: Candidate[] = [];
  for (let partial = kept[0]; partial; partial = partial.before) chosen.unshift(partial.last);
  return chosen;
}

/** Continue a partial choice in its cheapest ways. */
function continueWith(candidates: readonly Candidate[], before: Partial | undefined, next: Partial[]): void {
  const most = next.length + beam.ways;
  for (const last of candidates) {
    if (!agreesWithPartial(last, before)) continue;
    const reach = Math.max(before?.reach ?? 0, last.right, last.leader);
    // Six ways to hang, three digits.
    const end = ((before?.end ?? 0) % 36) * 6 + last.tier * 2 + (last.side === 'left' ? 1 : 0);
    next.push({ last, before, cost: (before?.cost ?? 0) + last.cost, reach, end });
    if (next.length === most) return;
  }
}

function agreesWithPartial(candidate: Candidate, partial: Partial | undefined): boolean {
  const left = Math.min(candidate.left, candidate.leader) - air.beside;
  for (let one = partial; one && one.reach > left; one = one.before) {
    if (!agree(one.last, candidate)) return false;
  }
  return true;
}

/** Keep the cheapest, but only a few that end alike: a narrow beam of near copies would miss the way out. */
function prune(partials: Partial[]): Partial[] {
  const counts = new Map<number, number>();
  const kept: Partial[] = [];
  for (const partial of partials.sort((one, other) => one.cost - other.cost)) {
    const count = counts.get(partial.end) ?? 0;
    if (count >= beam.alike) continue;
    counts.set(partial.end, count + 1);
    kept.push(partial);
    if (kept.length === beam.width) break;
  }
  return kept;
}
