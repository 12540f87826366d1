/** Takes a page of slides and leaves the text that is too weak on the picture behind it, as the browser draws the two. */
import type { Page } from 'puppeteer';
import type { Finding } from '../../client/probe/findings.js';
import type { PictureSlide } from '../../client/probe/over-pictures.js';
import type { Sources } from '../../deck/sources.js';
import { callProbe } from './probe-page.js';

/** Letters take no colour; a shadow or a ground that helps to read them stays. */
const noLetters = `
.slide-canvas :is(*, *::before, *::after) { color: transparent !important; text-decoration-color: transparent !important; transition: none !important }
.slide-canvas svg :is(text, tspan) { fill: transparent !important; stroke: transparent !important }`;

/** Look at every slide that has text over a picture; the page looks afterwards as before. */
export async function findWeakText(page: Page, sources: Sources): Promise<readonly Finding[]> {
  const slides = await callProbe<readonly PictureSlide[]>(page, sources, 'listPictureSlides');
  if (slides.length === 0) return [];
  // A full browser does not paint a tab in the background.
  await page.bringToFront();
  const style = await page.addStyleTag({ content: noLetters });
  const pictures: [number, string][] = [];
  for (const { index, clip } of slides)
    pictures.push([
      index,
      await page.screenshot({ type: 'png', clip, captureBeyondViewport: true, encoding: 'base64' }),
    ]);
  await style.evaluate((element) => element.remove());
  const found: Finding[] = [];
  for (const [index, picture] of pictures)
    found.push(...(await callProbe(page, sources, 'findWeakText', index, picture)));
  return found;
}
