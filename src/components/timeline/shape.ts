/** Takes the children of a timeline and leaves those that are to be shown: the lanes that `only` names. */
import { toString } from 'mdast-util-to-string';
import { laneName, lanesOf, type TimelineChild } from './node.js';
import type { TimelineOptions } from './options.js';

/** Choose lanes by name; all where none of the names fits, as a timeline without lanes shows nothing. */
export function chooseLanes(
  children: readonly TimelineChild[],
  { only }: Pick<TimelineOptions, 'only'>,
): TimelineChild[] {
  const names = new Set(only);
  const isChosen = (child: TimelineChild): boolean =>
    child.type !== 'timelineLane' || names.has(toString(laneName(child)).trim().toLowerCase());
  const chosen = children.filter(isChosen);
  return only.length > 0 && lanesOf({ children: chosen }).length > 0 ? chosen : [...children];
}
