/** Takes the decks of a command line and leaves them checked, and mended where that was asked for, all with one browser. */
import nodePath from 'node:path';
import type { VFileMessage } from 'vfile-message';
import type { Sources } from '../deck/sources.js';
import { type CheckedVariant, mergeVariants } from '../diagnostics/merge-variants.js';
import { listThemes } from '../document/sources.js';
import type { ShowSlide } from '../output/browser/take-pictures.js';
import { type CheckOptions, checkCompiled, checkDeck } from '../output/check/check-deck.js';
import type { LinkCache } from '../output/check/check-remote-links.js';
import { type FixedDeck, fixDeck } from '../output/check/fix-deck.js';
import type { DeckMeasurer } from '../output/check/measure-deck.js';
import type { DeckPath } from '../output/find-decks.js';
import type { LoadedDeck } from '../output/load.js';
import { sourceSeconds } from '../output/source-date.js';
import { joinInputs, listInputs } from '../output/watch/list-inputs.js';
import type { CheckedDeck } from './check-output.js';
import type { CliContext, CliValues } from './command.js';
import { readConfig } from './deck-options.js';

/** What all decks are checked with. */
interface Check {
  readonly options: CheckOptions;
  readonly shipped: Sources;
  readonly wants: ((message: VFileMessage) => boolean) | undefined;
  /** Whether pictures of the slides are wanted. */
  readonly pictures: boolean;
}

/** Check decks one after the other; talks of one deck are checked together. */
export async function checkDecks(
  decks: readonly DeckPath[],
  values: CliValues,
  shipped: Sources,
  context: CliContext,
): Promise<CheckedDeck[]> {
  const links: LinkCache | undefined = values.links ? new Map() : undefined;
  const measurer = values['no-browser'] ? undefined : await startMeasurer(values, context);
  const today = sourceSeconds(context.env) ?? Date.now() / 1000;
  const all = values.all === true;
  const options = { ...readConfig(values), signal: context.signal, today, links, measurer, all };
  const check: Check = {
    options,
    shipped,
    wants: wantedFixes(values),
    pictures: values.report !== undefined,
  };
  const paths = [...new Set(decks.map(({ path }) => path))];
  const checked: CheckedDeck[] = [];
  try {
    for (const path of paths) {
      if (context.signal.aborted) break;
      const [first, ...others] = decks.filter((deck) => deck.path === path);
      if (!first) continue;
      context.progress(`checking ${first.name} (${checked.length + 1} of ${paths.length})`);
      checked.push(await checkOne(first, others, check));
    }
  } finally {
    await measurer?.close();
  }
  return checked;
}

/** Check a deck whole and as each of its talks; or as the talks that were asked for. */
async function checkOne(deck: DeckPath, others: readonly DeckPath[], check: Check): Promise<CheckedDeck> {
  const fixes = check.wants ? await fixAll(deck, others, check, check.wants) : [];
  const pictures = new Map<string, Uint8Array>();
  const show = check.pictures
    ? (id: string, picture: Uint8Array) => void pictures.set(id, picture)
    : undefined;
  const first = await checkWay(deck.path, { talk: deck.talk, show }, check);
  const rest: CheckedWay[] = [];
  for (const way of listWays(deck, others, first.loaded, check))
    rest.push(await checkWay(deck.path, way, check));
  const ways = [first, ...rest];
  return {
    slides: new Set(ways.flatMap(({ file }) => file.data.slides?.map(({ id }) => id) ?? [])).size,
    name: others.length > 0 ? nodePath.dirname(deck.name) : deck.name,
    file: mergeVariants(first, rest),
    pictures,
    fixed: fixes.reduce((sum, { fixed }) => sum + fixed, 0),
    refused: fixes.some(({ refused }) => refused),
    inputs: joinInputs(ways.map(({ loaded }) => listInputs(deck.path, loaded))),
  };
}

/** What was found in one way. */
interface CheckedWay extends CheckedVariant {
  readonly loaded: LoadedDeck;
}

/** A way in which a deck is shown. */
interface Way {
  readonly talk?: string | undefined;
  readonly theme?: string;
  readonly show?: ShowSlide | undefined;
}

/** List the ways besides the first. */
function listWays(
  deck: DeckPath,
  others: readonly DeckPath[],
  { deck: { file } }: LoadedDeck,
  { options, shipped }: Check,
): Way[] {
  const talks = deck.talk === undefined ? (file.data.talks ?? []).map(({ name }) => name) : [];
  const own = options.theme ?? file.data.deck?.theme;
  const themes = options.all ? listThemes(shipped).filter((theme) => theme !== own) : [];
  return [
    ...others.map(({ talk }) => ({ talk })),
    ...talks.map((talk) => ({ talk })),
    ...themes.map((theme) => ({ talk: deck.talk, theme })),
  ];
}

/** Mend what is wrong in any way: only then is anything looked at, since every fix moves what stands behind it. */
async function fixAll(
  deck: DeckPath,
  others: readonly DeckPath[],
  check: Check,
  wants: (message: VFileMessage) => boolean,
): Promise<FixedDeck[]> {
  const fix = (way: Way) =>
    fixDeck(
      deck.path,
      (bytes, files) => checkCompiled(deck.path, { ...check.options, ...way, bytes, files }, check.shipped),
      wants,
    );
  const fixes = [await fix({ talk: deck.talk })];
  for (const way of fixes.flatMap(({ loaded }) => listWays(deck, others, loaded, check)))
    fixes.push(await fix(way));
  return fixes;
}

async function checkWay(path: string, way: Way, { options, shipped }: Check): Promise<CheckedWay> {
  const loaded = await checkDeck(path, { ...options, ...way }, shipped);
  const talk = way.talk === undefined ? undefined : `the talk \`${way.talk}\``;
  const label = way.theme === undefined ? talk : `the theme \`${way.theme}\``;
  return { label, file: loaded.deck.file, loaded };
}

/** The browser is loaded and started for decks that are measured alone. */
async function startMeasurer(values: CliValues, { env, signal }: CliContext): Promise<DeckMeasurer> {
  const { openMeasurer } = await import('../output/check/measure-deck.js');
  const choice = values.browser === undefined ? env.LECTERN_BROWSER : String(values.browser);
  return openMeasurer({ choice, env, signal });
}

/** `--fix` mends all, `--write` only what is a copy of a data file. */
function wantedFixes({ fix, write }: CliValues): ((message: VFileMessage) => boolean) | undefined {
  if (fix) return () => true;
  return write ? ({ ruleId }) => ruleId === 'data-mirror-differs' : undefined;
}
