/** Takes a unit and leaves what it measures and its factor to the base unit, so that `ms` and `s` can be compared. */

/** What a unit measures. */
export interface Unit {
  /** Units of two dimensions have no order; a unit that is not known is a dimension of its own. */
  readonly dimension: string;
  /** Factor to the base unit of the dimension. */
  readonly factor: number;
}

const prefixes: Readonly<Record<string, number>> = {
  p: 1e-12,
  n: 1e-9,
  u: 1e-6,
  µ: 1e-6,
  μ: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
};

/** Units with all SI prefixes. Metre takes few, `Gm` and `Tm` are slips, and a tonne has none. */
const bases: Readonly<Record<string, string>> = {
  s: 'pnuµμm',
  Hz: 'kMGT',
  W: 'munµμkMGT',
  Wh: 'mkMGT',
  J: 'mkMG',
  V: 'muµμk',
  A: 'nuµμm',
  g: 'nuµμmk',
  m: 'nuµμmk',
  B: 'kMGTP',
  bit: 'kMGT',
  'bit/s': 'kMGT',
  'B/s': 'kMGTP',
  'FLOP/s': 'kMGTP',
  FLOPS: 'kMGTP',
};

/** Units that no prefix makes. */
const others: Readonly<Record<string, Unit>> = {
  sec: { dimension: 's', factor: 1 },
  min: { dimension: 's', factor: 60 },
  h: { dimension: 's', factor: 3600 },
  d: { dimension: 's', factor: 86_400 },
  t: { dimension: 'g', factor: 1e6 },
  cm: { dimension: 'm', factor: 0.01 },
  KB: { dimension: 'B', factor: 1e3 },
  KiB: { dimension: 'B', factor: 1024 },
  MiB: { dimension: 'B', factor: 1024 ** 2 },
  GiB: { dimension: 'B', factor: 1024 ** 3 },
  TiB: { dimension: 'B', factor: 1024 ** 4 },
};

const units: ReadonlyMap<string, Unit> = new Map([
  ...Object.entries(bases).flatMap(([base, allowed]) =>
    ['', ...allowed].map(
      (prefix) => [prefix + base, { dimension: base, factor: prefixes[prefix] ?? 1 }] as const,
    ),
  ),
  ...Object.entries(others),
]);

/** Read a unit; one that is not known is a dimension of its own. */
export function readUnit(unit: string): Unit {
  return units.get(unit) ?? { dimension: unit, factor: 1 };
}
