/** What every reporter takes: the messages of one file as data, and its text for those that show it. */
import type { VFile } from 'vfile';
import { type PlainMessage, toPlainMessages } from '../format.js';

/** A file that was checked. */
export interface CheckedFile {
  /** As the messages name it. */
  readonly path: string;
  /** The deck's text as positions count it. */
  readonly text: string;
  readonly messages: readonly PlainMessage[];
}

/** Take from a file what reporters need. */
export function toCheckedFile(file: VFile): CheckedFile {
  return { path: file.path ?? '', text: String(file.value), messages: toPlainMessages(file) };
}
