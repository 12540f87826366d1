/** Takes the rows of a table and leaves `<tbody>`s and `<tfoot>`; equal neighbours become one cell here, since only now no cut can part them. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Rendering } from './render.js';
import { type Reach, renderCell, renderInline } from './render-cell.js';
import { partAttributes, renderHeadContent, spannerOf } from './render-head.js';
import { stepAttributes } from './reveal.js';
import type { SheetBody, SheetRow } from './sheet.js';

/** Render the bodies; rows are numbered through them. */
export function renderBodies(rendering: Rendering): Element[] {
  let number = 0;
  return rendering.node.sheet.bodies.map((body, index) => {
    const first = number;
    number += body.rows.length;
    return h('tbody', [
      ...(body.label ? [renderGroupLabel(rendering, body, index, first)] : []),
      ...body.rows.map((row, at) => renderRow(rendering, row, body, index, first + at)),
    ]);
  });
}

function renderGroupLabel(rendering: Rendering, body: SheetBody, index: number, first: number): Element {
  const { state, node, context } = rendering;
  const more = body.continued
    ? [h('span', { className: ['continued'] }, ` ${context.strings.groupContinued}`)]
    : [];
  const cell = h(
    'th',
    { scope: 'rowgroup', colSpan: node.sheet.columns.length + 1, id: `${node.id}-g${index + 1}` },
    [...renderInline(state, body.label ?? []), ...more],
  );
  const step = stepAttributes(rendering, { body: index, row: first });
  const result = h('tr', { ...step, className: ['group', ...(step.className ?? [])] }, [cell]);
  if (body.position) result.position = body.position;
  return result;
}

function renderRow(
  rendering: Rendering,
  row: SheetRow,
  body: SheetBody,
  index: number,
  number: number,
): Element {
  const { node, withHeaders } = rendering;
  const group = body.label ? [`${node.id}-g${index + 1}`] : [];
  const id = `${node.id}-r${number + 1}`;
  const label = h(
    'th',
    {
      scope: 'row',
      id,
      headers: withHeaders && group.length > 0 ? group : undefined,
      ...partAttributes({ ...row, role: 'subject' }),
    },
    renderHeadContent(rendering, row.head),
  );
  const cells = row.cells.flatMap((_, column) =>
    renderAt(rendering, row, column, reachOf(body, row, column), [...group, id], number),
  );
  const result = h(
    'tr',
    { ...stepAttributes(rendering, { body: index, row: number }), dataSame: row.dim ? '' : undefined },
    [label, ...cells],
  );
  if (row.head.position) result.position = row.head.position;
  return result;
}

/** Render the verdict. It has no winners: it is the winner's name. */
export function renderFoot(rendering: Rendering, verdict: SheetRow): Element {
  const id = `${rendering.node.id}-verdict`;
  const plain = verdict.cells.map((one) => ({ ...one, cell: { ...one.cell, winner: undefined } }));
  const cells = plain.flatMap((_, column) =>
    renderAt(rendering, { ...verdict, cells: plain }, column, { columns: 1, rows: 1 }, [id], undefined),
  );
  const row = h('tr', { ...stepAttributes(rendering, 'verdict') }, [
    // Bold as the author wrote it: a printed table has no parts, and this tells its end from a row of the last group.
    h('th', { scope: 'row', id }, [h('strong', renderInline(rendering.state, verdict.head.content))]),
    ...cells,
  ]);
  if (verdict.head.position) row.position = verdict.head.position;
  return h('tfoot', [row]);
}

/** Render the cell at a column; nothing where an equal neighbour stands for it. */
function renderAt(
  rendering: Rendering,
  row: SheetRow,
  column: number,
  reach: Reach | undefined,
  headers: readonly string[],
  number: number | undefined,
): Element[] {
  const drawn = row.cells[column];
  if (!drawn || !reach) return [];
  const { node, withHeaders } = rendering;
  const result = renderCell(rendering, drawn, reach);
  const below = Array.from({ length: reach.rows - 1 }, (_, at) => `${node.id}-r${(number ?? 0) + at + 2}`);
  const above = Array.from({ length: reach.columns }, (_, at) => [
    spannerOf(rendering, column + at),
    `${node.id}-c${column + at + 1}`,
  ]).flat();
  if (withHeaders)
    result.properties.headers = [...headers, ...below, ...above.filter((one) => one !== undefined)];
  if (number !== undefined)
    Object.assign(result.properties, stepAttributes(rendering, { column, cell: drawn.cell }));
  return [result];
}

/** How far a cell reaches; a cell whose neighbour is on another slide stands for itself. */
function reachOf({ rows }: SheetBody, row: SheetRow, column: number): Reach | undefined {
  const at = rows.indexOf(row);
  const covered = row.cells[column]?.covered;
  if ((covered === 'before' && column > 0) || (covered === 'above' && at > 0)) return undefined;
  let [width, height] = [1, 1];
  while (row.cells[column + width]?.covered === 'before') width++;
  while (rows[at + height]?.cells[column]?.covered === 'above') height++;
  return { columns: width, rows: height };
}
