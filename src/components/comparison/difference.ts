/** Takes a number and the one of the baseline and leaves their signed difference, as exact as they are written. */
import { writeNumber } from '../../values/number-format.js';
import { exponents, type Quantity } from '../../values/quantity.js';
import { readUnit } from '../../values/units.js';
import type { Cell, Row } from './node.js';

/** What the words of a difference depend on. */
export interface DifferenceWords {
  readonly locale: Parameters<typeof writeNumber>[2];
  /** What is said where there is no difference. */
  readonly same: string;
}

/** Write how far a cell is from the baseline's. Only exact numbers of one dimension have a difference. */
export function writeDifference(
  cell: Cell,
  base: Cell,
  row: Row,
  words: DifferenceWords,
): string | undefined {
  const [one, other] = [cell.value, base.value];
  if (one.kind !== 'quantity' || other.kind !== 'quantity' || !one.exact || !other.exact) return undefined;
  const [unit, baseUnit] = [readUnit(one.unit ?? row.unit ?? ''), readUnit(other.unit ?? row.unit ?? '')];
  if (unit.dimension !== baseUnit.dimension) return undefined;
  const scale = 10 ** (exponents[one.scale ?? ''] ?? 0);
  const value = (one.value - (other.value * baseUnit.factor) / unit.factor) / scale;
  const decimals = Math.min(4, Math.max(one.decimals, digitsOf(other, one)));
  const rounded = Number(value.toFixed(decimals));
  if (rounded === 0) return words.same;
  const number = writeNumber(rounded, decimals, words.locale);
  return `${rounded > 0 ? '+' : ''}${addUnit(number, one)}`;
}

/** Digits of the baseline count only where both are written in one scale and unit. */
function digitsOf(base: Quantity, one: Quantity): number {
  return base.scale === one.scale && base.unit === one.unit ? base.decimals : one.decimals;
}

function addUnit(number: string, { unit, scale }: Quantity): string {
  const value = `${number}${scale ?? ''}`;
  if (unit === undefined) return value;
  if (/^[$€£¥]/.test(unit)) return value.replace(/^(−?)/, `$1${unit.charAt(0)}`) + unit.slice(1);
  return unit === '%' ? `${value}%` : `${value} ${unit}`;
}
