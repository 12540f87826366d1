/** Takes a feature list and a room and leaves its height, or the parts that fit, cut between the lines of its grid. Sizes are those of style.css. */
import type { Room } from '../component.js';
import { measureFrame, splitFigure } from '../figure-layout.js';
import { measureBlocks, measureInline, scaleLook, type TextLook } from '../measure-flow.js';
import { detailOf, type Feature, type FeaturesNode, featuresOf, partOf } from './node.js';

const lead = { size: 26, weight: 600, family: 'display', line: 1.2, below: 8 } as const;
const text = { size: 21, weight: 400, line: 1.42 } as const;
const roomyText = { ...text, size: 24 } as const;
/** So many features have the size of running text. */
const few = 4;
const grid = { columnGap: 44, rowGap: 34, padding: 14, icon: 56 };

/** Estimate the height of a feature list. */
export function measureFeatures(node: FeaturesNode, room: Room): number {
  const heights = gridLines(node).map((line) => lineHeight(line, node, room));
  return heights.reduce((sum, height) => sum + height, measureFrame(node, 'feature', room));
}

/** Cut a feature list between the lines of its grid. */
export function splitFeatures(node: FeaturesNode, room: Room): readonly FeaturesNode[] {
  const lines = gridLines(node);
  const heights = lines.map((line) => lineHeight(line, node, room));
  return splitFigure(node, 'feature', lines, heights, measureFrame(node, 'feature', room), room);
}

function gridLines(node: FeaturesNode): Feature[][] {
  const features = featuresOf(node);
  return Array.from({ length: Math.ceil(features.length / node.cols) }, (_, line) =>
    features.slice(line * node.cols, (line + 1) * node.cols),
  );
}

function lineHeight(line: readonly Feature[], node: FeaturesNode, { width, fit }: Room): number {
  const own = (width - (node.cols - 1) * grid.columnGap) / node.cols;
  const look = scaleLook(featuresOf(node).length > few ? text : roomyText, fit);
  return Math.max(...line.map((feature) => featureHeight(feature, own, look, fit))) + grid.rowGap * fit;
}

function featureHeight(feature: Feature, width: number, look: TextLook, fit: number): number {
  const icon = partOf(feature, 'featureIcon') ? grid.icon : 0;
  const title = partOf(feature, 'featureLead');
  const words = partOf(feature, 'featureText');
  return (
    (grid.padding + icon) * fit +
    (title ? measureInline(title.children, width, scaleLook(lead, fit)) + lead.below * fit : 0) +
    (words ? measureInline(words.children, width, look) : 0) +
    measureBlocks(detailOf(feature), width, fit)
  );
}
