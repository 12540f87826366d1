/** Takes how long saves took to be seen, leaves median, 95th percentile and ratios, to the smallest deck and to the fastest peer, and the table. */
import path from 'node:path';
import { formatTable, summarize } from './figures.mjs';

/** p95 of the smallest deck in milliseconds, of every larger one in multiples of that, and medians in multiples of the fastest peer's. */
const aims = { milliseconds: 120, ratio: 1.5, median: 1.3, peer: 0.5 };

/** How `present` of Lectern is started. */
export function lecternServer(library, size, deck) {
  const cli = path.join(library, 'cli.js');
  const args = [cli, 'present', deck, '--no-open', '--port', '{port}', '--max-size', '9999999'];
  const address = 'http://127.0.0.1:{port}/#/{n}';
  return { name: 'lectern', size, deck, args, address, firstSlide: 1 };
}

/** Summarise the times of every server. */
export function summarizeSaves(servers, times) {
  const rows = servers.flatMap(({ name, size }, index) => {
    if (times[index].length === 0) return [];
    const sorted = [...times[index]].sort((one, other) => one - other);
    const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1];
    return [{ name, size, edits: sorted.length, median: summarize(sorted).median, p95 }];
  });
  return rows.map((row) => {
    const first = rows.find(({ name }) => name === row.name);
    const peers = rows.filter(({ name, size }) => name !== 'lectern' && size === row.size);
    const fastest = Math.min(...peers.map(({ median }) => median));
    return {
      ...row,
      medianRatio: row.median / first.median,
      p95Ratio: row.p95 / first.p95,
      ...(row.name === 'lectern' && peers.length > 0 && { peerRatio: row.median / fastest }),
    };
  });
}

/** Write the table, and what is aimed at below it. */
export function formatSaves(saves) {
  const rows = saves.map(({ name, size, median, p95, medianRatio, p95Ratio, peerRatio }) => [
    `save to visible, ${size} slides: ${name}`,
    median.toFixed(0),
    p95.toFixed(0),
    medianRatio.toFixed(2),
    p95Ratio.toFixed(2),
    peerRatio?.toFixed(2) ?? '',
  ]);
  const table = formatTable([['', 'median ms', 'p95 ms', 'median ×', 'p95 ×', '÷ fastest peer'], ...rows]);
  const verdicts = listSaveAims(saves).map(({ name, aim, measured }) => [
    name,
    String(aim),
    measured.toFixed(measured > 10 ? 0 : 2),
    measured <= aim ? 'reached' : 'missed',
  ]);
  return `${table}\n\n${formatTable([['Aim', 'at most', 'measured', ''], ...verdicts])}`;
}

/** List what saves are aimed at, each with what was measured. */
export function listSaveAims(saves) {
  const own = saves.filter(({ name }) => name === 'lectern');
  return own.flatMap(({ size, p95, medianRatio, p95Ratio, peerRatio }, index) => [
    ...(index === 0
      ? [{ name: `save to visible, ${size} slides, p95 ms`, aim: aims.milliseconds, measured: p95 }]
      : [
          { name: `save to visible, ${size} slides, p95 ×`, aim: aims.ratio, measured: p95Ratio },
          { name: `save to visible, ${size} slides, median ×`, aim: aims.median, measured: medianRatio },
        ]),
    ...(peerRatio === undefined
      ? []
      : [{ name: `save to visible, ${size} slides ÷ fastest peer`, aim: aims.peer, measured: peerRatio }]),
  ]);
}
