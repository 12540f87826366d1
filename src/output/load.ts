/** Takes the path of a deck and leaves its bytes and all it names. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { VFile } from 'vfile';
import {
  type DeckTree,
  listEarlySources,
  listIncludedFiles,
  listNames,
  listOptionFiles,
  type ParsedDeck,
  parseDeck,
  transformDeck,
} from '../compile.js';
import { type ConfigInput, lowerTrust } from '../config/config.js';
import { rehearsalName } from '../deck/rehearsal.js';
import type { Sources } from '../deck/sources.js';
import { listRemoteMedia } from '../plugins/rehype-assets.js';
import { UserError } from '../user-error.js';
import { createDeadline, type WithinDeadline } from './deadline.js';
import { readDeck } from './read-deck.js';
import { readInside } from './read-inside.js';
import type { FetchLimits } from './remote/fetch-medium.js';
import { sourceSeconds } from './source-date.js';
import { addThemePackages } from './theme-package.js';

/** A deck read from the disk, compiled as far as safe slides, with the files it names. */
export interface LoadedDeck {
  readonly deck: DeckTree;
  readonly sources: Sources;
  /** Name of the deck in output paths: its folder's when the file is `deck.md`, else the file's. */
  readonly name: string;
  /** The deck's own bytes. */
  readonly bytes: Uint8Array;
  /** Every file that was asked for, also those that are not there, by path relative to the deck's folder. */
  readonly asked: ReadonlySet<string>;
}

/** How to load. */
export interface LoadOptions extends ConfigInput {
  /** Whether pictures may be fetched from the network, into `.lectern/media` beside the deck. Default: no. */
  readonly allowRemote?: boolean | undefined;
  /** Longest time for reading and laying out a deck, in milliseconds of work. Default five minutes. */
  readonly maxTime?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What the deck holds, when the caller has read it already, or thinks of changing it. */
  readonly bytes?: Uint8Array | undefined;
  /** What files beside it hold, by their paths relative to it, when the caller thinks of changing them. */
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
}

/** A deck of a megabyte takes some seconds, on a machine that does much else minutes: the clock goes on while others work. */
const defaultMaxTime = 300_000;

/**
 * Load a deck: read it, see what it names, read that.
 *
 * @param shipped the package's own files (`loadPackage`)
 * @param limits how far a fetch may go, for tests
 * @throws UserError when the deck itself cannot be read, or not in time; a picture that cannot be read is a message
 */
export async function loadDeck(
  deckPath: string,
  options: LoadOptions,
  shipped: Sources,
  limits: Partial<FetchLimits> = {},
): Promise<LoadedDeck> {
  const bytes = options.bytes ?? (await readDeck(deckPath));
  const file = new VFile({ path: path.relative(process.cwd(), deckPath) || deckPath, value: bytes });
  const root = path.dirname(path.resolve(deckPath));
  const within = createDeadline(options.maxTime ?? defaultMaxTime, () =>
    refuseSlow(file.path, options.maxTime ?? defaultMaxTime),
  );
  const sources = new Map(shipped);
  const asked = new Set<string>();
  const readAll = (names: readonly string[]) => {
    for (const name of names) asked.add(name);
    return addFiles(names, root, sources, options.files);
  };
  await readAll([...(await listTalkFiles(root)), rehearsalName(path.parse(deckPath).name)]);
  await addIncludes(file, options, sources, readAll, within);
  const parsed = await parseWithOptions(
    file,
    { now: sourceSeconds(process.env), ...options },
    sources,
    readAll,
    within,
  );
  const early = listEarlySources(parsed);
  await readAll(early);
  const addNeighbours = async ({ data }: VFile, of: readonly string[]) => {
    const beside = await listNeighbours(
      of.filter((name) => !sources.has(name)),
      root,
    );
    data.neighbours = [...new Set([...(data.neighbours ?? []), ...beside])].sort();
  };
  await addNeighbours(parsed.file, early);
  const deck = await within(() => transformDeck(parsed, sources));
  const names = listNames(deck, sources);
  await readAll(names);
  await addThemePackages(names, root, sources);
  await addNeighbours(deck.file, names);
  if (options.allowRemote) await addRemote(deck, root, sources, { signal: options.signal, ...limits });
  return { deck, sources, name: deckName(deckPath), bytes, asked };
}

/** Name a deck after its file, or after its folder when the file is called `deck` or `index`. */
export function deckName(deckPath: string): string {
  const { name, dir } = path.parse(path.resolve(deckPath));
  return /^(deck|index)$/i.test(name) && path.basename(dir) ? path.basename(dir) : name;
}

function refuseSlow(deckPath: string, milliseconds: number): UserError {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return new UserError(
    'deck-timeout',
    `\`${deckPath}\` took more than ${seconds} s to read`,
    `Cut it into several decks, or give it more time: \`--max-time ${2 * seconds}\`.`,
  );
}

/** Read files inside a folder; what cannot be read is left out. */
async function addFiles(
  names: readonly string[],
  root: string,
  sources: Map<string, Uint8Array>,
  thought: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<void> {
  await Promise.all(
    names.map(async (name) => {
      const content = thought.get(name) ?? (await readInside(root, name));
      if (content) sources.set(name, content);
    }),
  );
}

/** The talks that have a file each, in `talks/` beside the deck. */
async function listTalkFiles(root: string): Promise<string[]> {
  const names = await readdir(path.join(root, 'talks')).catch(() => []);
  return names.filter((name) => /\.ya?ml$/.test(name)).map((name) => `talks/${name}`);
}

/** Parse a deck, and once more where its front matter names a file that has options too. */
async function parseWithOptions(
  file: VFile,
  options: ConfigInput,
  sources: Sources,
  readAll: (names: readonly string[]) => Promise<void>,
  within: WithinDeadline,
): Promise<ParsedDeck> {
  const bytes = file.value;
  const parsed = within(() => parseDeck(file, options, sources));
  const names = listOptionFiles(parsed, sources);
  if (names.length === 0) return parsed;
  await readAll(names);
  if (!names.some((name) => sources.has(name))) return parsed;
  return within(() => parseDeck(new VFile({ path: file.path, value: bytes }), options, sources));
}

/** Read what a deck includes, and what that includes, until nothing new is named. */
async function addIncludes(
  file: VFile,
  options: ConfigInput,
  sources: Sources,
  readAll: (names: readonly string[]) => Promise<void>,
  within: WithinDeadline,
): Promise<void> {
  const tried = new Set<string>();
  const next = () =>
    within(() => listIncludedFiles(file, options, sources)).filter((name) => !tried.has(name));
  for (let names = next(); names.length > 0; names = next()) {
    for (const name of names) tried.add(name);
    await readAll(names);
  }
}

/** List the files beside those that are not there: one of them may be meant. */
async function listNeighbours(missing: readonly string[], root: string): Promise<string[]> {
  const folders = [...new Set(missing.map((name) => path.posix.dirname(name)))];
  const listed = folders.map(async (folder) => {
    try {
      const entries = await readdir(path.join(root, folder), { withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ name }) => path.posix.join(folder, name));
    } catch {
      return [];
    }
  });
  return (await Promise.all(listed)).flat();
}

/** Fetch what lies on the network; what is refused is reported where the slide names it. */
async function addRemote(
  { tree, file, config }: DeckTree,
  root: string,
  sources: Map<string, Uint8Array>,
  limits: Partial<FetchLimits>,
): Promise<void> {
  const addresses = listRemoteMedia(tree);
  if (lowerTrust(config.trust, file.data.deck?.trust ?? 'full') === 'safe') {
    const refusal = 'A deck of trust `safe` takes nothing from the network.';
    file.data.refusedMedia = new Map(addresses.map((address) => [address, refusal]));
    return;
  }
  // Only who may go to the network pays for what goes there.
  const { loadRemote } = await import('./remote/load-remote.js');
  const { media, problems } = await loadRemote(addresses, root, limits);
  for (const [address, bytes] of media) sources.set(address, bytes);
  file.data.refusedMedia = problems;
}
