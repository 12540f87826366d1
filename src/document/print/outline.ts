/** Takes a slide and leaves it as a part of a text: heading, blocks, what readers and speaker get besides, sources. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { DeckOptions } from '../../deck/options.js';
import type { Strings } from '../../strings.js';
import { asideName, findAll, hasClass, isNote } from './elements.js';
import type { PrintPlan } from './plan.js';
import { numberLinks, writeAddresses } from './print-links.js';

/** Write a slide as text. */
export function renderOutline(
  section: Element,
  plan: PrintPlan,
  deck: DeckOptions,
  strings: Strings,
): Element {
  const copy = structuredClone(section);
  const find = (name: string) => findAll(copy, (element) => hasClass(element, name)).slice(0, 1);
  const asides = copy.children.filter((child): child is Element => asideName(child) !== undefined);
  const kept = asides.filter((aside) => plan.notes || asideName(aside) === 'handout');
  const body = [...find('slide-picture'), ...find('slide-body')].flatMap(({ children }) => children);
  const title = find('slide-title');
  const sources = takeSources([...find('slide-sources'), ...kept]);
  const text = h('div', { className: ['outline-text'] }, [
    ...body.map(drawFigure),
    ...find('slide-meta'),
    ...['handout', 'notes'].flatMap((name) =>
      kept.filter((aside) => asideName(aside) === name).flatMap((aside) => renderAside(aside, strings)),
    ),
  ]);
  const links = numberLinks([text, ...sources.lines], sources.last);
  for (const note of sources.items) writeAddresses(note);
  for (const one of [text, ...sources.lines]) links.mark(one);
  const items = [...sources.items, ...links.items];
  const beneath = [...(items.length > 0 ? [h('ol', items)] : []), ...sources.lines];
  dropSteps(text);
  return h('article', { id: copy.properties.id, className: ['slide', 'outline-slide'], lang: deck.lang }, [
    ...title,
    text,
    ...(beneath.length > 0 ? [h('div', { className: ['sheet-sources'] }, beneath)] : []),
  ]);
}

/** Figures that are texts already, or keep their size. */
const textFigures = ['image', 'code', 'timeline-text', 'comparison-text'];

/** A component that has no form of its own in a text is drawn as on a slide, and made smaller as a whole. */
function drawFigure(child: ElementContent): ElementContent {
  if (child.type !== 'element') return child;
  const isFigure = child.tagName === 'figure' && !textFigures.some((name) => hasClass(child, name));
  if (!isFigure && !hasClass(child, 'faq')) return child;
  return h('div', { className: ['slide-body', 'outline-drawing'] }, [child]);
}

function renderAside(aside: Element, strings: Strings): ElementContent[] {
  const children = aside.children.filter((child) => !hasClass(child, 'footnotes'));
  if (asideName(aside) === 'handout') return children;
  const label = h('p', { className: ['sheet-label'] }, strings.notes);
  return [h('div', { className: ['outline-notes'] }, [label, ...children])];
}

/** Footnotes of slide and texts, in the order of their numbers, and the lines of sources. */
function takeSources(places: readonly Element[]) {
  const items = places
    .flatMap((place) => findAll(place, isNote))
    .sort((a, b) => Number(a.properties.value) - Number(b.properties.value));
  const lines = places.flatMap((place) => findAll(place, (one) => hasClass(one, 'source')));
  return { items, lines, last: Math.max(0, ...items.map(({ properties }) => Number(properties.value))) };
}

/** A text has no steps: all of it is there. */
function dropSteps(text: Element): void {
  visit(text, 'element', ({ properties }) => {
    if (!Array.isArray(properties.className)) return;
    properties.className = properties.className.filter((name) => name !== 'fragment');
  });
}
