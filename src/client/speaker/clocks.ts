/** What the speaker window says of time: the time of day, the talk's, the slide's, and both beside the plan. */

import type { ClientOptions } from '../options.js';
import { comparePace, formatTime, judgePace, type TalkTimer } from '../pacing.js';
import type { SpeakerPage } from './speaker-page.js';

/** Where the talk is. */
export interface TalkPlace {
  readonly index: number;
  readonly id: string;
}

/** Run the clocks; `show` shows them at once. `stop` ends them. */
export function runClocks(
  page: SpeakerPage,
  timer: TalkTimer,
  options: ClientOptions,
  readPlace: () => TalkPlace,
): { readonly show: () => void; readonly stop: () => void } {
  const show = (): void => {
    page.clock.textContent = writeClock(new Date());
    showTimes(page, timer, options, readPlace());
  };
  // It runs in the page of the talk: a window that is in the background would be slowed down.
  const interval = setInterval(show, 500);
  show();
  return { show, stop: () => clearInterval(interval) };
}

function showTimes(
  page: SpeakerPage,
  timer: TalkTimer,
  options: ClientOptions,
  { index, id }: TalkPlace,
): void {
  const { words, plan, minutes } = options;
  const seconds = timer.elapsed();
  const onSlide = timer.times().get(id) ?? 0;
  const pace = comparePace(plan, index, seconds, onSlide);
  const total = minutes > 0 ? minutes * 60 : pace.total;
  const verdict = judgePace(pace);
  page.elapsed.textContent = formatTime(seconds);
  page.elapsed.classList.toggle('over', total > 0 && seconds > total);
  page.elapsed.classList.toggle('paused', timer.isPaused());
  page.planned.textContent = total > 0 ? ` / ${formatTime(total)}` : '';
  page.buttons.pause.textContent = timer.isPaused() ? words.resumeTimer : words.pauseTimer;
  const planned = pace.slide > 0 ? ` / ${formatTime(pace.slide)}` : '';
  page.slideTime.textContent = `${words.thisSlide} ${formatTime(onSlide)}${planned}`;
  const phrases = { none: '', 'on-time': words.onTime, ahead: words.ahead, behind: words.behind };
  page.verdict.textContent = phrases[verdict].replace('{time}', formatTime(Math.abs(pace.behind)));
  page.verdict.classList.toggle('behind', verdict === 'behind');
  page.line.classList.toggle('planned', total > 0);
  page.line.classList.toggle('late', verdict === 'behind');
  const share = (part: number): string => String(total > 0 ? Math.min(1, part / total) : 0);
  page.line.style.setProperty('--gone', share(seconds));
  page.line.style.setProperty('--due', share(pace.expected));
}

/** Write the time of day as the talk's language does. */
function writeClock(date: Date): string {
  const form = { hour: '2-digit', minute: '2-digit' } as const;
  try {
    return date.toLocaleTimeString(document.documentElement.lang || [], form);
  } catch {
    // `lang` may be no language.
    return date.toLocaleTimeString([], form);
  }
}
