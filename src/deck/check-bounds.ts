/** Takes a deck before it is parsed and leaves a message where it goes beyond the limits; such a deck is not parsed at all. */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { type BoundsProblem, findBoundsProblem } from './deck-bounds.js';

declare module 'vfile' {
  interface DataMap {
    /** Whether the deck was refused before it was read, which a message has said. */
    refused?: boolean | undefined;
  }
}

/** Tell whether a deck may be parsed, and say why not. */
export function isWithinBounds(file: VFile, maxSize: number): boolean {
  const text = String(file.value);
  if (text.length > maxSize) {
    file.data.refused = true;
    report(
      file,
      'deck-size',
      undefined,
      `Unexpected deck of ${text.length} characters, expected at most ${maxSize}`,
      {
        note: 'Cut it into several decks, or raise the limit with `--max-size`.',
      },
    );
    return false;
  }
  const problem = findBoundsProblem(text);
  if (problem) reportProblem(file, problem);
  return problem === undefined;
}

/** Tell whether a text that becomes part of a deck may be parsed; who includes it says why not. */
export function mayBePart(text: string, maxSize: number): boolean {
  return text.length <= maxSize && findBoundsProblem(text) === undefined;
}

/**
 * Say that a step overflowed the stack, which nesting does that no scan foresees; a deck of which nothing is left.
 *
 * @throws the error when it is another
 */
export function reportOverflow(file: VFile, error: unknown): void {
  // Other range errors are bugs of ours, and must not be taken for the author's.
  if (!(error instanceof RangeError && /call stack/i.test(error.message))) throw error;
  file.data.refused = true;
  const line = findDeepestLine(String(file.value));
  report(
    file,
    'deck-nesting',
    positionAt(line),
    'Unexpected depth of blocks inside one another, expected fewer',
    {
      note: `Nothing of the deck is shown. Look for brackets, HTML elements or quotes inside one another, near line ${line}.`,
    },
  );
}

function reportProblem(file: VFile, { kind, line, found, limit, name }: BoundsProblem): void {
  file.data.refused = true;
  if (kind === 'blocks') {
    report(file, 'deck-blocks', positionAt(line), `Unexpected ${found} ${name}, expected at most ${limit}`, {
      note: 'Nothing of the deck is shown. Cut it into several decks.',
    });
    return;
  }
  if (kind === 'nesting') {
    report(
      file,
      'deck-nesting',
      positionAt(line),
      `Unexpected ${found} blocks inside one another, expected at most ${limit}`,
      {
        note: 'Nothing of the deck is shown. Close what is open, or write it less deep.',
      },
    );
    return;
  }
  report(
    file,
    'deck-marks',
    positionAt(line),
    `Unexpected ${found} marks in one paragraph, expected at most ${limit}`,
    {
      note: 'Nothing of the deck is shown. Put blank lines between paragraphs, or the text into a code block.',
    },
  );
}

function positionAt(line: number): Position {
  return { start: { line, column: 1 }, end: { line, column: 1 } };
}

/** Where to look first: the line with most marks that open something. */
function findDeepestLine(text: string): number {
  let [deepest, most] = [1, 0];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const count = line.match(/[[<{>*(]/g)?.length ?? 0;
    if (count > most) [deepest, most] = [index + 1, count];
  }
  return deepest;
}
