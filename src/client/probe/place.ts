/** Takes an element of a slide and leaves where in the deck it comes from. */
import type { Finding } from './findings.js';

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
  };
}
