/** Takes a decision guide and a room and leaves its height, or the parts that fit, cut between rows. Sizes are those of style.css. */
import type { Room } from '../component.js';
import { measureFrame, splitFigure } from '../figure-layout.js';
import { measureBlocks, measureInline, scaleLook } from '../measure-flow.js';
import { conditionOf, type DecideNode, type DecideRow, detailOf, outcomeOf, rowsOf } from './node.js';

const condition = { size: 24, weight: 400, line: 1.36 } as const;
const outcome = { size: 24, weight: 400, line: 1.36 } as const;
/** The hairline and what an outcome in the display face stands lower are in the padding. */
const row = { padding: 25.5, marks: 78, share: 0.56, gap: 24 };
/** The rules above and below all rows. */
const rules = 4;

/** Estimate the height of a decision guide. */
export function measureDecide(node: DecideNode, room: Room): number {
  const heights = rowsOf(node).map((one) => rowHeight(one, room));
  return heights.reduce((sum, height) => sum + height, frameHeight(node, room));
}

function frameHeight(node: DecideNode, room: Room): number {
  return measureFrame(node, 'decideRow', room) + rules;
}

/** Cut a guide between its rows. */
export function splitDecide(node: DecideNode, room: Room): readonly DecideNode[] {
  const rows = rowsOf(node);
  const heights = rows.map((one) => rowHeight(one, room));
  const frame = frameHeight(node, room);
  return splitFigure(
    node,
    'decideRow',
    rows.map((one) => [one]),
    heights,
    frame,
    room,
  );
}

function rowHeight(one: DecideRow, { width, fit }: Room): number {
  const left = width * row.share - row.gap;
  const right = width * (1 - row.share) - row.marks * fit;
  const before = measureInline(conditionOf(one)?.children ?? [], left, scaleLook(condition, fit));
  const after = measureInline(outcomeOf(one)?.children ?? [], right, scaleLook(outcome, fit));
  const detail = measureBlocks(detailOf(one), right, fit);
  return Math.max(before, after + detail) + row.padding * fit;
}
