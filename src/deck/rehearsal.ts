/** The file beside a deck that keeps how long its slides took when the talk was rehearsed: read here, written by `lectern rehearse`. */
import type { Rehearsed } from './plan-talk.js';

/** One rehearsal. */
export interface Rehearsal {
  /** Name of the talk; nothing for the whole deck. */
  readonly talk?: string | undefined;
  /** When it began, as ISO 8601. */
  readonly began: string;
  /** Seconds by slide id; slides that were not shown are not in it. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** No slide is shown for longer than a day. */
const longest = 86_400;

/** Name the file of a deck by the stem of its name: `talk.rehearsal.json` beside `talk.md`. */
export function rehearsalName(stem: string): string {
  return `${stem}.rehearsal.json`;
}

/** Read the rehearsals of a file; nothing when it is none that was written here. */
export function parseRehearsals(text: string): readonly Rehearsal[] | undefined {
  try {
    const { runs } = JSON.parse(text) as { runs?: unknown };
    return Array.isArray(runs) && runs.every(isRehearsal) ? runs : undefined;
  } catch {
    return undefined;
  }
}

/** Write rehearsals, a line each. */
export function formatRehearsals(runs: readonly Rehearsal[]): string {
  return `{"runs":[\n${runs.map((run) => `  ${JSON.stringify(run)}`).join(',\n')}\n]}\n`;
}

/** Tell whether something is a time that a slide can take. */
export function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= longest;
}

/** Take the median time of every slide: of the rehearsals of this talk, else of those of any. */
export function medianTimes(runs: readonly Rehearsal[], talk: string | undefined): Rehearsed {
  const ids = new Set(runs.flatMap(({ seconds }) => Object.keys(seconds)));
  const times = new Map<string, number>();
  for (const id of ids) {
    const shown = runs.filter(({ seconds }) => Object.hasOwn(seconds, id));
    const own = shown.filter((run) => run.talk === talk);
    const middle = median((own.length > 0 ? own : shown).map(({ seconds }) => seconds[id] ?? 0));
    times.set(id, middle);
  }
  return times;
}

/** The one in the middle; between two of them, the middle. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (index: number) => sorted[index] ?? 0;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
}

function isRehearsal(value: unknown): value is Rehearsal {
  if (typeof value !== 'object' || value === null) return false;
  const { talk, began, seconds } = value as Record<string, unknown>;
  return (
    (talk === undefined || typeof talk === 'string') &&
    typeof began === 'string' &&
    typeof seconds === 'object' &&
    seconds !== null &&
    Object.values(seconds).every(isSeconds)
  );
}
