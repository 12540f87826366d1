/** Takes Slide and Stack nodes and leaves their `<section>` elements: the one place that knows the HTML of a slide (src/README.md). */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Node } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { SKIP, visit } from 'unist-util-visit';
import { fillIn, type Strings } from '../strings.js';
import { isBackgroundPaint } from './background.js';
import { renderEndnotes, startEndnotes } from './endnotes.js';
import type { Slide, Stack } from './nodes.js';
import type { DeckOptions } from './options.js';

/** What the elements of a slide need to know of the deck. */
export interface SlideContext {
  readonly deck: DeckOptions;
  readonly strings: Strings;
  /** Number of slides in the deck. */
  readonly total: number;
}

/** Turn a stack into a `<section>` of sections. */
export function renderStack(state: State, node: Stack): Element {
  const result = h('section', { className: ['stack'] }, state.all(node));
  state.patch(node, result);
  return result;
}

/** Turn a slide into its `<section>`: the canvas with title, body and foot, then what is not on the slide. */
export function renderSlide(state: State, node: Slide, context: SlideContext): Element {
  startEndnotes(state, node.id);
  const title = renderTitle(state, node);
  const isAside = (child: Node) => child.type === 'notes' || child.type === 'handout';
  const onSlide = { ...node, children: node.children.filter((child) => !isAside(child)) };
  const body = h('div', { className: ['slide-body'] }, state.all(onSlide));
  shiftRanks(body, node.innerRank);
  tightenReferences(body);
  const sources = takeSources(body);
  const foot = renderFoot(state, node, sources, context);
  const canvas = h('div', { className: ['slide-canvas'] }, [
    ...renderBackground(node),
    ...renderHeader(context.deck),
    ...(title ? [title] : []),
    ...(node.options.layout === 'title'
      ? [withSubtitle(body, context.deck), ...renderMeta(context.deck)]
      : [body]),
    foot,
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
  if (endnotes && first?.type === 'element') first.children.push(endnotes);
  return elements;
}

function sectionProperties(node: Slide, { deck, strings, total }: SlideContext) {
  const { classes, layout, minutes, transition, background } = node.options;
  const label = { n: node.number, total };
  return {
    id: node.id,
    className: ['slide', ...classes],
    dataLayout: layout,
    ...(minutes !== undefined && { dataMinutes: String(minutes) }),
    ...(transition && transition !== deck.transition && { dataTransition: transition }),
    ...(background && isBackgroundPaint(background) && { dataBackground: background }),
    ...(node.title ? { ariaLabelledBy: `${node.id}-title` } : { ariaLabel: fillIn(strings.slideOf, label) }),
  };
}

function renderTitle(state: State, node: Slide): Element | undefined {
  if (!node.title) return undefined;
  const title = h(
    `h${node.title.depth}`,
    { className: ['slide-title'], id: `${node.id}-title` },
    state.all(node.title),
  );
  state.patch(node.title, title);
  return title;
}

/** A colour or gradient is a style; anything else is a picture, which the assets step then finds as any other. */
function renderBackground(node: Slide): Element[] {
  const { background } = node.options;
  if (!background) return [];
  const picture = h('img', { src: background, alt: '' });
  if (node.options.directive) picture.position = node.options.directive.position;
  return [
    isBackgroundPaint(background)
      ? h('div', { className: ['slide-background'], ariaHidden: 'true', style: `background:${background}` })
      : h('div', { className: ['slide-background'], ariaHidden: 'true' }, [picture]),
  ];
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
  const { deck, strings, total } = context;
  const endnotes = renderEndnotes(state, node.id, strings);
  const beneath = [...(endnotes ? [endnotes] : []), ...sources];
  const numbers = { 'c/t': `${node.number} / ${total}`, c: String(node.number), none: '' };
  const number = numbers[deck.slideNumber];
  return h('div', { className: ['slide-foot'] }, [
    ...(beneath.length > 0 ? [h('div', { className: ['slide-sources'] }, beneath)] : []),
    ...(deck.footer ? [h('div', { className: ['slide-footer'] }, deck.footer)] : []),
    ...(number ? [h('div', { className: ['slide-number'] }, number)] : []),
  ]);
}

/** Sources stand at the foot of the slide, wherever on it they were written; who refers to them does so by id. */
function takeSources(body: Element): Element[] {
  const sources: Element[] = [];
  visit(body, 'element', (element, index, parent) => {
    if (element.tagName !== 'p' || !parent || index === undefined) return undefined;
    if (!hasClass(element, 'source') && !isSourceParagraph(element)) return undefined;
    if (!hasClass(element, 'source')) element.properties.className = ['source'];
    sources.push(element);
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return sources;
}

function isSourceParagraph(element: Element): boolean {
  const [first] = element.children;
  return first?.type === 'text' && /^\s*Sources?:\s/.test(first.value);
}

/** `word [^1] [^2]`: the blank before a number is the author's way to write, and would let it fall onto the next line. */
function tightenReferences(body: Element): void {
  visit(body, 'element', (element, index, parent) => {
    if (!hasClass(element, 'footnote-reference') || !parent || index === undefined) return undefined;
    const before = parent.children[index - 1];
    if (before?.type !== 'text') return undefined;
    before.value = before.value.trimEnd();
    if (before.value !== '') return undefined;
    parent.children.splice(index - 1, 1);
    return [SKIP, index];
  });
}

/** The author's ranks say which heading is above which; the output's ranks start below the title and skip none. */
function shiftRanks(body: Element, innerRank: number): void {
  const headings: Element[] = [];
  visit(body, 'element', (element) => {
    if (/^h[1-6]$/.test(element.tagName)) headings.push(element);
  });
  const ranks = [...new Set(headings.map((heading) => heading.tagName))].sort();
  for (const heading of headings) {
    heading.tagName = `h${Math.min(6, innerRank + ranks.indexOf(heading.tagName))}`;
  }
}

function hasClass(node: ElementContent, name: string): boolean {
  const classes = node.type === 'element' ? node.properties.className : undefined;
  return Array.isArray(classes) && classes.includes(name);
}
