/** Takes a written number with its sign, multiplier, uncertainty and unit and leaves an interval that can be ranked. */

/** A number as an interval; a plain number has `low` = `value` = `high`. */
export interface Quantity {
  readonly kind: 'quantity';
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** As written, without the multiplier: `ms`, `%`, `$`. */
  readonly unit: string | undefined;
}

const number = String.raw`[-−+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e[+-]?\d+)?)`;

const written = new RegExp(
  String.raw`^(?:[~≈<≤>≥]|c\.)?\s*([$€£¥])?(${number})([KMBT](?![A-Za-z]))?(?:\s*(?:±|\+/-)\s*(${number})\s*(%)?)?(?:\s*[–-]\s*(${number})([KMBT](?![A-Za-z]))?)?\s*(%|[A-Za-zµ°²³][\w/µ°²³·^-]{0,11})?$`,
);

const multipliers: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9, T: 1e12 };

/** Read a number such as `~94K`, `≤ 3.2 GB`, `1–2 d`, `1547 ± 316`, `$12`. A multiplier must be attached: `5 K` is five kelvin. */
export function readQuantity(text: string): Quantity | undefined {
  const match = written.exec(text.trim());
  if (!match) return undefined;
  const [, currency, first, multiplier, spread, percent, second, secondMultiplier, unit] = match;
  const scale = multipliers[multiplier ?? secondMultiplier ?? ''] ?? 1;
  const value = toNumber(first) * scale;
  const end =
    second === undefined
      ? undefined
      : toNumber(second) * (multipliers[secondMultiplier ?? multiplier ?? ''] ?? 1);
  const margin =
    spread === undefined
      ? 0
      : percent
        ? (Math.abs(value) * toNumber(spread)) / 100
        : toNumber(spread) * scale;
  const low = end === undefined ? value - margin : Math.min(value, end);
  const high = end === undefined ? value + margin : Math.max(value, end);
  return { kind: 'quantity', value: (low + high) / 2, low, high, unit: currency ?? unit };
}

function toNumber(text: string | undefined): number {
  return Number((text ?? '').replaceAll(',', '').replace('−', '-'));
}

/** Factors to the base unit of a dimension. */
const dimensions: readonly Readonly<Record<string, number>>[] = [
  { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, sec: 1, min: 60, h: 3600, d: 86_400 },
  { B: 1, kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 },
  { mm: 1e-3, cm: 1e-2, m: 1, km: 1e3 },
  { mg: 1e-6, g: 1e-3, kg: 1, t: 1e3 },
  { Hz: 1, kHz: 1e3, MHz: 1e6, GHz: 1e9 },
  { mW: 1e-3, W: 1, kW: 1e3 },
];

/** What a unit measures, and its factor to the base unit; an unknown unit is a dimension of its own. */
export function readUnit(unit: string): { readonly dimension: string; readonly factor: number } {
  const index = dimensions.findIndex((dimension) => Object.hasOwn(dimension, unit));
  const factor = dimensions[index]?.[unit];
  return factor === undefined ? { dimension: unit, factor: 1 } : { dimension: String(index), factor };
}
