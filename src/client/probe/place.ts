/** Takes an element of a slide and leaves where in the deck it comes from. */
import type { Box, Finding } from './findings.js';
import type { Place } from './text-lines.js';

/** Begin a finding about an element. */
export function describe(
  rule: Finding['rule'],
  slide: Element,
  element: Element,
  amount: number,
  what = '',
): Finding {
  const line = Number(element.closest('[data-source-line]')?.getAttribute('data-source-line') ?? Number.NaN);
  return {
    rule,
    slide: slide.id,
    line: Number.isNaN(line) ? undefined : line,
    amount: Math.round(amount * 10) / 10,
    what,
    seen: '',
    hidden: '',
    box: boxOn(slide, element.getBoundingClientRect()),
  };
}

/** Say which part of a slide a place takes. */
export function boxOn(slide: Element, { left, right, top, bottom }: Place): Box {
  const edge = slide.getBoundingClientRect();
  const share = (value: number, from: number, size: number) =>
    Math.round(Math.min(1, Math.max(0, (value - from) / size)) * 10_000) / 10_000;
  const x = share(left, edge.left, edge.width);
  const y = share(top, edge.top, edge.height);
  return {
    left: x,
    top: y,
    width: share(right, edge.left, edge.width) - x,
    height: share(bottom, edge.top, edge.height) - y,
  };
}
