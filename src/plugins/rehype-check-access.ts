/**
 * Takes the finished slides and reports what no tool for web pages can see in a deck: ranks of headings from slide to slide, columns
 * without names, what nobody can see or hear, text in another language. Changes nothing.
 */
import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { listSections } from '../deck/sections.js';
import { checkHeadings } from './access/check-headings.js';
import { checkLanguage } from './access/check-language.js';
import { checkLinkWords } from './access/check-link-words.js';
import { checkMotion } from './access/check-motion.js';
import { checkTableHeads } from './access/check-table-heads.js';
import { checkWords } from './access/check-words.js';
import { reportOnce } from './access/report-once.js';

/** Report what keeps people out. */
export function rehypeCheckAccess() {
  return (tree: Root, file: VFile): void => {
    const say = reportOnce(file);
    const slides = listSections(tree).map(withoutNotes);
    checkHeadings(slides, file, say);
    for (const slide of slides) {
      checkTableHeads(slide, say);
      checkWords(slide, say);
      checkLinkWords(slide, say);
      checkMotion(slide, say);
    }
    checkLanguage(slides, file, say);
  };
}

/** Only the speaker reads notes. */
function withoutNotes(slide: Element): Element {
  const isNotes = ({ properties: { className } }: Element) =>
    Array.isArray(className) && className.includes('notes');
  return { ...slide, children: slide.children.filter((one) => one.type !== 'element' || !isNotes(one)) };
}
