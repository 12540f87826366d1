/** Tells a server that rehearses how long the slides took so far: with every slide, every other second, and when the page is left. */
import type { RevealApi } from 'reveal.js';
import type { TalkTimer } from '../pacing.js';

const reportMilliseconds = 2000;

/** Begin to count, and to tell; once, however often the page connects. */
export function createReporter(
  reveal: RevealApi,
  timer: TalkTimer,
  send: (report: unknown) => void,
): { begin: () => void } {
  const run = crypto.randomUUID();
  const report = (): void => send({ run, seconds: Object.fromEntries(timer.times()) });
  let begun = false;
  return {
    begin() {
      if (begun) return;
      begun = true;
      timer.start();
      reveal.on('slidechanged', report);
      // Who ends the server ends no page: the last slide's time would be missing.
      setInterval(report, reportMilliseconds);
      addEventListener('pagehide', report);
    },
  };
}
