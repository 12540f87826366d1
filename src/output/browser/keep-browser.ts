/**
 * Takes the wish for a browser and leaves one to work with. One that ends amid the work is started again, once, a page that crashes is
 * opened again, once, and after many jobs a fresh browser takes over. A step of its own because the system kills browsers that need
 * much memory, a second try mostly succeeds, and what works for long grows.
 */
import { UserError } from '../../user-error.js';
import { type LaunchOptions, launchBrowser } from './launch.js';
import { connectRemote } from './remote.js';
import { isConnected, isCrash, type Tabs } from './sealed-page.js';

/** A browser as those see it who work with it. */
export interface UsableBrowser {
  readonly browser: Tabs;
  /** Why we ended it ourselves, if we did: another would come to the same end. */
  readonly refusal?: () => UserError | undefined;
  readonly close: () => Promise<void>;
}

/** Which browser. */
export interface KeepOptions extends LaunchOptions {
  /** WebSocket address of a browser that runs elsewhere. */
  readonly remote?: string | undefined;
  /** After how many jobs a fresh one takes over. Default 100. */
  readonly jobs?: number | undefined;
}

/** A browser that is kept running. */
export interface KeptBrowser {
  /** Do a piece of work; once again, from its beginning, when the browser ended amid it or its page crashed. */
  use<Result>(work: (browser: Tabs) => Promise<Result>): Promise<Result>;
  /** End it; never fails. */
  close(): Promise<void>;
}

/** One browser after the other. */
interface Generation {
  readonly started: Promise<UsableBrowser>;
  /** Jobs begun, and those not ended yet. */
  jobs: number;
  working: number;
}

function begin(options: KeepOptions): Generation {
  const started = options.remote === undefined ? launchBrowser(options) : connectRemote(options.remote);
  // Who works with it hears of its failure; nobody may be at work yet.
  started.catch(() => undefined);
  return { started, jobs: 0, working: 0 };
}

async function end({ started }: Generation): Promise<void> {
  await started.then(
    (running) => running.close(),
    () => undefined,
  );
}

function isTooLarge(error: unknown): boolean {
  return error instanceof UserError && error.code === 'browser-memory';
}

/** Start a browser at once, and keep it. */
export function keepBrowser(options: KeepOptions): KeptBrowser {
  let current = begin(options);
  let isRestarted = false;
  /** Those that were replaced while others worked with them. */
  const leaving = new Set<Generation>();

  async function tryOn<Result>(mine: Generation, work: (browser: Tabs) => Promise<Result>): Promise<Result> {
    mine.working += 1;
    try {
      return await work((await mine.started).browser);
    } catch (error) {
      const { refusal } = await mine.started;
      throw refusal?.() ?? error;
    } finally {
      mine.working -= 1;
      if (leaving.has(mine) && mine.working === 0) {
        leaving.delete(mine);
        await end(mine);
      }
    }
  }

  /** The one to begin a job with. */
  async function choose(): Promise<Generation> {
    if (options.remote === undefined && current.jobs >= (options.jobs ?? 100)) {
      const old = current;
      current = begin(options);
      if (old.working === 0) await end(old);
      else leaving.add(old);
    }
    current.jobs += 1;
    return current;
  }

  return {
    async use(work) {
      const mine = await choose();
      try {
        return await tryOn(mine, work);
      } catch (error) {
        options.signal?.throwIfAborted();
        if (isTooLarge(error)) {
          // The same job would take another one down; the next job gets a fresh one.
          mine.jobs = Number.POSITIVE_INFINITY;
          throw error;
        }
        const { browser } = await mine.started;
        if (isConnected(browser)) {
          if (!isCrash(error)) throw error;
          return tryOn(mine, work);
        }
        if (isRestarted && current === mine) throw error;
        // Of several at work only the first starts it again.
        if (current === mine) {
          isRestarted = true;
          await end(mine);
          current = begin(options);
        }
        return tryOn(current, work);
      }
    },
    async close() {
      await Promise.all([current, ...leaving].map(end));
    },
  };
}
