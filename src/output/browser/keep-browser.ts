/**
 * Takes the wish for a browser and leaves one to work with, that is started again, once, when it ends amid the work.
 * A step of its own because the system kills browsers that need much memory, and a second try mostly succeeds.
 */
import { type LaunchOptions, launchBrowser } from './launch.js';
import { connectRemote } from './remote.js';
import { isConnected, type Tabs } from './sealed-page.js';

/** A browser as those see it who work with it. */
export interface UsableBrowser {
  readonly browser: Tabs;
  readonly close: () => Promise<void>;
}

/** Which browser. */
export interface KeepOptions extends LaunchOptions {
  /** WebSocket address of a browser that runs elsewhere. */
  readonly remote?: string | undefined;
}

/** A browser that is kept running. */
export interface KeptBrowser {
  /** Do a piece of work; once again, from its beginning, when the browser ended amid it. */
  use<Result>(work: (browser: Tabs) => Promise<Result>): Promise<Result>;
  /** End it; never fails. */
  close(): Promise<void>;
}

/** Start a browser at once, and keep it. */
export function keepBrowser(options: KeepOptions): KeptBrowser {
  const start = (): Promise<UsableBrowser> => {
    const starting = options.remote === undefined ? launchBrowser(options) : connectRemote(options.remote);
    // Who works with it hears of its failure; nobody may be at work yet.
    starting.catch(() => undefined);
    return starting;
  };
  let current = start();
  let isRestarted = false;
  return {
    async use(work) {
      const mine = current;
      const { browser, close } = await mine;
      try {
        return await work(browser);
      } catch (error) {
        options.signal?.throwIfAborted();
        if (isConnected(browser) || (isRestarted && current === mine)) throw error;
        // Of several at work only the first starts it again.
        if (current === mine) {
          isRestarted = true;
          await close();
          current = start();
        }
        return work((await current).browser);
      }
    },
    async close() {
      await current.then(
        (running) => running.close(),
        () => undefined,
      );
    },
  };
}
