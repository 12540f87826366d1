/**
 * Takes a text that is no date and leaves the question to ask its author.
 * Apart from reading dates, because a refusal must offer the readings there are instead of choosing one.
 */
import { daysInMonth } from './calendar.js';
import type { DateProblem } from './date-types.js';
import { monthName } from './month-names.js';

type Explain = (text: string, match: RegExpExecArray) => DateProblem | undefined;

/** The known mistakes, the more particular first. */
const refusals: readonly [RegExp, Explain][] = [
  [/\d{1,2}:\d{2}|\d[Tt]\d{2}|\d ?[ap]\.?m\b/i, explainTime],
  [/^(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})$/, explainDayMonth],
  [/^['’]?(\d{2})$/, explainShortYear],
  [/^[-−–](\d{1,6})$/, explainNegativeYear],
  [/^0+(?: ?(?:BCE?|CE|AD))?$/i, explainYearZero],
  [/^(\d{1,6}) ?(?:v\. ?Chr\.?|av\. ?J\.-C\.?|a\. ?C\.?)$/i, explainEra],
  [/^(\d{4}) ?[-–—/] ?(\d{2})$/, explainSpan],
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, explainDay],
  [/^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/, explainUnpadded],
  [/^(\d{1,2})[-/.](\d{4})$/, explainMonthFirst],
];

/** Explain why a text is not accepted as a date. */
export function explainRefusal(text: string): DateProblem {
  for (const [pattern, explain] of refusals) {
    const match = pattern.exec(text);
    const problem = match && explain(text, match);
    if (problem) return problem;
  }
  return invalid(text, 'a date', 'Write `2015`, `2015-03`, `2015-03-27`, `Mar 2015` or `2015 Q3`.');
}

/** Tell whether a text is a span that a dash or slash has made into a month: `2015–16`, `2015/16`. */
export function isShortSpan(text: string): boolean {
  return /^\d{4} ?[–—/] ?\d{1,2}$/.test(text);
}

function explainTime(text: string): DateProblem {
  return {
    rule: 'timeline-date-time',
    reason: `Unexpected time of day in \`${text}\`, expected a day as the finest unit`,
    note: 'Write the day only; put the time into the text.',
  };
}

function explainDayMonth(text: string, match: RegExpExecArray): DateProblem {
  const [first, second] = [pad(match[1]), pad(match[3])];
  const year = match[4] ?? '';
  const readings = [`${year}-${second}-${first}`, `${year}-${first}-${second}`].filter(
    (reading, index) => Number(index === 0 ? second : first) <= 12,
  );
  const question = readings.length === 2 ? 'Day or month first? ' : '';
  return {
    rule: year.length < 4 ? 'timeline-date-short-year' : 'timeline-date-ambiguous',
    reason: `Unexpected date \`${text}\`, expected year, month and day in this order`,
    note: `${question}Write ${(year.length < 4 ? ['2015-03-27'] : readings).map(code).join(' or ')}.`,
    expected: year.length < 4 ? [] : readings,
  };
}

/** Astronomers count a year 0, so that their -43 is 44 BC; who writes a minus may mean either. */
function explainNegativeYear(text: string, match: RegExpExecArray): DateProblem {
  const year = Number(match[1]);
  return {
    rule: 'timeline-date-invalid',
    reason: `Unexpected year \`${text}\` with a minus, expected one before Christ as \`${year} BC\``,
    note: `Write \`${year} BC\`, or \`${year + 1} BC\` if it is counted with a year 0.`,
    expected: [`${year} BC`, `${year + 1} BC`],
  };
}

function explainYearZero(text: string): DateProblem {
  return {
    rule: 'timeline-date-invalid',
    reason: `Unexpected year \`${text}\`, expected one that exists: \`1 AD\` follows \`1 BC\``,
    note: 'Write `1 BC` or `1 AD`.',
    expected: ['1 BC', '1 AD'],
  };
}

/** Dates are written in one way; the slide shows them in the deck's language. */
function explainEra(text: string, match: RegExpExecArray): DateProblem {
  return {
    rule: 'timeline-date-invalid',
    reason: `Unexpected date \`${text}\`, expected a year before Christ as \`${match[1]} BC\``,
    note: `Write \`${match[1]} BC\`: the slide shows it in the language of the deck.`,
    expected: [`${match[1]} BC`],
  };
}

function explainShortYear(text: string, match: RegExpExecArray): DateProblem {
  return {
    rule: 'timeline-date-short-year',
    reason: `Unexpected year \`${text}\` of two digits, expected four`,
    note: `Which century? Write \`20${match[1]}\` or \`19${match[1]}\`, or \`${Number(match[1])} AD\` for the first.`,
    expected: [`20${match[1]}`, `19${match[1]}`],
  };
}

/** `2015-16` is a span to its author, `2015-13` a slip: a span goes forward. */
function explainSpan(text: string, match: RegExpExecArray): DateProblem | undefined {
  const [year, short] = [match[1] ?? '', match[2] ?? ''];
  if (Number(short) > 12 && Number(short) > Number(year.slice(2))) {
    const span = `${year}..${year.slice(0, 2)}${short}`;
    return {
      rule: 'timeline-date-span',
      reason: `Unexpected month \`${short}\` in \`${text}\`, expected 01 to 12`,
      note: `For a span write \`${span}\`.`,
      expected: [span],
    };
  }
  if (Number(short) >= 1 && Number(short) <= 12) return undefined;
  return invalid(text, 'a month from 01 to 12', `There is no month ${short}.`);
}

function explainDay(text: string, match: RegExpExecArray): DateProblem | undefined {
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12)
    return invalid(text, 'a month from 01 to 12', `There is no month ${match[2]}.`);
  const days = daysInMonth(year, month);
  if (day >= 1 && day <= days) return undefined;
  return invalid(text, 'a day that exists', `${monthName(month)} ${year} has ${days} days.`);
}

function explainUnpadded(text: string, match: RegExpExecArray): DateProblem {
  const right = [match[1], ...match.slice(2, 4).filter(Boolean).map(pad)].join('-');
  return invalid(text, 'two digits each, with hyphens', `Write \`${right}\`.`, [right]);
}

function explainMonthFirst(text: string, match: RegExpExecArray): DateProblem {
  const right = `${match[2]}-${pad(match[1])}`;
  return invalid(text, 'the year first', `Write \`${right}\`.`, [right]);
}

function invalid(text: string, expected: string, note: string, values?: readonly string[]): DateProblem {
  return {
    rule: 'timeline-date-invalid',
    reason: `Unexpected date \`${text}\`, expected ${expected}`,
    note,
    expected: values ?? [],
  };
}

function pad(number: string | undefined): string {
  return (number ?? '').padStart(2, '0');
}

function code(text: string): string {
  return `\`${text}\``;
}
