/** Takes what axe says of the page it runs in, and leaves it as findings with their slide and line; what is on no slide, with none. */
import type { Finding } from './findings.js';
import { describe } from './place.js';

/**
 * Stylesheets are there already, and what stands in a frame is another's; places are elements. Ranks of headings are those of a deck,
 * which begins where its author begins it: rules of our own see to them. Slides that move into one another have one title, and so one name.
 */
const options = {
  elementRef: true,
  resultTypes: ['violations'],
  preload: false,
  iframes: false,
  rules: {
    'page-has-heading-one': { enabled: false },
    'heading-order': { enabled: false },
    'landmark-unique': { enabled: false },
  },
};

/** As much of axe as is used. */
interface Axe {
  run(context: unknown, options: unknown): Promise<{ violations: readonly Violation[] }>;
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly element?: Element }[];
}

/** Ask axe, which must have been put into the page before, about what these selectors choose but not about what the others do. */
export async function findBarriers(
  include: readonly string[],
  exclude: readonly string[] = [],
): Promise<Finding[]> {
  const { axe } = window as unknown as { axe: Axe };
  const context = { include: include.filter((one) => document.querySelector(one)), exclude };
  if (context.include.length === 0) return [];
  const { violations } = await axe.run(context, options);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.flatMap(({ html, element = document.body }) => {
      // Words for who listens have no colour; where they stand something else may lie.
      if (id === 'color-contrast' && element.closest('.visually-hidden')) return [];
      const slide = element.closest('section.slide');
      const found = describe('access-barrier', slide ?? document.body, element, 0, id);
      return [{ ...found, slide: slide?.id ?? '', seen: help, hidden: html }];
    }),
  );
}
