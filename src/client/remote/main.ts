/** The script of a phone's page: asks for the code, then shows what the server says of the talk, and moves it if it may. */
import type { RemoteLook, RemoteRole } from '../../deck/remote-talk.js';
import { ask } from '../live/ask.js';
import { stayConnected } from '../live/connect.js';
import { readWords } from '../words.js';
import { buildClicker } from './clicker-page.js';
import { askForCode } from './enter.js';
import { buildFollower } from './follower-page.js';
import { applyLook } from './slide-frame.js';

/** A page of a phone. */
export interface RemoteScreen<View> {
  /** Nothing: no page shows the talk. */
  readonly show: (view: View | null) => void;
  readonly setConnected: (connected: boolean) => void;
}

async function startRemote(main: HTMLElement): Promise<void> {
  const role: RemoteRole = main.dataset['role'] === 'clicker' ? 'clicker' : 'follower';
  const words = readWords(main.dataset['strings']);
  if (!(await isInside(role))) await askForCode(main, role, words);
  // The server tells every role what its screen shows.
  const screen =
    role === 'clicker'
      ? (buildClicker(main, words, (action) => post('/do?as=clicker', action)) as RemoteScreen<unknown>)
      : (buildFollower(main, words) as RemoteScreen<unknown>);
  const connection = stayConnected(
    {
      address: () => `/events?as=${role}`,
      async renew() {
        const inside = await isInside(role);
        if (inside !== false) return inside === true;
        // The server is another, or the code is: this page begins anew.
        connection.stop();
        location.reload();
        return false;
      },
      onState: screen.setConnected,
    },
    {
      look: () => void fetchLook(role),
      view: (view) => screen.show(view),
    },
  );
}

/** Tell whether this browser has a token; nothing when the server does not answer. */
async function isInside(role: RemoteRole): Promise<boolean | undefined> {
  return (await ask(`/look?as=${role}`, { method: 'HEAD' }))?.ok;
}

async function fetchLook(role: RemoteRole): Promise<void> {
  const answer = await ask(`/look?as=${role}`);
  if (answer?.ok) applyLook((await answer.json()) as RemoteLook);
}

/** Tell the server; a press that does not arrive is not sent later, when nobody expects it. */
async function post(address: string, body: string): Promise<void> {
  await ask(address, { method: 'POST', body });
}

const main = document.querySelector<HTMLElement>('main');
if (main) void startRemote(main);
