/** Takes numbers and a room and leaves their height, or the parts that fit, cut between lines of four. Sizes are those of style.css. */
import { toString } from 'mdast-util-to-string';
import { measureText } from '../../measure/text-width.js';
import type { Room } from '../component.js';
import { measureFrame, splitFigure } from '../figure-layout.js';
import { measureBlocks, measureInline, scaleLook } from '../measure-flow.js';
import { detailOf, mostBeside, partOf, type Stat, type StatsNode, statsOf } from './node.js';

const number = { most: 96, least: 44, line: 1.1, below: 10 };
const label = { size: 24, weight: 400, line: 1.32 } as const;
const column = { gap: 44, padding: 18, rowGap: 36 };

/** A number that filled its column to the pixel could be broken at a comma. */
const spare = 1.03;

/** Measure the longest number in ems. */
export function longestNumber(node: StatsNode): number {
  const widths = statsOf(node).map((stat) => {
    const written = partOf(stat, 'statNumber');
    return written
      ? measureText(toString(written), { size: 1, weight: 600, family: 'display', letterSpacing: -0.02 })
      : 0;
  });
  return Math.max(1, ...widths) * spare;
}

/** Estimate the height of numbers in large type. */
export function measureStats(node: StatsNode, room: Room): number {
  const heights = linesOf(node).map((line) => lineHeight(line, node, room));
  return heights.reduce((sum, height) => sum + height, measureFrame(node, 'stat', room));
}

/** Cut numbers between lines of four. */
export function splitStats(node: StatsNode, room: Room): readonly StatsNode[] {
  const lines = linesOf(node);
  const heights = lines.map((line) => lineHeight(line, node, room));
  return splitFigure(node, 'stat', lines, heights, measureFrame(node, 'stat', room), room);
}

function linesOf(node: StatsNode): Stat[][] {
  const stats = statsOf(node);
  return Array.from({ length: Math.ceil(stats.length / mostBeside) }, (_, line) =>
    stats.slice(line * mostBeside, (line + 1) * mostBeside),
  );
}

function lineHeight(line: readonly Stat[], node: StatsNode, room: Room): number {
  const columns = Math.min(mostBeside, statsOf(node).length);
  const width = (room.width - (columns - 1) * column.gap) / columns;
  const ems = longestNumber(node);
  const size = Math.min(number.most, Math.max(number.least, width / ems)) * room.fit;
  const lines = Math.ceil((ems * size) / width);
  const heights = line.map((stat) => {
    const words = partOf(stat, 'statLabel');
    return (
      (words ? measureInline(words.children, width, scaleLook(label, room.fit)) : 0) +
      measureBlocks(detailOf(stat), width, room.fit)
    );
  });
  const own = lines * size * number.line + (number.below + column.padding + column.rowGap) * room.fit;
  return own + Math.max(...heights);
}
