/** Takes the print document of the slides, open in a browser, and reports slides whose content does not fit: the one thing no build can see. */
import type { Page } from 'puppeteer';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';

/** How far the content of a slide reaches beyond its place, in px at the slide's own size. */
interface Overflow {
  readonly id: string;
  readonly below: number;
  readonly beside: number;
}

/** Rounding of line boxes is no overflow. */
const tolerance = 2;

/** Runs in the page, whose own scripts are off; a text, since this file knows no DOM. */
const measure = `Array.from(document.querySelectorAll('section.slide'), (slide) => {
  const body = slide.querySelector('.slide-body');
  const beyond = (whole, seen) => Math.max(0, whole - seen);
  return {
    id: slide.id,
    below: body ? beyond(body.scrollHeight, body.clientHeight) : 0,
    beside: body ? beyond(body.scrollWidth, body.clientWidth) : 0,
  };
})`;

/** Report every slide that does not hold its content. */
export async function reportOverflow(page: Page, file: VFile): Promise<void> {
  const slides = (await page.evaluate(measure)) as readonly Overflow[];
  for (const { id, below, beside } of slides) {
    const [reach, side] = below >= beside ? [below, 'below the slide'] : [beside, 'beside the slide'];
    if (reach <= tolerance) continue;
    const facts = file.data.slides?.find((slide) => slide.id === id);
    const start = { line: facts?.line ?? 1, column: 1 };
    report(
      file,
      'slide-overflow',
      { start, end: start },
      `Unexpected ${Math.round(reach)} px of content ${side}, expected it to fit`,
      {
        note: `It is cut on \`#${id}\`: split the slide with \`---\`, shorten it, or move text to \`:::handout\`.`,
        actual: String(Math.round(reach)),
      },
    );
  }
}
