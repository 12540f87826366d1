/**
 * Takes the surroundings of a run, leaves what works in them and how to cure what does not.
 * A step of its own because "it does not print on my machine" should be answered by one command.
 */
import { access, constants, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errorCode, UserError } from '../user-error.js';
import { type Environment, type FoundBrowser, findBrowser } from './browser/find-browser.js';
import { withBrowser } from './browser/launch.js';
import { printToPdf } from './browser/print-page.js';
import { cacheFolder } from './cache/cache-folder.js';

export interface DoctorOptions {
  readonly choice?: string | undefined;
  readonly env: Environment;
  readonly outDir: string;
  readonly cwd: string;
  /** Paths of files the package must have, such as its fonts. */
  readonly assets?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One thing that was looked at. */
export interface Diagnosis {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  /** What to do about it, in the imperative. */
  readonly cure?: string;
}

const OLDEST_NODE = [20, 19] as const;

/** Look at everything a print needs; never fails for what it finds. */
export async function diagnose(options: DoctorOptions): Promise<Diagnosis[]> {
  const outDir = resolve(options.cwd, options.outDir);
  return [
    nodeVersion(process.versions.node),
    ...(await browserChecks(options)),
    await shippedFiles(options.assets ?? []),
    await writable('output folder', outDir, 'Choose another folder with `--out`, or change its permissions.'),
    await writable(
      'browser cache',
      cacheFolder(options.env),
      'Set `XDG_CACHE_HOME` to a folder you may write to.',
    ),
  ];
}

function nodeVersion(version: string): Diagnosis {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  const detail = `${version} (${OLDEST_NODE.join('.')} or newer is needed)`;
  return { name: 'Node.js', ok, detail, ...(ok ? {} : { cure: 'Install a newer Node.js.' }) };
}

async function browserChecks(options: DoctorOptions): Promise<Diagnosis[]> {
  let found: FoundBrowser;
  try {
    found = await findBrowser(options);
  } catch (error) {
    return [failure('browser', error)];
  }
  const kind = found.shell ? 'headless shell' : 'full browser';
  const browser = { name: 'browser', ok: true, detail: `${found.executablePath} (${found.kind}, ${kind})` };
  try {
    return [browser, ...(await startChecks(options, found))];
  } catch (error) {
    options.signal?.throwIfAborted();
    return [browser, failure('browser prints', error)];
  }
}

async function startChecks(options: DoctorOptions, found: FoundBrowser): Promise<Diagnosis[]> {
  const { env, signal } = options;
  return withBrowser({ env, found, signal }, async ({ browser, sandbox, sandboxReason }) => {
    const { pdf } = await printToPdf(browser, { html: '<!doctype html><title>Test</title><p>Test' });
    return [
      { name: 'browser prints', ok: true, detail: `${await browser.version()}, ${pdf.length} bytes` },
      sandboxCheck(sandbox, sandboxReason),
    ];
  });
}

/** Without it printing works, but a hole in Chromium would be a hole in the account: worth knowing, no fault. */
function sandboxCheck(sandbox: boolean, reason = 'unknown'): Diagnosis {
  if (sandbox) return { name: 'sandbox', ok: true, detail: 'on' };
  return {
    name: 'sandbox',
    ok: true,
    detail: `off: ${reason}`,
    cure: 'Run Lectern as an ordinary user, and allow unprivileged user namespaces, before printing strangers’ decks.',
  };
}

async function shippedFiles(paths: readonly string[]): Promise<Diagnosis> {
  const present = await Promise.all(paths.map((path) => access(path, constants.R_OK).then(yes, no)));
  const missing = paths.filter((_, index) => !present[index]);
  if (missing.length === 0) return { name: 'fonts', ok: true, detail: `${paths.length} files` };
  const cure = 'Reinstall Lectern.';
  return { name: 'fonts', ok: false, detail: `missing: ${missing.join(', ')}`, cure };
}

/** Try it in the nearest folder that exists: permissions alone say nothing about read-only or full disks. */
async function writable(name: string, folder: string, cure: string): Promise<Diagnosis> {
  const existing = await nearestFolder(folder);
  try {
    const probe = await mkdtemp(join(existing, '.lectern-doctor-'));
    await mkdir(join(probe, 'folder'));
    await rm(probe, { recursive: true });
    return { name, ok: true, detail: folder };
  } catch (error) {
    return {
      name,
      ok: false,
      detail: `cannot write to \`${existing}\` (${errorCode(error) ?? 'unknown'})`,
      cure,
    };
  }
}

async function nearestFolder(folder: string): Promise<string> {
  const parent = dirname(folder);
  if (parent === folder || (await access(folder).then(yes, no))) return folder;
  return nearestFolder(parent);
}

function failure(name: string, error: unknown): Diagnosis {
  if (!(error instanceof UserError)) throw error;
  return { name, ok: false, detail: error.message, cure: error.hint };
}

const yes = () => true;
const no = () => false;
