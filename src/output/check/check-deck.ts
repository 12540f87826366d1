/**
 * Takes the path of a deck and leaves it loaded, with every message that was asked for: what compiling finds, what only the disk, the
 * clock and the network know. Each of those is a step of its own; the unused comments are said last, when all others had their say.
 */
import path from 'node:path';
import { placeAssets, stringifyDocument } from '../../compile.js';
import type { Sources } from '../../deck/sources.js';
import { reportUnusedIgnores } from '../../diagnostics/report-unused-ignores.js';
import type { RuleStage } from '../../diagnostics/rules.js';
import type { ShowSlide } from '../browser/take-pictures.js';
import { type LoadedDeck, type LoadOptions, loadDeck } from '../load.js';
import { defaultLimits, type FetchLimits } from '../remote/fetch-medium.js';
import { checkLocalLinks } from './check-local-links.js';
import { checkRemoteLinks, type LinkCache } from './check-remote-links.js';
import { checkTitles } from './check-titles.js';
import type { Change } from './find-cures.js';
import type { DeckMeasurer } from './measure-deck.js';

/** How to check. */
export interface CheckOptions extends LoadOptions {
  /** Ask the network for the links too, and keep the answers here. Default: no. */
  readonly links?: LinkCache | undefined;
  /** Look at the slides in a browser. Default: no. */
  readonly measurer?: DeckMeasurer | undefined;
  /** Look at every step, handout and view too. Default: no. */
  readonly all?: boolean | undefined;
  /** Told every slide that was looked at. Default: nobody. */
  readonly show?: ShowSlide | undefined;
}

/**
 * Check a deck; its messages are those of `deck.file`.
 *
 * @param limits how far a request may go, for tests
 */
export async function checkDeck(
  deckPath: string,
  options: CheckOptions,
  shipped: Sources,
  limits: Partial<FetchLimits> = {},
): Promise<LoadedDeck> {
  const stages: RuleStage[] = ['compile', 'check'];
  const loaded = await checkCompiled(deckPath, options, shipped);
  const { tree, file } = loaded.deck;
  if (options.measurer) {
    stages.push('browser');
    const recompile = async (change: Change) => {
      const changed = await loadDeck(deckPath, { ...options, ...change }, shipped);
      placeAssets(changed.deck, changed.sources);
      return changed;
    };
    const { show, all } = options;
    if (all) stages.push('all');
    await options.measurer.measure(loaded.deck, loaded.sources, { recompile, show, all });
  }
  if (options.links) {
    stages.push('links');
    await checkRemoteLinks(
      tree,
      file,
      { ...defaultLimits, signal: options.signal, ...limits },
      options.links,
    );
  }
  reportUnusedIgnores(file, stages);
  return loaded;
}

/** Check what needs neither browser nor network. */
export async function checkCompiled(
  deckPath: string,
  options: LoadOptions,
  shipped: Sources,
): Promise<LoadedDeck> {
  const loaded = await loadDeck(deckPath, options, shipped);
  const { tree, file } = loaded.deck;
  placeAssets(loaded.deck, loaded.sources);
  // Theme and fonts are looked up when a document is made.
  stringifyDocument(loaded.deck, 'slides', loaded.sources);
  checkTitles(tree, file);
  await checkLocalLinks(tree, file, path.dirname(path.resolve(deckPath)));
  return loaded;
}
