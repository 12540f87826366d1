/** Takes a `:::stats` and leaves its numbers: what is bold at the start of an item, and the words behind it. */
import type { ListItem, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { report } from '../../diagnostics/report.js';
import { isBlank } from '../../values/inline.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { type Block, isSource, readContainer, splitItem } from '../container.js';
import { spanOf } from '../cut-inline.js';
import { checkOptions } from '../options.js';
import { checkStats } from './check.js';
import type { Stat, StatPart, StatsNode } from './node.js';
import { optionTable } from './options.js';

/** Parse numbers; the author's text stays visible when there is no list. */
export function parseStats(directive: ComponentDirective, context: ComponentContext): StatsNode | undefined {
  const options = checkOptions(directive, optionTable, context.file);
  const { id, classes, caption, blocks } = readContainer(directive);
  if (!blocks.some((block) => block.type === 'list')) {
    report(context.file, 'stats-list-missing', directive, 'Unexpected `stats` without a list, expected one', {
      note: 'Write a list of `- **94K** what it counts`.',
    });
    return undefined;
  }
  const children = blocks.flatMap((block): (Stat | Block)[] =>
    block.type === 'list' ? block.children.map((item) => readStat(item, context)) : [block],
  );
  const stats = children.filter((child) => child.type === 'stat');
  checkStats(directive, stats, blocks.some(isSource), context);
  return {
    type: 'stats',
    id,
    classes,
    asOf: typeof options.asof === 'string' ? options.asof : undefined,
    stepwise: options.reveal === 'items',
    children: [...(caption ? [caption] : []), ...children],
    ...(directive.position && { position: directive.position }),
  };
}

function readStat(item: ListItem, context: ComponentContext): Stat {
  const { words, detail } = splitItem(item);
  const index = words.findIndex((node) => !isBlank(node));
  const bold = words[index];
  const isNumber = bold?.type === 'strong';
  if (!isNumber) {
    const written = toString(item.children[0] ?? item).slice(0, 60);
    report(
      context.file,
      'stats-number-missing',
      item,
      `Unexpected \`${written}\`, expected a bold number first`,
      {
        note: 'Write `- **94K** what it counts`.',
        actual: written,
      },
    );
  }
  return {
    type: 'stat',
    children: [
      ...part('statNumber', isNumber ? bold.children : []),
      ...part('statLabel', isNumber ? words.slice(index + 1) : words),
      ...detail,
    ],
    ...(item.position && { position: item.position }),
  };
}

/** A part of a line, when there is anything in it. */
function part(type: StatPart['type'], children: readonly PhrasingContent[]): StatPart[] {
  return children.length > 0 ? [{ type, children: [...children], ...spanOf(children) }] : [];
}
