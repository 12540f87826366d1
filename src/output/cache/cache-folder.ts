/** Takes the environment and leaves the user's folder for what can be made again: unpacked browsers, built slides. */
import { homedir } from 'node:os';
import path from 'node:path';
import type { Environment } from '../browser/find-browser.js';

/** Name the folder where things are kept between runs. */
export function cacheFolder(env: Environment): string {
  // A relative XDG_CACHE_HOME is invalid by its specification and would depend on the working folder.
  const xdg = env['XDG_CACHE_HOME'];
  const base = xdg?.startsWith('/') ? xdg : path.join(env['HOME'] || homedir(), '.cache');
  return path.join(base, 'lectern');
}
