/** Takes a code block and leaves it in pieces that can stand on slides of their own: cut at blank lines, numbers and stressed lines go on. */
import type { Code } from 'mdast';
import { type CodeInfo, readInfo } from '../deck/code-info.js';
import { readSteps, type Step } from '../deck/code-steps.js';
import { cutLines } from './code-size.js';

/** The first lines of pieces, counted from 0; the first is 0. `torn`: wherever lines are not stressed together. */
export function listCodeCuts(code: Code, torn = false): number[] {
  const lines = cutLines(code.value);
  const info = readInfo(code.lang ?? '', code.meta ?? '');
  const steps = stepsOf(info, lines.length);
  const cuts = [0];
  for (const [index, line] of lines.entries()) {
    const opens = index > 0 && line.trim() !== '' && (torn || lines[index - 1]?.trim() === '');
    if (opens && !steps.some((step) => isInside(step, info.start + index))) cuts.push(index);
  }
  return cuts;
}

/** Take lines of a code block as one of its own, blank lines at both ends left out. */
export function takeCode(code: Code, from: number, to: number): Code {
  const lines = cutLines(code.value);
  if (from === 0 && to >= lines.length) return code;
  let last = to;
  while (last > from + 1 && lines[last - 1]?.trim() === '') last -= 1;
  const info = readInfo(code.lang ?? '', code.meta ?? '');
  const meta = writeInfo(info, stepsOf(info, lines.length), from, last);
  const value = lines.slice(from, last).join('\n');
  return { ...code, lang: info.language || null, meta: meta || null, value };
}

/** The lines of a step that stand one after another belong together, with the blank ones between. */
function isInside(step: Step, line: number): boolean {
  return step.includes(line) && (step.includes(line - 1) || step.includes(line - 2));
}

function stepsOf({ lines, start }: CodeInfo, count: number): readonly Step[] {
  return lines ? readSteps(lines, { first: start, last: start + count - 1 }).steps : [];
}

function writeInfo(info: CodeInfo, steps: readonly Step[], from: number, to: number): string {
  const shift = info.numbers ? 0 : from;
  const first = info.start + from;
  const inside = steps.map((step) => step.filter((line) => line >= first && line < info.start + to));
  // A step that stresses nothing shows all; one that stressed lines of another piece is none here.
  const kept = inside.filter((step, index) => step.length > 0 || steps[index]?.length === 0);
  const quote = info.title?.includes('"') ? "'" : '"';
  return [
    ...(info.title === undefined ? [] : [`title=${quote}${info.title}${quote}`]),
    ...(info.numbers ? [`start=${first}`] : []),
    ...(info.diff ? ['diff'] : []),
    ...(kept.some((step) => step.length > 0)
      ? [`{${kept.map((step) => step.map((line) => line - shift).join(',') || 'all').join('|')}}`]
      : []),
    ...(from === 0 ? info.unknown : []),
  ].join(' ');
}
