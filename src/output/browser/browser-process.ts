/**
 * Takes a browser's path, leaves its process with two pipes and its last words.
 * A step of its own because the process must outlive neither its work nor us, whichever way it ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { UserError } from '../../user-error.js';
import type { Environment, FoundBrowser } from './find-browser.js';
import { browserFlags } from './flags.js';
import { killTree } from './process-tree.js';

export interface ProcessOptions {
  readonly found: FoundBrowser;
  readonly env: Environment;
  readonly profile: string;
  readonly sandbox: boolean;
  readonly loopback?: boolean | undefined;
}

/** The process of a browser. */
export interface BrowserProcess {
  readonly pid: number;
  readonly toBrowser: Writable;
  readonly fromBrowser: Readable;
  /** Settles when the process has ended, however it did. */
  readonly exited: Promise<void>;
  /** Rejects when the process ends or never starts. */
  readonly failed: Promise<never>;
  /** Kill it with all its children. */
  kill(): void;
}

/** Enough for Chromium's reason, which it gives last. */
const LAST_WORDS = 4_000;

/** Start the process of a browser. */
export function startProcess({ found, env, ...options }: ProcessOptions): BrowserProcess {
  const child = spawn(found.executablePath, browserFlags({ ...options, shell: found.shell }), {
    // Its own process group on Unix, so that one signal reaches all of it and Ctrl+C in the terminal only us.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: environment(found, env, options.profile),
    windowsHide: true,
  });
  const ended = new Promise<string>((done) => {
    child.once('error', (error) => done(`did not start: ${error.message}`));
    child.once('close', (code, signal) => done(`ended (${signal ?? `exit code ${code}`})`));
  });
  const [, , , toBrowser, fromBrowser] = child.stdio;
  if (!(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable)) {
    throw new Error('Unexpected stdio of the browser process, expected two pipes');
  }
  const lastWords = listen(child);
  const failed = ended.then((how) => Promise.reject(toUserError(found.executablePath, how, lastWords())));
  // Whoever waits for it hears it; nobody has to.
  failed.catch(() => undefined);
  const kill = killer(child);
  process.once('exit', kill);
  const exited = ended.then(() => void process.removeListener('exit', kill));
  return { pid: child.pid ?? -1, toBrowser, fromBrowser, exited, failed, kill };
}

function killer(child: ChildProcess): () => void {
  return () => {
    if (child.pid === undefined) return;
    // After its end the number may belong to a stranger; only its group, if any is left of it, is still ours.
    if (child.exitCode === null && child.signalCode === null) killTree(child.pid);
    else killGroup(child.pid);
    // A grandchild that holds our pipes open would keep `close` from coming.
    for (const stream of child.stdio) stream?.destroy();
  };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended with its leader.
  }
}

function listen(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-LAST_WORDS);
  });
  return () => text;
}

/**
 * A home of its own: no settings or fonts of this person's change the print, and nothing is written to their home.
 * Elsewhere than on Linux a browser needs more of its surroundings than we know.
 */
function environment(found: FoundBrowser, env: Environment, profile: string): NodeJS.ProcessEnv {
  const own = { HOME: profile, TZ: 'UTC', LANG: 'C.UTF-8', ...found.env };
  if (process.platform !== 'linux') return { ...env, TZ: 'UTC' };
  return { PATH: env['PATH'] || '/usr/local/bin:/usr/bin:/bin', TMPDIR: profile, ...own };
}

function toUserError(path: string, how: string, lastWords: string): UserError {
  const reason = lastWords
    .split('\n')
    .filter((line) => /error|fatal|sandbox|cannot|not found/i.test(line))
    .slice(-3)
    .map((line) => line.replace(/[^\x20-\x7e]/g, ' ').trim())
    .join('; ');
  return new UserError(
    'browser-failed',
    `The browser \`${path}\` ${how}${reason === '' ? '' : `: ${reason}`}.`,
    'Run `lectern doctor`, or use another browser with `--browser <path|system|embedded>`.',
  );
}
