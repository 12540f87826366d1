/**
 * Takes `::agenda` (or `::toc`) and leaves a list of links to the deck's sections; without sections, to its slides.
 * Runs when slides have ids, and leaves plain lists, so that links, styles and print need nothing special.
 *
 *     slide > leafDirective(agenda)   →   slide > list > listItem > paragraph > link
 */
import type { List, ListItem, Paragraph, PhrasingContent, Root } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { listParts, type Part } from '../deck/list-parts.js';
import type { Slide } from '../deck/nodes.js';
import { checkOptions, type OptionTable } from '../diagnostics/check-options.js';
import { report } from '../diagnostics/report.js';
import { listSlides } from './remark-to-hast.js';

/** What `::agenda` takes. */
export const agendaOptions = {
  depth: { summary: 'Sections alone, or with their slides', kind: 'choice', values: ['1', '2'] },
  current: { summary: 'Mark the section this slide is in', kind: 'flag' },
} as const satisfies OptionTable;

/** Turn agendas into lists of links. */
export function remarkAgenda() {
  return (tree: Root, file: VFile): void => {
    const parts = listParts(listSlides(tree));
    for (const slide of listSlides(tree)) {
      visit(slide, 'leafDirective', (node: LeafDirective, index, parent) => {
        if (!['agenda', 'toc'].includes(node.name) || !parent || index === undefined) return undefined;
        const replacement = renderAgenda(node, slide, parts, file);
        parent.children.splice(index, 1, ...(replacement as typeof parent.children));
        return [SKIP, index + replacement.length];
      });
    }
  };
}

function renderAgenda(
  node: LeafDirective,
  slide: Slide,
  parts: readonly Part[],
  file: VFile,
): (Paragraph | List)[] {
  const options = checkOptions(node, agendaOptions, file);
  const shown = parts.filter(({ opener }) => opener !== slide && opener.title);
  if (shown.length === 0) {
    report(
      file,
      'agenda-empty',
      node,
      'Unexpected agenda of a deck without titles, expected sections or slides with headings',
      {
        note: 'A section is a slide with `layout=section`, or one that holds only a rank-1 heading.',
      },
    );
  }
  const position = node.position && { position: node.position };
  const label: Paragraph[] =
    node.children.length > 0 ? [{ type: 'paragraph', children: node.children, ...position }] : [];
  const items = shown.map((part) => {
    const inside = part.opener === slide || part.slides.includes(slide);
    const item = renderItem(part.opener, node, options.current === true && inside);
    const nested = part.slides.filter((one) => one.title && one !== slide);
    if (options.depth === '2' && nested.length > 0) {
      item.children.push({
        type: 'list',
        ordered: false,
        spread: false,
        children: nested.map((one) => renderItem(one, node, false)),
        ...position,
      });
    }
    return item;
  });
  const list: List = {
    type: 'list',
    ordered: false,
    spread: false,
    children: items,
    data: { hProperties: { className: ['agenda'] } },
    ...position,
  };
  return items.length > 0 ? [...label, list] : label;
}

function renderItem(target: Slide, node: LeafDirective, current: boolean): ListItem {
  const position = node.position && { position: node.position };
  const words: PhrasingContent[] = structuredClone(target.title?.children ?? []);
  const data = current ? { hProperties: { ariaCurrent: 'true' } } : {};
  return {
    type: 'listItem',
    spread: false,
    children: [
      {
        type: 'paragraph',
        children: [{ type: 'link', url: `#${target.id}`, children: words, data, ...position }],
        ...position,
      },
    ],
    ...position,
  };
}
