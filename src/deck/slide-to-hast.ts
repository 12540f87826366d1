/** Takes Slide and Stack nodes and leaves their `<section>` elements: the one place that knows the HTML of a slide (src/README.md). */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Node } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { fillIn, type Strings } from '../strings.js';
import { isBackgroundPaint, renderBackground } from './background.js';
import { listClasses } from './classes.js';
import { renderEndnotes, startEndnotes } from './endnotes.js';
import type { Slide, Stack } from './nodes.js';
import type { DeckOptions } from './options.js';
import type { SectionBar } from './section-bar.js';
import { finishBody, takePicture, takeSources, tightenReferences } from './slide-body.js';

/** What the elements of a slide need to know of the deck. */
export interface SlideContext {
  readonly deck: DeckOptions;
  readonly strings: Strings;
  /** Number of slides in the deck. */
  readonly total: number;
  /** Number of slides that count in slide numbers. */
  readonly counted: number;
  /** Draws the bar of sections; absent where the deck wants none. */
  readonly sectionBar?: SectionBar | undefined;
}

/** Layouts that give the first picture a place of its own beside or behind the text. */
const pictureLayouts = ['image-left', 'image-right', 'image-full'];

/** Turn a stack into a `<section>` of sections. */
export function renderStack(state: State, node: Stack): Element {
  const result = h('section', { className: ['stack'] }, state.all(node));
  state.patch(node, result);
  return result;
}

/** Turn a slide into its `<section>`: the canvas with title, body and foot, then what is not on the slide. */
export function renderSlide(state: State, node: Slide, context: SlideContext): Element {
  startEndnotes(state, node.id);
  const title = renderTitle(state, node, context);
  const isAside = (child: Node) => child.type === 'notes' || child.type === 'handout';
  const onSlide = { ...node, children: node.children.filter((child) => !isAside(child)) };
  const body = h('div', { className: ['slide-body'] }, state.all(onSlide));
  finishBody(body, node.innerRank);
  const sources = takeSources(body);
  const picture = pictureLayouts.includes(node.options.layout ?? 'content') ? takePicture(body) : undefined;
  const foot = renderFoot(state, node, sources, context);
  const canvas = h('div', { className: ['slide-canvas'] }, [
    ...renderBackground(node),
    ...(picture ? [h('div', { className: ['slide-picture'] }, [picture])] : []),
    ...(node.options.header ? renderHeader(context.deck) : []),
    ...(title ? [title] : []),
    ...(node.options.layout === 'title'
      ? [withSubtitle(body, context.deck), ...renderMeta(context.deck)]
      : [body]),
    foot,
    ...(context.sectionBar && node.options.layout !== 'title' ? [context.sectionBar(node)] : []),
  ]);
  const beside = node.children.filter(isAside).map((child) => renderAside(state, child, node, context));
  const result = h('section', sectionProperties(node, context), [canvas, ...beside.flat()]);
  state.patch(node, result);
  return result;
}

/** Notes and handout number their footnotes on, and carry those that the slide itself does not refer to. */
function renderAside(state: State, child: Node, slide: Slide, { strings }: SlideContext): ElementContent[] {
  const aside = state.one(child as Parameters<State['one']>[0], slide);
  const elements = Array.isArray(aside) ? aside : aside ? [aside] : [];
  const endnotes = renderEndnotes(state, slide.id, strings);
  const [first] = elements;
  if (first?.type === 'element') tightenReferences(first);
  if (endnotes && first?.type === 'element') first.children.push(endnotes);
  return elements;
}

function sectionProperties(node: Slide, { deck, strings, total }: SlideContext) {
  const { classes, layout, minutes, transition, background, autoAnimate, autoAdvance, state } = node.options;
  const label = { n: node.number, total };
  return {
    id: node.id,
    className: ['slide', ...classes],
    dataLayout: layout,
    ...(minutes !== undefined && { dataMinutes: String(minutes) }),
    ...(transition && transition !== deck.transition && { dataTransition: transition }),
    ...(background && isBackgroundPaint(background.value) && { dataBackground: background.value }),
    ...(node.fit !== undefined && { style: `--fit:${node.fit}` }),
    ...(autoAnimate && { dataAutoAnimate: '' }),
    // What goes on has nothing in common with what was: only the first part comes, and the last goes, in motion.
    ...(autoAnimate && (node.part?.index ?? 1) > 1 && { dataAutoAnimateRestart: '' }),
    ...(autoAdvance !== undefined && { dataAutoslide: String(Math.round(autoAdvance * 1000)) }),
    ...(state && { dataState: state }),
    ...(node.title ? { ariaLabelledBy: `${node.id}-title` } : { ariaLabel: fillIn(strings.slideOf, label) }),
  };
}

function renderTitle(state: State, node: Slide, { strings }: SlideContext): Element | undefined {
  if (!node.title) return undefined;
  const part = node.part && fillIn(strings.partOf, { n: node.part.index, total: node.part.count });
  const title = h(
    `h${node.title.depth}`,
    { className: ['slide-title', ...listClasses(node.title)], id: `${node.id}-title` },
    [...state.all(node.title), ...(part ? [' ', h('span', { className: ['page'] }, part)] : [])],
  );
  state.patch(node.title, title);
  return title;
}

function renderHeader({ header, logo }: DeckOptions): Element[] {
  if (!header && !logo) return [];
  return [
    h('div', { className: ['slide-header'] }, [
      ...(header ? [h('span', header)] : []),
      ...(logo ? [h('img', { className: ['logo'], src: logo, alt: '' })] : []),
    ]),
  ];
}

function withSubtitle(body: Element, { subtitle }: DeckOptions): Element {
  const empty = !body.children.some((child) => child.type === 'element' || child.type === 'raw');
  if (subtitle && empty) body.children.push(h('p', subtitle));
  return body;
}

function renderMeta({ author, event, date }: DeckOptions): Element[] {
  const lines = [author, event, date].filter(Boolean).map((line) => h('p', line));
  return lines.length > 0 ? [h('div', { className: ['slide-meta'] }, lines)] : [];
}

function renderFoot(state: State, node: Slide, sources: readonly Element[], context: SlideContext): Element {
  const { deck, strings, counted } = context;
  const endnotes = renderEndnotes(state, node.id, strings);
  const beneath = [...(endnotes ? [endnotes] : []), ...sources];
  const numbers = { 'c/t': `${node.counted} / ${counted}`, c: String(node.counted), none: '' };
  const number = node.options.uncounted ? '' : numbers[deck.slideNumber];
  return h('div', { className: ['slide-foot'] }, [
    ...(beneath.length > 0 ? [h('div', { className: ['slide-sources'] }, beneath)] : []),
    ...(deck.footer && node.options.footer ? [h('div', { className: ['slide-footer'] }, deck.footer)] : []),
    ...(number ? [h('div', { className: ['slide-number'] }, number)] : []),
  ]);
}
