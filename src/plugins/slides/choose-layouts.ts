/** Takes slides and leaves those that ask for no layout with the one their blocks suggest. */
import type { Html, Node } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Slide } from '../../deck/nodes.js';
import type { Layout } from '../../deck/slide-options.js';
import { isComment, isContainer } from './node-kinds.js';

/** Letters under the heading of a title slide; more are the first paragraphs of an article. */
const longestTitleText = 280;

/**
 * Give a layout to slides that ask for none: the first slide with a rank-1 heading and nothing but a little text is the
 * title, a later one with only a rank-1 heading opens a section. All others are content.
 */
export function chooseLayouts(slides: readonly Slide[]): void {
  for (const [index, slide] of slides.entries()) {
    if (slide.options.layout) continue;
    slide.options = { ...slide.options, layout: guessLayout(slide, index) };
  }
}

function guessLayout(slide: Slide, index: number): Layout {
  if (slide.title?.depth !== 1) return 'content';
  const visible = slide.children.filter(
    (node) =>
      (!isComment(node) || leftOut(node)) && !isContainer(node, 'notes') && !isContainer(node, 'handout'),
  );
  const words = visible.reduce((sum, node) => sum + (leftOut(node) ? 0 : toString(node).length), 0);
  const few =
    visible.every((node) => node.type === 'paragraph' || leftOut(node) === 'text') &&
    words <= longestTitleText;
  if (index === 0 && few) return 'title';
  return visible.length === 0 ? 'section' : 'content';
}

/** What a condition left out counts here: a slide has one layout in all talks. */
function leftOut(node: Node): 'text' | 'blocks' | undefined {
  return node.type === 'html' ? (node as Html).data?.leftOut : undefined;
}
