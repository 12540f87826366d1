/**
 * Takes a compiled deck and leaves what axe finds in every view of it: the slides as they rest and after their steps, overview, speaker
 * window, and all that is printed. Loaded for `check --all` only, since axe takes several times as long as all the rest.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer';
import type { Finding } from '../../client/probe/findings.js';
import { stringifyDocument } from '../../compile.js';
import type { DocumentKind } from '../../config/config.js';
import { UserError } from '../../user-error.js';
import { type SealedContent, type Tabs, withSealedPage } from '../browser/sealed-page.js';
import type { LoadedDeck } from '../load.js';
import { allSlides } from './all-slides.js';
import { listAssets } from './list-assets.js';
import { callProbe } from './probe-page.js';

/** Where axe is asked. */
export interface BarrierOptions {
  readonly browser: Tabs;
  readonly timeoutMs: number;
}

/** A window opens at once, or not at all. */
const popupTimeout = 30_000;

/** Show every step as done; runs in the page. */
const finishSteps = `for (const step of document.querySelectorAll('.fragment')) step.classList.add('visible')`;

type Ask = (page: Page, include: string, exclude?: string) => Promise<readonly Finding[]>;

/** Ask axe about all views of a deck; what several of them show is said once, with the first. */
export async function findBarriers(
  { deck, sources }: Pick<LoadedDeck, 'deck' | 'sources'>,
  { browser, timeoutMs }: BarrierOptions,
): Promise<readonly Finding[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const assets = listAssets(deck);
  const ask: Ask = async (page, include, exclude) => {
    // The document's own scripts were off while it loaded; with all of them off, what axe waits for never comes.
    await page.setJavaScriptEnabled(true);
    await page.evaluate(axe);
    return callProbe(page, sources, 'findBarriers', [include], exclude === undefined ? [] : [exclude]);
  };
  const show = (
    kind: DocumentKind,
    how: Pick<SealedContent, 'scripts' | 'media'>,
    use: (page: Page) => Promise<readonly Finding[]>,
  ) => {
    const html = stringifyDocument(deck, kind, sources);
    return withSealedPage(browser, { html, assets, timeoutMs, ...how }, ({ page }) => use(page));
  };
  return [
    ...(await show('present', { media: 'screen' }, (page) => lookAtSlides(page, ask))),
    ...(await show('present', { media: 'screen', scripts: true }, (page) => lookAtViews(page, ask))),
    ...(await show('slides', { media: 'print' }, (page) => ask(page, 'html'))),
    // Of these the slides are known.
    ...(await show('notes', { media: 'print' }, (page) => ask(page, 'html', '.sheet-slide'))),
    ...(await show('handout', { media: 'print' }, (page) => ask(page, 'html', '.sheet-slide'))),
  ];
}

/** All slides, as they rest and with their steps done. */
async function lookAtSlides(page: Page, ask: Ask): Promise<readonly Finding[]> {
  await page.addStyleTag({ content: allSlides });
  const atRest = await ask(page, 'section.slide');
  await page.evaluate(finishSteps);
  return [...atRest, ...(await ask(page, 'section.slide:has(.fragment)'))];
}

/** What opens from the deck: speaker window and overview. */
async function lookAtViews(page: Page, ask: Ask): Promise<readonly Finding[]> {
  await page.waitForFunction('Reveal.isReady()', { timeout: 0 });
  const speaker = await openSpeaker(page);
  // The slides in it are copies.
  const inSpeaker = await ask(speaker, 'html', '.speaker-preview');
  await speaker.close();
  await page.evaluate('Reveal.toggleOverview(true)');
  return [...inSpeaker, ...(await ask(page, 'html'))];
}

async function openSpeaker(page: Page): Promise<Page> {
  let timer: NodeJS.Timeout | undefined;
  const opened = new Promise<Page | null>((resolve) => {
    page.once('popup', resolve);
    timer = setTimeout(() => resolve(null), popupTimeout);
  });
  await page.bringToFront();
  await page.keyboard.press('s');
  const speaker = await opened;
  clearTimeout(timer);
  if (speaker) return speaker;
  throw new UserError(
    'browser-failed',
    'The speaker window did not open.',
    'Try again, or use another browser with `--browser`.',
  );
}
