/**
 * Takes the finished slides and reports what no tool for web pages can see in a deck: ranks of headings from slide to slide, columns
 * without names, what nobody can see or hear, text in another language. Changes nothing.
 */
import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import type { Config } from '../config/config.js';
import { defaultDeckOptions } from '../deck/options.js';
import { listSections } from '../deck/sections.js';
import { checkHeadings, listRanks } from './access/check-headings.js';
import { checkLanguage, checkTags, readLanguages, type SlideLanguages } from './access/check-language.js';
import { checkLinkWords } from './access/check-link-words.js';
import { checkMotion } from './access/check-motion.js';
import { checkTableHeads } from './access/check-table-heads.js';
import { checkWords } from './access/check-words.js';
import { reportOnce, type Say } from './access/report-once.js';

/** What is known of a slide of which there is nothing to say but what others make of it. */
interface QuietSlide {
  /** Ranks of its headings. */
  readonly ranks: readonly number[];
  /** How many of its texts are in a language that can be told; it is the one they say. */
  readonly judged: number;
}

/** Report what keeps people out; a slide drawn from what it was drawn from before, of which there was nothing to say, is not read again. */
export function rehypeCheckAccess({ memo }: Config) {
  return (tree: Root, file: VFile): void => {
    const { drawnFrom } = file.data;
    const { lang } = file.data.deck ?? defaultDeckOptions;
    const once = reportOnce(file);
    let said = 0;
    const say: Say = (...message) => {
      said += 1;
      once(...message);
    };
    const slides = listSections(tree).map((section, index) => {
      const from = drawnFrom?.[index];
      const name = from === undefined ? undefined : `access:${from}`;
      const quiet = name === undefined ? undefined : (memo?.get(name) as QuietSlide | undefined);
      return { slide: withoutNotes(section), name, quiet };
    });
    const ranks = slides.map(({ slide, quiet }) => quiet?.ranks ?? listRanks(slide));
    checkHeadings(slides, ranks, file, say);
    const loud = slides.map(({ slide, quiet }) => {
      const before = said;
      if (!quiet) checkSlide(slide, say);
      return said > before;
    });
    const languages = slides.map(({ slide, quiet, name }, index): SlideLanguages => {
      if (quiet) return { judged: quiet.judged, foreign: [] };
      const before = said;
      checkTags(slide, say);
      const { judged, foreign } = readLanguages(slide, lang);
      const isQuiet = !loud[index] && said === before && foreign.length === 0;
      if (isQuiet && name !== undefined) memo?.keep(name, { ranks: ranks[index], judged });
      return { judged, foreign };
    });
    checkLanguage(languages, lang, say);
  };
}

function checkSlide(slide: Element, say: Say): void {
  checkTableHeads(slide, say);
  checkWords(slide, say);
  checkLinkWords(slide, say);
  checkMotion(slide, say);
}

/** Only the speaker reads notes. */
function withoutNotes(slide: Element): Element {
  const isNotes = ({ properties: { className } }: Element) =>
    Array.isArray(className) && className.includes('notes');
  return { ...slide, children: slide.children.filter((one) => one.type !== 'element' || !isNotes(one)) };
}
