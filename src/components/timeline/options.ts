/** Takes the attributes of a `:::timeline` and leaves complete options; dates among them are read here, once. */
import type { VFile } from 'vfile';
import { firstDay, lastDay } from '../../dates/date-types.js';
import type { DateStyle } from '../../dates/format-date.js';
import { parseFuzzyDate } from '../../dates/fuzzy-date.js';
import { report } from '../../diagnostics/report.js';
import type { ComponentDirective } from '../component.js';
import { checkOptions, type OptionTable, readOptionsComment } from '../options.js';

const ticks = ['auto', 'decade', 'year', 'quarter', 'month', 'none'] as const;
const reveals = ['none', 'events', 'lanes', 'eras', 'years'] as const;

/** What the author may set, complete. */
export interface TimelineOptions {
  /** `auto` draws in proportion to time, and evenly when labels could not be placed so. */
  scale: 'auto' | 'time' | 'even';
  /** Day number and text of the marker. */
  now: { day: number; written: string } | undefined;
  /** Day number where the axis begins. */
  from: number | undefined;
  /** Day number where the axis ends. */
  to: number | undefined;
  ticks: (typeof ticks)[number];
  labels: 'auto' | 'all' | 'milestones';
  dates: DateStyle;
  /** Names of lanes that are eras besides `Eras`, in lower case. */
  eras: string[];
  reveal: (typeof reveals)[number];
}

const isDate = (value: string): boolean => parseFuzzyDate(value).date?.kind === 'point';
const dateOption = { kind: 'text', test: isDate, expected: 'a date such as `2026-11`' } as const;

/** What `:::timeline` takes besides `#id` and `.class`. */
export const optionTable = {
  scale: {
    summary: 'What the axis is in proportion to; `auto` is `time` where all labels have a place',
    kind: 'choice',
    values: ['auto', 'time', 'even'],
  },
  now: { summary: 'A labelled line at this date', ...dateOption },
  from: { summary: 'Where the axis begins', ...dateOption },
  to: { summary: 'Where the axis ends', ...dateOption },
  ticks: { summary: 'Divisions of the axis', kind: 'choice', values: ticks },
  labels: {
    summary: 'Whose labels are shown; the others are marks and a count',
    kind: 'choice',
    values: ['auto', 'all', 'milestones'],
  },
  dates: {
    summary: 'How dates are printed, never more exactly than written',
    kind: 'choice',
    values: ['auto', 'iso', 'short', 'long'],
  },
  eras: { summary: 'Names of further lanes that are eras', kind: 'text', expected: 'names, with commas' },
  reveal: { summary: 'What appears in one step', kind: 'choice', values: reveals },
} as const satisfies OptionTable;

/** Read the options of a timeline; what is not understood is reported and left at its default. */
export function readOptions(directive: ComponentDirective, file: VFile): TimelineOptions {
  const extra = readOptionsComment(directive, file)?.options ?? {};
  const given = checkOptions(directive, optionTable, file, extra);
  const text = (name: keyof typeof optionTable): string =>
    typeof given[name] === 'string' ? given[name] : '';
  const [from, to] = [dayOf(text('from'), firstDay), dayOf(text('to'), lastDay)];
  const reversed = from !== undefined && to !== undefined && from > to;
  if (reversed) {
    report(
      file,
      'timeline-range-reversed',
      directive,
      `Unexpected axis from \`${text('from')}\` to \`${text('to')}\`, expected the earlier date first`,
      { note: 'Swap `from` and `to`.' },
    );
  }
  const now = dayOf(text('now'), firstDay);
  return {
    scale: pick(text('scale'), ['auto', 'time', 'even']),
    now: now === undefined ? undefined : { day: now, written: text('now') },
    from: reversed ? undefined : from,
    to: reversed ? undefined : to,
    ticks: pick(text('ticks'), ticks),
    labels: pick(text('labels'), ['auto', 'all', 'milestones']),
    dates: pick(text('dates'), ['auto', 'iso', 'short', 'long']),
    eras: text('eras')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter(Boolean),
    reveal: pick(text('reveal'), reveals),
  };
}

function dayOf(text: string, end: typeof firstDay): number | undefined {
  const { date } = parseFuzzyDate(text);
  return date ? end(date) : undefined;
}

/** Choose a value, the first when none is given. */
function pick<const T extends readonly [string, ...string[]]>(value: string, values: T): T[number] {
  return values.find((one) => one === value) ?? values[0];
}
