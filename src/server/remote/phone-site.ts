/** Takes requests of phones and answers them: two pages for everybody, and the rest for who said the right code. */
import type { RemoteAction, RemoteLook, RemoteRole } from '../../deck/remote-talk.js';
import type { Sources } from '../../deck/sources.js';
import { renderRemotePage } from '../../document/remote/remote-page.js';
import type { ChannelEvent } from '../channel.js';
import { isOwnOrigin } from '../guard.js';
import type { LiveDeck } from '../live-deck.js';
import { readBody } from '../read-body.js';
import { type ServedFile, sendStatus } from '../respond.js';
import type { Site, SiteRequest } from '../serve.js';
import { readCookie, writeCookie } from './cookie.js';
import { type Entrances, roles } from './entrances.js';

/** What phones are shown, and what they may cause. */
export interface PhoneSettings {
  readonly entrances: Entrances;
  readonly live: LiveDeck;
  readonly shipped: Sources;
  /** What a phone of a role is told when it connects. */
  readonly greet: (role: RemoteRole) => readonly ChannelEvent[];
  readonly act: (action: RemoteAction) => void;
  /** A way in was locked. */
  readonly onLocked: () => void;
}

const actions: readonly RemoteAction[] = ['next', 'back', 'black', 'pause'];
/** Nothing that a phone sends is longer. */
const longestBody = 256;
/** How often who listens is looked for among those inside. */
const lookMilliseconds = 60_000;

/** Make the site. */
export function createPhoneSite(settings: PhoneSettings): Required<Site> {
  const { entrances } = settings;
  return {
    find: (path) => findFile(path, settings),
    handle(asked) {
      const { path, query, request, response } = asked;
      if (isPage(path)) return false;
      const { method = '' } = request;
      const as = roles.find((role) => role === query.get('as'));
      const isInside = (role: RemoteRole) => entrances[role].door.has(readCookie(request, role));
      if (!isOwnOrigin(request)) sendStatus(response, 403);
      else if (path === '/enter' && as && method === 'POST') void enter(asked, as, settings);
      else if (!(as ? isInside(as) : roles.some(isInside))) sendStatus(response, 401);
      else if (path === '/events' && as && method === 'GET') listen(asked, as, settings);
      else if (path === '/do' && as === 'clicker' && method === 'POST') void act(asked, settings);
      else return false;
      return true;
    },
  };
}

function isPage(path: string): boolean {
  return path === '/' || path === '/follow';
}

async function enter(
  { request, response }: SiteRequest,
  role: RemoteRole,
  { entrances, onLocked }: PhoneSettings,
): Promise<void> {
  const said = await readBody(request, longestBody);
  // A line that broke is no wrong code.
  if (said === undefined) return sendStatus(response, 400);
  const { door } = entrances[role];
  const attempt = door.enter(said.trim().toLowerCase(), request.socket.remoteAddress ?? '');
  if (attempt.kind === 'in') {
    response.setHeader('set-cookie', writeCookie(request, role, attempt.token));
    sendStatus(response, 204);
  } else if (attempt.kind === 'wrong') {
    response.setHeader('lectern-left', String(attempt.left));
    sendStatus(response, 403);
  } else {
    sendStatus(response, attempt.kind === 'locked' ? 423 : 503);
    if (door.isLocked()) onLocked();
  }
}

function listen(
  { request, response }: SiteRequest,
  role: RemoteRole,
  { entrances, greet }: PhoneSettings,
): void {
  const { door, channel } = entrances[role];
  const token = readCookie(request, role);
  if (!channel.connect(response, greet(role))) return sendStatus(response, 503);
  const look = setInterval(() => door.has(token) || response.end(), lookMilliseconds);
  look.unref();
  response.on('close', () => {
    clearInterval(look);
    // From now on they are away; so long they may be.
    door.has(token);
  });
}

async function act({ request, response }: SiteRequest, settings: PhoneSettings): Promise<void> {
  const said = await readBody(request, longestBody);
  const action = actions.find((one) => one === said);
  if (action) settings.act(action);
  sendStatus(response, action ? 204 : 400);
}

function findFile(path: string, { live, shipped }: PhoneSettings): ServedFile | undefined {
  const { shell, styles } = live.describe();
  if (isPage(path)) {
    return {
      body: renderRemotePage(path === '/' ? 'clicker' : 'follower', shell, shipped),
      type: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': "frame-ancestors 'none'", 'referrer-policy': 'no-referrer' },
    };
  }
  if (path !== '/look') return live.assets().get(path);
  const [width, height] = [Number(shell.data['width']), Number(shell.data['height'])];
  const look: RemoteLook = { styles, lang: shell.lang, dir: shell.dir, width, height };
  return { body: JSON.stringify(look), type: 'application/json' };
}
