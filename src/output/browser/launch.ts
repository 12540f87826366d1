/**
 * Takes a found browser, leaves a running one that can only talk to us, and nothing of it afterwards.
 * A step of its own because starting, hanging, dying and being interrupted are the same for print, check and doctor.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { errorCode, UserError } from '../../user-error.js';
import { type BrowserProcess, startProcess } from './browser-process.js';
import { type FindOptions, type FoundBrowser, findBrowser } from './find-browser.js';
import { leftoverName, sweepLeftovers } from './leftovers.js';
import { readMemoryLimit, tooMuchMemory, watchMemory } from './memory-limit.js';
import { pipeTransport } from './pipe-transport.js';

/** `system`, `embedded`, or the path of a browser. */
export type BrowserChoice = string;

export interface LaunchOptions extends FindOptions {
  /** A browser found before; absent: looked for. */
  readonly found?: FoundBrowser | undefined;
  /** How long the browser may take to answer first, in milliseconds; absent: 30 s. */
  readonly startTimeoutMs?: number | undefined;
  /** Whether it may reach servers of this machine; nothing beyond it. Default: no. */
  readonly loopback?: boolean | undefined;
  /** Ends the browser at once; the error is the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A browser that runs, until `close`. */
export interface RunningBrowser {
  readonly browser: Browser;
  readonly found: FoundBrowser;
  /** The first process of its tree. */
  readonly pid: number;
  readonly sandbox: boolean;
  /** Why there is no sandbox. */
  readonly sandboxReason?: string;
  /** Why we ended it ourselves, if we did. */
  readonly refusal: () => UserError | undefined;
  /** End every process of it and remove its profile; never fails, may be called twice. */
  readonly close: () => Promise<void>;
}

const START_TIMEOUT = 30_000;
const CLOSE_TIMEOUT = 2_000;
const PROFILE = 'lectern-profile-';

/** Start a browser for one piece of work and end it whatever happens. */
export async function withBrowser<Result>(
  options: LaunchOptions,
  use: (running: RunningBrowser) => Promise<Result>,
): Promise<Result> {
  const running = await launchBrowser(options);
  try {
    return await use(running);
  } catch (error) {
    // What a killed browser makes Puppeteer say is noise: the person pressed Ctrl+C.
    options.signal?.throwIfAborted();
    throw running.refusal() ?? error;
  } finally {
    await running.close();
  }
}

/** Start a browser; with its sandbox where that works. */
export async function launchBrowser(options: LaunchOptions): Promise<RunningBrowser> {
  const found = options.found ?? (await findBrowser(options));
  options.signal?.throwIfAborted();
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    return start(options, found, 'Chromium has no sandbox for root');
  }
  try {
    return await start(options, found);
  } catch (error) {
    if (!isSandboxTrouble(error)) throw error;
    return start(options, found, 'this system does not let Chromium make one');
  }
}

function isSandboxTrouble(error: unknown): boolean {
  return error instanceof UserError && error.code === 'browser-failed' && /sandbox/i.test(error.message);
}

async function start(
  options: LaunchOptions,
  found: FoundBrowser,
  sandboxReason?: string,
): Promise<RunningBrowser> {
  const { env, signal, loopback, startTimeoutMs = START_TIMEOUT } = options;
  const limit = readMemoryLimit(env);
  await sweepLeftovers(tmpdir(), PROFILE);
  const profile = await mkdtemp(join(tmpdir(), leftoverName(PROFILE))).catch((error: unknown) => {
    throw noTemporaryFolder(error);
  });
  const atExit = () => rmSync(profile, { recursive: true, force: true });
  process.once('exit', atExit);
  const child = startProcess({ found, env, profile, sandbox: sandboxReason === undefined, loopback });
  const onAbort = () => child.kill();
  signal?.addEventListener('abort', onAbort);
  let refusal: UserError | undefined;
  const memory = watchMemory(child.pid, limit, () => {
    refusal = tooMuchMemory(limit);
    child.kill();
  });
  const close = async (browser?: Browser) => {
    signal?.removeEventListener('abort', onAbort);
    memory.stop();
    await endProcess(child, browser);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }).catch(() => undefined);
    process.removeListener('exit', atExit);
  };
  try {
    const browser = await connect(child, startTimeoutMs, found.executablePath);
    const sandbox = sandboxReason === undefined ? { sandbox: true } : { sandbox: false, sandboxReason };
    return {
      browser,
      found,
      pid: child.pid,
      ...sandbox,
      refusal: () => refusal,
      close: () => close(browser),
    };
  } catch (error) {
    await close();
    signal?.throwIfAborted();
    throw refusal ?? error;
  }
}

async function connect(child: BrowserProcess, timeoutMs: number, path: string): Promise<Browser> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(startTimeout(path, timeoutMs)), timeoutMs);
  });
  try {
    return await Promise.race([attach(child), child.failed, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

async function attach(child: BrowserProcess): Promise<Browser> {
  // The transport must listen before the half second that loading Puppeteer takes.
  const transport = pipeTransport(child.toBrowser, child.fromBrowser);
  const { default: puppeteer, TargetType } = await import('puppeteer');
  try {
    // Deadlines are ours: Puppeteer's own would end a long print after three minutes.
    const browser = await puppeteer.connect({ transport, defaultViewport: null, protocolTimeout: 0 });
    await browser.waitForTarget((target) => target.type() === TargetType.PAGE, { timeout: 0 });
    return browser;
  } catch {
    // The pipe broke; why, the process says when it ends.
    return child.failed;
  }
}

function noTemporaryFolder(cause: unknown): UserError {
  return new UserError(
    'browser-failed',
    `The browser needs a temporary folder, and \`${tmpdir()}\` is none that can be written to (${errorCode(cause) ?? String(cause)}).`,
    'Set `TMPDIR` to a folder that exists, with some room.',
    { cause },
  );
}

function startTimeout(path: string, timeoutMs: number): UserError {
  return new UserError(
    'browser-timeout',
    `The browser \`${path}\` did not answer within ${timeoutMs / 1000} s.`,
    'Try again when the machine is less busy, or use another browser with `--browser`.',
  );
}

/** Ask first, so that the browser can tidy up; then kill the whole tree. */
async function endProcess(child: BrowserProcess, browser: Browser | undefined): Promise<void> {
  if (browser?.connected) {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<void>((done) => {
      timer = setTimeout(done, CLOSE_TIMEOUT);
    });
    await Promise.race([Promise.allSettled([browser.close(), child.exited]), tooLate]);
    clearTimeout(timer);
  }
  child.kill();
  await child.exited;
}
