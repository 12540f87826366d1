/** Takes a number of days and leaves it in words, in the unit that a reader would use: "8 years", "14 months", "9 days". */
import { fillIn, type Strings } from '../../strings.js';

/** Say how long something is. Less than two of a unit is said in the next smaller one, so no language needs a singular. */
export function elapsedText(days: number, strings: Strings): string {
  const years = days / 365.2425;
  if (years >= 1.96) return fillIn(strings.years, { n: Math.round(years) });
  const months = days / 30.437;
  if (months >= 1.9) return fillIn(strings.months, { n: Math.round(months) });
  return fillIn(strings.days, { n: Math.round(days) });
}
