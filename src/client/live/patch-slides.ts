/** Takes the outline of the deck as it is now and leaves the page with these slides: those it has stay the elements they are. */
import type { DeckState, LiveSlide } from '../../deck/live-deck.js';

/** Put the slides of an outline into their container. */
export function patchSlides(
  container: Element,
  outline: DeckState['outline'],
  html: Readonly<Record<string, string>>,
): void {
  const known = new Map<string, HTMLElement>();
  for (const slide of container.querySelectorAll<HTMLElement>('section.slide'))
    known.set(slide.dataset['key'] ?? '', slide);
  const take = (slide: LiveSlide): HTMLElement => {
    const element = known.get(slide.key) ?? parseSlide(html[slide.key] ?? '');
    // Where it is written changes with every line above it; that is no other slide.
    Object.assign(element.dataset, { key: slide.key, file: slide.file, line: String(slide.line) });
    return element;
  };
  const wanted = outline.map((entry) => {
    if (!Array.isArray(entry)) return take(entry as LiveSlide);
    const slides = (entry as readonly LiveSlide[]).map(take);
    const stack = slides.map((slide) => slide.parentElement).find((parent) => parent?.matches('.stack'));
    return fillStack(stack ?? createStack(), slides);
  });
  arrange(container, wanted);
}

function parseSlide(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  const slide = template.content.firstElementChild;
  if (!(slide instanceof HTMLElement)) throw new Error('Unexpected update without a slide that it names');
  // Those of a template are of another document until they are adopted, with their media and styles.
  return document.adoptNode(slide);
}

function createStack(): HTMLElement {
  const stack = document.createElement('section');
  stack.className = 'stack';
  return stack;
}

function fillStack(stack: HTMLElement, slides: readonly HTMLElement[]): HTMLElement {
  arrange(stack, slides);
  return stack;
}

/** Make these the sections of a parent, in this order; what is in place is not moved, so that its video goes on. */
function arrange(parent: Element, wanted: readonly HTMLElement[]): void {
  const kept = new Set<Element>(wanted);
  const sections = () => [...parent.children].filter((child) => child.tagName === 'SECTION');
  for (const section of sections()) if (!kept.has(section)) section.remove();
  let place = sections()[0] ?? parent.firstElementChild;
  for (const section of wanted) {
    if (section === place) place = place.nextElementSibling;
    else parent.insertBefore(section, place);
  }
}
