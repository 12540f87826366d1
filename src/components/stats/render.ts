/** Takes numbers and leaves their figure: a list in columns, each number as large as the longest of them allows. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import { renderAsOf } from '../as-of.js';
import type { ComponentContext } from '../component.js';
import { patched, renderBlocks, renderFigure, renderPart, spanning } from '../render-figure.js';
import { longestNumber } from './layout.js';
import { detailOf, mostBeside, partOf, type Stat, type StatsNode, statsOf } from './node.js';

/** Render numbers in large type. */
export function renderStats(state: State, node: StatsNode, context: ComponentContext): Element {
  const stats = statsOf(node);
  const columns = Math.min(mostBeside, Math.max(1, stats.length));
  const style = `--stats-columns:${columns};--stats-ems:${longestNumber(node).toFixed(2)}`;
  const items = stats.map((stat) => renderStat(state, stat, node.stepwise));
  const figure = renderFigure(state, node, 'stat', [spanning(state, stats, h('ul', { style }, items))]);
  // Behind the author's source, with which it stands at the foot.
  figure.children.push(...renderAsOf(state, node, node.asOf, context));
  return figure;
}

/** The blank keeps number and label two words for whoever copies or hears them. */
function renderStat(state: State, stat: Stat, stepwise: boolean): Element {
  const number = renderPart(state, partOf(stat, 'statNumber'), 'strong', 'stat-number');
  const label = renderPart(state, partOf(stat, 'statLabel'), 'span', 'stat-label');
  const item = h('li', { className: ['stat', ...(stepwise ? ['fragment'] : [])] }, [
    ...number,
    ...(number.length > 0 && label.length > 0 ? [{ type: 'text', value: ' ' } as const] : []),
    ...label,
    ...renderBlocks(state, detailOf(stat)),
  ]);
  return patched(state, stat, item);
}
