/** Takes a heading and leaves its rank in the author's text: on a slide it is changed to fit under the title. */
import type { Heading } from 'mdast';
import type { VFile } from 'vfile';

/** Read the rank of a heading as its author wrote it. */
export function writtenRank(heading: Heading, file: VFile): number {
  return readMarks(heading, file).length || heading.depth;
}

/** Tell whether a heading is written with `#`, not with a line of dashes below it. */
export function isMarked(heading: Heading, file: VFile): boolean {
  return readMarks(heading, file) !== '';
}

function readMarks({ position }: Heading, file: VFile): string {
  const offset = position?.start.offset ?? 0;
  return /^#*/.exec(String(file.value).slice(offset, offset + 6))?.[0] ?? '';
}
