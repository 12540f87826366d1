/** Takes eras and a scale and leaves their bands, with labels wrapped to the width that is seen. */
import { toString } from 'mdast-util-to-string';
import type { DayInterval } from '../../dates/date-types.js';
import { wrapText } from '../../measure/wrap.js';
import type { Span } from './layout-types.js';
import type { TimelineEra } from './node.js';
import { clipDate, type Domain, middleOf, type Scale } from './scale.js';

/** How the labels of eras are set; `style.css` says the same. */
export const eraStyle = { size: 15, weight: 600, line: 21, inset: 10, top: 5 } as const;

/** A band without its height, and the place of its label. */
export interface EraBand {
  readonly span: Span;
  readonly label: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly bottom: number;
  };
}

/** Place the bands of eras, nothing for one that is out of sight; labels that would touch stand under one another. */
export function placeBands(
  eras: readonly TimelineEra[],
  domain: Domain,
  scale: Scale,
  now: number | undefined,
): (EraBand | undefined)[] {
  const bands: (EraBand | undefined)[] = [];
  for (const era of eras) {
    const span = spanOf(era, eras, domain, scale, now);
    bands.push(span && { span, label: placeLabel(era, span, scale(domain.end), bands) });
  }
  return bands;
}

function spanOf(
  era: TimelineEra,
  eras: readonly TimelineEra[],
  domain: Domain,
  scale: Scale,
  now: number | undefined,
): Span | undefined {
  const clipped = clipDate(era.when, domain, now);
  if (!clipped) return undefined;
  const { start, end } = eraDays(era, clipped, eras);
  const left = Math.max(0, scale(Math.max(start, domain.start)));
  const right = scale(Math.min(end, domain.end));
  return right > left ? { left, right } : undefined;
}

/** A label wraps in its band; in a narrow one it reaches over the edge, and what would touch it goes under it. */
function placeLabel(
  era: TimelineEra,
  span: Span,
  most: number,
  before: readonly (EraBand | undefined)[],
): EraBand['label'] {
  const { width, lines } = measureEra(era, Math.max(110, span.right - span.left - 2 * eraStyle.inset));
  const left = Math.max(0, Math.min(span.left + eraStyle.inset, most - width));
  const height = lines * eraStyle.line;
  let top = eraStyle.top;
  for (let label = inTheWay(); label; label = inTheWay()) top = label.bottom + 2;
  return { left, top, width, bottom: top + height };

  function inTheWay(): EraBand['label'] | undefined {
    return before.find((band) => {
      if (!band) return false;
      const { label } = band;
      const beside = left < label.left + label.width + 10 && label.left < left + width + 10;
      return beside && top < label.bottom && label.top < top + height;
    })?.label;
  }
}

/** Measure the label of an era in a band of a width. */
export function measureEra(
  era: TimelineEra,
  room: number,
): { readonly width: number; readonly lines: number } {
  const lines = wrapText(toString(era), room, eraStyle);
  return { width: Math.ceil(Math.max(0, ...lines.map((line) => line.width))) + 3, lines: lines.length };
}

/** Find where an era begins and ends: in the middle of a unit that the next one begins with. */
function eraDays(era: TimelineEra, clipped: Domain, eras: readonly TimelineEra[]): Domain {
  const [starts, ends] = [edgeOf(era, 'from'), edgeOf(era, 'to')];
  const before = eras.some((other) => other !== era && isSameUnit(edgeOf(other, 'to'), starts));
  const after = eras.some((other) => other !== era && isSameUnit(edgeOf(other, 'from'), ends));
  return {
    start: before && starts ? middleOf(starts) : clipped.start,
    end: after && ends ? middleOf(ends) : clipped.end,
  };
}

/** Find the height the labels of eras take at the top. */
export function eraStripHeight(bands: readonly (EraBand | undefined)[]): number {
  const bottoms = bands.map((band) => (band ? band.label.bottom + 10 : 0));
  return Math.max(0, ...bottoms);
}

/** Tell whether two ends are the same written unit: "2020-06" and "2020-06". */
export function isSameUnit(one: DayInterval | undefined, other: DayInterval | undefined): boolean {
  return one !== undefined && one.first === other?.first && one.last === other.last;
}

/** Find one end of an era as it was written. */
export function edgeOf({ when }: TimelineEra, end: 'from' | 'to'): DayInterval | undefined {
  if (when.kind === 'point') return undefined;
  const edge = when[end];
  return typeof edge === 'object' ? edge : undefined;
}
