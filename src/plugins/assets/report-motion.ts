/** Takes a picture and reports it if it moves for longer than anybody should have to look at: nobody can stop a picture. */
import type { Element } from 'hast';
import type { VFile } from 'vfile';
import { readMotionSeconds } from '../../deck/animation.js';
import { report } from '../../diagnostics/report.js';

/** WCAG 2.2.2: what moves longer needs a way to stop it. */
const longest = 5;

/** Report a picture that moves for more than five seconds. */
export function reportMotion(url: string, bytes: Uint8Array, element: Element, file: VFile): void {
  const seconds = readMotionSeconds(bytes);
  if (seconds <= longest) return;
  const time = Number.isFinite(seconds) ? `for ${Math.round(seconds)} seconds` : 'without an end';
  const reason = `Unexpected picture \`${url}\` that moves ${time}, expected at most ${longest} seconds`;
  report(file, 'motion-endless', element, reason, {
    note: 'Let it run once, or make a video of it, which has controls: `![…](clip.mp4)`.',
    actual: url,
  });
}
