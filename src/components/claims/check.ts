/** Takes claims and reports what their author probably did not mean. Changes nothing. */
import { toString } from 'mdast-util-to-string';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { type Block, isSource } from '../container.js';
import { hasNote } from '../has-note.js';
import { type Claim, partOf } from './node.js';

/** Report a claim that lacks one of its halves, or is not struck out. */
export function checkClaim(claim: Claim, { file }: ComponentContext): void {
  const then = partOf(claim, 'claimThen');
  const now = partOf(claim, 'claimNow');
  const written = toString(then ?? now ?? claim).slice(0, 60);
  if (!then || !now) {
    const reason = `Unexpected \`${written}\`, expected what was said, an arrow and what holds`;
    report(file, 'claims-row', claim, reason, {
      note: 'Write `~~what was said~~ → what holds`, or `->` for the arrow.',
      actual: written,
    });
  } else if (!claim.struck) {
    report(file, 'claims-not-struck', claim, `Unexpected \`${written}\`, expected what was said struck out`, {
      note: 'Put two tildes on both sides of it: `~~what was said~~`. A bold word before it may say what became of it.',
      actual: written,
    });
  }
}

/** Who says that somebody is wrong says how they know. */
export function checkSources(
  directive: ComponentDirective,
  blocks: readonly Block[],
  { file }: ComponentContext,
): void {
  if (blocks.some(isSource) || hasNote(blocks)) return;
  const reason = 'Unexpected claims without a source, expected `Source: …` or a footnote';
  report(file, 'facts-source-missing', directive, reason, {
    note: 'Add a paragraph below the list that begins with `Source:`.',
  });
}
