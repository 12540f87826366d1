/** Takes what is known of the slides' times and leaves how many seconds each is planned for: what was written, rehearsed or will be said. */
import type { SlideFacts } from './nodes.js';

/** Seconds that slides took when the talk was rehearsed, by id. */
export type Rehearsed = ReadonlyMap<string, number>;

/** What the plan of a slide knows of it. */
type PlannedSlide = Pick<SlideFacts, 'id' | 'minutes' | 'spokenMinutes'>;

/**
 * Plan a talk. What the author wrote stands; else what was rehearsed; the rest shares what is left of the talk's time by
 * how much there is to say, a slide without notes being as long as half a minute.
 *
 * @param minutes planned length of the talk; 0 when not said
 * @returns seconds of every slide; nothing when nobody has planned anything
 */
export function planTalk(
  slides: readonly PlannedSlide[],
  minutes: number,
  rehearsed: Rehearsed = new Map(),
): readonly number[] | undefined {
  const known = slides.map((slide) =>
    slide.minutes === undefined ? rehearsed.get(slide.id) : slide.minutes * 60,
  );
  const said = slides.map(({ spokenMinutes }) => spokenMinutes * 60);
  if (minutes === 0 && known.every((one) => one === undefined)) return undefined;
  const weights = said.map((seconds, index) => (known[index] === undefined ? Math.max(30, seconds) : 0));
  const open = sum(weights);
  const left = minutes * 60 - sum(known.map((one) => one ?? 0));
  // Without a length for the whole every slide takes what it takes; with one that is used up nothing is left for the rest.
  const scale = minutes === 0 || open === 0 ? 1 : Math.max(0, left) / open;
  return known.map((one, index) => Math.round(one ?? (weights[index] ?? 0) * scale));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
