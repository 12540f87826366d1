/** Takes slides and leaves a heading, to be heard and found in the outline, for each that has no title. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { fillIn, type Strings } from '../../strings.js';
import { findAll, hasClass } from './elements.js';

/** Name slides without a title by their number, at the rank of the slide before. */
export function nameSlides(all: readonly Element[], strings: Strings): ReadonlyMap<Element, Element> {
  const names = new Map<Element, Element>();
  let rank = 1;
  for (const [index, section] of all.entries()) {
    const [title] = findAll(section, (element) => hasClass(element, 'slide-title'));
    if (title) {
      const opens = ['title', 'section'].includes(String(section.properties.dataLayout));
      rank = Math.min(6, Number(title.tagName.slice(1)) + (opens ? 1 : 0));
      continue;
    }
    const words = fillIn(strings.slideOf, { n: index + 1, total: all.length });
    names.set(section, h(`h${rank}`, { className: ['visually-hidden'] }, words));
  }
  return names;
}
