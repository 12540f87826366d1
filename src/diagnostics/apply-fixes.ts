/** Takes a text and the messages about it, and leaves the text with their fixes made, as many as do not touch one another. */
import type { VFileMessage } from 'vfile-message';
import type { Edit } from './report.js';

/** A text that was mended, and by which fixes. */
export interface FixedText {
  readonly text: string;
  /** The messages whose fixes were made. */
  readonly applied: readonly VFileMessage[];
}

/**
 * Make the fixes of messages. All edits of a message are made, or none; of two that touch, the first in the text wins, and the
 * other may be made when the text has been checked again. New lines end as those of the text do.
 */
export function applyFixes(text: string, messages: readonly VFileMessage[]): FixedText {
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const applied: VFileMessage[] = [];
  const edits: Edit[] = [];
  const byPlace = messages
    .filter(({ fix }) => fix && fix.length > 0)
    .sort((one, other) => firstOffset(one) - firstOffset(other));
  for (const message of byPlace) {
    const { fix = [] } = message;
    const valid = fix.every(({ start, end }) => start >= 0 && start <= end && end <= text.length);
    if (!valid || fix.some((edit) => edits.some((made) => touches(edit, made)))) continue;
    edits.push(...fix);
    applied.push(message);
  }
  edits.sort((one, other) => one.start - other.start);
  let mended = '';
  let end = 0;
  for (const edit of edits) {
    mended += text.slice(end, edit.start) + edit.text.replaceAll('\n', eol);
    end = edit.end;
  }
  return { text: mended + text.slice(end), applied };
}

function firstOffset({ fix = [] }: VFileMessage): number {
  return Math.min(...fix.map(({ start }) => start));
}

/** Two insertions at one place touch too: nobody knows which comes first. */
function touches(one: Edit, other: Edit): boolean {
  return one.start <= other.end && other.start <= one.end;
}
