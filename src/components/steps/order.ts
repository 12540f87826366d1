/** Takes `order=` of steps and the number of parts, leaves the step of each part; pure, so that it can be tested as a table. */

/** Tell whether a text is an order: a word, or numbers with `,` between steps and `+` within one. */
export function isOrder(text: string): boolean {
  return /^(forward|reverse|together|\d{1,3}(\s*[,+]\s*\d{1,3})*)$/.test(text);
}

/** The step of each part, counted from 0, and what the author wrote that names no part. */
export interface ReadOrder {
  readonly steps: readonly number[];
  readonly invalid: readonly string[];
}

/** Read an order for so many parts. Parts that it does not name follow in their own order. */
export function readOrder(text: string, count: number): ReadOrder {
  const forward = Array.from({ length: count }, (_, index) => index);
  if (text === 'together') return { steps: forward.map(() => 0), invalid: [] };
  if (text === 'reverse') return { steps: forward.toReversed(), invalid: [] };
  if (!/^\d/.test(text)) return { steps: forward, invalid: [] };
  const found = new Map<number, number>();
  const invalid: string[] = [];
  const written = text.split(',').map((step) => step.split('+').map((part) => part.trim()));
  for (const [step, parts] of written.entries()) {
    for (const part of parts) {
      const index = Number(part) - 1;
      if (index < 0 || index >= count || found.has(index)) invalid.push(part);
      else found.set(index, step);
    }
  }
  let next = written.length;
  return { steps: forward.map((index) => found.get(index) ?? next++), invalid };
}
