/** Takes the inline content of a cell and leaves what it says, and what is shown of it; nothing of the author's content is lost on the way. */
import type { PhrasingContent } from 'mdast';
import { type CellValue, type ReadOptions, readCellValue } from './cell-value.js';
import { cutStart, isBlank, onlyOf, textOf } from './inline.js';

/** A value, and what is left of the content where a mark or words of ours stand for the value. */
export interface ReadContent {
  readonly value: CellValue;
  readonly rest?: readonly PhrasingContent[];
}

/** Read the value of a cell. */
export function readContent(content: readonly PhrasingContent[], options: ReadOptions = {}): ReadContent {
  if (content.every(isBlank)) return { value: { kind: 'empty' } };
  const value = readCellValue(textOf(content), options);
  const other = onlyOf(content)?.type === 'link' ? ({ kind: 'link' } as const) : ({ kind: 'text' } as const);
  // A picture without a text, or a number that is struck out, is not the value of its words.
  if (value.kind === 'empty' || content.some(isNoWord)) return { value: other };
  if (!('length' in value)) return { value: value.kind === 'text' ? other : value };
  const rest = cutStart(content, value.length);
  if (rest) return { value, rest };
  return { value: value.kind === 'date' ? value : other };
}

function isNoWord(node: PhrasingContent): boolean {
  return node.type === 'image' || node.type === 'imageReference' || node.type === 'delete';
}
