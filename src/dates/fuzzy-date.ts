/**
 * Takes a date as an author writes it and leaves an interval of days with its precision, or the question to ask back.
 * A step of its own because nothing after it may invent precision: a year stays a year.
 */

import { parseForm } from './date-forms.js';
import { explainRefusal, isShortSpan } from './date-refusals.js';
import { type DateProblem, type FuzzyDate, firstDay, lastDay, type WrittenDate } from './date-types.js';

/** What became of a written date. */
export type ParsedDate =
  | { readonly date: FuzzyDate; readonly problem?: undefined }
  | { readonly date?: undefined; readonly problem: DateProblem };

/** Words that end a range today; which day that is, only `now=` can say. */
const nowWords = /^(?:now|present|today)$/i;

/** Read a single date or a range. */
export function parseFuzzyDate(written: string): ParsedDate {
  const text = written.trim().replace(/\s+/g, ' ');
  if (isShortSpan(text)) return { problem: explainRefusal(text) };
  const ends = splitRange(text);
  if (!ends) {
    const at = parseWrittenDate(text);
    return 'rule' in at ? { problem: at } : { date: { kind: 'point', at, written: text } };
  }
  return parseRange(ends, text);
}

/** Cut a range into its two ends; an empty end is open. Nothing for a single date. */
function splitRange(text: string): [string, string] | undefined {
  const since = /^(?:since|from) (.+)$/i.exec(text);
  if (since?.[1] && !/ to |\.\.|…/i.test(since[1])) return [since[1], ''];
  const until = /^(?:until|till|up to) (.+)$/i.exec(text);
  if (until?.[1]) return ['', until[1]];
  const plain = text.replace(/^from /i, '');
  for (const separator of [
    /\/?\s*(?:\.{2,3}|…)\s*\/?/,
    / to /i,
    / ?(?:→|–|—|--) ?/,
    / - /,
    /(?<=\d{3}.*)\/(?=.*\d{3})/,
  ]) {
    const parts = plain.split(separator);
    if (parts.length === 2 && parts.join('') !== '') return [parts[0] ?? '', parts[1] ?? ''];
  }
  return undefined;
}

function parseRange([start, end]: [string, string], written: string): ParsedDate {
  const from = start === '' ? undefined : parseWrittenDate(start);
  if (from && 'rule' in from) return { problem: from };
  const to = end === '' ? undefined : nowWords.test(end) ? ('now' as const) : parseWrittenDate(end);
  if (typeof to === 'object' && 'rule' in to) return { problem: to };
  const date: FuzzyDate = { kind: 'range', from, to, written };
  if (firstDay(date) > lastDay(date)) {
    return {
      problem: {
        rule: 'timeline-range-reversed',
        reason: `Unexpected range \`${written}\` that ends before it starts, expected the earlier date first`,
        note: `Write \`${end}..${start}\` if that is meant.`,
      },
    };
  }
  return { date };
}

/** Read one date with its marks of doubt: `c.`, `~` and `about` are approximate, `?` is uncertain. */
function parseWrittenDate(text: string): WrittenDate | DateProblem {
  const prefix = /^(?:c\.|ca\.?|circa|about|approx\.|~) ?(?=\S)/i.exec(text)?.[0] ?? '';
  const suffix = /[?~]*$/.exec(text.slice(prefix.length))?.[0] ?? '';
  const bare = text.slice(prefix.length, text.length - suffix.length).trim();
  const interval = parseForm(bare);
  if (!interval) return explainRefusal(bare);
  return {
    ...interval,
    approximate: prefix !== '' || suffix.includes('~'),
    uncertain: suffix.includes('?'),
  };
}
