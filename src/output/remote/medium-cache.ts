/**
 * Keeps fetched media beside the deck, by address and content, so that the next build needs no network and gives the same bytes.
 * A file whose content is not what its name says counts as absent.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { checkMedia } from '../../deck/media-type.js';
import { writeFileAtomically } from '../write-file.js';

/** Where media lie, from the deck's folder. */
export const cacheFolder = path.join('.lectern', 'media');

/** Read a medium that was fetched before. */
export async function readCached(root: string, address: string): Promise<Uint8Array | undefined> {
  const folder = path.join(root, cacheFolder);
  const names = await readdir(folder).catch(() => []);
  const prefix = `${digest(address)}-`;
  for (const name of names.filter((one) => one.startsWith(prefix)).sort()) {
    const bytes = await readFile(path.join(folder, name)).catch(() => undefined);
    if (bytes && name.startsWith(`${prefix}${digest(bytes)}.`)) return bytes;
  }
  return undefined;
}

/** Keep a medium. Where the folder cannot be written, or leads elsewhere, it is fetched again next time. */
export async function writeCached(root: string, address: string, bytes: Uint8Array): Promise<void> {
  const media = checkMedia(bytes);
  if (media.problem !== undefined) return;
  const folder = path.join(root, cacheFolder);
  try {
    await mkdir(folder, { recursive: true });
    if ((await realpath(folder)) !== path.join(await realpath(root), cacheFolder)) return;
    await writeFileAtomically(
      path.join(folder, `${digest(address)}-${digest(bytes)}.${media.extension}`),
      bytes,
    );
  } catch {
    // The picture is there all the same; only the next build is not spared the way.
  }
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 24);
}
