/**
 * Takes the slides of the deck and leaves those of the talk, in its order, numbered and ranked anew. Ids were given before, so that a
 * slide has one name in all talks; what is left out is gone from the tree.
 */
import type { Root } from 'mdast';
import type { Position } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type Hearing, holds } from '../deck/conditions.js';
import { isSlide, numberSlides, type Slide, type Stack } from '../deck/nodes.js';
import { defaultDeckOptions } from '../deck/options.js';
import type { Talk } from '../deck/talks.js';
import { report } from '../diagnostics/report.js';
import { rankHeadings } from './slides/rank-headings.js';
import { checkCondition, hearingOf } from './talks/check-condition.js';
import { chooseSlides } from './talks/choose-slides.js';

/** Keep the slides that the talk shows; what is wrong with any talk is said whichever is made. */
export function remarkTalkSlides() {
  return (tree: Root, file: VFile): void => {
    const all = listPlaced(tree);
    const slides = all.map(({ slide }) => slide);
    for (const { options } of slides) {
      for (const one of options.conditions) checkCondition(one, options.directive, file);
    }
    const talks = file.data.talks ?? [];
    const choices = new Map(talks.map((talk) => [talk.name, chooseAndCheck(slides, talk, file)]));
    const { talk } = file.data;
    const chosen = talk ? (choices.get(talk.name) ?? []) : slides.filter(isOpenTo(hearingOf(file)));
    if (!talk) checkWhole(chosen, slides, file);
    if (chosen.length === slides.length && chosen.every((slide, index) => slide === slides[index])) return;
    const gone = slides.filter((slide) => !chosen.includes(slide));
    forgetIgnores(gone, file);
    const stackOf = new Map(all.map(({ slide, stack }) => [slide, stack]));
    const others = tree.children.filter((node) => node.type !== 'slide' && node.type !== 'stack');
    tree.children = [...joinStacks(chosen, stackOf), ...others];
    unlink(gone, tree);
    numberSlides(chosen);
    rankHeadings(chosen);
  };
}

function isOpenTo(hearing: Hearing): (slide: Slide) => boolean {
  return ({ options }) => options.conditions.every((one) => holds(one, hearing));
}

function chooseAndCheck(slides: readonly Slide[], talk: Talk, file: VFile): Slide[] {
  const isOpen = isOpenTo({ talk: talk.name, audience: talk.audience });
  const closed = slides.filter((slide) => !isOpen(slide));
  const chosen = chooseSlides(slides, closed, talk, file);
  const { minutes } = talk.options;
  if (chosen.length === 0) reportEmpty(`talk \`${talk.name}\``, talk.places.get(''), slides.length, file);
  if (typeof minutes === 'number') checkBudget(chosen, minutes, talk.places.get('minutes'), file);
  return chosen;
}

function checkWhole(chosen: readonly Slide[], slides: readonly Slide[], file: VFile): void {
  const { minutes } = file.data.deck ?? defaultDeckOptions;
  // A deck that has no slides at all is reported where slides are made.
  if (chosen.length === 0 && slides.length > 0) reportEmpty('deck', undefined, slides.length, file);
  checkBudget(chosen, minutes, file.data.optionPlaces?.get('minutes'), file);
}

/** What the slides plan must not be more than there is. */
function checkBudget(
  slides: readonly Slide[],
  budget: number,
  place: Position | undefined,
  file: VFile,
): void {
  const planned = slides.reduce((sum, { options }) => sum + (options.minutes ?? 0), 0);
  if (budget === 0 || planned <= budget) return;
  const reason = `Unexpected plan of ${Number(planned.toFixed(2))} minutes, expected at most ${budget}`;
  report(file, 'minutes-over-budget', place, reason, {
    note: 'It is the sum of `minutes` of the slides; leave slides out, or give some less time.',
  });
}

interface PlacedSlide {
  readonly slide: Slide;
  readonly stack: Stack | undefined;
}

function listPlaced(tree: Root): PlacedSlide[] {
  return tree.children.flatMap((node): PlacedSlide[] => {
    if (node.type === 'stack') return node.children.map((slide) => ({ slide, stack: node }));
    return isSlide(node) ? [{ slide: node, stack: undefined }] : [];
  });
}

/** Neighbours of one stack stand above one another again; one that is left alone is a plain slide. */
function joinStacks(
  slides: readonly Slide[],
  stackOf: ReadonlyMap<Slide, Stack | undefined>,
): (Slide | Stack)[] {
  const runs: { stack: Stack | undefined; slides: Slide[] }[] = [];
  for (const slide of slides) {
    const stack = stackOf.get(slide);
    const last = runs.at(-1);
    if (stack && last?.stack === stack) last.slides.push(slide);
    else runs.push({ stack, slides: [slide] });
  }
  return runs.flatMap(({ stack, slides: children }): (Slide | Stack)[] =>
    stack && children.length > 1 ? [{ ...stack, children }] : children,
  );
}

/** A link to a slide that this talk leaves out is its words alone. */
function unlink(gone: readonly Slide[], tree: Root): void {
  const addresses = new Set(gone.map(({ id }) => `#${id}`));
  visit(tree, 'link', (node, index, parent) => {
    if (!addresses.has(node.url) || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1, ...node.children);
    return [SKIP, index];
  });
  visit(tree, isSlide, ({ title }) => {
    if (!title) return;
    title.children = title.children.flatMap((child) =>
      child.type === 'link' && addresses.has(child.url) ? child.children : [child],
    );
  });
}

/** A comment on a slide that is not shown has nothing to do here, which is no mistake. */
function forgetIgnores(slides: readonly Slide[], file: VFile): void {
  for (const one of file.data.ignores ?? []) {
    const isOn = ({ position }: Slide) =>
      position && one.from >= position.start.line && one.to <= position.end.line;
    if (slides.some(isOn)) one.used = true;
  }
}

function reportEmpty(what: string, place: Position | undefined, total: number, file: VFile): void {
  const reason = `Unexpected ${what} without a slide, expected at least one of the deck’s ${total}`;
  const note = 'Look at `include`, `exclude` and the conditions of the slides.';
  report(file, 'talk-empty', place, reason, { note });
}
