/** Takes decks and writes their HTML: `<out>/<deck>/index.html`, and beside it what is not inside; or leaves them in memory, for a server. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { VFile } from 'vfile';
import { placeAssets, renderLive, stringifyDocument } from '../compile.js';
import type { Sources } from '../deck/sources.js';
import type { LivePage } from '../document/live/live-page.js';
import type { Asset } from '../plugins/rehype-assets.js';
import { openDiskMemo } from './cache/disk-memo.js';
import type { Cache } from './cache/find-cache.js';
import { type DeckPath, identifyDeck } from './find-decks.js';
import { type LoadOptions, loadDeck } from './load.js';
import { lockOutput } from './lock-output.js';
import { loadPackage } from './package-files.js';
import { listInputs } from './watch/list-inputs.js';
import type { WorkInputs } from './watch/rebuild.js';
import { writeFileAtomically } from './write-file.js';

/** How to build. */
export interface BuildOptions extends LoadOptions {
  /** Folder in which every deck gets a folder of its own. Default `dist/slides`. */
  readonly out?: string | undefined;
  /** The package's files, when the caller has them already (`loadPackage`). */
  readonly shipped?: Sources | undefined;
  /** What is kept of decks between runs (`findCache`). Default: nothing. */
  readonly cache?: Cache | undefined;
}

/** Where `lectern images --card` puts the picture that shared links show. */
const cardPath = 'images/card.png';

/** A built deck. */
export interface BuildResult {
  readonly name: string;
  /** Path of the HTML file. */
  readonly path: string;
  /** Size of the HTML file in bytes. */
  readonly bytes: number;
  /** Messages and facts of the deck. */
  readonly file: VFile;
  /** How many slides carry speaker notes that are in the file. */
  readonly slidesWithNotes: number;
}

/**
 * Build one deck. A deck with errors is built as well as it can be; the messages say what is wrong.
 *
 * @throws UserError when the deck cannot be read or the output cannot be written
 */
export async function build(deckPath: DeckPath, options: BuildOptions = {}): Promise<BuildResult> {
  const shipped = options.shipped ?? (await loadPackage());
  const folder = path.join(options.out ?? path.join('dist', 'slides'), deckPath.name);
  const sharedPicture = existsSync(path.join(folder, cardPath)) ? cardPath : undefined;
  const memo = options.cache && (await openDiskMemo(options.cache, ['build', ...identifyDeck(deckPath)]));
  const { html, file, assets } = await buildInMemory(deckPath, { sharedPicture, memo, ...options }, shipped);
  const target = path.join(folder, 'index.html');
  await lockOutput(folder, options.signal, async () => {
    for (const asset of assets) await writeFileAtomically(path.join(folder, asset.path), asset.bytes);
    await writeFileAtomically(target, html);
  });
  await memo?.save();
  const kept = options.notes ?? file.data.deck?.notes ?? true;
  return {
    name: deckPath.name,
    path: target,
    bytes: Buffer.byteLength(html),
    file,
    slidesWithNotes: kept ? (file.data.slides ?? []).filter((slide) => slide.notes).length : 0,
  };
}

/** A deck as a dev server serves it. */
export interface LiveBuild {
  readonly page: LivePage;
  readonly file: VFile;
  readonly assets: readonly Asset[];
  /** What it was made from. */
  readonly inputs: WorkInputs;
}

/**
 * Build one deck for a dev server, in memory; what it names lies beside the page, under names that change with its content.
 *
 * @param token what the page shows when it asks for changes
 */
export async function buildLive(
  deckPath: DeckPath,
  options: LoadOptions,
  shipped: Sources,
  token: string,
): Promise<LiveBuild> {
  const settings: LoadOptions = { assets: 'folder', talk: deckPath.talk, ...options, live: token };
  const loaded = await loadDeck(deckPath.path, settings, shipped);
  const { deck, sources } = loaded;
  placeAssets(deck, sources);
  return {
    page: renderLive(deck, sources),
    file: deck.file,
    assets: [...(deck.file.data.assets?.values() ?? [])],
    inputs: listInputs(deckPath.path, loaded),
  };
}

async function buildInMemory(deckPath: DeckPath, options: LoadOptions, shipped: Sources) {
  const settings = {
    assetsFolder: `${path.basename(deckPath.name)}.assets`,
    talk: deckPath.talk,
    ...options,
  };
  const { deck, sources } = await loadDeck(deckPath.path, settings, shipped);
  placeAssets(deck, sources);
  const html = stringifyDocument(deck, 'present', sources);
  return { html, file: deck.file, assets: [...(deck.file.data.assets?.values() ?? [])] };
}
