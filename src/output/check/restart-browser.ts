/** Takes the wish for a browser and leaves one that can be started anew, as often as a deck brings it down. */
import type { Browser } from 'puppeteer';
import type { UserError } from '../../user-error.js';
import { type LaunchOptions, launchBrowser } from '../browser/launch.js';

/** A browser that can be started anew. */
export interface RestartingBrowser {
  /** The one that runs now. */
  readonly browser: () => Browser;
  /** Why we ended it ourselves, if we did. */
  readonly refusal: () => UserError | undefined;
  /** End it, whatever it is at, and start another. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Start a browser. */
export async function openRestarting(options: LaunchOptions): Promise<RestartingBrowser> {
  let running = await launchBrowser(options);
  return {
    browser: () => running.browser,
    refusal: () => running.refusal(),
    async restart() {
      await running.close();
      running = await launchBrowser(options);
    },
    close: () => running.close(),
  };
}
