/** Takes all slides and what a talk says of them and leaves those it shows, in its order. Names that lead nowhere are reported. */
import { slug } from 'github-slugger';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import type { Slide } from '../../deck/nodes.js';
import type { Talk } from '../../deck/talks.js';
import { report } from '../../diagnostics/report.js';
import { suggestNote } from '../../diagnostics/suggest.js';

/** Choose the slides of a talk. @param closed slides whose conditions this talk does not meet */
export function chooseSlides(
  slides: readonly Slide[],
  closed: readonly Slide[],
  talk: Talk,
  file: VFile,
): Slide[] {
  const find = (key: 'include' | 'exclude' | 'append', selectors: readonly string[]) =>
    selectors.flatMap((selector) => {
      const found = findSlides(selector, slides);
      if (found.length === 0) reportUnknown(selector, key, slides, talk, file);
      return found;
    });
  const included = talk.include && find('include', talk.include);
  const excluded = new Set(find('exclude', talk.exclude));
  const appended = find('append', talk.append);
  const named = [...singles(talk.include ?? [], slides), ...singles(talk.append, slides)];
  checkContradictions(named, [...excluded, ...closed], talk, file);
  const gone = new Set([...excluded, ...closed, ...appended]);
  const kept = (included ?? slides).filter((slide) => !gone.has(slide));
  const last = appended.filter((slide) => !closed.includes(slide));
  return [...new Set([...kept, ...last])];
}

/** `.tag` or the id of a slide, that of a section's first slide for the section; or `slide:id` for that slide alone. */
function findSlides(selector: string, slides: readonly Slide[]): Slide[] {
  if (selector.startsWith('.')) {
    return findTagged(selector.slice(1), slides);
  }
  const [, prefix, name = ''] = /^(?:(slide|section):)?\s*(.*)$/s.exec(selector) ?? [];
  const index = slides.findIndex((slide) =>
    prefix === 'section' ? isSection(slide) && isCalled(slide, name) : slide.id === name,
  );
  const slide = slides[index];
  if (!slide) return [];
  return prefix === 'slide' || !isSection(slide) ? [slide] : [slide, ...sectionAfter(index, slides)];
}

/** Tagged slides, and those whose section begins with one. */
function findTagged(tag: string, slides: readonly Slide[]): Slide[] {
  let inSection = false;
  return slides.filter((slide) => {
    const tagged = slide.options.classes.includes(tag);
    if (isSection(slide)) inSection = tagged;
    return tagged || inSection;
  });
}

function isSection({ options }: Slide): boolean {
  return options.layout === 'section';
}

/** A section may be called by its words too. */
function isCalled({ id, title }: Slide, name: string): boolean {
  return id === name || (title !== undefined && slug(toString(title)) === slug(name));
}

function sectionAfter(index: number, slides: readonly Slide[]): Slide[] {
  const rest = slides.slice(index + 1);
  const end = rest.findIndex(isSection);
  return end < 0 ? rest : rest.slice(0, end);
}

/** Slides that are called by their own name: whoever does that wants them to be seen. */
function singles(selectors: readonly string[], slides: readonly Slide[]): Slide[] {
  return selectors.flatMap((selector) => {
    const found = findSlides(selector, slides);
    return selector.startsWith('.') || found.length > 1 ? [] : found;
  });
}

function checkContradictions(named: readonly Slide[], gone: readonly Slide[], talk: Talk, file: VFile): void {
  for (const slide of named.filter((one) => gone.includes(one))) {
    const reason = `Unexpected slide \`${slide.id}\` in the talk \`${talk.name}\`, expected one that \`exclude\` or its own condition does not take out`;
    report(
      file,
      'talk-slide-contradiction',
      talk.places.get('include') ?? talk.places.get('append'),
      reason,
      {
        actual: slide.id,
        note: 'Take it from one of the two.',
      },
    );
  }
}

function reportUnknown(
  selector: string,
  key: 'include' | 'exclude' | 'append',
  slides: readonly Slide[],
  talk: Talk,
  file: VFile,
): void {
  const tags = [...new Set(slides.flatMap(({ options }) => options.classes.map((one) => `.${one}`)))];
  const [, prefix = ''] = /^((?:slide|section):\s*)/.exec(selector) ?? [];
  const ids = slides.filter((one) => prefix !== 'section:' || isSection(one)).map(({ id }) => prefix + id);
  const [what, known] = selector.startsWith('.')
    ? ['tag', tags]
    : [prefix.startsWith('section') ? 'section' : 'slide', ids];
  const reason = `Unexpected ${what} \`${selector}\` in \`${key}\`, expected one of the deck’s`;
  const note = suggestNote(selector, known);
  report(file, 'talk-slide-unknown', talk.places.get(key), reason, { actual: selector, note });
}
