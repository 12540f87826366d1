/**
 * Takes what `--json` says of decks and mistakes and leaves it without paths outside the person's folder: that goes to programs, and with
 * them to strangers, who need not learn how this machine is laid out. What a command made keeps its path: who asked for it gave it.
 */
import path from 'node:path';
import type { PlainMessage } from '../diagnostics/format.js';

/** An absolute path, or one that begins with `../`, amid words; addresses (`https://…`) and end tags are none. */
const written = /(?<![\w:/.<~-])(?:[a-z]:[\\/]|\.\.[\\/]|\/)[^\s`'"“”‘’()<>|*?:,;]+/gi;

/** Write the paths of a text as seen from a folder, those outside it as `…/name`. */
export function hideOutside(text: string, folder: string): string {
  return text.replace(written, (found) => shortenPath(found, folder));
}

/** Hide what is outside in all that a message says; the author's own words under `actual` are not among it. */
export function hideInMessage(message: PlainMessage, folder: string): PlainMessage {
  const { file, reason, note } = message;
  return {
    ...message,
    file: shortenPath(file, folder),
    reason: hideOutside(reason, folder),
    note: note && hideOutside(note, folder),
  };
}

/** Write a path as seen from a folder, or as `…/name`. */
export function shortenPath(file: string, folder: string): string {
  const relative = path.relative(folder, path.resolve(folder, file));
  const isInside = !/^\.\.(?:$|[\\/])/.test(relative) && !path.isAbsolute(relative);
  if (isInside && !/^[a-z]:/i.test(file)) return relative === '' ? file : relative;
  return `…/${file.split(/[\\/]/).findLast((part) => part !== '') ?? ''}`;
}
