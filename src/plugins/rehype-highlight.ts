/**
 * Takes code blocks and leaves them with the colours' classes and with what the words behind the language ask for: title, numbers,
 * stressed lines, steps, changes. What cannot be coloured stays plain, with a message.
 * A step of its own, after raw HTML (whose code blocks count too), since grammars are loaded only when a deck uses them.
 */
import type { Element, Root } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { infoWords, isPatch, readInfo } from '../deck/code-info.js';
import { report } from '../diagnostics/report.js';
import { suggest } from '../diagnostics/suggest.js';
import { isTooLong, longestCode } from '../fit/code-size.js';
import { hideSigns } from './code/diff-lines.js';
import { type CodePlace, fitCode } from './code/fit-code.js';
import { type CodeBlock, layOutCode } from './code/lay-out.js';
import { shareOut, tieThreads } from './code/threads.js';
import { findGrammar, type Grammar, languageNames } from './highlight/grammars.js';
import type { Highlighter } from './highlight/highlighter.js';

const languagePrefix = 'language-';
const plainNames = new Set(['text', 'txt', 'plain', 'plaintext', 'none']);
const diagramNames = new Set(['mermaid', 'plantuml', 'puml', 'dot', 'graphviz', 'd2']);

/**
 * Colour the code blocks of a deck.
 *
 * before: pre > code.language-js > "let a"
 * after:  pre > code.language-js.hljs > span.hljs-keyword "let", " a"
 */
export function rehypeHighlight() {
  let highlighter: Promise<Highlighter> | undefined;
  return async (tree: Root, file: VFile): Promise<void> => {
    for (const thread of tieThreads(listCodeBlocks(tree))) {
      const { source, isPieces } = thread;
      const [block] = thread.blocks;
      const { info } = block;
      reportWords(block, file);
      const grammar = chooseGrammar(block, source, file);
      if (grammar) {
        highlighter ??= import('./highlight/highlighter.js').then((module) => module.createHighlighter());
        // A patch has a grammar of its own; other languages do not know the signs.
        const readable = info.diff && !isPatch(info.language) ? hideSigns(source) : source;
        shareOut(thread, await (await highlighter).highlight(grammar, readable));
      }
      if (isPieces) continue;
      // Such a block has been reported.
      const wraps = !isTooLong(source) && fitCode(block, source, file);
      layOutCode({ ...block, wraps }, source, file);
    }
  };
}

function listCodeBlocks(tree: Root): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  visitParents(tree, 'element', (pre, ancestors) => {
    const [code] = pre.children;
    if (pre.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return;
    const written = classesOf(code).find((name) => name.startsWith(languagePrefix)) ?? languagePrefix;
    const name = written.slice(languagePrefix.length);
    const info = readInfo(name, code.data?.meta ?? '');
    if (info.language === 'math') return;
    blocks.push({ pre, code, info, place: placeOf(ancestors) });
    const others = classesOf(code).filter((one) => one !== written && one !== 'hljs');
    // Without what is glued to the name: `yaml[2,6]` is YAML.
    const clean = info.language === '' ? [] : [languagePrefix + name.slice(0, info.language.length)];
    code.properties.className = [...clean, ...others, 'hljs'];
  });
  return blocks;
}

function placeOf(ancestors: readonly (Root | Element)[]): CodePlace {
  const around = ancestors.filter((one): one is Element => one.type === 'element');
  return {
    narrow: around.some((one) => classesOf(one).includes('columns')),
    aside: around.some((one) => one.tagName === 'aside'),
  };
}

function reportWords({ pre, info }: CodeBlock, file: VFile): void {
  for (const word of info.unknown) {
    const name = word.replace(/=.*$/, '');
    const close = suggest(name, infoWords);
    const reason = `Unexpected \`${word}\` behind the language, expected \`title="…"\`, \`numbers\`, \`start=5\`, \`diff\` or lines in braces`;
    report(file, 'code-option-unknown', pre, reason, {
      actual: word,
      expected: infoWords,
      note: cureOf(name, close),
    });
  }
}

/** A known name has a value of the wrong kind: the sentence shows the right one. */
function cureOf(name: string, close: string | undefined): string | undefined {
  if (close === name) return undefined;
  return close ? `Did you mean \`${close}\`?` : 'Take it out: it does nothing.';
}

/** The grammar to use, or nothing (said to the author where that is not what was asked for). */
function chooseGrammar({ pre, info }: CodeBlock, source: string, file: VFile): Grammar | undefined {
  const { language } = info;
  if (language === '' || plainNames.has(language)) return undefined;
  if (diagramNames.has(language)) {
    report(file, 'code-diagram', pre, `Unexpected diagram in \`${language}\`, expected code or a picture`, {
      actual: language,
      note: 'Diagrams are not drawn yet: put the drawing into an SVG file and show it as a picture.',
    });
    return undefined;
  }
  const grammar = findGrammar(language);
  if (!grammar) {
    // A chunk of another tool has a message of its own.
    if (!info.chunk) reportUnknown(language, pre, file);
  } else if (isTooLong(source)) {
    const reason = `Unexpected long code, expected at most ${longestCode.line} characters a line and ${longestCode.block} in all`;
    report(file, 'code-too-long', pre, reason, { note: 'Show the lines that matter.' });
    return undefined;
  }
  return grammar;
}

function reportUnknown(language: string, pre: Element, file: VFile): void {
  const close = suggest(language, languageNames) ?? longestPrefix(language);
  report(file, 'code-language-unknown', pre, `Unexpected language \`${language}\`, expected a known one`, {
    actual: language,
    expected: close ? [close] : undefined,
    note: close ? `Did you mean \`${close}\`?` : 'Write `text` for code without colours.',
  });
}

/** The known name that a longer one begins with: `fortranfree` is Fortran, however it is laid out. */
function longestPrefix(language: string): string | undefined {
  const shorter = [...languageNames].filter((name) => name.length > 2 && language.startsWith(name));
  return shorter.sort((one, other) => other.length - one.length)[0];
}

function classesOf(element: Element): string[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map(String) : [];
}
