/** Takes a compiled deck and a browser and reports what its slides show wrongly, on screen and as printed pages. */
import type { Finding } from '../../client/probe/findings.js';
import { type DeckTree, stringifyDocument } from '../../compile.js';
import { perPageCounts } from '../../config/print-settings.js';
import type { Sources } from '../../deck/sources.js';
import type { LaunchOptions } from '../browser/launch.js';
import { type Tabs, withSealedPage } from '../browser/sealed-page.js';
import { type ShowSlide, takeSlides } from '../browser/take-pictures.js';
import type { LoadedDeck } from '../load.js';
import { allSlides } from './all-slides.js';
import { type Change, findCures } from './find-cures.js';
import { aloneFactor, findHanging, isHang, leaveOut } from './find-hanging.js';
import { findWeakText } from './find-weak-text.js';
import { listAssets } from './list-assets.js';
import { markLines } from './mark-lines.js';
import { type ProbeScope, probePage } from './probe-page.js';
import { type Medium, reportFindings, reportHandout, reportHanging } from './report-findings.js';
import { openRestarting } from './restart-browser.js';

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

/** What axe gets more for each slide: it looks at every word of every one, and a long deck is no deck that hangs. */
const axeTimeout = 2000;

/** A part of a deck that hangs gets this share of it: twenty looks find one slide among a thousand. */
const partsOfTimeout = 4;

/** Compile the deck that is measured with a change, so that cures can be tried. */
export type Recompile = (change: Change) => Promise<LoadedDeck>;

/** How a deck is measured. */
export interface MeasureOptions {
  /** Longest time for one document, in milliseconds. Default: two minutes. */
  readonly timeoutMs?: number | undefined;
  /** Used to look for what would mend slides that do not fit; absent: nothing is tried. */
  readonly recompile?: Recompile | undefined;
  /** Told every slide as it was looked at on screen. */
  readonly show?: ShowSlide | undefined;
  /** Whether every step, every handout and every view is looked at too, the views by axe. */
  readonly all?: boolean | undefined;
  /** Ids of slides to leave out. */
  readonly without?: ReadonlySet<string> | undefined;
}

/** Measures decks, all in one browser. */
export interface DeckMeasurer {
  /** Report what the slides of a deck show wrongly. */
  readonly measure: (deck: DeckTree, sources: Sources, options?: MeasureOptions) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Start a browser that measures decks until it is closed; it is started anew when a deck has brought it down. */
export async function openMeasurer(options: LaunchOptions): Promise<DeckMeasurer> {
  const running = await openRestarting(options);
  return {
    close: running.close,
    async measure(deck, sources, how = {}) {
      try {
        await measureDeck(deck, sources, running.browser(), how);
      } catch (error) {
        options.signal?.throwIfAborted();
        if (!isHang(error)) throw running.refusal() ?? error;
        await running.restart();
        const partTimeout = (how.timeoutMs ?? defaultTimeout) / partsOfTimeout;
        const hanging = await findHanging({ deck, sources }, running, partTimeout);
        // All of it is too much, and no slide alone: nothing more can be said.
        if (hanging.size === 0) throw error;
        reportHanging(deck.file, hanging, aloneFactor * partTimeout);
        // What is compiled anew to try a cure would hang again.
        await measureDeck(deck, sources, running.browser(), {
          ...how,
          recompile: undefined,
          without: hanging,
        });
      }
    },
  };
}

/** Measure a deck in a browser; its messages go to the deck's file. */
export async function measureDeck(
  deck: DeckTree,
  sources: Sources,
  browser: Tabs,
  { timeoutMs = defaultTimeout, recompile, show, all = false, without }: MeasureOptions = {},
): Promise<void> {
  const marked = markLines(without ? leaveOut(deck, without) : deck);
  const loaded = { deck: marked, sources };
  const how = { browser, timeoutMs };
  const found = {
    screen: await probe(loaded, 'screen', { ...how, scope: all ? 'steps' : 'slides', show }),
    print: await probe(loaded, 'print', how),
  };
  const cures = recompile
    ? await findCures(deck, found.screen, {
        recompile,
        look: (changed) =>
          probe({ ...changed, deck: markLines(changed.deck) }, 'screen', { ...how, scope: 'losses' }),
      })
    : undefined;
  reportFindings(deck.file, found, cures);
  if (!all) return;
  await measureHandouts(deck, loaded, how);
  const { findBarriers } = await import('./find-barriers.js');
  const count = deck.file.data.slides?.length ?? 0;
  const time = timeoutMs + count * axeTimeout;
  reportFindings(deck.file, { screen: await findBarriers(loaded, { browser, timeoutMs: time }) });
}

/** Handouts draw slides small: what is lost in one of them is not lost elsewhere. */
async function measureHandouts(
  { file }: DeckTree,
  loaded: Pick<LoadedDeck, 'deck' | 'sources'>,
  how: ProbeOptions,
): Promise<void> {
  for (const perPage of perPageCounts) {
    const { config } = loaded.deck;
    const deck = { ...loaded.deck, config: { ...config, print: { ...config.print, perPage } } };
    const found = await probe({ ...loaded, deck }, 'handout', { ...how, scope: 'losses' });
    reportHandout(file, found, perPage);
  }
}

/** How a document is looked at. */
interface ProbeOptions {
  readonly browser: Tabs;
  readonly timeoutMs: number;
  readonly scope?: ProbeScope;
  readonly show?: ShowSlide | undefined;
}

const documents = { screen: 'present', print: 'slides', handout: 'handout' } as const;

async function probe(
  { deck, sources }: Pick<LoadedDeck, 'deck' | 'sources'>,
  medium: Medium | 'handout',
  { browser, timeoutMs, scope = 'slides', show }: ProbeOptions,
): Promise<readonly Finding[]> {
  const content = {
    html: stringifyDocument(deck, documents[medium], sources),
    assets: listAssets(deck),
    timeoutMs,
    media: medium === 'screen' ? medium : 'print',
  } as const;
  return withSealedPage(browser, content, async ({ page }) => {
    if (medium === 'screen') await page.addStyleTag({ content: allSlides });
    await page.evaluate(loadFaces);
    const findings = await probePage(page, sources, scope);
    if (show) await takeSlides(page, show);
    return scope === 'losses' ? findings : [...findings, ...(await findWeakText(page, sources))];
  });
}
