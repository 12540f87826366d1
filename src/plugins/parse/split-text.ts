/**
 * Takes a text with proposed cuts and leaves it in parts, each with its tree. Blocks are decided line by line: a part that ends with a
 * break or a heading at its root is read the same whatever follows. That is asked of the parser, never guessed.
 */
import type { Root } from 'mdast';

/** A part of a text, read by itself. */
export interface TextPart {
  readonly text: string;
  readonly tree: Root;
}

/** Below so many characters a part is not worth the parser's start; most slides are a part. */
const leastLength = 600;

/** Split a text at those of the cuts that the parser confirms. */
export function splitText(text: string, cuts: readonly number[], parse: (part: string) => Root): TextPart[] {
  const parts: TextPart[] = [];
  for (let start = 0; start < text.length; ) {
    const part = takePart(text, start, cuts, parse);
    parts.push(part);
    start += part.text.length;
  }
  return parts.length > 0 ? parts : [{ text, tree: parse(text) }];
}

/** Take the shortest part that ends as it should; twice as many cuts are skipped each time, so that the whole stays linear. */
function takePart(
  text: string,
  start: number,
  cuts: readonly number[],
  parse: (part: string) => Root,
): TextPart {
  let at = findFrom(cuts, start + leastLength);
  for (let step = 1; ; step *= 2) {
    const end = cuts[at] ?? text.length;
    const part = text.slice(start, end);
    const tree = parse(part);
    if (end === text.length || isWhole(part, tree)) return { text: part, tree };
    at += step;
  }
}

function isWhole(part: string, tree: Root): boolean {
  const last = tree.children.at(-1);
  const ends = last?.type === 'thematicBreak' || last?.type === 'heading';
  return ends && last.position?.end.offset === part.trimEnd().length;
}

/** Index of the first cut that is not before an offset. */
function findFrom(cuts: readonly number[], offset: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
