/** Takes finished slides and reports those without a title; only when a deck is checked, since a part of a talk may do without. */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { listHeadings, listSections } from '../../deck/sections.js';
import { report } from '../../diagnostics/report.js';

/** Report slides that have no heading. */
export function checkTitles(tree: Root, file: VFile): void {
  for (const [index, slide] of listSections(tree).entries()) {
    const goesOn = (file.data.slides?.[index]?.part?.index ?? 1) > 1;
    if (goesOn || listHeadings(slide).length > 0 || !hasContent(slide)) continue;
    report(file, 'slide-title-missing', slide, 'Unexpected slide without a title, expected a heading', {
      note: 'Lists of slides, the outline and screen readers name a slide by it. `## Title {.visually-hidden}` is heard and not seen.',
    });
  }
}

/** A slide with nothing but its ground is a pause. */
function hasContent(slide: Element): boolean {
  let found = false;
  visit(slide, 'element', ({ properties: { className }, children }) => {
    const names = Array.isArray(className) ? className : [];
    if (names.includes('slide-body') || names.includes('slide-picture'))
      found ||= children.some(({ type }) => type === 'element');
  });
  return found;
}
