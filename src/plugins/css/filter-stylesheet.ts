/**
 * Takes a stylesheet of the deck's author and leaves it filtered as inline styles are, and scoped to slides or to one slide.
 * Written anew from its tree, so that no unbalanced brace can end the scope.
 */
import {
  type Atrule,
  type Block,
  type CssNode,
  find,
  generate,
  List,
  type Rule,
  type StyleSheet,
} from 'css-tree';
import { parseCss } from '../../deck/parse-css.js';
import { isSafe } from './filter-style.js';

/** A stylesheet after filtering. */
export interface FilteredStylesheet {
  /** Rules inside `@scope`, keyframes beside it; empty when nothing stays. */
  readonly css: string;
  /** What was removed, as written. */
  readonly removed: readonly string[];
}

/** At-rules that only choose; others fetch (`@import`, `@font-face`) or reach beyond the slide (`@page`). */
const groupRules = new Set(['media', 'supports', 'container']);

/**
 * Filter and scope a stylesheet.
 *
 * @param scope selector of the elements in which it counts: `.slide`, `#intro`
 */
export function filterStylesheet(css: string, scope: string): FilteredStylesheet {
  const removed: string[] = [];
  let sheet: CssNode;
  try {
    sheet = parseCss(css, { positions: true, parseCustomProperty: true });
  } catch {
    return { css: '', removed: [css.trim().slice(0, 80)] };
  }
  if (sheet.type !== 'StyleSheet') return { css: '', removed };
  const note = (node: CssNode) => {
    const text = node.loc ? css.slice(node.loc.start.offset, node.loc.end.offset) : generate(node);
    removed.push(text.replace(/\s+/g, ' ').trim().slice(0, 80));
  };
  const keyframes: string[] = [];
  filterChildren(sheet, note, (node) => keyframes.push(generate(node)));
  const rules = generate(sheet);
  const scoped = rules === '' ? '' : `@scope (${scope}){${rules}}`;
  return { css: [...keyframes, scoped].filter(Boolean).join('\n'), removed };
}

function filterChildren(
  parent: StyleSheet | Block,
  note: (node: CssNode) => void,
  keepApart: (node: Atrule) => void,
): void {
  const kept = new List<CssNode>();
  parent.children.forEach((node) => {
    if (node.type === 'Comment') return;
    if (node.type === 'Atrule' && /^(-webkit-)?keyframes$/i.test(node.name) && isQuiet(node, note))
      keepApart(node);
    else if (staysIn(node, note, keepApart)) kept.appendData(node);
    else note(node);
  });
  parent.children = kept;
}

function staysIn(node: CssNode, note: (node: CssNode) => void, keepApart: (node: Atrule) => void): boolean {
  if (node.type === 'Declaration') return isSafe(node);
  if (node.type === 'Rule') return staysRule(node, note, keepApart);
  if (node.type !== 'Atrule' || !groupRules.has(node.name.toLowerCase()) || !node.block) return false;
  if (isUnread(node.prelude)) return false;
  filterChildren(node.block, note, keepApart);
  return true;
}

function staysRule(rule: Rule, note: (node: CssNode) => void, keepApart: (node: Atrule) => void): boolean {
  if (isUnread(rule.prelude)) return false;
  filterChildren(rule.block, note, keepApart);
  return true;
}

/** Keyframes hold rules of their own; what they may declare is the same. */
function isQuiet(node: Atrule, note: (node: CssNode) => void): boolean {
  if (!node.block || isUnread(node.prelude)) return false;
  filterChildren(node.block, note, () => undefined);
  return true;
}

/** What css-tree gave up on may hold anything, a brace that ends the scope too. */
function isUnread(prelude: CssNode | null): boolean {
  return prelude !== null && find(prelude, (node) => node.type === 'Raw') !== null;
}
