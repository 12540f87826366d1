/** The nodes of a feature list: `features > feature > (featureIcon, featureLead, featureText)`. All text stays in `children`. */
import type { Parent, PhrasingContent } from 'mdast';
import type { Block } from '../container.js';
import type { FigureNode } from '../render-figure.js';

/** A part of a feature's line: the picture it begins with, its name, what is said of it. */
export interface FeaturePart extends Parent {
  type: 'featureIcon' | 'featureLead' | 'featureText';
  children: PhrasingContent[];
}

/** One feature: icon, lead and text at most once, then the blocks below its line. */
export interface Feature extends Parent {
  type: 'feature';
  children: (FeaturePart | Block)[];
}

/** Features in a grid. */
export interface FeaturesNode extends FigureNode {
  type: 'features';
  cols: 1 | 2 | 3;
  stepwise: boolean;
  children: (Feature | Block)[];
}

declare module 'mdast' {
  interface BlockContentMap {
    features: FeaturesNode;
  }
  interface RootContentMap {
    features: FeaturesNode;
    feature: Feature;
    featurePart: FeaturePart;
  }
}

/** List the features. */
export function featuresOf(node: FeaturesNode): Feature[] {
  return node.children.filter((child) => child.type === 'feature');
}

/** Find a part of a feature's line. */
export function partOf(feature: Feature, type: FeaturePart['type']): FeaturePart | undefined {
  return feature.children.find((child): child is FeaturePart => child.type === type);
}

/** List the blocks below the line of a feature. */
export function detailOf(feature: Feature): Block[] {
  return feature.children.filter((child): child is Block => !child.type.startsWith('feature'));
}
