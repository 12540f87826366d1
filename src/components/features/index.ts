/** `:::features`: what something can do, in a grid. */
import type { Component } from '../component.js';
import { measureFeatures, splitFeatures } from './layout.js';
import type { FeaturesNode } from './node.js';
import { optionTable } from './options.js';
import { parseFeatures } from './parse.js';
import { renderFeatures } from './render.js';

/** The feature list. */
export const features: Component<FeaturesNode> = {
  name: 'features',
  summary: 'What something can do, in a grid of two or three columns',
  options: optionTable,
  form: 'container',
  parse: parseFeatures,
  measure: measureFeatures,
  split: splitFeatures,
  render: renderFeatures,
};
