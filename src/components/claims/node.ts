/** The nodes of claims: `claims > claim > (claimStatus, claimThen, claimNow, blocks …)`. All text stays in `children`. */
import type { Parent, PhrasingContent } from 'mdast';
import type { Block } from '../container.js';
import type { FigureNode } from '../render-figure.js';

/** What became of a claim, where the word is one that we know: it has a mark of its own. */
export type Verdict = 'outdated' | 'wrong';

/** One part of a claim. */
export interface ClaimPart extends Parent {
  type: 'claimStatus' | 'claimThen' | 'claimNow';
  children: PhrasingContent[];
}

/** One claim: the author's word for what became of it (if any), what was said, what holds. */
export interface Claim extends Parent {
  type: 'claim';
  /** Nothing where the author has a word of their own. */
  verdict: Verdict | undefined;
  /** Whether all of what was said is struck out. */
  struck: boolean;
  children: (ClaimPart | Block)[];
}

/** What was said, beside what holds. */
export interface ClaimsNode extends FigureNode {
  type: 'claims';
  /** Heads of the two columns. */
  heads: { was: string; now: string };
  /** As written: `2026-11`. */
  asOf: string | undefined;
  reveal: 'none' | 'rows' | 'answers';
  children: (Claim | Block)[];
}

declare module 'mdast' {
  interface BlockContentMap {
    claims: ClaimsNode;
  }
  interface RootContentMap {
    claims: ClaimsNode;
    claim: Claim;
    claimPart: ClaimPart;
  }
}

/** List the claims of a node. */
export function claimsOf(node: ClaimsNode): Claim[] {
  return node.children.filter((child) => child.type === 'claim');
}

/** Find a part of a claim. */
export function partOf(claim: Claim, type: ClaimPart['type']): ClaimPart | undefined {
  return claim.children.find((child): child is ClaimPart => child.type === type);
}

/** List the blocks below the first line of a claim. */
export function detailOf(claim: Claim): Block[] {
  return claim.children.filter((child): child is Block => !child.type.startsWith('claim'));
}
