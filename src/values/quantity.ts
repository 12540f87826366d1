/** Takes a written number with its sign, multiplier, uncertainty and unit and leaves an interval that can be ranked. */

/** A number as an interval; a plain number has `low` = `value` = `high`, `≤ 3` has no lower end. */
export interface Quantity {
  readonly kind: 'quantity';
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** As written, without the multiplier: `ms`, `%`, `$`, `$/month`. */
  readonly unit: string | undefined;
  /** The multiplier as written: `K`. */
  readonly scale: string | undefined;
  /** Digits behind the point. */
  readonly decimals: number;
  /** A single number: no range, no bound, nothing approximate. */
  readonly exact: boolean;
}

const number = String.raw`[-−+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e[+-]?\d+)?)`;
/** Attached to its number: `5 K` is five kelvin. */
const multiplier = String.raw`[KkMBT](?![A-Za-z])`;
const unitPattern = String.raw`[%€£¥$]|/?[A-Za-zµ°²³][\w/µ°²³·^-]{0,11}`;

const written = new RegExp(
  String.raw`^(?<sign>[~≈<≤>≥]|c\.)?\s*(?<currency>[$€£¥])?(?<first>${number})(?<firstScale>${multiplier})?` +
    String.raw`(?:\s*(?:±|\+/-)\s*(?<spread>${number})(?<spreadScale>${multiplier})?\s*(?<percent>%)?)?` +
    String.raw`(?:\s*[–-]\s*[$€£¥]?(?<second>${number})(?<secondScale>${multiplier})?)?\s*(?<unit>${unitPattern})?$`,
);

/** Powers of ten that a multiplier stands for. */
export const exponents: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6, B: 9, T: 12 };

/** Words that look like a unit: `1st` is a rank, `24 November` a day. */
const noUnits =
  /^(st|nd|rd|th|jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(tember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/i;

/** Read a number such as `~94K`, `≤ 3.2 GB`, `1–2 d`, `1547 ± 316`, `$12`. */
export function readQuantity(text: string): Quantity | undefined {
  const groups = written.exec(text.trim())?.groups;
  if (!groups || noUnits.test(groups.unit ?? '')) return undefined;
  const { currency, unit, second, secondScale } = groups;
  const first = toNumber(groups.first, groups.firstScale ?? (second === undefined ? undefined : secondScale));
  const last = second === undefined ? undefined : toNumber(second, secondScale ?? groups.firstScale);
  // A range that falls is none: `2015-13` is a slip, and `10-5` may be a score.
  if (last !== undefined && last < first) return undefined;
  const value = last === undefined ? first : (first + last) / 2;
  return {
    kind: 'quantity',
    value,
    ...boundsOf(groups, first, last ?? first),
    unit: currency === undefined ? unit : `${currency}${unit ?? ''}`,
    scale: groups.firstScale ?? secondScale,
    decimals: /\.(\d+)/.exec(groups.first ?? '')?.[1]?.length ?? 0,
    exact: groups.sign === undefined && groups.spread === undefined && second === undefined,
  };
}

function boundsOf(
  { sign, spread, spreadScale, firstScale, percent }: Readonly<Record<string, string | undefined>>,
  first: number,
  last: number,
): { low: number; high: number } {
  const share = toNumber(spread ?? '0', percent ? undefined : (spreadScale ?? firstScale));
  const margin = percent ? (Math.abs(first) * share) / 100 : share;
  return {
    low: sign === '<' || sign === '≤' ? -Infinity : first - margin,
    high: sign === '>' || sign === '≥' ? Infinity : last + margin,
  };
}

/** The multiplier becomes an exponent, as 2.3 × 1e6 is not exactly 2300000. */
function toNumber(text: string | undefined, scale: string | undefined): number {
  const plain = (text ?? '').replaceAll(',', '').replace('−', '-');
  const exponent = exponents[scale ?? ''];
  return exponent === undefined || plain.includes('e')
    ? Number(plain) * 10 ** (exponent ?? 0)
    : Number(`${plain}e${exponent}`);
}
