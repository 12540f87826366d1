/**
 * Takes a processor and leaves it with the deck's language: CommonMark plus front matter, GFM, block directives and math.
 * A plugin of its own since the parser must know the whole language before the first character.
 */

import { directiveFromMarkdown } from 'mdast-util-directive';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { directive } from 'micromark-extension-directive';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { Extension } from 'micromark-util-types';
import type { Processor } from 'unified';
import { mathFlow } from './syntax/math-flow.js';
import { mathText } from './syntax/math-text.js';
import { variableFromMarkdown, variableText } from './syntax/variable.js';

/** Register the deck's syntax with the parser. */
export function remarkSyntax(this: Processor): void {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- unified hands its processor over so
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(
    frontmatter(['yaml']),
    // One tilde stays text: "about ~5 minutes, ~10 at most".
    gfm({ singleTilde: false }),
    blockDirective(),
    dollarMath(),
    { text: { 123: variableText() } },
  );
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push(
    frontmatterFromMarkdown(['yaml']),
    gfmFromMarkdown(),
    directiveFromMarkdown(),
    mathFromMarkdown(),
    displayMathInText(),
    variableFromMarkdown(),
  );
}

/** Directives without the text construct, which would eat `16:9`, `10:30` and `TF:2.16`. */
function blockDirective(): Extension {
  return { flow: directive().flow };
}

function dollarMath(): Extension {
  return { flow: { 36: mathFlow() }, text: { 36: mathText() } };
}

/**
 * Mark math with two dollars in a line of text as display math, as Pandoc and GitHub do.
 *
 * before: inlineMath{data.hProperties.className: [language-math, math-inline]}
 * after:  inlineMath{data.hProperties.className: [language-math, math-display]}
 */
function displayMathInText(): FromMarkdownExtension {
  return {
    exit: {
      mathTextSequence(token) {
        // On top of the stack lies the buffer of the formula's text, the node under it.
        const node = this.stack.at(-2);
        if (node?.type !== 'inlineMath' || token.end.offset - token.start.offset < 2) return;
        node.data = { ...node.data, hProperties: { className: ['language-math', 'math-display'] } };
      },
    },
  };
}
