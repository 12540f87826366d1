/** Takes a deck and serves it while it is written: every build that is no worse than the last goes to the pages that show it. */
import type { VFile } from 'vfile';
import type { RemoteDoors } from '../deck/remote-talk.js';
import type { Sources } from '../deck/sources.js';
import { lookUp } from '../look-up.js';
import { createMemoryMemo } from '../memo.js';
import { buildLive } from '../output/build.js';
import type { DeckPath } from '../output/find-decks.js';
import type { LoadOptions } from '../output/load.js';
import { rebuildOnChange } from '../output/watch/rebuild.js';
import { type ChannelEvent, openChannel } from './channel.js';
import { isOwnPage } from './guard.js';
import { createLiveDeck, type LiveDeck } from './live-deck.js';
import { type Remote, startRemote } from './remote/remote-server.js';
import { type ServedFile, sendStatus } from './respond.js';
import { makeToken } from './secret.js';
import { type Serving, type Site, type SiteRequest, serve } from './serve.js';
import { createSpeakerActions, type SpeakerAction } from './speaker-actions.js';

/** What to serve, and whom to tell. */
export interface DevServerOptions {
  readonly deck: DeckPath;
  readonly options: LoadOptions;
  readonly shipped: Sources;
  readonly port?: number | undefined;
  /** Address of this machine on which phones may move the talk and follow it. Default: none may. */
  readonly remote?: string | undefined;
  readonly signal: AbortSignal;
  /** Hear of every build but the first. */
  onBuild(file: VFile): void;
  /** Hear how long slides took so far, as a page wrote it; false when that is nothing. Makes the talk a rehearsal. */
  readonly onTimes?: ((text: string) => boolean) | undefined;
  /** Hear why there was none: a deck that cannot be read, or a bug. */
  onFailure(error: unknown): void;
}

/** A server that follows its deck. */
export interface DevServer extends Serving {
  /** Messages of the first build. */
  readonly file: VFile;
  /** How phones come in. */
  readonly doors: RemoteDoors | undefined;
  /** Ends with the interruption. */
  readonly ended: Promise<void>;
}

/** Build a deck, serve it, and follow its changes until the signal is aborted. */
export async function startDevServer(settings: DevServerOptions): Promise<DevServer> {
  const { deck, options, shipped, signal, port } = settings;
  // Only pages that came from here know it.
  const token = makeToken();
  const channel = openChannel();
  const memo = createMemoryMemo();
  const first = await buildLive(deck, { ...options, memo }, shipped, token);
  let { inputs } = first;
  let remote: Remote | undefined;
  const tell = (event: ChannelEvent) => {
    channel.send(event);
    if (event.name === 'update') remote?.refresh();
  };
  const live = createLiveDeck(first, tell, settings.onTimes !== undefined);

  async function work() {
    try {
      memo.turn();
      const next = await buildLive(deck, { ...options, memo }, shipped, token);
      ({ inputs } = next);
      live.take(next);
      settings.onBuild(next.file);
    } catch (error) {
      live.fail(first.file.path ?? deck.path, error);
      settings.onFailure(error);
    }
    return inputs;
  }

  const { remote: host } = settings;
  remote = host === undefined ? undefined : await startRemote({ host, port, live, shipped, tell });
  const files = () => inputs.files;
  const actions = createSpeakerActions({ channel, live, remote, files, onTimes: settings.onTimes });
  const site: Site = {
    find: (path) => findFile(path, live, token),
    handle: (asked) => handle(asked, actions, token),
  };
  const serving = await serve(site, { port }).catch(async (error: unknown) => {
    await remote?.close();
    throw error;
  });
  return {
    url: serving.url,
    file: first.file,
    doors: remote?.doors(),
    ended: rebuildOnChange(inputs, work, signal),
    async close() {
      channel.close();
      await remote?.close();
      await serving.close();
    },
  };
}

/** Everything of the server's own wants the token; what is done there is asked for by POST, so that no picture or link does it. */
function handle(
  asked: SiteRequest,
  actions: Readonly<Record<string, SpeakerAction>>,
  token: string,
): boolean {
  const { path, query, request, response } = asked;
  if (!path.startsWith('/lectern/')) return false;
  const action = lookUp(actions, path);
  const method = path === '/lectern/events' ? 'GET' : 'POST';
  if (!isOwnPage(request, query, token)) sendStatus(response, 403);
  else if (!action) return false;
  else if (request.method === method) action(asked);
  else sendStatus(response, 405);
  return true;
}

function findFile(path: string, live: LiveDeck, token: string): ServedFile | undefined {
  if (path === '/') {
    return { body: live.writePage(), type: 'text/html; charset=utf-8', headers: { 'lectern-live': token } };
  }
  return path === '/lectern/deck'
    ? { body: JSON.stringify(live.describe()), type: 'application/json' }
    : live.assets().get(path);
}
