/** Takes a slide and reports what has no words for those who cannot see it, where HTML brought it; Markdown is read before. */
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { lookUp } from '../../look-up.js';
import type { Say } from './report-once.js';

/** What may have words, and how they are written. */
const cures: Readonly<Record<string, string>> = {
  img: 'Say what the picture shows, `alt="…"`; `alt=""` if it shows nothing that matters.',
  svg: 'Say what the drawing shows, `role="img" aria-label="…"`, or `aria-hidden="true"` if nothing that matters.',
  video: 'Say what the video shows, `aria-label="…"`.',
  audio: 'Say what is heard, `aria-label="…"`.',
};

/** Check the pictures and players of a slide. */
export function checkWords(slide: Element, say: Say): void {
  visit(slide, 'element', (element) => {
    if (isHidden(element)) return SKIP;
    const note = lookUp(cures, element.tagName);
    if (note !== undefined && !hasWords(element)) {
      say('image-alt-missing', element, `Unexpected \`<${element.tagName}>\` without words, expected some`, {
        note,
      });
    }
    return element.tagName === 'svg' ? SKIP : undefined;
  });
}

function isHidden({ properties }: Element): boolean {
  const { className } = properties;
  return (
    properties.ariaHidden === 'true' || (Array.isArray(className) && className.includes('slide-background'))
  );
}

/** An empty `alt` is a mark of its own; Markdown's pictures all have one. */
function hasWords({ tagName, properties, children }: Element): boolean {
  const { alt, ariaLabel, ariaLabelledBy, title, role } = properties;
  if (tagName === 'img' && typeof alt === 'string') return true;
  if (role === 'presentation' || role === 'none') return true;
  if ([ariaLabel, ariaLabelledBy, title].some((words) => words !== undefined && words !== '')) return true;
  return tagName === 'svg' && children.some((child) => child.type === 'element' && isSpoken(child));
}

function isSpoken(child: Element): boolean {
  return /^(?:title|desc|text)$/.test(child.tagName) && toString(child).trim() !== '';
}
