/**
 * Takes code blocks with a language and leaves them with the colours' classes; what cannot be coloured stays plain, with a message.
 * A step of its own, after raw HTML (whose code blocks count too), since grammars are loaded only when a deck uses them.
 */
import type { Element, Root } from 'hast';
import { toString as hastToString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { suggest } from '../diagnostics/suggest.js';
import { findGrammar, type Grammar, languageNames } from './highlight/grammars.js';
import type { Highlighter } from './highlight/highlighter.js';

/** Longest line and block that are coloured, in characters: grammars are quadratic on long words (200,000 letters took 6 s). */
const longestLine = 2_000;
const longestBlock = 50_000;

const plainNames = new Set(['text', 'txt', 'plain', 'plaintext', 'none']);
const diagramNames = new Set(['mermaid', 'plantuml', 'puml', 'dot', 'graphviz', 'd2']);

interface CodeBlock {
  readonly pre: Element;
  readonly code: Element;
  /** Lower case, without what follows the name (`js{1,3}`); empty where the author gave none. */
  readonly language: string;
}

/**
 * Colour the code blocks of a deck.
 *
 * before: pre > code.language-js > "let a"
 * after:  pre > code.language-js.hljs > span.hljs-keyword "let", " a"
 */
export function rehypeHighlight() {
  let highlighter: Promise<Highlighter> | undefined;
  return async (tree: Root, file: VFile): Promise<void> => {
    for (const block of listCodeBlocks(tree)) {
      addClass(block.code, 'hljs');
      const grammar = chooseGrammar(block, file);
      if (!grammar) continue;
      highlighter ??= import('./highlight/highlighter.js').then((module) => module.createHighlighter());
      block.code.children = await (await highlighter).highlight(grammar, hastToString(block.code));
    }
  };
}

function listCodeBlocks(tree: Root): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  visit(tree, 'element', (pre) => {
    const [code] = pre.children;
    if (pre.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return;
    const language = readLanguage(code);
    if (language !== 'math') blocks.push({ pre, code, language });
  });
  return blocks;
}

function readLanguage(code: Element): string {
  const prefix = 'language-';
  const name = classesOf(code).find((one) => one.startsWith(prefix)) ?? prefix;
  return (/^[^{[,:]*/.exec(name.slice(prefix.length))?.[0] ?? '').toLowerCase();
}

/** The grammar to use, or nothing (said to the author where that is not what was asked for). */
function chooseGrammar({ pre, code, language }: CodeBlock, file: VFile): Grammar | undefined {
  if (language === '' || plainNames.has(language)) return undefined;
  if (diagramNames.has(language)) {
    report(file, 'code-diagram', pre, `Unexpected diagram in \`${language}\`, expected code or a picture`, {
      actual: language,
      note: 'Diagrams are not drawn yet: put the drawing into an SVG file and show it as a picture.',
    });
    return undefined;
  }
  const grammar = findGrammar(language);
  if (!grammar) reportUnknown(language, pre, file);
  else if (isTooLong(hastToString(code))) {
    const reason = `Unexpected long code, expected at most ${longestLine} characters a line and ${longestBlock} in all`;
    report(file, 'code-too-long', pre, reason, { note: 'Show the lines that matter.' });
    return undefined;
  }
  return grammar;
}

function reportUnknown(language: string, pre: Element, file: VFile): void {
  const close = suggest(language, languageNames);
  report(file, 'code-language-unknown', pre, `Unexpected language \`${language}\`, expected a known one`, {
    actual: language,
    expected: close ? [close] : undefined,
    note: close ? `Did you mean \`${close}\`?` : 'Write `text` for code without colours.',
  });
}

function isTooLong(code: string): boolean {
  return code.length > longestBlock || code.split('\n').some((line) => line.length > longestLine);
}

function classesOf(element: Element): string[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

function addClass(element: Element, name: string): void {
  const classes = classesOf(element);
  if (!classes.includes(name)) element.properties.className = [...classes, name];
}
