/** Takes measured rounds, leaves medians with their spread, ratios to the floor of the same round, and the table. */

/** Summarise numbers. */
export function summarize(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, min: sorted[0], max: sorted.at(-1) };
}

/** Summarise one figure of a variant over all rounds. */
export function figure(rounds, variant, key) {
  return summarize(rounds.map((round) => round[variant][key]));
}

/** Compare a variant with its floor, round by round: what else the machine does then hits both alike. */
export function ratio(rounds, variant, floor, key) {
  return summarize(rounds.map((round) => round[variant][key] / round[floor][key]));
}

/**
 * Compare the cost of a further slide in the larger deck with that in the smaller one: 1 is linear.
 *
 * @param sizes three groups of rounds with their sizes, smallest first
 */
export function growth(sizes, variant, key) {
  const [small, middle, large] = sizes.map(({ size, rounds }) => ({
    size,
    cost: figure(rounds, variant, key).median,
  }));
  const perSlide = (one, other) => (other.cost - one.cost) / (other.size - one.size);
  return perSlide(middle, large) / perSlide(small, middle);
}

/** Write `1.23 [1.20..1.31]`. */
export function formatSpread({ median, min, max }, digits = 0) {
  const write = (value) => value.toFixed(digits);
  return `${write(median)} [${write(min)}..${write(max)}]`;
}

/** Align rows of cells; all columns but the first are numbers. */
export function formatTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
