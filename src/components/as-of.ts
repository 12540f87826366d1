/** `asof=`: the day that numbers are true of, as an option and as the words at the slide's foot. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Node } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { parseForm } from '../dates/date-forms.js';
import { isDateLanguage } from '../dates/date-languages.js';
import { formatDate } from '../dates/format-date.js';
import type { OptionSpec } from '../diagnostics/check-options.js';
import { fillIn } from '../strings.js';
import type { ComponentContext } from './component.js';

/** The option, for the tables of components that show facts. */
export const asOfOption = {
  summary: 'Printed with the source',
  kind: 'text',
  test: (value) => /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(value),
  expected: 'a date such as `2025-10`',
} as const satisfies OptionSpec;

/** Render the day as a source, which the slide puts at its foot. */
export function renderAsOf(
  state: State,
  node: Node,
  asOf: string | undefined,
  { strings, lang }: ComponentContext,
): Element[] {
  if (!asOf) return [];
  const days = isDateLanguage(lang) ? parseForm(asOf) : undefined;
  const date = days ? formatDate(days, 'auto', lang) : asOf;
  const result = h('p', { className: ['as-of', 'source'] }, fillIn(strings.asOf, { date }));
  state.patch(node as Parameters<State['patch']>[0], result);
  return [result];
}
