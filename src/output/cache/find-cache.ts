/** Takes the environment and the folder a person is in, leaves where built slides are kept between runs, and what signs them. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { access, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '../browser/find-browser.js';
import { cacheFolder } from './cache-folder.js';

/** Where decks are kept between runs. */
export interface Cache {
  readonly folder: string;
  /**
   * Signs what is kept, and differs for every person and every build of this program: what another one wrote, or what lies in a folder
   * that came with a deck, is not read. What is kept has been through the sanitiser, and does not go through it again.
   */
  readonly secret: Uint8Array;
}

/** The code that makes slides, in a word; the bundler fills it in. Code that is run from its source has none. */
const build = process.env.LECTERN_BUILD;

/** Find the cache: `node_modules/.cache/lectern` of the project a person is in, else the user's. None where nothing can be kept. */
export async function findCache(
  env: Environment,
  cwd: string,
  version: string | undefined = build,
): Promise<Cache | undefined> {
  if (version === undefined) return undefined;
  const own = cacheFolder(env);
  const modules = await findModules(cwd);
  const folder = modules ? path.join(modules, '.cache', 'lectern') : path.join(own, 'decks');
  try {
    await mkdir(own, { recursive: true, mode: 0o700 });
    await mkdir(folder, { recursive: true });
    const person = await readSecret(own);
    return {
      folder,
      secret: createHash('sha256').update(person).update(`${version} ${process.version}`).digest(),
    };
  } catch {
    // A cache is never a reason to fail: the disk is full, or not ours to write to.
    return undefined;
  }
}

/** Find the project's packages, from a folder upwards. */
async function findModules(from: string): Promise<string | undefined> {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    const modules = path.join(folder, 'node_modules');
    if ((await exists(path.join(folder, 'package.json'))) && (await exists(modules))) return modules;
    if (folder === path.dirname(folder)) return undefined;
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Read what only this person has, or make it; of two runs that make it at once the first one's counts. */
async function readSecret(folder: string): Promise<Uint8Array> {
  const file = path.join(folder, 'secret');
  if (!(await exists(file))) await makeSecret(file);
  const secret = await readFile(file);
  if (secret.length === 32) return secret;
  // Damaged: nothing signed with it would be safe, and the next run makes another one.
  await rm(file, { force: true });
  throw new Error('Unexpected length of the secret');
}

/** It appears whole: a run that is killed leaves none. */
async function makeSecret(file: string): Promise<void> {
  const own = `${file}-${randomUUID()}`;
  try {
    await writeFile(own, randomBytes(32), { flag: 'wx', mode: 0o600 });
    await link(own, file).catch(() => undefined);
  } finally {
    await rm(own, { force: true });
  }
}
