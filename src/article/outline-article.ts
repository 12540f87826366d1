/** Takes the tree of an article and leaves what becomes slides: its headings, each with the blocks beneath it. */
import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { countSpoken } from '../deck/speaking-time.js';

/** What stands under one heading. */
export interface Section {
  /** Absent: what stands before the first heading. */
  readonly heading: Heading | undefined;
  readonly blocks: readonly RootContent[];
}

/** An article in parts. */
export interface ArticleOutline {
  /** The heading that names the whole. */
  readonly title: Heading | undefined;
  /** Rank of the headings below the title that stand highest; 0: there are none. */
  readonly rank: number;
  readonly sections: readonly Section[];
  /** Definitions of links and footnotes: they belong to no place. */
  readonly definitions: readonly RootContent[];
}

/** Find the parts of an article. */
export function outlineArticle(tree: Root): ArticleOutline {
  const isDefinition = ({ type }: RootContent) => type === 'definition' || type === 'footnoteDefinition';
  const blocks = tree.children.filter((node) => node.type !== 'yaml' && node.type !== 'thematicBreak');
  const title = findTitle(blocks);
  const sections: { heading: Heading | undefined; blocks: RootContent[] }[] = [
    { heading: undefined, blocks: [] },
  ];
  for (const block of blocks.filter((node) => node !== title && !isDefinition(node))) {
    if (block.type === 'heading') sections.push({ heading: block, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  const ranks = sections.flatMap(({ heading }) => (heading ? [heading.depth] : []));
  return {
    title,
    rank: ranks.length > 0 ? Math.min(...ranks) : 0,
    sections: sections.filter(({ heading, blocks: below }) => heading !== undefined || below.length > 0),
    definitions: blocks.filter(isDefinition),
  };
}

/** Count words as a speaker does; two signs of Chinese or Japanese are a word. */
export function countWords(nodes: RootContent | readonly RootContent[]): number {
  const { words, signs } = countSpoken(toString(nodes));
  return words + Math.ceil(signs / 2);
}

/** The first heading names the whole when no other stands as high. */
function findTitle(blocks: readonly RootContent[]): Heading | undefined {
  const headings = blocks.filter((node): node is Heading => node.type === 'heading');
  const [first] = headings;
  const others = headings.slice(1).map(({ depth }) => depth);
  return first && first.depth < Math.min(7, ...others) ? first : undefined;
}
