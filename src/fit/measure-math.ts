/** Takes a formula of its own line and leaves about what it takes: rows, higher where they hold fractions and sums. */
import type { Literal } from 'mdast';
import { texts } from './metrics.js';

/** KaTeX sets a formula larger than the text; heights of its rows in em of that. */
const scale = 1.2;
const rows = { plain: 1.25, tall: 2.6, edge: 0.3 };

/** Estimate the height of a formula in px; rather too much. */
export function measureMath({ value }: Literal, fit: number): number {
  const size = texts.text.size * fit * scale;
  const heights = value.split(/\\\\|\\cr\b/).map((row) => (isTall(row) ? rows.tall : rows.plain));
  return size * (heights.reduce((sum, one) => sum + one, 0) + (heights.length > 1 ? rows.edge : 0));
}

function isTall(row: string): boolean {
  return /\\(?:[dt]?frac|c?frac|sum|int|iint|oint|prod|lim|over|under|d?binom|sqrt|bigcup|bigcap|max|min|arg)/.test(
    row,
  );
}
