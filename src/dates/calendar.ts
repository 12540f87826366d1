/**
 * Takes years, months and days and leaves day numbers, and back (proleptic Gregorian, day 0 is 1970-01-01).
 * Plain arithmetic instead of `Date`: no time zone can move an event, and years before 1 are ordinary.
 */

/** A day of the calendar. Year 0 is 1 BC, as astronomers count. */
export interface Ymd {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Count the days from 1970-01-01 to a day. */
export function toDayNumber({ year, month, day }: Ymd): number {
  // Years begin in March, so that the leap day is the last of its year.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Find the day of a day number. */
export function toYmd(dayNumber: number): Ymd {
  const days = dayNumber + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Count the days of a month. */
export function daysInMonth(year: number, month: number): number {
  return monthStart(year, month + 1) - monthStart(year, month);
}

/** Find the first day of a month; months below 1 and over 12 run into the neighbouring years. */
export function monthStart(year: number, month: number): number {
  const index = year * 12 + month - 1;
  return toDayNumber({
    year: Math.floor(index / 12),
    month: index - Math.floor(index / 12) * 12 + 1,
    day: 1,
  });
}
