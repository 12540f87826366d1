/**
 * Takes the address of a browser that runs elsewhere and leaves a private corner of it: a context of its own, in which nothing
 * of others is seen or touched. A step of its own because that browser is neither started nor ended by us.
 */
import type { Browser, BrowserContext } from 'puppeteer';
import { UserError } from '../../user-error.js';
import type { UsableBrowser } from './keep-browser.js';

/** How long a browser may take to answer. */
const connectTimeout = 20_000;

/** Connect to a browser by its WebSocket address. */
export async function connectRemote(address: string): Promise<UsableBrowser> {
  if (!/^wss?:\/\/[^\s/]+/.test(address)) {
    throw new UserError(
      'option-invalid',
      `\`${withoutSecrets(address)}\` is no address of a browser`,
      'Give one that begins with `ws:` or `wss:`.',
    );
  }
  const { browser, context } = await connect(address);
  return {
    browser: context,
    close: async () => {
      // A browser that has gone has closed the context itself.
      await context.close().catch(() => undefined);
      await browser.disconnect().catch(() => undefined);
    },
  };
}

/** A browser that goes before the corner is there has not answered either. */
async function connect(
  address: string,
): Promise<{ readonly browser: Browser; readonly context: BrowserContext }> {
  const { default: puppeteer } = await import('puppeteer');
  let timer: NodeJS.Timeout | undefined;
  let browser: Browser | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), connectTimeout);
  });
  try {
    const connecting = puppeteer.connect({
      browserWSEndpoint: address,
      defaultViewport: null,
      protocolTimeout: 0,
    });
    connecting.catch(() => undefined);
    browser = await Promise.race([connecting, tooLate]);
    return { browser, context: await Promise.race([browser.createBrowserContext(), tooLate]) };
  } catch (error) {
    await browser?.disconnect().catch(() => undefined);
    throw new UserError(
      'browser-failed',
      `No browser answers at \`${withoutSecrets(address)}\`.`,
      'Check the address and that the browser runs; without `--remote-browser` one is started here.',
      { cause: error },
    );
  } finally {
    clearTimeout(timer);
  }
}

/** Pools take their key in the query or before the host: it belongs into no log. */
function withoutSecrets(address: string): string {
  return address.replace(/\?.*$/s, '?…').replace(/\/\/[^/@]*@/, '//…@');
}
