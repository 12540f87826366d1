/** Takes finished slides and a plan and leaves the body of a printed document. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { isInRange } from '../../config/print-settings.js';
import type { DeckOptions } from '../../deck/options.js';
import type { Strings } from '../../strings.js';
import { renderCover } from './cover.js';
import { withAsides } from './elements.js';
import { nameSlides } from './name-slides.js';
import { renderOutline } from './outline.js';
import type { PrintPlan } from './plan.js';
import { dropDeadLinks } from './print-links.js';
import { renderRows, renderSheet } from './sheets.js';
import { splitSteps } from './step-pages.js';

/** A page of the document of the slides. */
export interface PrintedSlide {
  /** The slide's place in the deck, from 1. */
  readonly number: number;
  /** Of the steps that come on pages before the whole slide, from 1; absent on the page of the whole slide. */
  readonly step?: number;
}

/** List what the pages of the document of the slides show. */
export function listPrintedSlides(all: readonly Element[], { range, steps }: PrintPlan): PrintedSlide[] {
  return all.flatMap((section, index) => {
    const number = index + 1;
    if (!isInRange(number, range)) return [];
    const pages = steps ? splitSteps(withAsides(section, [])).length : 1;
    const before = Array.from({ length: pages - 1 }, (_, step) => ({ number, step: step + 1 }));
    return [...before, { number }];
  });
}

/** Build the body: pages of slides, or sheets. */
export function renderPrint(
  all: readonly Element[],
  plan: PrintPlan,
  deck: DeckOptions,
  strings: Strings,
): Element {
  const sections = all.filter((_, index) => isInRange(index + 1, plan.range));
  const children =
    plan.layout === 'slides'
      ? renderPages(sections, plan)
      : renderSheets(sections, plan, deck, strings, nameSlides(all, strings));
  const classes = [
    `print-${plan.layout}`,
    ...(plan.layout === 'handout' ? [`per-page-${plan.perPage}`] : []),
    ...(plan.layout === 'slides' && plan.paper ? ['on-paper'] : []),
    ...(plan.inkSaver ? ['ink-saver'] : []),
  ];
  return h('body', { className: classes }, [h('main', dropDeadLinks(children))]);
}

function renderPages(sections: readonly Element[], { steps, paper }: PrintPlan): Element[] {
  const pages = sections
    .map((section) => withAsides(section, []))
    .flatMap((section) => (steps ? splitSteps(section) : [section]));
  if (!paper) return pages;
  return pages.map((page) =>
    h('div', { className: ['paper'] }, [h('div', { className: ['sheet-slide'] }, [page])]),
  );
}

function renderSheets(
  sections: readonly Element[],
  plan: PrintPlan,
  deck: DeckOptions,
  strings: Strings,
  names: ReadonlyMap<Element, Element>,
): Element[] {
  const render = plan.layout === 'outline' ? renderOutline : renderSheet;
  const sheets = sections.map((section) => {
    const sheet = render(section, plan, deck, strings);
    const name = names.get(section);
    return name ? { ...sheet, children: [name, ...sheet.children] } : sheet;
  });
  return [
    ...(plan.cover && plan.layout !== 'notes' ? renderCover(sections, deck, strings, plan.address) : []),
    ...renderRows(sheets, plan),
  ];
}
