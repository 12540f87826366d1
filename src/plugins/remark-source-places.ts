/**
 * Takes lists of sources and leaves with each source the slides that name it. A step of its own, after slides were cut to
 * fit: only then is it known what stands on which slide, and under which number.
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { SourcePlace } from '../components/sources/node.js';
import { listUses } from './sources/list-uses.js';

/** Tell sources the slides that name them. */
export function remarkSourcePlaces() {
  return (tree: Root): void => {
    let places: ReadonlyMap<string, SourcePlace[]> | undefined;
    visit(tree, 'sources', (node) => {
      places ??= listPlaces(tree);
      for (const child of node.children) {
        if (child.type === 'sourceEntry') child.places = places.get(child.key) ?? [];
      }
    });
  };
}

/** A slide that shows no number of its own is not listed: nobody could find it by that. */
function listPlaces(tree: Root): Map<string, SourcePlace[]> {
  const places = new Map<string, SourcePlace[]>();
  for (const { key, slide } of listUses(tree)) {
    const known = places.get(key) ?? [];
    places.set(key, known);
    if (!slide.options.uncounted && known.at(-1)?.id !== slide.id) {
      known.push({ id: slide.id, number: slide.counted });
    }
  }
  return places;
}
