/** Takes a `:::decide` and leaves its rows: what stands before an arrow is the condition, behind it the outcome. */
import type { ListItem, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { type Block, readContainer, splitItem } from '../container.js';
import { cutInline, spanOf } from '../cut-inline.js';
import { checkOptions } from '../options.js';
import { checkRow } from './check.js';
import type { DecideNode, DecideRow } from './node.js';
import { optionTable } from './options.js';

const arrow = /\s*(?:→|-+>)\s*/;

/** Parse a decision guide; the author's text stays visible when there is no list in it. */
export function parseDecide(
  directive: ComponentDirective,
  context: ComponentContext,
): DecideNode | undefined {
  const options = checkOptions(directive, optionTable, context.file);
  const { id, classes, caption, blocks } = readContainer(directive);
  if (!blocks.some((block) => block.type === 'list')) {
    report(
      context.file,
      'decide-list-missing',
      directive,
      'Unexpected `decide` without a list, expected one',
      {
        note: 'Write a list of `- condition → **outcome**`.',
      },
    );
    return undefined;
  }
  const subjects = readSubjects(options.subjects);
  const readBlock = (block: Block): (DecideRow | Block)[] =>
    block.type === 'list' ? block.children.map((item) => readRow(item, subjects, context)) : [block];
  return {
    type: 'decide',
    id,
    classes,
    stepwise: options.reveal !== 'none',
    children: [...(caption ? [caption] : []), ...blocks.flatMap(readBlock)],
    ...(directive.position && { position: directive.position }),
  };
}

function readSubjects(written: string | true | undefined): string[] {
  if (typeof written !== 'string') return [];
  return written
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

/** An item without an arrow is reported and stays a row of its own words. */
function readRow(item: ListItem, subjects: readonly string[], context: ComponentContext): DecideRow {
  const { words, detail } = splitItem(item);
  const halves = cutInline(words, arrow);
  const outcome = halves?.after ?? [];
  const name = boldOf(outcome);
  checkRow(item, halves, name, subjects, context);
  const subject = name === undefined ? 0 : subjects.findIndex((one) => isSame(one, name)) + 1;
  return {
    type: 'decideRow',
    children: [
      { type: 'decideCondition', children: halves?.before ?? [...words], ...spanOf(halves?.before ?? words) },
      ...(halves ? [{ type: 'decideOutcome', subject, children: outcome, ...spanOf(outcome) } as const] : []),
      ...detail,
    ],
    ...(item.position && { position: item.position }),
  };
}

/** The first bold words of an outcome are its name. */
function boldOf(outcome: readonly PhrasingContent[]): string | undefined {
  const bold = outcome.find((node) => node.type === 'strong');
  return bold && toString(bold).trim();
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
