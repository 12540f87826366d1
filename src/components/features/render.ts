/** Takes a feature list and leaves its figure: a list in a grid, each feature under a rule of its own. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import { patched, renderBlocks, renderFigure, renderPart, spanning } from '../render-figure.js';
import { detailOf, type Feature, type FeaturesNode, featuresOf, partOf } from './node.js';

/** Render a feature list. */
export function renderFeatures(state: State, node: FeaturesNode): Element {
  const features = featuresOf(node);
  const items = features.map((feature) => renderFeature(state, feature, node.stepwise));
  const list = spanning(state, features, h('ul', { dataCols: String(node.cols) }, items));
  return renderFigure(state, node, 'feature', [list]);
}

function renderFeature(state: State, feature: Feature, stepwise: boolean): Element {
  const item = h('li', { className: ['feature', ...(stepwise ? ['fragment'] : [])] }, [
    ...renderPart(state, partOf(feature, 'featureIcon'), 'div', 'feature-icon'),
    ...renderPart(state, partOf(feature, 'featureLead'), 'div', 'feature-lead'),
    ...renderPart(state, partOf(feature, 'featureText'), 'div', 'feature-text'),
    ...renderBlocks(state, detailOf(feature)),
  ]);
  return patched(state, feature, item);
}
