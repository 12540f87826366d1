/** Takes `1-3|5|all` and leaves the line numbers of each step; what names no line of the code is set apart. */
import type { WrittenLines } from './code-info.js';

/** The lines that a step stresses; none means all, and nothing is dimmed. */
export type Step = readonly number[];

/** The steps of a code block, and the parts of the text that name no lines. */
export interface ReadSteps {
  readonly steps: readonly Step[];
  readonly invalid: readonly string[];
}

/** The numbers that a code block shows, or would show. */
export interface LineNumbers {
  readonly first: number;
  readonly last: number;
}

/** Read the steps of a code block. An empty step stresses nothing, like `all`. */
export function readSteps({ text, fromOne }: WrittenLines, { first, last }: LineNumbers): ReadSteps {
  const invalid: string[] = [];
  const shift = fromOne ? first - 1 : 0;
  const steps = text.split('|').map((part) => {
    const lines = new Set<number>();
    for (const range of part.split(',').map((one) => one.trim())) {
      if (/^(?:all|\*|)$/i.test(range)) continue;
      const [from, to] = readRange(range, shift);
      if (from < first || to > last || from > to) invalid.push(range);
      else for (let line = from; line <= to; line += 1) lines.add(line);
    }
    return [...lines].sort((one, other) => one - other);
  });
  return { steps, invalid };
}

/** The ends of `3` or `3-5`; numbers that no comparison holds for where it is neither. */
function readRange(range: string, shift: number): [from: number, to: number] {
  const [, from, to = from] = /^(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?$/.exec(range) ?? [];
  if (from === undefined || to === undefined) return [1, 0];
  return [Number(from) + shift, Number(to) + shift];
}
