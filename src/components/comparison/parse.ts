/** Takes a `:::comparison` and leaves its node: the parts of the container, then the table's. Nothing to draw: nothing is returned. */
import GithubSlugger from 'github-slugger';
import type { BlockContent, DefinitionContent, Paragraph, PhrasingContent, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { report } from '../../diagnostics/report.js';
import { suggestNote } from '../../diagnostics/suggest.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { checkOptions, readOptionsComment } from '../options.js';
import { checkComparison } from './check.js';
import { checkTable } from './check-table.js';
import { readColumns, readLabel } from './header.js';
import type { Column, ComparisonNode } from './node.js';
import { optionTable, type Reveal } from './options.js';
import { readRows } from './rows.js';
import { markWinners, type Tie } from './winners.js';

/** What the blocks of a container are. */
interface Parts {
  readonly caption: PhrasingContent[];
  readonly table: Table | undefined;
  readonly source: Paragraph | undefined;
  readonly notes: (BlockContent | DefinitionContent)[];
}

/** Parse a comparison; the author's text stays visible when there is no table in it. */
export function parseComparison(
  directive: ComponentDirective,
  context: ComponentContext,
): ComparisonNode | undefined {
  const { file } = context;
  const comment = readOptionsComment(directive, file);
  const options = checkOptions(directive, optionTable, file, comment?.options);
  const parts = readParts(directive.children as (BlockContent | DefinitionContent)[]);
  checkTable(directive, parts.table, file);
  if (!parts.table) return undefined;
  const all = readColumns(parts.table, text(options.focus));
  const chosen = chooseColumns(all, text(options.only), text(options.except));
  checkNames(directive, all, [text(options.focus), text(options.only), text(options.except)], context);
  const columns = chosen.map((index) => all[index] as Column);
  const { groups, verdict, misplaced } = readRows(
    parts.table.children.slice(1),
    chosen,
    text(options.verdict),
  );
  const stubhead = readLabel(parts.table.children[0]?.children[0]?.children ?? []);
  const node: ComparisonNode = {
    type: 'comparison',
    id: directive.attributes?.id || makeId(parts.caption),
    classes: directive.attributes?.class?.split(/\s+/).filter(Boolean) ?? [],
    caption: parts.caption,
    asOf: text(options.asof),
    highlight: (options.highlight as ComparisonNode['highlight'] | undefined) ?? 'bold',
    reveal: (options.reveal as Reveal | undefined) ?? 'none',
    stubhead: stubhead.content,
    better: stubhead.better,
    columns,
    groups,
    verdict,
    notes: parts.notes,
    source: parts.source,
    children: directive.children,
    ...(directive.position && { position: directive.position }),
  };
  const tie = (text(options.tie) ?? 'overlap') as Tie;
  markWinners(node, tie);
  checkComparison(node, misplaced, tie, context);
  return node;
}

function readParts(children: readonly (BlockContent | DefinitionContent)[]): Parts {
  let caption: PhrasingContent[] = [];
  let source: Paragraph | undefined;
  const notes: (BlockContent | DefinitionContent)[] = [];
  const table = children.find((child) => child.type === 'table');
  for (const child of children) {
    if (child.type === 'paragraph' && child.data?.directiveLabel) caption = child.children;
    else if (child.type === 'paragraph' && /^Sources?:\s/.test(toString(child))) source = child;
    else if (child !== table && child.type !== 'html') notes.push(child);
  }
  return { caption, table, source, notes };
}

/** Context columns stay whatever is chosen: without its batch size a number says nothing. */
function chooseColumns(
  columns: readonly Column[],
  only: string | undefined,
  except: string | undefined,
): number[] {
  const wanted = only === undefined ? undefined : splitNames(only);
  const unwanted = except === undefined ? [] : splitNames(except);
  return columns.flatMap((column, index) => {
    const name = column.name.toLowerCase();
    const chosen =
      column.role === 'context' || ((wanted?.includes(name) ?? true) && !unwanted.includes(name));
    return chosen ? [index] : [];
  });
}

function checkNames(
  directive: ComponentDirective,
  columns: readonly Column[],
  options: readonly (string | undefined)[],
  { file }: ComponentContext,
): void {
  const known = columns.map((column) => column.name);
  for (const name of options.flatMap((option) => (option === undefined ? [] : splitNames(option)))) {
    if (known.some((one) => one.toLowerCase() === name)) continue;
    report(
      file,
      'comparison-column-unknown',
      directive,
      `Unexpected column \`${name}\`, expected one of the table’s`,
      {
        note: suggestNote(name, known),
        actual: name,
        expected: known,
      },
    );
  }
}

function splitNames(names: string): string[] {
  return names.split(',').map((name) => name.trim().toLowerCase());
}

function makeId(caption: readonly PhrasingContent[]): string {
  const words = toString({ type: 'paragraph', children: [...caption] });
  return `comparison-${new GithubSlugger().slug(words || 'table')}`;
}

function text(value: string | true | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
