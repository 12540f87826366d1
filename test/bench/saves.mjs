/** Takes how long saves took to be seen, leaves median, 95th percentile and ratios to the smallest deck, and the table. */
import { formatTable, summarize } from './figures.mjs';

/** p95 of the smallest deck in milliseconds, and of every larger one in multiples of that. */
const aims = { milliseconds: 120, ratio: 1.5 };

/** Summarise the times of every size. */
export function summarizeSaves(sizes, times) {
  const rows = sizes.map((size, index) => {
    const sorted = [...times[index]].sort((one, other) => one - other);
    const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1];
    return { size, edits: sorted.length, median: summarize(sorted).median, p95 };
  });
  const [first] = rows;
  return rows.map((row) => ({
    ...row,
    medianRatio: row.median / first.median,
    p95Ratio: row.p95 / first.p95,
  }));
}

/** Write the table. */
export function formatSaves(saves) {
  const rows = saves.map(({ size, median, p95, medianRatio, p95Ratio }, index) => {
    const reached = index === 0 ? p95 <= aims.milliseconds : p95Ratio <= aims.ratio;
    const aim = index === 0 ? `p95 ${aims.milliseconds} ms` : `p95 × ${aims.ratio}`;
    return [
      `save to visible, ${size} slides`,
      median.toFixed(0),
      p95.toFixed(0),
      medianRatio.toFixed(2),
      p95Ratio.toFixed(2),
      aim,
      reached ? 'reached' : 'missed',
    ];
  });
  return formatTable([['', 'median ms', 'p95 ms', 'median ×', 'p95 ×', 'at most', ''], ...rows]);
}
