/** Takes the measured rounds, leaves what is aimed at beside other programs of the field, each with what was measured. */
import { ratio } from './figures.mjs';

/** Command, slides, what of Lectern, beside whom, which figure, at most so many times. */
const aims = [
  ['build', 20, 'lectern build', 'marp', 'wall', 0.4],
  ['build', 20, 'lectern build', 'pandoc', 'wall', 0.8],
  ['build', 200, 'lectern build', 'marp', 'wall', 0.75],
  ['build', 1000, 'lectern build', 'marp', 'wall', 0.9],
  ['build', 20, 'lectern build, one slide changed', 'marp', 'wall', 0.25],
  ['build', 200, 'lectern build, one slide changed', 'marp', 'wall', 0.2],
  ['build', 1000, 'lectern build, one slide changed', 'marp', 'wall', 0.15],
  ['build', 1000, 'lectern build', 'marp', 'memory', 1],
  ['build', 200, 'lectern build', 'marp', 'plainBytes', 1.05],
  ['print', 20, 'lectern print', 'marp', 'wall', 0.25],
  ['print', 200, 'lectern print', 'marp', 'wall', 0.35],
  ['print', 1000, 'lectern print', 'marp', 'wall', 0.6],
];
const titles = { wall: 'wall', cpu: 'CPU', memory: 'peak MB', plainBytes: 'bytes without fonts' };

/** List the aims of what was run; where the clock decides, the CPU is said beside it. */
export function listPeerAims(results) {
  return aims.flatMap(([command, size, product, peer, key, aim]) => {
    const found = results.find((one) => one.command === command && one.size === size);
    const rounds = found?.rounds.filter((round) => round[peer]) ?? [];
    if (rounds.length === 0) return [];
    const compare = (figure) => ratio(rounds, product, peer, figure);
    const name = `${product}, ${size} slides ÷ ${peer}`;
    return [
      { name: `${name}, ${titles[key]}`, aim, ...compare(key) },
      ...(key === 'wall' ? [{ name: '  the same in CPU', ...compare('cpu') }] : []),
    ];
  });
}
