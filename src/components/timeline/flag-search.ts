/**
 * Takes the labels of one lane and leaves a choice of flags that keeps every rule of `flags.ts`, or nothing.
 * Straight leaders first, then leaders with one elbow, each by a beam in the order of time that keeps partial choices of
 * many kinds. Deterministic, and bounded by the number of labels: a lane takes milliseconds.
 */
import { agree, air, type Candidate, type Field, listCandidates, type Mark } from './flags.js';

/** Partial choices kept at each label, how many of them may end alike, and how many ways each is continued. */
const straightBeam = { width: 60, alike: 4, ways: 12 } as const;
const elbowBeam = { width: 120, alike: 6, ways: 18 } as const;
type Beam = typeof straightBeam | typeof elbowBeam;
/** How far aside an elbow may lead, in px; never more than the label's own width. */
const shifts = [10, 20, 32, 46, 62, 80, 100, 124, 152, 184];

/** Whether leaders may go aside where straight ones have no room. */
export type Elbows = 'elbows' | 'straight';

/** Choose a flag for every mark, given in order. */
export function placeFlags(
  marks: readonly Mark[],
  field: Field,
  elbows: Elbows = 'elbows',
): Candidate[] | undefined {
  const straight = marks.map((mark, index) => listCandidates(mark, index, field, [0]));
  const found = searchBeam(straight, straightBeam);
  if (found || elbows === 'straight') return found;
  const both = [0, ...shifts.flatMap((shift) => [shift, -shift])];
  return searchBeam(
    marks.map((mark, index) => listCandidates(mark, index, field, both)),
    elbowBeam,
  );
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
function searchBeam(choices: readonly Candidate[][], beam: Beam): Candidate[] | undefined {
  if (choices.some((candidates) => candidates.length === 0)) return undefined;
  let kept: (Partial | undefined)[] = [undefined];
  for (const candidates of choices) {
    const next: Partial[] = [];
    for (const partial of kept) continueWith(candidates, partial, beam.ways, next);
    kept = prune(next, beam);
    if (kept.length === 0) return undefined;
  }
  const chosen: Candidate[] = [];
  for (let partial = kept[0]; partial; partial = partial.before) chosen.unshift(partial.last);
  return chosen;
}

/** Continue a partial choice in its cheapest ways. */
function continueWith(
  candidates: readonly Candidate[],
  before: Partial | undefined,
  ways: number,
  next: Partial[],
): void {
  const most = next.length + ways;
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
function prune(partials: Partial[], beam: Beam): Partial[] {
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
