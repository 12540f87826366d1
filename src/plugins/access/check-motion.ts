/** Takes a slide and reports films that start by themselves and have no button to stop them. */
import type { Element } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Say } from './report-once.js';

/** Check the films of a slide; what lies behind it stands still for those who ask their system for less motion. */
export function checkMotion(slide: Element, say: Say): void {
  visit(slide, 'element', (element) => {
    const { className, controls, dataAutoplay, autoPlay } = element.properties;
    if (Array.isArray(className) && className.includes('slide-background')) return SKIP;
    const starts = dataAutoplay !== undefined || autoPlay !== undefined;
    if (element.tagName === 'video' && starts && (controls ?? false) === false) {
      const reason = 'Unexpected video that starts by itself and has no controls, expected a way to stop it';
      say('motion-endless', element, reason, {
        note: 'Write `controls`; a picture that moves draws every eye from the words.',
      });
    }
    return undefined;
  });
}
