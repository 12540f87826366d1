/** Takes slides and leaves the sheets of notes and handout: a slide as a picture of itself, its words beneath or beside. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { DeckOptions } from '../../deck/options.js';
import type { Strings } from '../../strings.js';
import { asideName, findAll, hasClass, isNote, withAsides, withoutIds } from './elements.js';
import type { PrintPlan } from './plan.js';
import { numberLinks, writeAddresses } from './print-links.js';

/** Lines to write on, as many as the highest slide leaves room for; what is too much is cut off. */
const lineCount = 20;

/** Make the sheet of a slide. */
export function renderSheet(section: Element, plan: PrintPlan, deck: DeckOptions, strings: Strings): Element {
  const names = plan.layout === 'notes' ? ['notes'] : plan.notes ? ['handout', 'notes'] : ['handout'];
  const asides = section.children.filter((child): child is Element => names.includes(asideName(child) ?? ''));
  const shown = plan.layout === 'notes' && !plan.notes ? [] : asides;
  const text = renderText(shown, plan, strings);
  const sources = collectSources(section, shown, plan.layout === 'handout');
  const links = numberLinks(plan.layout === 'handout' ? [section, ...shown] : shown, sources.last);
  for (const item of sources.items) writeAddresses(item);
  for (const one of [text, ...sources.lines]) links.mark(one);
  const items = [...sources.items, ...links.items];
  const beneath = [...(items.length > 0 ? [h('ol', items)] : []), ...sources.lines];
  return h('article', { className: ['sheet'], lang: deck.lang }, [
    h('div', { className: ['sheet-slide'] }, [withAsides(section, [])]),
    h('div', { className: ['sheet-beside'] }, [
      ...(text.children.length > 0 ? [text] : []),
      ...(plan.layout === 'handout' && plan.perPage === 3 ? [renderLines()] : []),
    ]),
    ...(beneath.length > 0 ? [h('div', { className: ['sheet-sources'] }, beneath)] : []),
  ]);
}

/** Put sheets into rows: two slides stand side by side where four or six share a page. */
export function renderRows(sheets: readonly Element[], { layout, perPage }: PrintPlan): Element[] {
  if (layout !== 'handout' || perPage < 4) return [...sheets];
  return sheets.flatMap((sheet, index) =>
    index % 2 === 0 ? [h('div', { className: ['sheet-row'] }, sheets.slice(index, index + 2))] : [],
  );
}

/** Speaker's notes among readers' texts say what they are. */
function renderText(asides: readonly Element[], { layout, notes }: PrintPlan, strings: Strings): Element {
  const children: ElementContent[] = asides.flatMap((aside) => {
    const copy = withoutIds(aside).children.filter((child) => !hasClass(child, 'footnotes'));
    const label = h('p', { className: ['sheet-label'] }, strings.notes);
    return layout === 'handout' && asideName(aside) === 'notes' ? [label, ...copy] : copy;
  });
  const isEmpty = layout === 'notes' && notes && asides.length === 0;
  const empty = h('p', { className: ['sheet-empty'] }, strings.notesMissing);
  return h('div', { className: ['sheet-text'] }, isEmpty ? [empty] : children);
}

function renderLines(): Element {
  const lines = Array.from({ length: lineCount }, () => h('div'));
  return h('div', { className: ['sheet-lines'], ariaHidden: 'true' }, lines);
}

/**
 * On the small picture of a slide its sources cannot be read: a reader gets them once more in the size of the text,
 * together with the notes that only the text refers to, in the order of their numbers.
 */
function collectSources(section: Element, asides: readonly Element[], withSlide: boolean) {
  const places = [...asides, ...(withSlide ? findAll(section, (one) => hasClass(one, 'slide-sources')) : [])];
  const notes = places.flatMap((place) => findAll(place, isNote)).sort((a, b) => numberOf(a) - numberOf(b));
  const lines = withSlide ? places.flatMap((place) => findAll(place, (one) => hasClass(one, 'source'))) : [];
  return {
    items: notes.map(withoutIds),
    lines: lines.map(withoutIds),
    last: Math.max(0, ...notes.map(numberOf)),
  };
}

function numberOf(item: Element): number {
  return Number(item.properties.value);
}
