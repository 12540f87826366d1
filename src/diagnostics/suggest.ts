/** Takes a name nobody knows and the names there are, and leaves the one the author most likely meant. */

/** Find the closest known name, or nothing when none is close (over two edits, or over a third of the name). */
export function suggest(name: string, known: Iterable<string>): string | undefined {
  // A name of one or two letters is one edit away from half of the alphabet.
  const limit = name.length < 3 ? 0 : Math.min(2, Math.max(1, Math.floor(name.length / 3)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Say "Did you mean X?" when a name is close, else list what there is. */
export function suggestNote(name: string, known: readonly string[]): string {
  if (known.length === 0) return 'There are none.';
  const close = suggest(name, known);
  return close ? `Did you mean \`${close}\`?` : `Known are ${known.map((one) => `\`${one}\``).join(', ')}.`;
}

/** Count insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        (rows[row - 1]?.[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (rows[row - 1]?.[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, (rows[row - 2]?.[column - 2] ?? 0) + 1);
      line.push(cost);
    }
    rows.push(line);
  }
  return rows[from.length]?.[to.length] ?? 0;
}
