/** The time of the talk on a phone: it was told once and counts on by itself until it is told again. */
import type { StageTime } from '../../deck/remote-talk.js';
import { comparePace, formatTime, judgePace } from '../pacing.js';
import type { Words } from '../words.js';

/** Where time is shown. */
export interface ClockParts {
  readonly elapsed: HTMLElement;
  readonly verdict: HTMLElement;
  /** The talk as a line: how much of its time is gone, and where the plan is. */
  readonly line: HTMLElement;
  readonly buttons: { readonly pause: HTMLElement };
}

/** Run the clock. */
export function createPhoneClock(
  { elapsed, verdict, line, buttons }: ClockParts,
  words: Words,
): { readonly show: (time: StageTime | undefined) => void } {
  let time: StageTime | undefined;
  let since = 0;

  function draw(): void {
    if (!time) return;
    const more = time.running ? (performance.now() - since) / 1000 : 0;
    const seconds = time.elapsed + more;
    const pace = comparePace(time.plan, 1, seconds, time.onSlide + more);
    // A talk that has not begun is not ahead of its plan.
    const judged = time.running || seconds > 0 ? judgePace(pace) : 'none';
    const planned = time.total > 0 ? document.createElement('span') : undefined;
    if (planned) planned.textContent = ` / ${formatTime(time.total)}`;
    elapsed.replaceChildren(formatTime(seconds), ...(planned ? [planned] : []));
    elapsed.classList.toggle('over', time.total > 0 && seconds > time.total);
    elapsed.classList.toggle('paused', !time.running);
    const phrases = { none: '', 'on-time': words.onTime, ahead: words.ahead, behind: words.behind };
    verdict.textContent = phrases[judged].replace('{time}', formatTime(Math.abs(pace.behind)));
    verdict.classList.toggle('behind', judged === 'behind');
    line.classList.toggle('late', judged === 'behind');
    const share = (part: number): string =>
      String(time && time.total > 0 ? Math.min(1, part / time.total) : 0);
    line.style.setProperty('--gone', share(seconds));
    line.style.setProperty('--due', share(pace.expected));
    line.classList.toggle('planned', time.total > 0);
    buttons.pause.textContent = time.running || seconds === 0 ? words.pauseTimer : words.resumeTimer;
  }

  setInterval(draw, 500);
  return {
    show(next) {
      time = next;
      since = performance.now();
      draw();
    },
  };
}
