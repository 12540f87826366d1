/** Takes a tag inside a raw node and leaves its place in the deck, which the node's own position does not give. */
import type { Raw } from 'mdast-util-to-hast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Tag } from './scan-tags.js';

/** A tag and the raw node it stands in. */
export interface TagInNode extends Tag {
  readonly node: Raw;
}

const lineEnding = /\r\n|\r|\n/;

/** Make a function that finds where a tag stands in the file; the file is split into lines at most once. */
export function createTagLocator(file: VFile): (tag: TagInNode) => Position | undefined {
  let lines: readonly string[] | undefined;
  return ({ node: { position, value }, index, length }) => {
    if (!position) return undefined;
    const before = value.slice(0, index).split(lineEnding);
    const line = position.start.line + before.length - 1;
    const column = (before.at(-1) ?? '').length + (before.length === 1 ? position.start.column : 1);
    const [text = ''] = value.slice(index, index + length).split(lineEnding);
    // In lists and quotes the lines of the node lack their `> `, so that the line of the file must be asked.
    lines ??= String(file.value).split(lineEnding);
    const found = (lines[line - 1] ?? '').indexOf(text, column - 1);
    const start = { line, column: found < 0 ? column : found + 1 };
    return { start, end: { line, column: start.column + text.length } };
  };
}
