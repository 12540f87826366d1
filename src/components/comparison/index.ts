/** `:::comparison`: subjects side by side, criteria as rows, from a GFM table: parse, check, shape, paginate, render. */
import { listDataSource } from '../../data/data-source.js';
import type { Component, ComponentContext, ComponentDirective } from '../component.js';
import { isSource, readContainer } from '../container.js';
import { checkOptions, readOptionsComment } from '../options.js';
import { checkComparison } from './check.js';
import { checkNames } from './check-names.js';
import { checkTable } from './check-table.js';
import { chooseParts } from './choose.js';
import { checkSpecs, readSpecs } from './comment.js';
import { writeDataTable } from './from-data.js';
import { measureHeight } from './measure-rows.js';
import { bodyRows, type ComparisonNode } from './node.js';
import { completeOptions, optionTable } from './options.js';
import { paginate } from './paginate.js';
import { findTable, parseTable } from './parse.js';
import { renderComparison } from './render.js';
import { shapeComparison } from './shape.js';
import { measureColumns } from './widths.js';
import { markWinners } from './winners.js';
import { writeComparison } from './write.js';

/** The comparison table. */
export const comparison: Component<ComparisonNode> = {
  name: 'comparison',
  summary: 'Subjects side by side, criteria as rows, from a table',
  options: optionTable,
  form: 'container',
  sources: listDataSource,
  fromData: writeDataTable,
  parse: parseComparison,
  measure: measureHeight,
  split: paginate,
  render: renderComparison,
  write: writeComparison,
};

/** Turn a directive into a node; the author's text stays visible when there is no table in it. */
function parseComparison(
  directive: ComponentDirective,
  context: ComponentContext,
): ComparisonNode | undefined {
  const comment = readOptionsComment(directive, context.file);
  const options = completeOptions(checkOptions(directive, optionTable, context.file, comment?.options));
  const table = findTable(directive);
  checkTable(directive, table, context.file);
  if (!table) return undefined;
  const specs = readSpecs(comment, context);
  const written = parseTable(table, options, specs, directive.position);
  checkNames(written, context);
  checkSpecs(
    specs,
    bodyRows(written).map((row) => row.name),
    written.columns.map((column) => column.name),
    context,
  );
  const chosen = chooseParts(written);
  checkComparison(chosen, directive, context);
  const sheet = shapeComparison(markWinners(chosen), context);
  const { id, classes, caption, blocks } = readContainer(directive);
  const node: ComparisonNode = {
    type: 'comparison',
    id,
    classes,
    caption: caption?.children ?? [],
    options,
    sheet,
    source: blocks.find(isSource),
    children: directive.children,
    ...(directive.position && { position: directive.position }),
  };
  return { ...node, sheet: { ...sheet, widths: measureColumns(node, context) } };
}
