/** Takes the slides of the talk and leaves what can be found in them: number, title, words; and finds it. */

/** A slide as the search knows it. */
export interface SlideText {
  readonly slide: HTMLElement;
  /** Counted from 1, as on the slide. */
  readonly number: number;
  readonly title: string;
  /** Everything on the slide that is read, title first. */
  readonly text: string;
}

/** A slide that fits a query. */
export interface Find extends SlideText {
  /** Words around the first hit, the hit in the middle; absent when the title says enough. */
  readonly excerpt?: readonly [before: string, hit: string, after: string];
}

/** Read all slides. Their order is the one of the talk. */
export function readSlides(slides: readonly Element[]): SlideText[] {
  return slides
    .filter((slide): slide is HTMLElement => slide instanceof HTMLElement)
    .map((slide, index) => {
      const heading = slide.querySelector('.slide-title');
      const text = tidy(readText(slide.querySelector('.slide-canvas') ?? slide));
      const title = heading ? tidy(readText(heading)) : (slide.getAttribute('aria-label') ?? '');
      return { slide, number: index + 1, title, text };
    });
}

/** What is repeated on every slide, drawn for the eye only, a mark between texts, or the source of a formula. */
const unread =
  '.slide-header, .slide-footer, .slide-number, [aria-hidden="true"], [role="doc-noteref"], [role="doc-backlink"], annotation, style, script';
const inline = /^(a|abbr|b|code|del|em|i|ins|kbd|mark|s|small|span|strong|sub|sup|u)$/i;

/** Read an element as a person does: `textContent` would glue one cell or line to the next. */
export function readText(element: Element): string {
  if (element.matches(unread)) return '';
  const text = [...element.childNodes]
    .map((node) => (node instanceof Element ? readText(node) : (node.nodeValue ?? '')))
    .join('');
  return inline.test(element.tagName) ? text : ` ${text} `;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Write a text without case and accents, letter for letter, so that places in both are the same. */
export function fold(text: string): string {
  return text.replace(
    /[^\0-\x7f]|[A-Z]/g,
    (letter) => (letter.normalize('NFD')[0] ?? letter).toLowerCase()[0] ?? letter,
  );
}

/** Find slides by number, title or id; the number that is meant exactly comes first. */
export function findByTitle(slides: readonly SlideText[], query: string): Find[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const number = query.trim();
  const finds = slides.filter(
    (slide) =>
      (/^\d+$/.test(number) && String(slide.number).startsWith(number)) ||
      hasAll(fold(`${slide.title} ${slide.slide.id}`), words),
  );
  return finds.sort((a, b) => Number(String(b.number) === number) - Number(String(a.number) === number));
}

/** Find slides whose text holds every word of a query. */
export function findByText(slides: readonly SlideText[], query: string): Find[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const phrase = words.join(' ');
  return slides.flatMap((slide) => {
    const text = fold(slide.text);
    if (!hasAll(text, words)) return [];
    const hit = text.includes(phrase) ? phrase : (words[0] ?? '');
    const inTitle = hit === '' || fold(slide.title).includes(hit);
    return [inTitle ? slide : { ...slide, excerpt: cutExcerpt(slide.text, text.indexOf(hit), hit.length) }];
  });
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** Cut some words before and more after a hit, at spaces. */
function cutExcerpt(text: string, at: number, length: number): readonly [string, string, string] {
  const end = at + length;
  const start = at <= 32 ? 0 : text.indexOf(' ', at - 32) + 1 || at;
  const stop = text.length <= end + 60 ? text.length : Math.max(end, text.lastIndexOf(' ', end + 60));
  const before = `${start > 0 ? '… ' : ''}${text.slice(Math.min(start, at), at)}`;
  return [before, text.slice(at, end), `${text.slice(end, stop)}${stop < text.length ? ' …' : ''}`];
}
