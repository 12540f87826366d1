/** Takes claims and a room and leaves their height, or the parts that fit, cut between rows. Sizes are those of style.css. */
import type { Room } from '../component.js';
import { measureFrame, splitFigure } from '../figure-layout.js';
import { measureBlocks, measureInline, scaleLook } from '../measure-flow.js';
import { type Claim, type ClaimsNode, claimsOf, detailOf, partOf } from './node.js';

const look = { size: 21, weight: 400, line: 1.38 } as const;
const row = { padding: 28, hair: 1 };
const column = { status: 150, gap: 28 };
/** The heads with the rule below them. */
const head = 35;

/** Estimate the height of claims. */
export function measureClaims(node: ClaimsNode, room: Room): number {
  return claimsOf(node).reduce((sum, claim) => sum + rowHeight(claim, room), frameHeight(node, room));
}

/** Cut claims between their rows. */
export function splitClaims(node: ClaimsNode, room: Room): readonly ClaimsNode[] {
  const claims = claimsOf(node);
  const heights = claims.map((claim) => rowHeight(claim, room));
  const items = claims.map((claim) => [claim]);
  return splitFigure(node, 'claim', items, heights, frameHeight(node, room), room);
}

function frameHeight(node: ClaimsNode, room: Room): number {
  return measureFrame(node, 'claim', room) + head;
}

function rowHeight(claim: Claim, { width, fit }: Room): number {
  const inner = (width - column.status) / 2 - column.gap;
  const status = partOf(claim, 'claimStatus')?.children ?? [];
  const heights = [
    measureInline(status, column.status - column.gap, scaleLook(look, fit)),
    measureInline(partOf(claim, 'claimThen')?.children ?? [], inner, scaleLook(look, fit)),
    measureInline(partOf(claim, 'claimNow')?.children ?? [], inner, scaleLook(look, fit)) +
      measureBlocks(detailOf(claim), inner, fit),
  ];
  return Math.max(...heights) + row.padding * fit + row.hair;
}
