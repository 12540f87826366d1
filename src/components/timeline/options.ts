/** Takes the attributes of a `:::timeline` and leaves complete options; dates among them are read here, once. */
import { dataOptions } from '../../data/data-source.js';
import { toYmd } from '../../dates/calendar.js';
import { firstDay, lastDay } from '../../dates/date-types.js';
import { type DateStyle, isoDate } from '../../dates/format-date.js';
import { parseFuzzyDate } from '../../dates/fuzzy-date.js';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { checkOptions, type OptionTable, readOptionsComment } from '../options.js';

const scales = ['auto', 'time', 'collapsed', 'even'] as const;
const layouts = ['lanes', 'merged', 'cards'] as const;
const orients = ['auto', 'horizontal', 'vertical'] as const;
const ticks = ['auto', 'decade', 'year', 'quarter', 'month', 'none'] as const;
const labels = ['auto', 'all', 'milestones'] as const;
const dateStyles = ['auto', 'iso', 'short', 'long'] as const;
const reveals = ['none', 'events', 'lanes', 'eras', 'years'] as const;
const splits = ['auto', 'none', 'eras', 'gaps'] as const;

/** What the author may set, complete. */
export interface TimelineOptions {
  readonly scale: (typeof scales)[number];
  readonly layout: (typeof layouts)[number];
  readonly orient: (typeof orients)[number];
  /** Day number and text of the marker. */
  readonly now: { readonly day: number; readonly written: string } | undefined;
  /** Day number where the axis begins. */
  readonly from: number | undefined;
  /** Day number where the axis ends. */
  readonly to: number | undefined;
  readonly ticks: (typeof ticks)[number];
  readonly labels: (typeof labels)[number];
  readonly dates: DateStyle;
  /** Names of lanes that are eras besides `Eras`, in lower case. */
  readonly eras: readonly string[];
  /** Names of the lanes to show, in lower case; all when there is none. */
  readonly only: readonly string[];
  readonly reveal: (typeof reveals)[number];
  /** How it is cut; a number counts slides. */
  readonly split: (typeof splits)[number] | number;
  /** Whether a slide with the milestones alone comes first. */
  readonly overview: boolean;
}

const isDate = (value: string): boolean => parseFuzzyDate(value).date?.kind === 'point';
const dateOption = { kind: 'text', test: isDate, expected: 'a date such as `2026-11`' } as const;

/** What `:::timeline` takes besides `#id` and `.class`. */
export const optionTable = {
  scale: {
    summary:
      'What the axis is in proportion to: time, time with long gaps cut out, or nothing; `auto` is the first where all labels have a place',
    kind: 'choice',
    values: scales,
  },
  layout: {
    summary: 'A lane for each heading, all on one axis with a key, or cards in rows',
    kind: 'choice',
    values: layouts,
  },
  orient: {
    summary: 'Direction of the axis; `auto` is vertical for one lane of long texts and in narrow columns',
    kind: 'choice',
    values: orients,
  },
  now: {
    summary: 'A labelled line at this date; `build` takes the day from `SOURCE_DATE_EPOCH`',
    kind: 'text',
    test: (value) => value === 'build' || isDate(value),
    expected: 'a date such as `2026-11`, or `build`',
  },
  from: { summary: 'Where the axis begins', ...dateOption },
  to: { summary: 'Where the axis ends', ...dateOption },
  ticks: { summary: 'Divisions of the axis', kind: 'choice', values: ticks },
  labels: {
    summary: 'Whose labels are shown; the others are marks and a count',
    kind: 'choice',
    values: labels,
  },
  dates: {
    summary: 'How dates are printed, never more exactly than written',
    kind: 'choice',
    values: dateStyles,
  },
  eras: { summary: 'Names of further lanes that are eras', kind: 'text', expected: 'names, with commas' },
  only: { summary: 'The lanes to show', kind: 'text', expected: 'names of lanes, with commas' },
  reveal: { summary: 'What appears in one step', kind: 'choice', values: reveals },
  split: {
    summary:
      'Over several slides: where it does not fit, at the largest gaps, a slide for each era, or a number of slides',
    kind: 'text',
    test: (value) => splits.some((one) => one === value) || /^[1-9]\d?$/.test(value),
    expected: '`auto`, `none`, `eras`, `gaps` or a number of slides',
  },
  overview: { summary: 'First a slide with the milestones alone', kind: 'flag' },
  ...dataOptions,
} as const satisfies OptionTable;

type Given = Readonly<Partial<Record<keyof typeof optionTable, string | true>>>;

/** Read the options of a timeline; what is not understood is reported and left at its default. */
export function readOptions(directive: ComponentDirective, context: ComponentContext): TimelineOptions {
  const extra = readOptionsComment(directive, context.file)?.options ?? {};
  const given: Given = checkOptions(directive, optionTable, context.file, extra);
  const text = (name: keyof typeof optionTable): string =>
    typeof given[name] === 'string' ? given[name] : '';
  const split = text('split');
  return {
    scale: pick(text('scale'), scales),
    layout: pick(text('layout'), layouts),
    orient: pick(text('orient'), orients),
    now: readNow(text('now'), directive, context),
    ...readEnds(text('from'), text('to'), directive, context),
    ticks: pick(text('ticks'), ticks),
    labels: pick(text('labels'), labels),
    dates: pick(text('dates'), dateStyles),
    eras: names(text('eras')),
    only: names(text('only')),
    reveal: pick(text('reveal'), reveals),
    split: /^\d/.test(split) ? Number(split) : pick(split, splits),
    overview: given.overview === true,
  };
}

/** Read both ends of the axis; ends in the wrong order count as not given. */
function readEnds(
  start: string,
  end: string,
  directive: ComponentDirective,
  { file }: ComponentContext,
): Pick<TimelineOptions, 'from' | 'to'> {
  const [from, to] = [dayOf(start, firstDay), dayOf(end, lastDay)];
  if (from === undefined || to === undefined || from <= to) return { from, to };
  report(
    file,
    'timeline-range-reversed',
    directive,
    `Unexpected axis from \`${start}\` to \`${end}\`, expected the earlier date first`,
    { note: 'Swap `from` and `to`.' },
  );
  return { from: undefined, to: undefined };
}

/** The core has no clock: the day of the build is what the caller says it is, or unknown. */
function readNow(
  text: string,
  directive: ComponentDirective,
  { file, today }: ComponentContext,
): TimelineOptions['now'] {
  if (text !== 'build') {
    const day = dayOf(text, firstDay);
    return day === undefined ? undefined : { day, written: text };
  }
  report(file, 'timeline-now-build', directive, 'Unexpected `now=build`, expected a date that stays', {
    note:
      today === undefined
        ? 'No day is drawn, as `SOURCE_DATE_EPOCH` is not set. Write a date such as `now=2026-11`.'
        : 'The deck will change with the day it is built. Write a date such as `now=2026-11`.',
  });
  if (today === undefined) return undefined;
  return {
    day: today,
    written: isoDate({ first: today, last: today, precision: 'day' }) ?? String(toYmd(today).year),
  };
}

function dayOf(text: string, end: typeof firstDay): number | undefined {
  const { date } = parseFuzzyDate(text);
  return date ? end(date) : undefined;
}

function names(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
}

/** Choose a value, the first when none is given. */
function pick<const T extends readonly [string, ...string[]]>(value: string, values: T): T[number] {
  return values.find((one) => one === value) ?? values[0];
}
