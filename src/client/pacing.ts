/** The arithmetic of a talk's time: a timer that can pause and knows how long each slide took, and that beside the plan. No clock of its own. */

/** Seconds by slide id, in the order of the talk. */
export type Times = ReadonlyMap<string, number>;

/** Counts the talk, and every slide of it. */
export interface TalkTimer {
  /** Begin, once; later calls change nothing. */
  start(): void;
  /** Begin again at nought. */
  restart(): void;
  /** Stop counting, for questions; or go on. */
  togglePause(): void;
  isPaused(): boolean;
  isRunning(): boolean;
  /** The talk is on this slide from now on. */
  enter(slide: string): void;
  /** Seconds of the whole talk. */
  elapsed(): number;
  /** Seconds of every slide that was shown, all its visits together. */
  times(): Times;
}

/** Make a timer that has not begun. @param now milliseconds that only ever grow */
export function createTalkTimer(now: () => number): TalkTimer {
  const times = new Map<string, number>();
  let slide: string | undefined;
  let since: number | undefined;
  let begun = false;

  /** Book what has passed on the slide that was shown. */
  function settle(): void {
    if (since === undefined) return;
    const moment = now();
    if (slide !== undefined) times.set(slide, (times.get(slide) ?? 0) + (moment - since) / 1000);
    since = moment;
  }

  return {
    start() {
      if (begun) return;
      begun = true;
      since = now();
    },
    restart() {
      times.clear();
      begun = true;
      since = now();
    },
    togglePause() {
      if (!begun) return;
      settle();
      since = since === undefined ? now() : undefined;
    },
    isPaused: () => begun && since === undefined,
    isRunning: () => since !== undefined,
    enter(next) {
      settle();
      slide = next;
    },
    elapsed() {
      settle();
      return [...times.values()].reduce((sum, one) => sum + one, 0);
    },
    times() {
      settle();
      return new Map(times);
    },
  };
}

/** Where a talk is beside its plan, all in seconds. */
export interface Pace {
  /** The whole plan; 0 when there is none. */
  readonly total: number;
  /** The plan of the slide that is shown. */
  readonly slide: number;
  /** Where the plan would be now: the slides before, and of this one what was used of its time. */
  readonly expected: number;
  /** How far the talk is behind its plan; less than nought when it is ahead. */
  readonly behind: number;
}

/**
 * Compare a talk with its plan. Time on a slide counts as lateness only once the slide's own time is used up.
 *
 * @param plan seconds of every slide
 * @param index the slide that is shown
 * @param onSlide seconds it has been shown
 */
export function comparePace(plan: readonly number[], index: number, elapsed: number, onSlide: number): Pace {
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
  const slide = plan[index] ?? 0;
  const expected = sum(plan.slice(0, Math.max(0, index))) + Math.min(slide, onSlide);
  return { total: sum(plan), slide, expected, behind: elapsed - expected };
}

/** So many seconds either way are no difference that a speaker must think of. */
const tolerance = 15;

/** Say in a word how a talk is doing. */
export function judgePace({ total, behind }: Pace): 'none' | 'ahead' | 'behind' | 'on-time' {
  if (total === 0) return 'none';
  if (Math.abs(behind) < tolerance) return 'on-time';
  return behind > 0 ? 'behind' : 'ahead';
}

/** Write seconds as a talk counts them: `7:05`, `1:02:30`. */
export function formatTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
