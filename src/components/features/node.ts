/** The nodes of a feature list: `features > feature > (featureIcon, featureLead, featureText)`. All text stays in `children`. */
import type { Image, ImageReference, Parent, PhrasingContent } from 'mdast';
import type { Block } from '../container.js';
import type { FigureNode } from '../render-figure.js';

/** The picture that a feature begins with. */
export interface FeatureIcon extends Parent {
  type: 'featureIcon';
  children: (Image | ImageReference)[];
}

/** The name of a feature. */
export interface FeatureLead extends Parent {
  type: 'featureLead';
  children: PhrasingContent[];
}

/** What is said of it in its line. */
export interface FeatureText extends Parent {
  type: 'featureText';
  children: PhrasingContent[];
}

/** One feature: icon, lead and text at most once, then the blocks below its line. */
export interface Feature extends Parent {
  type: 'feature';
  children: (FeatureIcon | FeatureLead | FeatureText | Block)[];
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
    featureIcon: FeatureIcon;
    featureLead: FeatureLead;
    featureText: FeatureText;
  }
}

/** List the features. */
export function featuresOf(node: FeaturesNode): Feature[] {
  return node.children.filter((child) => child.type === 'feature');
}

/** Find a part of a feature's line. */
export function partOf<T extends 'featureIcon' | 'featureLead' | 'featureText'>(
  feature: Feature,
  type: T,
): Extract<Feature['children'][number], { type: T }> | undefined {
  return feature.children.find(
    (child): child is Extract<Feature['children'][number], { type: T }> => child.type === type,
  );
}

/** List the blocks below the line of a feature. */
export function detailOf(feature: Feature): Block[] {
  return feature.children.filter((child): child is Block => !child.type.startsWith('feature'));
}
