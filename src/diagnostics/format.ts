/** Takes files with messages and leaves them as text for a person or as plain data for a program. Prints nothing. */

import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { type Edit, type Spot, severityOfMessage } from './report.js';
import type { Severity } from './rules.js';
import { showControls } from './show-controls.js';

/** A message as data: what `--json` prints. */
export interface PlainMessage {
  readonly file: string;
  /** 1-based; absent when the message stands for the whole file. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly endLine: number | undefined;
  readonly endColumn: number | undefined;
  readonly severity: Severity;
  readonly ruleId: string;
  readonly reason: string;
  readonly note: string | undefined;
  /** The changes that `lectern check --fix` would make: offsets in the deck's text, without its byte order mark. */
  readonly fix: readonly Edit[] | undefined;
  /** Where it is seen, when it was found by looking at the slide. */
  readonly spot: Spot | undefined;
}

/** Ways to colour a text; without a terminal every way leaves it as it is. */
export interface Palette {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

/** Make a palette: ANSI codes, or nothing. */
export function createPalette(colours: boolean): Palette {
  const wrap = (code: number) => (text: string) => (colours ? `\u001B[${code}m${text}\u001B[0m` : text);
  return { red: wrap(31), yellow: wrap(33), blue: wrap(34), dim: wrap(2), bold: wrap(1) };
}

/** Order messages as the deck has them, those of files it includes behind its own; those for a whole file come first. */
export function sortMessages(messages: readonly VFileMessage[]): VFileMessage[] {
  const line = (message: VFileMessage) => message.deckPlace?.start.line ?? message.line ?? 0;
  return [...messages].sort(
    (a, b) =>
      Number(a.deckPlace !== undefined) - Number(b.deckPlace !== undefined) ||
      line(a) - line(b) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

/** Turn the messages of a file into data. */
export function toPlainMessages(file: VFile): PlainMessage[] {
  return sortMessages(file.messages).map((message) => {
    const place = message.place;
    const end = place && 'end' in place ? place.end : undefined;
    return {
      file: message.file ?? file.path ?? '',
      line: message.line ?? undefined,
      column: message.column ?? undefined,
      endLine: end?.line,
      endColumn: end?.column,
      severity: severityOfMessage(message),
      ruleId: message.ruleId ?? '',
      reason: message.reason,
      note: message.note ?? undefined,
      fix: message.fix,
      spot: message.spot,
    };
  });
}

/** Write the messages of a file, one a line with its cure beneath: `deck.md:84:1 error Unexpected … slide-overflow`. */
export function formatMessages(file: VFile, palette: Palette = createPalette(false)): string {
  return toPlainMessages(file)
    .map((message) => formatMessage(message, palette))
    .join('\n');
}

/** Write one message, with its cure beneath. */
export function formatMessage(message: PlainMessage, palette: Palette): string {
  const { file, line, column, severity, reason, ruleId, note, fix } = message;
  const paint = { error: palette.red, warning: palette.yellow, info: palette.blue };
  const place = [showControls(file), line, column]
    .filter((part) => part !== undefined && part !== '')
    .join(':');
  const rule = palette.dim(fix ? `${ruleId} (--fix mends it)` : ruleId);
  const head = `${palette.bold(place)} ${paint[severity](severity)} ${reason} ${rule}`;
  return note ? `${head}\n  ${note}` : head;
}

/** Count messages in words: "2 errors, 1 warning"; empty when there are none. */
export function countMessages(files: readonly VFile[]): string {
  const all = files.flatMap((file) => file.messages.map(severityOfMessage));
  const count = (severity: Severity, word: string) => {
    const found = all.filter((one) => one === severity).length;
    return found === 0 ? [] : [`${found} ${word}${found === 1 ? '' : 's'}`];
  };
  return [...count('error', 'error'), ...count('warning', 'warning')].join(', ');
}
