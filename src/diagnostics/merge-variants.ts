/**
 * Takes one deck that was checked in several ways (whole, as each of its talks, in each theme) and leaves one file with every message
 * once: a mistake that all ways have is one mistake.
 */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { severityOfMessage } from './report.js';

/** A way in which a deck was checked. */
export interface CheckedVariant {
  /** As a note names it: ``the talk `short` ``; absent: the deck as it is. */
  readonly label?: string | undefined;
  readonly file: VFile;
}

/** Gather the messages of all variants on the file of the first; those that the deck as it is does not have say which do. */
export function mergeVariants(first: CheckedVariant, others: readonly CheckedVariant[]): VFile {
  const variants = [first, ...others];
  const said = new Map<string, { readonly message: VFileMessage; readonly labels: (string | undefined)[] }>();
  for (const { label, file } of variants) {
    for (const message of file.messages) {
      const key = identify(message);
      const known = said.get(key);
      if (!known) said.set(key, { message, labels: [label] });
      else if (!known.labels.includes(label)) known.labels.push(label);
    }
  }
  first.file.messages = [...said.values()]
    // A comment that keeps something quiet in one of them is of use.
    .filter(({ message, labels }) => message.ruleId !== 'ignore-unused' || labels.length === variants.length)
    .map(({ message, labels }) => {
      const named = labels.filter((label) => label !== undefined);
      if (named.length < labels.length || labels.length === variants.length) return message;
      // Elsewhere on the slide it may be another thing.
      if (message.spot) message.spot = { slide: message.spot.slide };
      message.note = [`Only in ${list(named)}.`, message.note].filter(Boolean).join(' ');
      return message;
    });
  return first.file;
}

function identify(message: VFileMessage): string {
  const { file, line, column, ruleId, reason } = message;
  return JSON.stringify([file, line, column, ruleId, reason, severityOfMessage(message)]);
}

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}
