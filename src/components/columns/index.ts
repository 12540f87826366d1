/** `:::columns{ratio="2:1"}`, cut by the leaf `::column`: blocks side by side. Nested containers with equal colons fall apart, a leaf cannot. */
import type { BlockContent, DefinitionContent, Parent } from 'mdast';
import { report } from '../../diagnostics/report.js';
import type { Component } from '../component.js';
import { checkOptions, type OptionTable } from '../options.js';

/** One column of a `columns` node. */
export interface ColumnNode extends Parent {
  type: 'column';
}

/** Blocks side by side. */
export interface ColumnsNode extends Parent {
  type: 'columns';
  /** Widths as shares, one a column: `2:1` is `[2, 1]`. Columns beyond it get 1. */
  ratio: readonly number[];
  children: ColumnNode[];
}

declare module 'mdast' {
  interface BlockContentMap {
    columns: ColumnsNode;
    column: ColumnNode;
  }
  interface RootContentMap {
    columns: ColumnsNode;
    column: ColumnNode;
  }
}

const optionTable = {
  ratio: {
    summary: 'Widths as shares, one a column',
    kind: 'text',
    test: (value) => /^\d{1,3}(\.\d+)?(:\d{1,3}(\.\d+)?){1,5}$/.test(value) && !/(^|:)0+(:|$)/.test(value),
    expected: 'shares such as `2:1`',
  },
} as const satisfies OptionTable;

/** Blocks side by side. */
export const columns: Component<ColumnsNode> = {
  name: 'columns',
  summary: 'Blocks side by side, cut by `::column`',
  options: optionTable,
  form: 'container',
  parse(directive, { file }) {
    const options = checkOptions(directive, optionTable, file);
    const children = cutColumns(directive.children as (BlockContent | DefinitionContent)[]);
    if (children.length < 2) {
      report(
        file,
        'columns-cut-missing',
        directive,
        'Unexpected `columns` of one column, expected `::column` between two',
        {
          note: 'Write `::column` on a line of its own where the second column begins.',
        },
      );
    }
    const ratio = String(options.ratio ?? '1')
      .split(':')
      .map(Number);
    return { type: 'columns', ratio, children, ...(directive.position && { position: directive.position }) };
  },
  render(state, node) {
    const shares = node.children.map((_, index) => `${node.ratio[index] ?? 1}fr`);
    return {
      type: 'element',
      tagName: 'div',
      properties: { className: ['columns'], style: `--columns:${shares.join(' ')}` },
      children: node.children.map((column) => ({
        type: 'element',
        tagName: 'div',
        properties: { className: ['column'] },
        children: state.wrap(state.all(column), true),
      })),
    };
  },
};

/** Cut blocks at `::column`; a first `::column` opens the first column and makes no empty one. */
export function cutColumns(blocks: readonly (BlockContent | DefinitionContent)[]): ColumnNode[] {
  const cut: ColumnNode[] = [{ type: 'column', children: [] }];
  for (const node of blocks) {
    if (node.type === 'leafDirective' && node.name === 'column') cut.push({ type: 'column', children: [] });
    else cut.at(-1)?.children.push(node);
  }
  return cut.filter((column, index) => index > 0 || column.children.length > 0);
}
