/**
 * Takes slides with raw HTML as text and leaves it as elements, closed inside the block it stands in; comments are gone.
 * Before every step that looks for elements; block by block, so that a stray `</div>` cannot end the slide around it.
 */
import type { Element, ElementContent, Root } from 'hast';
import { raw as parseRaw } from 'hast-util-raw';
import type { Raw } from 'mdast-util-to-hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { dropComments } from './html/drop-comments.js';
import { createTagLocator } from './html/locate-tag.js';
import { matchTags } from './html/match-tags.js';
import { scanTags } from './html/scan-tags.js';

/** Elements that hold blocks, or whose end no inner tag may move. In a `p` an inner `<div>` ends the `p`, so it is none. */
const containerNames = new Set(
  (
    'section article aside div blockquote li td th dd dt figure figcaption caption details summary ' +
    'header footer main nav h1 h2 h3 h4 h5 h6'
  ).split(' '),
);

/**
 * Parse the raw HTML of each slide.
 *
 * before: div.slide-body > raw "<div>", p, raw "</div><!-- x -->"
 * after:  div.slide-body > div > p
 */
export function rehypeRawHtml() {
  return (tree: Root, file: VFile): void => {
    const context = { file, locate: createTagLocator(file) };
    dropComments(tree);
    visit(tree, 'element', (section) => {
      if (!isSlide(section)) return undefined;
      if (parseContainer(section, context)) replaceSections(section, file);
      return SKIP;
    });
  };
}

interface RawContext {
  readonly file: VFile;
  readonly locate: ReturnType<typeof createTagLocator>;
}

function isSlide({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'section' && Array.isArray(className) && className.includes('slide');
}

/** Parse the raw HTML in an element, inner containers first; tells whether there was any. */
function parseContainer(container: Element, context: RawContext): boolean {
  const raws: Raw[] = [];
  let found = false;
  const collect = (parent: Element): void => {
    for (const child of parent.children) {
      if (child.type === 'raw') raws.push(child);
      else if (child.type === 'element' && !containerNames.has(child.tagName)) collect(child);
      else if (child.type === 'element' && parseContainer(child, context)) found = true;
    }
  };
  collect(container);
  if (raws.length === 0) return found;
  reportTags(raws, context);
  container.children = parseChildren(container.children, context.file);
  return true;
}

function reportTags(raws: readonly Raw[], { file, locate }: RawContext): void {
  const tags = raws.flatMap((node) => scanTags(node.value).map((tag) => Object.assign(tag, { node })));
  const { open, stray } = matchTags(tags);
  for (const tag of open) {
    const comment = tag.name === '!--';
    const reason = comment
      ? 'Unexpected comment without an end, expected `-->`'
      : `Unexpected \`<${tag.name}>\` left open, expected \`</${tag.name}>\` in the same block`;
    const note = comment
      ? 'All that follows it is part of the comment.'
      : 'It was closed at the end of the block it stands in, at the latest at the end of its slide.';
    report(file, 'html-unclosed', locate(tag), reason, { actual: `<${tag.name}`, note });
  }
  for (const tag of stray) {
    const reason = `Unexpected \`</${tag.name}>\`, expected \`<${tag.name}>\` before it in the same block`;
    report(file, 'html-stray-end', locate(tag), reason, { actual: `</${tag.name}>` });
  }
}

/** A `pre` keeps what only the tree knows (the words behind the language), so it goes around the HTML parser. */
interface Kept {
  readonly type: 'kept';
  readonly element: Element;
}

function parseChildren(children: readonly ElementContent[], file: VFile): ElementContent[] {
  const root: Root = { type: 'root', children: [...children] };
  visit(root, 'element', (element, index, parent) => {
    if (element.tagName !== 'pre' || !parent || index === undefined) return undefined;
    if (element.children.some((child) => child.type === 'raw')) return undefined;
    const kept: Kept = { type: 'kept', element };
    // The parser's pass-through takes nodes that hast does not know.
    parent.children[index] = kept as unknown as ElementContent;
    return SKIP;
  });
  const parsed = parseRaw(root, { passThrough: ['kept'], file });
  if (parsed.type !== 'root') return [];
  restoreKept(parsed);
  return parsed.children.filter((child): child is ElementContent => child.type !== 'doctype');
}

function restoreKept(root: Root): void {
  visit(root, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const { type, element } = node as unknown as Kept;
    if (type === 'kept') parent.children[index] = element;
    if (node.type !== 'comment') return undefined;
    // An unfinished comment and `<?php ?>` come out of the parser as comments.
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

/** reveal.js counts every `<section>` as a slide. */
function replaceSections(slide: Element, file: VFile): void {
  visit(slide, 'element', (element) => {
    if (element === slide || element.tagName !== 'section') return;
    element.tagName = 'div';
    report(file, 'html-section', element, 'Unexpected `<section>` in a slide, expected `<div>`', {
      note: 'reveal.js takes every `<section>` for a slide. Write `---` to start one.',
      actual: '<section>',
      expected: ['<div>'],
    });
  });
}
