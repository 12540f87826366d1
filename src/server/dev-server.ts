/** Takes a deck and serves it while it is written: every build that is better than the last goes to the pages that show it. */
import { randomBytes } from 'node:crypto';
import type { VFile } from 'vfile';
import type { Sources } from '../deck/sources.js';
import { buildLive, type LiveBuild } from '../output/build.js';
import type { DeckPath } from '../output/find-decks.js';
import type { LoadOptions } from '../output/load.js';
import { rebuildOnChange } from '../output/watch/rebuild.js';
import { openChannel } from './channel.js';
import { describePage, findUpdate } from './deck-update.js';
import { isOwnPage } from './guard.js';
import { type ServedFile, sendStatus } from './respond.js';
import { type Serving, type SiteRequest, serve } from './serve.js';

/** What to serve, and whom to tell. */
export interface DevServerOptions {
  readonly deck: DeckPath;
  readonly options: LoadOptions;
  readonly shipped: Sources;
  readonly port?: number | undefined;
  readonly signal: AbortSignal;
  /** Hear of every build but the first. */
  onBuild(file: VFile): void;
  /** Hear why there was none: a deck that cannot be read, or a bug. */
  onFailure(error: unknown): void;
}

/** A server that follows its deck. */
export interface DevServer extends Serving {
  /** Messages of the first build. */
  readonly file: VFile;
  /** Ends with the interruption. */
  readonly ended: Promise<void>;
}

/** Build a deck, serve it, and follow its changes until the signal is aborted. */
export async function startDevServer(settings: DevServerOptions): Promise<DevServer> {
  const { deck, options, shipped, signal, port } = settings;
  // Only pages that came from here know it.
  const token = randomBytes(18).toString('base64url');
  const channel = openChannel();
  const rebuild = () => buildLive(deck, options, shipped, token);
  let shown = await rebuild();
  let inputs = shown.inputs;
  let files = serveAssets(shown);

  function show(next: LiveBuild): void {
    const update = findUpdate(shown.page, next.page);
    // A page that is behind still shows what the last build named.
    files = new Map([...serveAssets(shown), ...serveAssets(next)]);
    shown = next;
    if (update.hash !== update.from) channel.send({ name: 'update', data: update });
  }

  async function work() {
    try {
      const next = await rebuild();
      ({ inputs } = next);
      show(next);
      settings.onBuild(next.file);
    } catch (error) {
      // The last good deck stays, whatever happened to the file.
      settings.onFailure(error);
    }
    return inputs;
  }

  const find = (path: string): ServedFile | undefined =>
    path === '/'
      ? { body: shown.page.write(), type: 'text/html; charset=utf-8', headers: { 'lectern-live': token } }
      : path === '/lectern/deck'
        ? { body: JSON.stringify(describePage(shown.page)), type: 'application/json' }
        : files.get(path);

  function handle({ path, query, request, response }: SiteRequest): boolean {
    if (!path.startsWith('/lectern/')) return false;
    if (!isOwnPage(request, query, token)) sendStatus(response, 403);
    else if (path !== '/lectern/events') return false;
    else {
      const { hash, scripts } = shown.page;
      if (!channel.connect(response, [{ name: 'hello', data: { hash, scripts } }])) sendStatus(response, 503);
    }
    return true;
  }

  const serving = await serve({ find, handle }, { port });
  return {
    url: serving.url,
    file: shown.file,
    ended: rebuildOnChange(inputs, work, signal),
    async close() {
      channel.close();
      await serving.close();
    },
  };
}

function serveAssets({ assets }: LiveBuild): Map<string, ServedFile> {
  return new Map(assets.map(({ path, bytes, type }) => [`/${path}`, { body: bytes, type }]));
}
