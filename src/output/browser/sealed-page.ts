/**
 * Takes a document and its assets, leaves a tab that shows them and can reach nothing else.
 * A step of its own because print, check and screenshots must all be equally sealed.
 */
import type { Browser, BrowserContext, HTTPRequest, Page } from 'puppeteer';
import { UserError } from '../../user-error.js';

/** Where tabs are opened: a browser of our own, or a corner of somebody else's. */
export type Tabs = Browser | BrowserContext;

/** Tell whether the browser still runs. */
export function isConnected(tabs: Tabs): boolean {
  return 'connected' in tabs ? tabs.connected : tabs.browser().connected;
}

/** Tell whether a page crashed, which another may not do. */
export function isCrash(error: unknown): boolean {
  return error instanceof UserError && error.cause instanceof Error && /crash/i.test(error.cause.message);
}

/** A file the document may ask for. */
export interface PageAsset {
  readonly body: Uint8Array;
  /** Its media type, such as `font/woff2`. */
  readonly type: string;
}

export interface SealedContent {
  readonly html: string;
  /** By path under `http://deck.invalid/`, without a leading slash; absent: none. */
  readonly assets?: ReadonlyMap<string, PageAsset>;
  /** Limit for all of the work, in milliseconds; absent: a minute. */
  readonly timeoutMs?: number;
  /** What it is, for messages; absent: the page. */
  readonly name?: string;
  /** Whether its own scripts run; absent: no. */
  readonly scripts?: boolean;
  /** Which styles apply; absent: `print`. */
  readonly media?: 'print' | 'screen';
}

/** A tab with the document in it. */
export interface SealedPage {
  readonly page: Page;
  /** Addresses the document asked for in vain, each once, in the order asked. */
  readonly blocked: ReadonlySet<string>;
}

/** Where the document seems to live: a name that by its specification no one can own. */
const ORIGIN = 'http://deck.invalid/';
const DEFAULT_TIMEOUT = 60_000;

/**
 * Pictures are decoded and fonts loaded, or the print would be of a page half drawn. Every face is asked for: before the
 * first layout none is in use, and `ready` would have nothing to wait for.
 */
const SETTLE = `(async () => {
  for (const image of document.images) image.loading = 'eager';
  await Promise.all(Array.from(document.fonts, (face) => face.load().catch(() => undefined)));
  await document.fonts.ready;
  await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => undefined)));
  await document.fonts.ready;
})()`;

/** Tabs at work; the browser's first tab is free again after each job, and cheaper than a new one. */
const busy = new WeakSet<Page>();

/** Show a document in a sealed tab and use it, within a limit of time. */
export async function withSealedPage<Result>(
  browser: Tabs,
  content: SealedContent,
  use: (sealed: SealedPage) => Promise<Result>,
): Promise<Result> {
  const { timeoutMs = DEFAULT_TIMEOUT, name = 'the page' } = content;
  const page = await takePage(browser).catch((error) => Promise.reject(toUserError(browser, error)));
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOut(name, timeoutMs)), timeoutMs);
  });
  const crashed = new Promise<never>((_, reject) => page.once('error', reject));
  const work = show(page, content, use);
  // Whichever loses the race must not become an unhandled rejection.
  for (const promise of [work, crashed, tooLate]) promise.catch(() => undefined);
  try {
    const result = await Promise.race([work, crashed, tooLate]);
    await release(browser, page);
    return result;
  } catch (error) {
    // Not waited for: a hung tab may never answer. It stays busy, so that no other job meets it.
    page.close().catch(() => undefined);
    throw toUserError(browser, error);
  } finally {
    clearTimeout(timer);
    page.removeAllListeners('error');
  }
}

async function takePage(browser: Tabs): Promise<Page> {
  const free = (await browser.pages()).find((page) => !busy.has(page) && !page.isClosed());
  if (free !== undefined) busy.add(free);
  const page = free ?? (await browser.newPage());
  busy.add(page);
  return page;
}

/** An idle tab stays for the next job; a second one would only keep memory. */
async function release(browser: Tabs, page: Page): Promise<void> {
  const idle = (await browser.pages()).filter((other) => !busy.has(other) && !other.isClosed());
  if (idle.length > 0) await page.close();
  else busy.delete(page);
}

async function show<Result>(
  page: Page,
  content: SealedContent,
  use: (sealed: SealedPage) => Promise<Result>,
): Promise<Result> {
  const blocked = new Set<string>();
  const guard = requestGuard(content, blocked);
  await page.setJavaScriptEnabled(content.scripts === true);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  await page.emulateMediaType(content.media ?? 'print');
  page.on('request', guard);
  try {
    await page.goto(ORIGIN, { timeout: 0, waitUntil: 'load' });
    await page.evaluate(SETTLE);
    const result = await use({ page, blocked });
    await assertStillHere(page);
    return result;
  } finally {
    page.off('request', guard);
  }
}

/** Answer the document once, its assets always, everything else never. */
function requestGuard({ html, assets }: SealedContent, blocked: Set<string>): (request: HTTPRequest) => void {
  let served = false;
  return (request) => {
    const url = request.url();
    if (url.startsWith('data:')) return answer(request.continue());
    if (request.isNavigationRequest() && request.frame()?.parentFrame() === null) {
      if (!served && url === ORIGIN) {
        served = true;
        return answer(request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html }));
      }
      blocked.add(url);
      // An aborted navigation shows an error page, which would then be what is printed; 204 keeps the deck.
      return answer(request.respond({ status: 204 }));
    }
    const asset = assets?.get(assetPath(url));
    if (asset !== undefined) return answer(request.respond(assetResponse(asset)));
    // Browsers ask for this one by themselves.
    if (url !== `${ORIGIN}favicon.ico`) blocked.add(url);
    return answer(request.abort('blockedbyclient'));
  };
}

/** A request whose page has gone meanwhile needs no answer. */
function answer(done: Promise<void>): void {
  done.catch(() => undefined);
}

function assetPath(url: string): string {
  if (!url.startsWith(ORIGIN)) return '';
  const path = url.slice(ORIGIN.length).replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function assetResponse({ body, type }: PageAsset) {
  return { status: 200, contentType: type, headers: { 'access-control-allow-origin': '*' }, body };
}

/** Whatever the page did, what is printed must be the deck. */
async function assertStillHere(page: Page): Promise<void> {
  const href = await page.evaluate('location.href');
  if (typeof href === 'string' && href.replace(/#.*$/s, '') === ORIGIN) return;
  throw new UserError(
    'browser-failed',
    `The page left for \`${String(href)}\` while it was printed.`,
    'Remove what navigates from the deck, such as `<meta http-equiv="refresh">`.',
  );
}

function timedOut(name: string, timeoutMs: number): UserError {
  return new UserError(
    'browser-timeout',
    `The browser did not finish ${name} within ${timeoutMs / 1000} s.`,
    'Raise the limit with `--timeout`, or split the deck.',
  );
}

function toUserError(browser: Tabs, error: unknown): unknown {
  if (error instanceof UserError) return error;
  const what = isConnected(browser) ? 'stopped working on the page' : 'ended while it was at work';
  return new UserError(
    'browser-failed',
    `The browser ${what}${error instanceof Error ? ` (${error.message.split('\n')[0]})` : ''}.`,
    'Try again; if it happens again, use another browser with `--browser` or split the deck.',
    { cause: error },
  );
}
