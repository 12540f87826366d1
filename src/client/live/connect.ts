/** The connection of a page to the dev server: opens, and opens again after a sleep, a restart or a silence, until the page is left. */

/** Hears what the server says. */
export type Listeners = Readonly<Record<string, (data: unknown) => void>>;

/** Where to connect. */
export interface Link {
  /** The address to listen at now. */
  readonly address: () => string;
  /** Ask the server, which may be another by now, whether it can be listened to; false is "not yet". */
  readonly renew: () => Promise<boolean>;
  /** The connection is there, or gone. */
  readonly onState?: (connected: boolean) => void;
}

const firstWait = 250;
const longestWait = 4000;
/** The server says something at least every ten seconds: a connection that is quieter is dead, whatever the browser thinks of it. */
const silence = 25_000;
const checkMilliseconds = 2000;

/** Connect and stay connected. */
export function stayConnected(link: Link, listeners: Listeners): { readonly stop: () => void } {
  const { onState = () => {} } = link;
  let source: EventSource | undefined;
  let wait = firstWait;
  let timer = 0;
  let heard = Date.now();

  function open(): void {
    source?.close();
    source = new EventSource(link.address());
    heard = Date.now();
    source.addEventListener('open', () => {
      wait = firstWait;
      onState(true);
    });
    source.addEventListener('error', retry);
    hearAll(source, listeners, () => (heard = Date.now()));
  }

  function retry(): void {
    onState(false);
    source?.close();
    source = undefined;
    clearTimeout(timer);
    timer = setTimeout(() => void reopen(), wait);
    wait = Math.min(longestWait, wait * 2);
  }

  async function reopen(): Promise<void> {
    if (await link.renew().catch(() => false)) open();
    else retry();
  }

  /** A page that was asleep, or whose network went without a word, has a connection that only looks alive. */
  function check(): void {
    if (source && Date.now() - heard >= silence) retryNow();
  }

  function wake(): void {
    if (document.visibilityState !== 'visible') return;
    const alive = source?.readyState === EventSource.OPEN && Date.now() - heard < silence;
    if (!alive) retryNow();
  }

  function retryNow(): void {
    wait = firstWait;
    retry();
  }

  const leaving = new AbortController();
  const until = { signal: leaving.signal };
  const interval = setInterval(check, checkMilliseconds);
  document.addEventListener('visibilitychange', wake, until);
  addEventListener('online', wake, until);
  addEventListener('pagehide', () => source?.close(), until);
  addEventListener('pageshow', ({ persisted }) => persisted && open(), until);
  open();
  return {
    stop() {
      leaving.abort();
      clearInterval(interval);
      clearTimeout(timer);
      source?.close();
    },
  };
}

/** Hear every event; a beat says nothing but that the server is there. */
function hearAll(source: EventSource, listeners: Listeners, onHeard: () => void): void {
  source.addEventListener('beat', onHeard);
  for (const [name, listener] of Object.entries(listeners)) {
    source.addEventListener(name, ({ data }: MessageEvent<string>) => {
      onHeard();
      listener(JSON.parse(data));
    });
  }
}
