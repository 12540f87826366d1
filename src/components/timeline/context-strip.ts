/** Takes a part of a timeline and leaves the strip at its foot: the whole time, every event, the part that is shown. */
import { toYmd } from '../../dates/calendar.js';
import { formatYear } from '../../dates/format-date.js';
import { measureText } from '../../measure/text-width.js';
import type { StripLayout } from './layout-types.js';
import type { TimelinePart } from './node.js';
import { timeScale } from './scale.js';

/** Room between the numbers at both ends and the line. */
const air = 12;

/** Lay out the strip of a part. */
export function layoutStrip(
  { whole, domain, days }: TimelinePart,
  width: number,
  y: number,
  lang: string,
): StripLayout {
  const [from, to] = [yearText(whole.start, lang), yearText(whole.end - 1, lang)];
  const left = measureText(from, { size: 14, weight: 400 }) + air;
  const right = width - measureText(to, { size: 14, weight: 400 }) - air;
  const scale = timeScale(whole, right - left);
  const place = (day: number): number => left + scale(Math.min(Math.max(day, whole.start), whole.end));
  return {
    y,
    line: { left, right },
    current: { left: place(domain.start), right: Math.max(place(domain.end), place(domain.start) + 4) },
    events: [...new Set(days.map((day) => Math.round(place(day))))],
    from,
    to,
  };
}

function yearText(day: number, lang: string): string {
  return formatYear(toYmd(Math.floor(day)).year, lang);
}
