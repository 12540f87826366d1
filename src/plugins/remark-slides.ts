/**
 * Takes the flat root and leaves `Root > (Slide | Stack > Slide)`:
 *
 *     root                     root
 *     ├─ heading               ├─ slide (title: heading)
 *     ├─ paragraph      →      │  └─ paragraph
 *     ├─ thematicBreak         └─ slide
 *     └─ paragraph                └─ paragraph
 */
import GithubSlugger, { slug } from 'github-slugger';
import type { Definition, FootnoteDefinition, Heading, Node, Root } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { numberSlides, type Slide, type Stack } from '../deck/nodes.js';
import { defaultDeckOptions } from '../deck/options.js';
import { layouts, readSlideOptions, type SlideOptions } from '../deck/slide-options.js';
import { report, silence } from '../diagnostics/report.js';
import { chooseLayouts } from './slides/choose-layouts.js';
import { type Blocks, cutSlides } from './slides/cut-slides.js';
import { isComment, isContainer, isLeaf } from './slides/node-kinds.js';
import { rankHeadings } from './slides/rank-headings.js';
import { reportSetextBreaks } from './slides/report-setext-breaks.js';

/** Cut the deck into slides and stacks, name them, and set the ranks of their headings. */
export function remarkSlides() {
  return (tree: Root, file: VFile): void => {
    const level = (file.data.deck ?? defaultDeckOptions).slideLevel;
    reportSetextBreaks(tree, file);
    const definitions = takeDefinitions(tree);
    const children = cutSlides(tree.children, level)
      .map((blocks) => toSlideOrStack(blocks, level, file))
      .flatMap(withoutHidden);
    const slides = children.flatMap((child) => (child.type === 'stack' ? child.children : [child]));
    if (slides.length === 0 && !file.data.refused) {
      report(file, 'deck-empty', tree, 'Unexpected empty deck, expected at least one slide', {
        note: 'Write a heading, then `---` on a line of its own between slides.',
      });
    }
    chooseLayouts(slides);
    for (const slide of slides) if (slide.options.layout === 'two-columns') wrapColumns(slide);
    nameSlides(slides, file);
    rankHeadings(slides);
    tree.children = [...children, ...definitions];
  };
}

/** Definitions count for the whole deck, wherever they stand; on a slide they would be content. */
function takeDefinitions(tree: Root): (Definition | FootnoteDefinition)[] {
  const definitions = tree.children.filter(
    (node): node is Definition | FootnoteDefinition =>
      node.type === 'definition' || node.type === 'footnoteDefinition',
  );
  tree.children = tree.children.filter(
    (node) => node.type !== 'definition' && node.type !== 'footnoteDefinition',
  );
  return definitions;
}

function toSlideOrStack(blocks: Blocks, level: number, file: VFile): Slide | Stack {
  const [only] = blocks;
  if (blocks.length === 1 && only && isContainer(only, 'stack')) {
    const inner = cutSlides(only.children, level);
    return {
      type: 'stack',
      children: inner.map((one) => toSlide(one, file)),
      ...(only.position && { position: only.position }),
    };
  }
  return toSlide(blocks, file);
}

/** What is hidden is absent from the bytes, never hidden by the page; a stack of hidden slides goes whole. */
function withoutHidden(child: Slide | Stack): (Slide | Stack)[] {
  if (child.type === 'slide') return child.options.hidden ? [] : [child];
  const children = child.children.filter((slide) => !slide.options.hidden);
  return children.length > 0 ? [{ ...child, children }] : [];
}

function toSlide(blocks: Blocks, file: VFile): Slide {
  const directives = blocks.filter((node): node is LeafDirective => isLeaf(node, 'slide'));
  for (const extra of directives.slice(1)) {
    report(file, 'slide-options-duplicate', extra, 'Unexpected second `::slide`, expected one on a slide', {
      note: 'Join the two, or put `---` between two slides.',
    });
  }
  silenceColumns(directives[0], blocks.at(-1), file);
  const content = blocks.filter((node) => !isLeaf(node, 'slide'));
  const title = content.find((node) => !isComment(node));
  const asked = readSlideOptions(directives[0], file);
  const options = title?.type === 'heading' ? takeHeadingAttributes(title, asked, file) : asked;
  const position = { start: blocks[0]?.position?.start, end: blocks.at(-1)?.position?.end };
  return {
    type: 'slide',
    id: '',
    number: 0,
    counted: 0,
    innerRank: 2,
    options,
    title: title?.type === 'heading' ? title : undefined,
    children: content.filter((node) => node !== title || node.type !== 'heading') as Slide['children'],
    ...(position.start && position.end && { position: { start: position.start, end: position.end } }),
  };
}

/** A layout nobody knows has its message: that `::column` then cuts nothing needs none. */
function silenceColumns(directive: LeafDirective | undefined, last: Node | undefined, file: VFile): void {
  const layout = directive?.attributes?.layout;
  if (!layout || (layouts as readonly string[]).includes(layout)) return;
  silence(file, ['column-stray'], directive.position?.start.line ?? 0, last?.position?.end.line ?? 0);
}

/** Behind a title: it is heard, and not seen. */
const heardOnly = 'visually-hidden';

/** What stands in braces behind the title is the slide's, but for what says how the title itself is shown. */
function takeHeadingAttributes(title: Heading, options: SlideOptions, file: VFile): SlideOptions {
  const { id, className } = title.data?.hProperties ?? {};
  const classes = Array.isArray(className) ? className.map(String) : [];
  if (classes.includes(heardOnly)) title.data = { ...title.data, hProperties: { className: [heardOnly] } };
  else delete title.data?.hProperties;
  if (typeof id === 'string' && options.id !== undefined && options.id !== id) {
    const reason = `Unexpected second id \`${id}\` of the slide, expected the one of its \`::slide\``;
    report(file, 'slide-id-duplicate', title, reason, {
      note: `Links to it lead to \`#${options.id}\`; take the other one out.`,
      actual: id,
    });
  }
  return {
    ...options,
    id: options.id ?? (typeof id === 'string' ? id : undefined),
    classes: [...options.classes, ...classes.filter((name) => name !== heardOnly)],
  };
}

/** `layout=two-columns` is a slide whose blocks are one `:::columns`, cut by the same `::column`. */
function wrapColumns(slide: Slide): void {
  const offSlide = (node: Node) => isContainer(node, 'notes') || isContainer(node, 'handout');
  const beside = slide.children.filter(offSlide);
  const children = slide.children.filter((node) => !offSlide(node)) as ContainerDirective['children'];
  if (!children.some((node) => node.type === 'leafDirective' && node.name === 'column')) return;
  slide.children = [
    {
      type: 'containerDirective',
      name: 'columns',
      children,
      ...(slide.position && { position: slide.position }),
    },
    ...beside,
  ];
}

/** Name and number the slides; an id that two slides ask for stays with the first. */
function nameSlides(slides: readonly Slide[], file: VFile): void {
  const taken = new Set<string>();
  for (const slide of slides) {
    const { id, directive = slide.title } = slide.options;
    if (!id) continue;
    if (taken.has(id)) {
      report(
        file,
        'slide-id-duplicate',
        directive,
        `Unexpected id \`${id}\`, expected one that no other slide has`,
        {
          note: 'Links to it lead to the first slide of this name.',
          actual: id,
        },
      );
      continue;
    }
    taken.add(id);
    slide.id = id;
  }
  const slugger = new GithubSlugger();
  for (const id of taken) slugger.slug(id);
  numberSlides(slides);
  for (const [index, slide] of slides.entries()) {
    // A title of signs alone (`## ✅`) leaves nothing of itself.
    const words = slide.title ? slug(toString(slide.title)) : '';
    slide.id ||= slugger.slug(words || `slide-${index + 1}`);
  }
}
