/**
 * Takes a coloured code block and leaves what its info string asks for: a title, lines with numbers, stress, changes, steps.
 * A block that asks for nothing keeps its form. Steps are empty elements behind the code, so that there is one copy of it.
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { type CodeInfo, isPatch } from '../../deck/code-info.js';
import { readSteps, type Step } from '../../deck/code-steps.js';
import { report } from '../../diagnostics/report.js';
import { type Change, readChanges, restoreSign } from './diff-lines.js';
import type { CodePlace } from './fit-code.js';
import { splitLines } from './split-lines.js';

/** A code block whose code is coloured, or plain. */
export interface CodeBlock {
  readonly pre: Element;
  readonly code: Element;
  readonly info: CodeInfo;
  readonly place: CodePlace;
  /** Long lines go on on the next: what goes on is told from what begins by lines of their own. */
  readonly wraps?: boolean;
}

/**
 * Lay out a code block.
 *
 * before: pre > code > span.hljs-keyword "let", " a\n"
 * after:  figure.code > (figcaption "app.ts", pre.numbers > code > span.code-line[data-line=1] …)
 *
 * @param source the code as the author wrote it
 */
export function layOutCode(block: CodeBlock, source: string, file: VFile): void {
  const { pre, code, info } = block;
  if (info.numbers || info.diff || info.lines || block.wraps) {
    const texts = source.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/);
    const steps = stepsOf(block, texts.length, file);
    const changes = info.diff ? readChanges(texts, isPatch(info.language)) : [];
    code.children = renderLines(code.children, texts.length, { info, changes, stressed: steps.at(-1) });
    if (steps.length > 1) addSteps(pre, steps);
    if (info.numbers) addNumbers(pre, info.start + texts.length - 1);
  }
  if (info.title !== undefined) addTitle(pre, info.title);
}

/** Read the stressed lines; those that are not there are reported and left out. */
function stepsOf({ pre, info }: CodeBlock, count: number, file: VFile): readonly Step[] {
  if (!info.lines) return [];
  const range = { first: info.start, last: info.start + count - 1 };
  const { steps, invalid } = readSteps(info.lines, range);
  const words = count === 1 ? `line ${range.first}` : `lines from ${range.first} to ${range.last}`;
  for (const part of invalid) {
    report(file, 'code-lines-invalid', pre, `Unexpected lines \`${part}\`, expected ${words}`, {
      actual: part,
      note: 'Write lines as `2`, ranges as `1-3`, commas between them and `|` between steps: `{1-3|5,7|all}`.',
    });
  }
  return steps;
}

interface LineFacts {
  readonly info: CodeInfo;
  readonly changes: readonly (Change | undefined)[];
  /** The last step: what a page without a script and a printed one show. */
  readonly stressed: Step | undefined;
}

function renderLines(children: readonly ElementContent[], count: number, facts: LineFacts): ElementContent[] {
  const { info, changes, stressed } = facts;
  const lines = splitLines(children).slice(0, count);
  return lines.flatMap((content, index): ElementContent[] => {
    const number = info.start + index;
    const change = changes[index];
    if (change) restoreSign(content, change);
    const properties = {
      className: ['code-line'],
      dataLine: String(number),
      dataHighlight: stressed?.includes(number) ? '' : undefined,
      dataDiff: change,
    };
    return [h('span', properties, content), { type: 'text', value: '\n' }];
  });
}

function addSteps(pre: Element, steps: readonly Step[]): void {
  pre.properties.dataSteps = JSON.stringify(steps);
  const further = steps.slice(1);
  pre.children.push(
    ...further.map(() => h('span', { className: ['fragment', 'code-step'], ariaHidden: 'true' })),
  );
}

/** The column of numbers is as wide as the last one; most have two digits. */
function addNumbers(pre: Element, last: number): void {
  addClass(pre, 'numbers');
  if (last > 99) pre.properties.dataDigits = String(last).length.toString();
}

/** The block becomes the figure and keeps its place and its classes: it may be a step as a whole. */
function addTitle(block: Element, title: string): void {
  const { className, ...others } = block.properties;
  const classes = Array.isArray(className) ? className.map(String) : [];
  const pre: Element = { ...block, properties: others };
  if (classes.includes('numbers')) addClass(pre, 'numbers');
  block.tagName = 'figure';
  block.properties = { className: ['code', ...classes.filter((name) => name !== 'numbers')] };
  block.children = [h('figcaption', title), pre];
  delete block.data;
}

function addClass(element: Element, name: string): void {
  const { className } = element.properties;
  element.properties.className = [...(Array.isArray(className) ? className : []), name];
}
