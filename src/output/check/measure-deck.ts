/** Takes a compiled deck and a browser and reports what its slides show wrongly, on screen and as printed pages. */
import type { Browser } from 'puppeteer';
import type { Finding } from '../../client/probe/findings.js';
import { type DeckTree, stringifyDocument } from '../../compile.js';
import type { Sources } from '../../deck/sources.js';
import { type LaunchOptions, launchBrowser } from '../browser/launch.js';
import { withSealedPage } from '../browser/sealed-page.js';
import { type ShowSlide, takeSlides } from '../browser/take-pictures.js';
import type { LoadedDeck } from '../load.js';
import { type Change, findCures } from './find-cures.js';
import { markLines } from './mark-lines.js';
import { type ProbeScope, probePage } from './probe-page.js';
import { type Medium, reportFindings } from './report-findings.js';

/** Show all slides under each other: the page’s own script is off, and with it what shows one at a time. */
export const allSlides = `
.reveal, .reveal .slides { position: static !important; width: auto !important; height: auto !important; overflow: visible !important; transform: none !important; inset: auto !important }
.reveal .slides section { display: block !important; position: relative !important; visibility: visible !important; opacity: 1 !important; transform: none !important; inset: auto !important }
.fragment { visibility: inherit !important; opacity: 1 !important; transition: none !important }
.fragment:not(.visible) { transform: none !important; translate: none !important }`;

/**
 * A face is loaded when a text that is laid out needs it: slides that were hidden have asked for none yet, and a busy machine
 * answers late. What is measured before is measured in another font.
 */
const loadFaces = `(async () => {
  const faces = Array.from(document.fonts);
  await Promise.all(faces.map((face) => face.load().catch(() => undefined)));
  document.body.getBoundingClientRect();
  await document.fonts.ready;
})()`;

/** Longest time for one document of a deck, in milliseconds. */
const defaultTimeout = 120_000;

/** Compile the deck that is measured with a change, so that cures can be tried. */
export type Recompile = (change: Change) => Promise<LoadedDeck>;

/** Measures decks, all in one browser. */
export interface DeckMeasurer {
  /**
   * Report what the slides of a deck show wrongly; with `recompile` also what would mend slides that do not fit.
   *
   * @param show told every slide as it was looked at on screen
   */
  readonly measure: (
    deck: DeckTree,
    sources: Sources,
    recompile?: Recompile,
    show?: ShowSlide,
  ) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Start a browser that measures decks until it is closed. */
export async function openMeasurer(options: LaunchOptions): Promise<DeckMeasurer> {
  const { browser, close } = await launchBrowser(options);
  return {
    measure: (deck, sources, recompile, show) => measureDeck(deck, sources, browser, { recompile, show }),
    close,
  };
}

/** How a deck is measured. */
interface MeasureOptions {
  readonly timeoutMs?: number;
  readonly recompile?: Recompile | undefined;
  readonly show?: ShowSlide | undefined;
}

/** Measure a deck in a browser; its messages go to the deck's file. */
export async function measureDeck(
  deck: DeckTree,
  sources: Sources,
  browser: Browser,
  { timeoutMs = defaultTimeout, recompile, show }: MeasureOptions = {},
): Promise<void> {
  const marked = markLines(deck);
  const loaded = { deck: marked, sources };
  const found = {
    screen: await probe(loaded, 'screen', { browser, timeoutMs, show }),
    print: await probe(loaded, 'print', { browser, timeoutMs }),
  };
  const cures = recompile
    ? await findCures(deck, found.screen, {
        recompile,
        look: (changed) =>
          probe({ ...changed, deck: markLines(changed.deck) }, 'screen', {
            browser,
            timeoutMs,
            scope: 'losses',
          }),
      })
    : undefined;
  reportFindings(deck.file, found, cures);
}

/** How a document is looked at. */
interface ProbeOptions {
  readonly browser: Browser;
  readonly timeoutMs: number;
  readonly scope?: ProbeScope;
  readonly show?: ShowSlide | undefined;
}

async function probe(
  { deck, sources }: Pick<LoadedDeck, 'deck' | 'sources'>,
  medium: Medium,
  { browser, timeoutMs, scope = 'slides', show }: ProbeOptions,
): Promise<readonly Finding[]> {
  const html = stringifyDocument(deck, medium === 'print' ? 'slides' : 'present', sources);
  const assets = new Map(
    [...(deck.file.data.assets ?? [])].map(([key, { bytes, type }]) => [key, { body: bytes, type }]),
  );
  return withSealedPage(browser, { html, assets, timeoutMs, media: medium }, async ({ page }) => {
    if (medium === 'screen') await page.addStyleTag({ content: allSlides });
    await page.evaluate(loadFaces);
    const findings = await probePage(page, sources, scope);
    if (show) await takeSlides(page, show);
    return findings;
  });
}
