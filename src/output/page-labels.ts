/** Takes a printed deck and leaves what its pages are called in a viewer, and by those who hear them read. */
import type { DeckTree } from '../compile.js';
import { defaultDeckOptions } from '../deck/options.js';
import { listSections } from '../deck/sections.js';
import { planPrint } from '../document/print/plan.js';
import { listPrintedSlides } from '../document/print/print-body.js';
import { fillIn, selectStrings } from '../strings.js';
import type { PdfFacts } from './pdf/facts.js';

/** Call pages as the slides they show; a slide in steps has `7.1`, `7.2` before `7`. */
export function describePages({ tree, file, config }: DeckTree): Pick<PdfFacts, 'slides' | 'pageLabels'> {
  const options = file.data.deck ?? defaultDeckOptions;
  const { slideOf } = selectStrings(options.lang, options.strings);
  const sections = listSections(tree);
  const pages = listPrintedSlides(sections, planPrint('slides', config.print, options));
  return {
    pageLabels: pages.map(({ number, step }) => (step === undefined ? `${number}` : `${number}.${step}`)),
    slides: pages.map(({ number, step }) => ({
      name: fillIn(slideOf, { n: number, total: sections.length }),
      isRepeated: step !== undefined,
    })),
  };
}

/** Call sheets as at their foot. */
export function numberPages(count: number): Pick<PdfFacts, 'pageLabels'> {
  return { pageLabels: Array.from({ length: count }, (_, index) => `${index + 1}`) };
}
