/** The English names of months, long and short: what dates are read from and printed with. */

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Find the number of a month by its whole name or its first three letters. */
export function findMonth(name: string): number | undefined {
  const wanted = name.toLowerCase();
  const index = monthNames.findIndex(
    (month) => month.toLowerCase() === wanted || month.slice(0, 3).toLowerCase() === wanted,
  );
  return index < 0 ? undefined : index + 1;
}

/** Name a month in full. */
export function monthName(month: number): string {
  return monthNames[month - 1] ?? '';
}

/** Name a month in three letters. */
export function shortMonthName(month: number): string {
  return monthName(month).slice(0, 3);
}
