/** Takes the addresses that a deck names and leaves their bytes, from the cache or the network, and what is wrong with the others. */
import { defaultLimits, type FetchLimits, FetchRefusal, fetchMedium } from './fetch-medium.js';
import { readCached, writeCached } from './medium-cache.js';

/** What became of the addresses. */
export interface RemoteMedia {
  readonly media: ReadonlyMap<string, Uint8Array>;
  /** A sentence for each that was not fetched. */
  readonly problems: ReadonlyMap<string, string>;
}

/** Few at a time: a deck with a hundred pictures of one server is no attack on it. */
const workers = 4;

/** Load remote media into the deck's cache. */
export async function loadRemote(
  addresses: readonly string[],
  root: string,
  limits: Partial<FetchLimits> = {},
): Promise<RemoteMedia> {
  const media = new Map<string, Uint8Array>();
  const problems = new Map<string, string>();
  const waiting = [...addresses];
  const work = async (): Promise<void> => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      try {
        media.set(address, await loadOne(address, root, { ...defaultLimits, ...limits }));
      } catch (error) {
        if (!(error instanceof FetchRefusal)) throw error;
        problems.set(address, error.message);
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return { media, problems };
}

async function loadOne(address: string, root: string, limits: FetchLimits): Promise<Uint8Array> {
  const kept = await readCached(root, address);
  if (kept) return kept;
  const bytes = await fetchMedium(address.startsWith('//') ? `https:${address}` : address, limits);
  await writeCached(root, address, bytes);
  return bytes;
}
