/**
 * Takes what the person chose and the environment, leaves the browser to start.
 * A step of its own because looking needs no browser: `doctor` and error messages ask the same question.
 */
import { access, constants, stat } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { UserError } from '../../user-error.js';
import { findEmbedded } from './embedded.js';

/** The environment of the process, handed in so that nothing here reads it by itself. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A browser that can be started. */
export interface FoundBrowser {
  readonly kind: 'system' | 'embedded' | 'path';
  readonly executablePath: string;
  /** What its process needs besides the usual environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** A headless shell starts and prints four times as fast as a full browser. */
  readonly shell: boolean;
}

export interface FindOptions {
  /** `--browser` or `LECTERN_BROWSER`: `system`, `embedded` or a path; absent: the system's, else the embedded one. */
  readonly choice?: string | undefined;
  readonly env: Environment;
  /** Folders and files looked at besides `PATH`; absent: the usual ones of this system. */
  readonly places?: readonly string[] | undefined;
  /** The folder of the package with the embedded browser; absent: where Node resolves it. */
  readonly packageFolder?: string | undefined;
}

/** Shells first: they are smaller, faster and made for this. */
const NAMES = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];

const HINT =
  'Install one with `npm install @sparticuz/chromium` (Linux x64) or `apt-get install chromium-headless-shell`, ' +
  'or name one with `--browser <path>` or `LECTERN_BROWSER`.';

/** Find the browser to print with. */
export async function findBrowser(options: FindOptions): Promise<FoundBrowser> {
  const { choice } = options;
  if (choice !== undefined && choice !== '' && choice !== 'system' && choice !== 'embedded') {
    return atPath(choice);
  }
  const system = choice === 'embedded' ? undefined : await onSystem(options);
  if (system !== undefined) return system;
  const embedded = choice === 'system' ? undefined : await findEmbedded(options.env, options.packageFolder);
  if (embedded !== undefined) return { kind: 'embedded', shell: true, ...embedded };
  throw new UserError('browser-not-found', missing(choice), HINT);
}

function missing(choice: string | undefined): string {
  if (choice === 'system') return 'Cannot find Chrome, Chromium or Edge on this system.';
  if (choice !== 'embedded') return 'Cannot find a browser to print with.';
  return 'Cannot find the embedded browser: the package `@sparticuz/chromium` is not installed, or this is not Linux x64.';
}

async function atPath(choice: string): Promise<FoundBrowser> {
  const executablePath = resolve(choice);
  if (!(await isExecutable(executablePath))) {
    throw new UserError('browser-not-found', `Cannot run \`${choice}\`: no executable file is there.`, HINT);
  }
  return { kind: 'path', executablePath, shell: isShell(executablePath) };
}

async function onSystem({ env, places }: FindOptions): Promise<FoundBrowser | undefined> {
  // An empty entry of PATH means the working folder, which may hold anything: never start a program from there.
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const known = places ?? wellKnownPlaces(env);
  for (const name of NAMES) {
    for (const place of [...folders, ...known]) {
      const executablePath = join(place, name);
      if (await isExecutable(executablePath)) {
        return { kind: 'system', executablePath, shell: isShell(executablePath) };
      }
    }
  }
  for (const executablePath of known) {
    if (await isExecutable(executablePath)) return { kind: 'system', executablePath, shell: false };
  }
  return undefined;
}

function wellKnownPlaces(env: Environment): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = env[name];
      if (folder === undefined) return [];
      return [join(folder, 'Google/Chrome/Application'), join(folder, 'Microsoft/Edge/Application')];
    });
  }
  return ['/usr/local/bin', '/usr/bin', '/opt/google/chrome', '/snap/bin'];
}

function isShell(path: string): boolean {
  return /headless[-_]shell/i.test(path);
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
