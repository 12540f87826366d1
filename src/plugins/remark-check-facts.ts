/**
 * Takes directives with `asof=` and reports facts that are older than the deck wants them. Only where the deck says how old they may
 * be, and where the caller says what day it is: the core knows no clock.
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Config } from '../config/config.js';
import { lastDay } from '../dates/date-types.js';
import { parseFuzzyDate } from '../dates/fuzzy-date.js';
import { defaultDeckOptions } from '../deck/options.js';
import { readOptionsComment } from '../diagnostics/check-options.js';
import { report } from '../diagnostics/report.js';

const secondsOfDay = 86_400;

/** Report facts that are older than `facts-max-age` days. */
export function remarkCheckFacts({ today }: Config) {
  return (tree: Root, file: VFile): void => {
    const { factsMaxAge } = file.data.deck ?? defaultDeckOptions;
    if (today === undefined || factsMaxAge === 0) return;
    const day = Math.floor(today / secondsOfDay);
    visit(tree, ['containerDirective', 'leafDirective'], (node) => {
      if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return;
      const asof = node.attributes?.asof ?? readOptionsComment(node, new VFile())?.options.asof;
      const { date } = parseFuzzyDate(asof ?? '');
      const age = date ? day - lastDay(date) : 0;
      if (age <= factsMaxAge) return;
      const reason = `Unexpected facts as of \`${asof}\`, ${age} days old, expected at most ${factsMaxAge} days`;
      report(file, 'facts-stale', node, reason, {
        note: 'Look them up again, then set `asof` anew.',
        actual: asof ?? undefined,
      });
    });
  };
}
