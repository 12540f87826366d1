/** What every reporter takes: the messages of one file as data, and its text for those that show it. */
import type { VFile } from 'vfile';
import { ownText, partPath } from '../file-parts.js';
import { type PlainMessage, toPlainMessages } from '../format.js';

/** A file that was checked. */
export interface CheckedFile {
  /** As the messages name it. */
  readonly path: string;
  /** The deck's text as positions count it. */
  readonly text: string;
  readonly messages: readonly PlainMessage[];
}

/** Take from a deck what reporters need: the deck, then the files that it includes, each with its own messages. */
export function toCheckedFiles(file: VFile): CheckedFile[] {
  const messages = toPlainMessages(file);
  const parts = (file.data.parts ?? []).map((part) => ({ path: partPath(file, part), text: part.text }));
  const others = new Set(parts.map(({ path }) => path));
  return [
    { path: file.path ?? '', text: ownText(file), messages: messages.filter((one) => !others.has(one.file)) },
    ...parts.map((part) => ({ ...part, messages: messages.filter((one) => one.file === part.path) })),
  ];
}
