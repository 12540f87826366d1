/** Compiles a `:::comparison` alone, for the tests of the component. */
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { type State, toHast } from 'mdast-util-to-hast';
import { directive } from 'micromark-extension-directive';
import { gfm } from 'micromark-extension-gfm';
import { VFile } from 'vfile';
import { comparison } from '../../src/components/comparison/index.js';
import type { Cell, ComparisonNode } from '../../src/components/comparison/node.js';
import { sheetRows } from '../../src/components/comparison/sheet.js';
import { selectStrings } from '../../src/strings.js';

export interface Compiled {
  readonly node: ComparisonNode | undefined;
  readonly html: string;
  /** `line:column rule` of every message. */
  readonly messages: string[];
}

/** Parse and render the first directive of a document. */
export function compileComparison(value: string, lang = 'en'): Compiled {
  const file = new VFile({ value, path: 'deck.md' });
  const context = { file, strings: selectStrings(lang), lang, read: () => undefined };
  const blocks = { ...directive() };
  // Inline directives cut ratios and times; Lectern has blocks only.
  delete blocks.text;
  const tree: Root = fromMarkdown(value, {
    extensions: [gfm(), blocks],
    mdastExtensions: [gfmFromMarkdown(), directiveFromMarkdown()],
  });
  let node: ComparisonNode | undefined;
  tree.children = tree.children.map((child) => {
    if (child.type !== 'containerDirective' || node) return child;
    node = comparison.parse(child, context);
    return node ?? child;
  });
  const hast = toHast(tree, {
    allowDangerousHtml: true,
    handlers: {
      comparison: (state: State, one: ComparisonNode) => comparison.render(state, one, context),
    },
  });
  const messages = file.messages.map((one) => `${one.line}:${one.column} ${one.ruleId}`);
  return { node, html: toHtml(hast, { allowDangerousHtml: true }), messages };
}

/** A comparison with the given lines as its table. */
export function table(lines: readonly string[], options = ''): string {
  return `:::comparison[Caption]${options}\n\n${lines.join('\n')}\n\n:::\n`;
}

/** The first cell of a table that holds one text under its first subject. */
export function cellOf(text: string): Cell {
  const { node } = compileComparison(table(['| | A | B |', '| - | - | - |', `| Row | ${text} | x |`]));
  const cell = node && sheetRows(node.sheet)[0]?.cells[0]?.cell;
  if (!cell) throw new Error(`Unexpected table without a cell for \`${text}\`, expected one`);
  return cell;
}

/** Names of the columns that won, row by row. */
export function winnersOf({ node }: Compiled): string[] {
  if (!node) return [];
  return sheetRows(node.sheet).map((row) =>
    node.sheet.columns
      .filter((_, index) => row.cells[index]?.cell.winner)
      .map((column) => column.head.name)
      .join(', '),
  );
}
