/** Takes the parts of a text and leaves one tree, as if the text had been read at once. The trees of the parts stay as they are. */
import type { Root } from 'mdast';
import { movePlaces, movePoint, origin } from '../../deck/content-key.js';
import type { TextPart } from './split-text.js';

/** Join the trees of parts. */
export function joinParts(parts: readonly TextPart[]): Root {
  const children: Root['children'] = [];
  let end = origin;
  for (const { tree } of parts) {
    children.push(...movePlaces(tree.children, origin, end));
    end = movePoint(tree.position?.end ?? origin, origin, end);
  }
  return { type: 'root', children, position: { start: { ...origin }, end } };
}
