/**
 * Takes formulas as mdast-util-math leaves them and leaves them drawn: KaTeX's HTML for the eye, MathML for the ear.
 * A step of its own, after raw HTML (parsing KaTeX's spans again would cost more than drawing them), loading KaTeX only when used.
 */
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as hastToString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type KatexModule from 'katex';
import type { KatexOptions } from 'katex';
import { SKIP, visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';

declare module 'vfile' {
  interface DataMap {
    /** Whether the deck has a formula, so that the page needs KaTeX's style sheet and fonts. */
    usesMath?: boolean;
  }
}

type Katex = typeof KatexModule;

interface Formula {
  readonly code: Element;
  readonly source: string;
  readonly display: boolean;
  /** What the formula replaces: the `pre` around a block, else the `code` itself. */
  readonly replaced: Element;
  readonly parent: Root | Element;
}

/**
 * Draw the formulas of a deck.
 *
 * before: pre > code.language-math.math-display "x^2"   | code.language-math.math-inline "x"
 * after:  div.math-display > span.katex-display > …     | span.math-inline > span.katex > …
 */
export function rehypeMath() {
  return async (tree: Root, file: VFile): Promise<void> => {
    const formulas = listFormulas(tree);
    if (formulas.length === 0) return;
    file.data.usesMath = true;
    const { default: katex } = await import('katex');
    for (const formula of formulas) {
      const index = formula.parent.children.findIndex((child) => child === formula.replaced);
      formula.parent.children[index] = drawFormula(formula, katex, file);
    }
  };
}

function listFormulas(tree: Root): Formula[] {
  const formulas: Formula[] = [];
  visitParents(tree, 'element', (code, ancestors) => {
    const { className } = code.properties;
    if (code.tagName !== 'code' || !Array.isArray(className) || !className.includes('language-math'))
      return undefined;
    const parent = ancestors.at(-1);
    const above = ancestors.at(-2);
    const block = parent?.type === 'element' && parent.tagName === 'pre' && parent.children.length === 1;
    const display = block || className.includes('math-display');
    const replaced = block ? parent : code;
    const owner = block ? above : parent;
    if (owner) formulas.push({ code, source: hastToString(code), display, replaced, parent: owner });
    return SKIP;
  });
  return formulas;
}

function drawFormula(formula: Formula, katex: Katex, file: VFile): Element {
  const { source, display, replaced } = formula;
  // Two dollars inside a line are display math too, but a paragraph holds no `div`.
  const tagName = replaced.tagName === 'pre' ? 'div' : 'span';
  const name = display ? 'math-display' : 'math-inline';
  const result = h(tagName, { className: [name] }, drawSource(formula, katex, file));
  if (result.children.length === 0) result.children.push(h('code', { className: ['math-error'] }, source));
  result.position = replaced.position;
  return result;
}

/** KaTeX's elements, or nothing where it cannot read the formula. */
function drawSource({ source, display, replaced }: Formula, katex: Katex, file: VFile): ElementContent[] {
  const { size, most, what } = measure(source);
  if (size > most) {
    report(
      file,
      'math-too-long',
      replaced,
      `Unexpected ${size} ${what} in a formula, expected at most ${most}`,
      {
        note: 'Cut it into several, or show it as a picture.',
      },
    );
    return [];
  }
  try {
    const tree = fromHtml(katex.renderToString(source, optionsFor(display)), { fragment: true });
    // The positions are those in KaTeX's output, not in the deck.
    visit(tree, (node) => {
      delete node.position;
    });
    return tree.children.filter((child) => child.type === 'element' || child.type === 'text');
  } catch (error) {
    // Not only KaTeX's own `ParseError`: a thousand nested braces overflow its stack.
    report(file, 'math-invalid', replaced, `Unexpected formula \`${shorten(source)}\`, expected LaTeX math`, {
      actual: source,
      note: explain(error, source),
    });
    return [];
  }
}

/** KaTeX takes ten seconds for a hundred thousand characters, and two megabytes of HTML for ten thousand cells. */
function measure(source: string): { readonly size: number; readonly most: number; readonly what: string } {
  const cells = source.match(/&|\\\\/g)?.length ?? 0;
  return cells > 1000
    ? { size: cells, most: 1000, what: 'cells' }
    : { size: source.length, most: 10_000, what: 'characters' };
}

function explain(error: unknown, source: string): string {
  const message = error instanceof Error ? error.message : String(error);
  // No formula holds an empty line, but the rest of a deck does.
  return /\n[ \t]*\n/.test(source) ? 'Is the closing `$$` missing? ' + message : message;
}

function optionsFor(displayMode: boolean): KatexOptions {
  return {
    displayMode,
    output: 'htmlAndMathml',
    throwOnError: true,
    strict: 'ignore',
    maxExpand: 1000,
    maxSize: 50,
    // KaTeX would draw `\href` and `\includegraphics` as red words without telling anybody.
    trust({ command }) {
      throw new Error(`\`${command}\` is not allowed in a formula`);
    },
  };
}

function shorten(source: string): string {
  const line = source.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
