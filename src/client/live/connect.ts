/** The connection of a page to the dev server: opens, and opens again after a sleep or a restart, until the page is left. */

/** Hears what the server says. */
export type Listeners = Readonly<Record<string, (data: unknown) => void>>;

const firstWait = 250;
const longestWait = 4000;
/** The server says something at least every ten seconds. */
const silence = 25_000;

/** Connect and stay connected. A server that was started anew has another token, which its page tells. */
export function stayConnected(firstToken: string, listeners: Listeners): { readonly token: () => string } {
  let token = firstToken;
  let source: EventSource | undefined;
  let wait = firstWait;
  let timer = 0;
  let heard = Date.now();

  function open(): void {
    source?.close();
    source = new EventSource(`/lectern/events?token=${encodeURIComponent(token)}`);
    heard = Date.now();
    source.addEventListener('open', () => (wait = firstWait));
    source.addEventListener('error', retry);
    source.addEventListener('beat', () => (heard = Date.now()));
    for (const [name, listener] of Object.entries(listeners)) {
      source.addEventListener(name, ({ data }: MessageEvent<string>) => {
        heard = Date.now();
        listener(JSON.parse(data));
      });
    }
  }

  function retry(): void {
    source?.close();
    clearTimeout(timer);
    timer = setTimeout(() => void reopen(), wait);
    wait = Math.min(longestWait, wait * 2);
  }

  async function reopen(): Promise<void> {
    const answer = await fetch('/', { method: 'HEAD' }).catch(() => undefined);
    const next = answer?.headers.get('lectern-live');
    if (!next) return retry();
    token = next;
    open();
  }

  function wake(): void {
    if (document.visibilityState !== 'visible') return;
    const alive = source?.readyState === EventSource.OPEN && Date.now() - heard < silence;
    if (alive) return;
    wait = firstWait;
    retry();
  }

  document.addEventListener('visibilitychange', wake);
  addEventListener('online', wake);
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', ({ persisted }) => persisted && open());
  open();
  return { token: () => token };
}
