/** Takes slides as mdast and leaves them as hast: the standard handlers, with those of slides and components on top. */
import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { type Handlers, toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Component } from '../components/component.js';
import type { Config } from '../config/config.js';
import { renderFootnoteReference } from '../deck/endnotes.js';
import type { Slide, SlideFacts, Stack } from '../deck/nodes.js';
import { withoutNoteSteps } from '../deck/note-steps.js';
import { defaultDeckOptions } from '../deck/options.js';
import { createSectionBar } from '../deck/section-bar.js';
import { renderSlide, renderStack } from '../deck/slide-to-hast.js';
import { countSpoken, spokenMinutes } from '../deck/speaking-time.js';
import { locate } from '../diagnostics/file-parts.js';
import { componentContext } from './remark-components.js';
import { makeSpokenHandlers } from './to-hast/spoken-blocks.js';

declare module 'vfile' {
  interface DataMap {
    /** The slides in order; set before they are drawn. */
    slides?: readonly SlideFacts[];
    /** Ids that come from Markdown and directives, not from raw HTML; of the slides that are being drawn. */
    directiveIds?: ReadonlySet<string>;
  }
}

/** Turn slides into hast. */
export function remarkToHast(components: readonly Component[], { document }: Pick<Config, 'document'>) {
  return (tree: Root, file: VFile): HastRoot => {
    const result = toHast(tree, {
      allowDangerousHtml: true,
      file,
      handlers: makeHandlers(components, file, document === 'outline'),
    });
    const root: HastRoot = result.type === 'root' ? result : { type: 'root', children: [] };
    file.data.directiveIds = collectIds(root);
    return root;
  };
}

/** @param isText whether a text is made of the slides, in which components are written in full */
function makeHandlers(components: readonly Component[], file: VFile, isText: boolean): Handlers {
  const context = componentContext(file);
  const deck = file.data.deck ?? defaultDeckOptions;
  const { strings } = context;
  const { total, counted, pieces } = file.data.frame ?? { total: 0, counted: 0 };
  const sectionBar = pieces && createSectionBar(pieces, strings);
  const slideContext = { deck, strings, total, counted, sectionBar };
  const handlers: Record<string, Handlers[keyof Handlers]> = {
    ...makeSpokenHandlers(strings),
    slide: (state, node: Slide) => renderSlide(state, node, slideContext),
    stack: (state, node: Stack) => renderStack(state, node),
    footnoteReference: renderFootnoteReference,
    yaml: () => undefined,
  };
  for (const component of components) {
    handlers[component.name] = (state, node) => {
      const result = ((isText && component.write) || component.render)(state, node, context);
      state.patch(node, result);
      return result;
    };
  }
  return handlers;
}

function collectIds(tree: HastRoot): Set<string> {
  const ids = new Set<string>();
  visit(tree, 'element', ({ properties }) => {
    if (typeof properties.id === 'string') ids.add(properties.id);
  });
  return ids;
}

/** List the slides of a deck in reading order, stacks counted through. */
export function listSlides(tree: Root): Slide[] {
  return tree.children.flatMap((node) => {
    if (node.type === 'stack') return node.children;
    return node.type === 'slide' ? [node] : [];
  });
}

/** Tell what a program may want to know of a slide. */
export function toFacts(slide: Slide, file: VFile): SlideFacts {
  const place = slide.position && locate(file, slide.position);
  const notes = slide.children.filter((node) => node.type === 'notes');
  const text = withoutNoteSteps(notes.map((node) => toString(node)).join('\n'));
  const { words, signs } = countSpoken(text);
  return {
    id: slide.id,
    number: slide.number,
    title: slide.title ? toString(slide.title) : '',
    layout: slide.options.layout ?? 'content',
    minutes: slide.options.minutes,
    notes: notes.length > 0,
    spokenWords: words + signs,
    spokenMinutes: Number(spokenMinutes(text).toFixed(2)),
    ...(place && place.path !== (file.path ?? '') && { file: place.path }),
    line: place?.position.start.line ?? 1,
    ...(slide.part && { part: slide.part }),
    ...(slide.options.fit && { fit: slide.options.fit }),
  };
}
