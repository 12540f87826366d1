/** Takes the days to show and leaves the axis' range, padded to whole units, and its ticks with labels that never touch. */

import { monthStart, toYmd } from '../../dates/calendar.js';
import { formatTickMonth, formatTickQuarter, formatYear } from '../../dates/format-date.js';
import { measureText } from '../../measure/text-width.js';
import type { TimelineOptions } from './options.js';
import type { Domain, Scale } from './scale.js';

/** Font size of tick labels in px; the stylesheet says the same. */
const labelSize = 15;
/** Least air between two tick labels. */
const labelGap = 10;

/** One division of the axis, with its label if there is room. */
export interface Tick {
  /** Nothing when only the label is in sight. */
  readonly x: number | undefined;
  readonly label: TickLabel | undefined;
}

/** The text at a tick, or between two. */
export interface TickLabel {
  readonly x: number;
  readonly text: string;
  readonly width: number;
  /** Whether a leader would run through it: the leader is then interrupted. */
  readonly crossed?: boolean;
}

/** How many months lie between two ticks. */
export function chooseStep(domain: Domain, ticks: TimelineOptions['ticks']): number {
  const fixed = { month: 1, quarter: 3, year: 12, decade: 120 } as const;
  if (ticks !== 'auto' && ticks !== 'none') return fixed[ticks];
  const months = (domain.end - domain.start) / 30.44;
  const limits: [number, number][] = [
    [18.5, 1],
    [48.5, 3],
    [25.2 * 12, 12],
    [120.5 * 12, 60],
    [250 * 12, 120],
  ];
  for (const [limit, step] of limits) if (months <= limit) return step;
  let years = 20;
  while (months / 12 / years > 25) years *= String(years).startsWith('2') ? 2.5 : 2;
  return years * 12;
}

/** Widen a span of days to whole units of the axis. */
export function padDomain(days: Domain, step: number): Domain {
  const from = tickAt(days.start, step);
  let to = from + step;
  while (tickDay(to, step) < days.end) to += step;
  return { start: tickDay(from, step), end: tickDay(to, step) };
}

/** Widen a span to whole ticks, or narrow it to those inside. */
export function snapToTicks(days: Domain, step: number, how: 'out' | 'in'): Domain {
  if (how === 'out') return padDomain(days, step);
  let from = tickAt(days.start, step);
  if (tickDay(from, step) < days.start) from += step;
  return {
    start: tickDay(from, step),
    end: Math.max(tickDay(from, step), tickDay(tickAt(days.end, step), step)),
  };
}

/** Place the ticks of an axis; stretches that are cut out have none. */
export function placeTicks(
  domain: Domain,
  step: number,
  scale: Scale,
  gaps: readonly Domain[] = [],
  lang = 'en',
): Tick[] {
  const ticks: Tick[] = [];
  let rightEdge = Number.NEGATIVE_INFINITY;
  const thin = thinning(domain, step, scale, gaps, lang);
  for (let month = tickAt(domain.start, step); tickDay(month, step) <= domain.end; month += step) {
    const [day, next] = [tickDay(month, step), tickDay(month + step, step)];
    if (gaps.some((gap) => day > gap.start && day < gap.end)) continue;
    const text = tickText(month, step, lang);
    const width = measureText(text, { size: labelSize, weight: 400 });
    // A year is named in its middle; where a tick stands for many years, it names the year it stands at.
    const between = step <= 12;
    const [left, right] = [scale(Math.max(day, domain.start)), scale(Math.min(next, domain.end))];
    const x = between ? (left + right) / 2 : scale(day);
    const wanted = thin === 1 || (month / step) % thin === 0;
    const room = between && thin === 1 ? right - left >= width + labelGap : day >= domain.start;
    const inside = x - width / 2 >= 0 && x + width / 2 <= scale(domain.end);
    const free = x - width / 2 >= rightEdge + labelGap;
    const isShown = day < domain.end && !gaps.some((gap) => day === gap.start);
    const label = wanted && room && inside && free && (!between || isShown) ? { x, text, width } : undefined;
    if (label) rightEdge = x + width / 2;
    ticks.push({ x: day >= domain.start ? scale(day) : undefined, label });
  }
  return ticks;
}

/** Find how many ticks share one label so that no two touch: every one, every second, fifth, tenth … */
function thinning(domain: Domain, step: number, scale: Scale, gaps: readonly Domain[], lang: string): number {
  const first = tickAt(domain.start, step);
  const cut = gaps.reduce((sum, gap) => sum + gap.end - gap.start, 0);
  const count = Math.max(1, (domain.end - domain.start - cut) / (step * 30.44));
  const room = gaps.reduce((sum, gap) => sum - (scale(gap.end) - scale(gap.start)), scale(domain.end));
  const pitch = room / count;
  const widest = Math.max(
    ...Array.from({ length: Math.min(24, Math.ceil(count)) }, (_, index) =>
      measureText(tickText(first + index * step, step, lang), { size: labelSize, weight: 400 }),
    ),
  );
  const nice = step < 12 ? [1, 2, 3, 4, 6, 12] : [1, 2, 5, 10, 20, 50, 100];
  return nice.find((every) => every * pitch >= widest + labelGap) ?? 1000;
}

/** Name what begins at a tick. */
function tickText(index: number, step: number, lang: string): string {
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  if (step === 1) return formatTickMonth(year, month, lang);
  if (step === 3) return formatTickQuarter(year, (month + 2) / 3, lang);
  return formatYear(step > 12 && year <= 0 ? year + 1 : year, lang);
}

/** Find the last tick at or before a day, as a count of months. */
function tickAt(day: number, step: number): number {
  const { year, month } = toYmd(Math.floor(day));
  const index = Math.floor((year * 12 + month - 1) / step) * step;
  return tickDay(index, step) > day ? index - step : index;
}

/** Find the day of a tick. There was no year 0: what is ten years before "10 AD" is "1 AD", and before that "10 BC". */
function tickDay(index: number, step: number): number {
  return monthStart(0, (step > 12 && index <= 0 ? index + 12 : index) + 1);
}
