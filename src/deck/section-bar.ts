/** Takes the sections of a deck and leaves the bar of one slide: a piece for each section, as long as it has slides, filled as far as the talk is. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import { toString } from 'mdast-util-to-string';
import { fillIn, type Strings } from '../strings.js';
import { isSection } from './list-parts.js';
import type { Slide } from './nodes.js';

/** A piece of the bar: a section, or what stands before the first. */
export interface SectionPiece {
  /** Empty for what stands before the first section. */
  readonly name: string;
  /** Numbers of its first and last slide. */
  readonly first: number;
  readonly last: number;
}

/** Makes the bar of a slide. */
export type SectionBar = (slide: Slide) => Element;

/** Make what draws the bar. Without sections it is one piece: the talk. */
export function createSectionBar(pieces: readonly SectionPiece[], strings: Strings): SectionBar {
  const named = pieces.filter((piece) => piece.name !== '');
  return ({ number }) => {
    const current = pieces.find(({ first, last }) => number >= first && number <= last);
    const place = current ? named.indexOf(current) : -1;
    const words = fillIn(strings.sectionOf, { n: place + 1, total: named.length, name: current?.name ?? '' });
    return h('div', { className: ['slide-sections'] }, [
      ...(place >= 0 ? [h('span', { className: ['visually-hidden'] }, words)] : []),
      ...pieces.map((piece) => renderPiece(piece, number, piece === current)),
    ]);
  };
}

/** List the sections of a deck, and what stands before the first. */
export function listPieces(slides: readonly Slide[]): SectionPiece[] {
  const openers = slides.filter(isSection);
  const before = openers[0]?.number ?? slides.length + 1;
  const lead = before > 1 ? [{ name: '', first: 1, last: before - 1 }] : [];
  const sections = openers.map((opener, index): SectionPiece => {
    const next = openers[index + 1]?.number ?? slides.length + 1;
    return { name: opener.title ? toString(opener.title) : '', first: opener.number, last: next - 1 };
  });
  return [...lead, ...sections];
}

function renderPiece({ first, last }: SectionPiece, number: number, isCurrent: boolean): Element {
  const length = last - first + 1;
  const done = Math.min(1, Math.max(0, (number - first + 1) / length));
  const bar = done > 0 ? [h('span', { style: `width:${Math.round(done * 1000) / 10}%` })] : [];
  return h(
    'span',
    { ariaHidden: 'true', dataCurrent: isCurrent ? '' : undefined, style: `flex-grow:${length}` },
    bar,
  );
}
