/**
 * Takes a cache and the name of a deck, leaves a memo that knows what the last run made of it. One file a deck: a run needs nearly all
 * of it, and a thousand small files cost more than they hold.
 */
import { createHmac } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { digestKey } from '../../deck/content-key.js';
import { createMemoryMemo, type Memo } from '../../memo.js';
import { writeFileAtomically } from '../write-file.js';
import type { Cache } from './find-cache.js';

/** How many bytes one deck, and all decks of a cache, may take. */
const limits = { deck: 2 ** 26, all: 2 ** 28 };

const ending = '.deck';
const signatureLength = 32;

type Entries = Readonly<Record<string, unknown>>;

/** A memo of one deck on the disk. */
export interface DiskMemo extends Memo {
  /** Keep what this run asked for, for the next. Never fails: what cannot be kept is made again. */
  save(): Promise<void>;
}

/**
 * Open the memo of a deck.
 *
 * @param name what tells it from others: its path, its talk, what is made of it
 */
export async function openDiskMemo(cache: Cache, name: readonly string[]): Promise<DiskMemo> {
  const file = path.join(cache.folder, `${digestKey(JSON.stringify(name))}${ending}`);
  const memo = createMemoryMemo(new Map(Object.entries(await readEntries(file, cache))));
  let isNew = false;
  return {
    get: (key) => memo.get(key),
    keep(key, value) {
      isNew = true;
      memo.keep(key, value);
    },
    async save() {
      if (!isNew) return;
      try {
        const content = Buffer.from(JSON.stringify(Object.fromEntries(memo.list())));
        if (content.length > limits.deck) return;
        await writeFileAtomically(file, Buffer.concat([sign(content, cache), content]));
        await removeOldest(cache.folder);
      } catch {
        // The disk is full, or another run removed the folder.
      }
    },
  };
}

/** What is damaged, cut off, of another version or another's counts as nothing. */
async function readEntries(file: string, cache: Cache): Promise<Entries> {
  try {
    const bytes = await readFile(file);
    const content = bytes.subarray(signatureLength);
    if (!sign(content, cache).equals(bytes.subarray(0, signatureLength))) return {};
    return JSON.parse(content.toString()) as Entries;
  } catch {
    return {};
  }
}

/** What only who knows the secret can say of a content. */
function sign(content: Uint8Array, { secret }: Cache): Buffer {
  return createHmac('sha256', secret).update(content).digest();
}

/** Remove the decks that were made longest ago until the rest has room. */
async function removeOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending));
  const files = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const { size, mtimeMs } = await stat(file);
      return { file, size, mtimeMs };
    }),
  );
  let total = 0;
  for (const { file, size } of files.sort((one, other) => other.mtimeMs - one.mtimeMs)) {
    total += size;
    if (total > limits.all) await rm(file, { force: true });
  }
}
