/** Takes the slides of a deck and leaves the parts of the talk: what an agenda lists, and what the bar at the foot shows. */
import type { Slide } from './nodes.js';

/** A part of the talk: the slide that opens it, and those until the next. */
export interface Part {
  readonly opener: Slide;
  readonly slides: readonly Slide[];
}

/** List the parts of a deck: its sections, else every slide with a title. The title slide is no part. */
export function listParts(slides: readonly Slide[]): Part[] {
  const openers = slides.filter(isSection);
  const starts =
    openers.length > 0 ? openers : slides.filter((slide) => slide.title && slide.options.layout !== 'title');
  return starts.map((opener, index) => {
    const next = starts[index + 1]?.number ?? Number.POSITIVE_INFINITY;
    return { opener, slides: slides.filter((slide) => slide.number > opener.number && slide.number < next) };
  });
}

/** Tell whether a slide opens a section. A section that goes on over several slides opens once. */
export function isSection(slide: Slide): boolean {
  return slide.options.layout === 'section' && (slide.part?.index ?? 1) === 1;
}
