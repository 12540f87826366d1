/**
 * The floor of `build`: Markdown -> HTML by the same parser, highlighter and writer, with nothing of Lectern's around.
 * It also makes the text of the plain pages.
 */
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';
import { createLowlight } from 'lowlight';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { directive } from 'micromark-extension-directive';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Render a deck as one HTML text; plain: without colours and without what is said beside the slides. */
export function renderBare(markdown, { plain = false } = {}) {
  const tree = unified().use(remarkParse).use(syntax).parse(markdown);
  if (plain) tree.children = tree.children.filter((node) => node.type !== 'containerDirective');
  const html = toHast(tree);
  if (!plain) highlight(html);
  return toHtml(html);
}

/** What the decks use: no math. */
function syntax() {
  const data = this.data();
  data.micromarkExtensions = [frontmatter(['yaml']), gfm(), { flow: directive().flow }];
  data.fromMarkdownExtensions = [
    frontmatterFromMarkdown(['yaml']),
    gfmFromMarkdown(),
    directiveFromMarkdown(),
  ];
}

function highlight(tree) {
  const lowlight = createLowlight({ python, ts: typescript });
  visit(tree, 'element', (node) => {
    const [language] = node.tagName === 'code' ? (node.properties.className ?? []) : [];
    if (!language) return;
    node.children = lowlight.highlight(language.slice('language-'.length), toString(node)).children;
  });
}
