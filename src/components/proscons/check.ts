/** Takes the sides of a `:::proscons` and reports what its author probably did not mean. Changes nothing. */
import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { report } from '../../diagnostics/report.js';
import { suggest } from '../../diagnostics/suggest.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { countItems, type ProsConsSide } from './node.js';

/** Report a container with nothing to draw. */
export function reportNothing(directive: ComponentDirective, { file, strings }: ComponentContext): void {
  report(
    file,
    'proscons-list-missing',
    directive,
    'Unexpected `proscons` without lists under headings, expected two of them',
    {
      note: `Write a heading \`${strings.pros}\` with a list below it, then \`${strings.cons}\` with another.`,
    },
  );
}

/** Report headings that are not of the pair, lists that are missing, and lists of very different length. */
export function checkSides(
  directive: ComponentDirective,
  sides: readonly ProsConsSide[],
  context: ComponentContext,
): void {
  const { file, strings } = context;
  const seen = new Set<string>();
  for (const side of sides) {
    const heading = side.children.find((child) => child.type === 'heading');
    if (heading) checkHeading(heading, side, seen, context);
    seen.add(side.side);
  }
  for (const [kind, word] of [
    ['pros', strings.pros],
    ['cons', strings.cons],
  ] as const) {
    if (seen.has(kind) || seen.has('other')) continue;
    report(
      file,
      'proscons-list-missing',
      directive,
      `Unexpected \`proscons\` without \`${word}\`, expected both lists`,
      {
        note: `Add a heading \`${word}\` with a list below it.`,
      },
    );
  }
  checkCounts(directive, sides, context);
}

function checkHeading(
  heading: Heading,
  side: ProsConsSide,
  seen: ReadonlySet<string>,
  { file, strings }: ComponentContext,
): void {
  const pair = [strings.pros, strings.cons];
  const name = toString(heading).trim();
  if (side.side === 'other') {
    const close = suggest(name, pair);
    report(
      file,
      'proscons-heading',
      heading,
      `Unexpected heading \`${name}\`, expected \`${pair.join('` or `')}\``,
      {
        note: close
          ? `Did you mean \`${close}\`?`
          : 'Without one of these words its list is drawn without marks.',
        actual: name,
        expected: pair,
      },
    );
  } else if (seen.has(side.side)) {
    report(file, 'proscons-heading', heading, `Unexpected second heading \`${name}\`, expected it once`, {
      note: 'Join the two lists.',
    });
  }
  if (countItems(side) > 0) return;
  report(
    file,
    'proscons-list-missing',
    heading,
    `Unexpected \`${name}\` without a list, expected one below it`,
    {
      note: 'Write `- ` before each point.',
    },
  );
}

function checkCounts(
  directive: ComponentDirective,
  sides: readonly ProsConsSide[],
  { file }: ComponentContext,
): void {
  const count = (kind: string) =>
    sides.filter((side) => side.side === kind).reduce((sum, side) => sum + countItems(side), 0);
  const [fewer = 0, more = 0] = [count('pros'), count('cons')].sort((one, other) => one - other);
  if (fewer === 0 || more <= 2 * fewer) return;
  report(
    file,
    'proscons-counts-differ',
    directive,
    `Unexpected ${more} points against ${fewer}, expected at most twice as many on one side`,
    {
      note: 'An audience reads the longer list as the verdict: join its smaller points, or say the verdict in words.',
    },
  );
}
