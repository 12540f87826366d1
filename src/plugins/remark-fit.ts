/**
 * Takes slides and leaves them so that nothing stands beyond their edge, without a browser: what does not fit goes on on slides
 * of its own. After the components, whose nodes say what they take and where they can be cut; before anything is HTML.
 *
 *     slide#a > table   →   slide#a > table, slide#a~2 > table
 */
import type { Definition, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Component } from '../components/component.js';
import type { Config } from '../config/config.js';
import { numberSlides, type Slide } from '../deck/nodes.js';
import { defaultDeckOptions } from '../deck/options.js';
import { resolvePath, type Sources } from '../deck/sources.js';
import { type FitMemo, type Fitted, fitSlide } from '../fit/fit-slide.js';
import type { FitContext } from '../fit/measure-slide.js';
import { createPixelReader } from '../fit/read-pixels.js';
import type { Memo } from '../memo.js';
import { createSlideKeys, type SlideKeys } from './draw/slide-keys.js';
import { componentContext } from './remark-components.js';
import { listSlides } from './remark-to-hast.js';

/** Fit every slide, and number them anew. */
export function remarkFit(
  components: readonly Component[],
  sources: Sources,
  config?: Pick<Config, 'document' | 'fit' | 'memo'>,
) {
  return (tree: Root, file: VFile): void => {
    // A text has no edge.
    if (config?.document === 'outline') return;
    const context = { ...createFitContext(tree, file, components, sources), policy: config?.fit };
    const keys = config?.memo && createSlideKeys(context);
    const memo = keys && createFitMemo(config.memo, keys);
    const fit = (slide: Slide): Slide[] => {
      const slides = fitSlide(slide, context, memo);
      keys?.pass(slide, slides);
      return slides;
    };
    tree.children = tree.children.flatMap((node): Root['children'] => {
      if (node.type === 'slide') return fit(node);
      if (node.type !== 'stack') return [node];
      return [{ ...node, children: node.children.flatMap(fit) }];
    });
    file.data.slideKeys = keys;
    numberSlides(listSlides(tree));
  };
}

function createFitMemo(memo: Memo, keys: SlideKeys): FitMemo {
  return {
    get: (slide) => {
      const key = keys.of(slide);
      return key === undefined ? undefined : (memo.get(`fit:${key}`) as Fitted | undefined);
    },
    keep(slide, fitted) {
      const key = keys.of(slide);
      if (key !== undefined) memo.keep(`fit:${key}`, fitted);
    },
  };
}

/** List the pictures of a deck, as keys of `Sources`. */
export function listPictures(tree: Root): string[] {
  const paths = new Set<string>();
  visit(tree, ['image', 'definition'], (node) => {
    const path = resolvePath('url' in node ? node.url : '');
    if (path.kind === 'inside' && /\.\w{2,5}$/.test(path.path)) paths.add(path.path);
  });
  return [...paths];
}

/** Read what fitting knows of a deck. */
export function createFitContext(
  tree: Root,
  file: VFile,
  components: readonly Component[],
  sources: Sources,
): FitContext {
  return {
    deck: file.data.deck ?? defaultDeckOptions,
    components: new Map(components.map((component) => [component.name, component])),
    context: componentContext(file, sources),
    footnotes: readFootnotes(tree),
    counted: listSlides(tree).at(-1)?.counted ?? 0,
    pixels: createPixelReader(sources, readDefinitions(tree)),
  };
}

function readFootnotes(tree: Root): Map<string, string> {
  const footnotes = new Map<string, string>();
  visit(tree, 'footnoteDefinition', (node) => void footnotes.set(node.identifier, toString(node)));
  return footnotes;
}

function readDefinitions(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return definitions;
}
