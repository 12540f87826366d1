/** What pages of the speaker may ask their server for, by path. Who asks was looked at before. */
import type { Channel } from './channel.js';
import type { LiveDeck } from './live-deck.js';
import { openEditor } from './open-editor.js';
import { readBody } from './read-body.js';
import type { Remote } from './remote/remote-server.js';
import { sendStatus } from './respond.js';
import type { SiteRequest } from './serve.js';

/** What the actions act on. */
export interface SpeakerLinks {
  readonly channel: Channel;
  readonly live: LiveDeck;
  readonly remote: Remote | undefined;
  /** Files of the deck as it was last read. */
  readonly files: () => ReadonlyMap<string, unknown>;
  readonly onTimes: ((text: string) => boolean) | undefined;
}

/** An answer to a request. */
export type SpeakerAction = (asked: SiteRequest) => void;

/** List the actions. */
export function createSpeakerActions(links: SpeakerLinks): Readonly<Record<string, SpeakerAction>> {
  const { channel, live, remote, files, onTimes } = links;
  return {
    '/lectern/events': ({ query, response }) => {
      if (!channel.connect(response, [...live.greet(), ...(remote?.greet() ?? [])]))
        return sendStatus(response, 503);
      remote?.join(query.get('page') ?? '', response);
    },
    '/lectern/show': ({ response }) => {
      live.showWaiting();
      sendStatus(response, 204);
    },
    '/lectern/times': withBody((body) => onTimes?.(body) ?? false),
    '/lectern/stage': withBody((body) => remote?.report(body) ?? false),
    '/lectern/renew': withBody((body) => {
      remote?.renew(body === '"follower"' ? 'follower' : 'clicker');
      return true;
    }),
    '/lectern/open': withBody((body) =>
      openEditor(body, files(), () => channel.send({ name: 'editor', data: false })),
    ),
  };
}

/** Read what was sent, then act; false is "that is nothing". */
function withBody(act: (body: string) => boolean | Promise<boolean>): SpeakerAction {
  return ({ request, response }) => {
    void readBody(request)
      .then((body) => act(body ?? ''))
      .then((done) => sendStatus(response, done ? 204 : 400))
      // What fails here must not end the server amid a talk.
      .catch(() => sendStatus(response, 500));
  };
}
