/** Takes a point or range and leaves its printed form in parts, so that each date can be a `<time>` of its own. */

import type { FuzzyDate, WrittenDate } from '../../dates/date-types.js';
import { formatDate, isoDate } from '../../dates/format-date.js';
import { parseFuzzyDate } from '../../dates/fuzzy-date.js';
import type { ComponentContext } from '../component.js';
import type { TimelineOptions } from './options.js';

/** A piece of a printed date. */
export interface DatePart {
  readonly text: string;
  /** Value of `datetime` where HTML has one. */
  readonly datetime?: string | undefined;
  /** Whether the part is a date and not a word between dates. */
  readonly isDate: boolean;
}

/** A date as it is printed. */
export interface PrintedDate {
  readonly text: string;
  readonly parts: readonly DatePart[];
  /** Whether any of its dates is uncertain: the question mark is also said in words. */
  readonly uncertain: boolean;
}

/** Print a date in the style of the timeline. */
export function printDate(
  when: FuzzyDate,
  options: Pick<TimelineOptions, 'dates' | 'now'>,
  { strings, lang }: Pick<ComponentContext, 'strings' | 'lang'>,
): PrintedDate {
  const print = (date: WrittenDate): DatePart[] => [
    ...(date.approximate ? [word(`${strings.approximately} `)] : []),
    { text: formatDate(date, options.dates, lang), datetime: isoDate(date), isDate: true },
    ...(date.uncertain ? [word('?')] : []),
  ];
  let parts: DatePart[];
  if (when.kind === 'point') parts = print(when.at);
  else if (when.from && typeof when.to === 'object') {
    parts = [...print(when.from), word('–'), ...print(when.to)];
  } else if (when.from && when.to === 'now' && options.now) {
    parts = [...print(when.from), word(`–${strings.now.toLowerCase()}`)];
  } else if (when.from) parts = [word(`${strings.openEnd} `), ...print(when.from)];
  else
    parts =
      typeof when.to === 'object' ? [word(`${strings.openStart} `), ...print(when.to)] : [word(when.written)];
  return {
    text: parts.map((part) => part.text).join(''),
    parts,
    uncertain: parts.some((part) => part.text === '?'),
  };
}

function word(text: string): DatePart {
  return { text, isDate: false };
}

/** Write the label of the marker: "Now · 2026-11", in the style of the timeline's dates. */
export function nowText(
  { now, dates }: Pick<TimelineOptions, 'dates' | 'now'>,
  { strings, lang }: Pick<ComponentContext, 'strings' | 'lang'>,
): string {
  const date = now && parseFuzzyDate(now.written).date;
  return date?.kind === 'point' ? `${strings.now}, ${formatDate(date.at, dates, lang)}` : strings.now;
}
