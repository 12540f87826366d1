/**
 * Takes code blocks and leaves them in threads: blocks that are pieces of one program and are coloured as one text, so that
 * a string or a comment may begin in one and end in another. Others are threads of their own.
 */
import type { ElementContent } from 'hast';
import { toString as hastToString } from 'hast-util-to-string';
import type { CodeBlock } from './lay-out.js';
import { splitLines } from './split-lines.js';

/** Blocks of one text, in its order. */
export interface Thread {
  readonly blocks: readonly [CodeBlock, ...CodeBlock[]];
  readonly source: string;
  /** Whether they are pieces that a component made: it lays them out itself. */
  readonly isPieces: boolean;
}

/** Tie blocks with one `data-thread` together, and take the attribute off. */
export function tieThreads(blocks: readonly CodeBlock[]): Thread[] {
  const threads = new Map<string, [CodeBlock, ...CodeBlock[]]>();
  for (const [index, block] of blocks.entries()) {
    const { dataThread } = block.pre.properties;
    delete block.pre.properties.dataThread;
    const key = dataThread === undefined ? `#${index}` : String(dataThread);
    const known = threads.get(key);
    if (known) known.push(block);
    else threads.set(key, [block]);
  }
  return [...threads].map(([key, pieces]) => ({
    blocks: pieces,
    source: pieces.map(({ code }) => hastToString(code)).join('\n'),
    isPieces: !key.startsWith('#'),
  }));
}

/** Give each piece of a thread its lines of the coloured text. */
export function shareOut({ blocks }: Thread, coloured: readonly ElementContent[]): void {
  if (blocks.length === 1) {
    blocks[0].code.children = [...coloured];
    return;
  }
  const lines = splitLines(coloured);
  let next = 0;
  for (const { code } of blocks) {
    const count = hastToString(code).split(/\r\n|\r|\n/).length;
    code.children = lines
      .slice(next, next + count)
      .flatMap((line, index): ElementContent[] =>
        index > 0 ? [{ type: 'text', value: '\n' }, ...line] : line,
      );
    next += count;
  }
}
