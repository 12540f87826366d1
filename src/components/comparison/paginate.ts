/** Takes a comparison and a room and leaves one for each slide: every one a whole table with caption, header and its own part of the rows. */
import type { Table, TableCell } from 'mdast';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, Room } from '../component.js';
import { type BreakRow, breakRows, type PageRoom } from './break-rows.js';
import { hasMarks } from './legend.js';
import {
  labelHeight,
  type Measuring,
  measureEnd,
  measureFrame,
  measureKey,
  measureRow,
} from './measure-rows.js';
import { type ComparisonNode, notesOf } from './node.js';
import { mostColumns } from './shape.js';
import { type Sheet, type SheetBody, type SheetRow, sheetRows } from './sheet.js';
import { contentStyle, lineHeight, rowPadding } from './type.js';
import { measureColumns } from './widths.js';

/** The scale below which nothing is drawn. */
const leastFit = 0.8;

/** Cut a comparison into slides: columns first, then rows. */
export function paginate(
  node: ComparisonNode,
  room: Room,
  context: ComponentContext,
): readonly ComparisonNode[] {
  const { split } = node.options;
  reportTallRows(node, room, context);
  if (split === 'none' || (split === 'auto' && room.height === Infinity)) return [node];
  const sheets = splitColumns(node, context).flatMap((sheet) => splitRows({ ...node, sheet }, room, context));
  return sheets.length < 2 ? [node] : makePages(node, sheets);
}

/** Too many subjects go on on other slides, as many on each; context, focus and baseline stay on all of them. */
function splitColumns(node: ComparisonNode, context: ComponentContext): Sheet[] {
  const { sheet } = node;
  const subjects = sheet.columns.filter((column) => column.role === 'subject');
  if (sheet.transposed || subjects.length <= mostColumns) return [sheet];
  const fixed = subjects.filter((column) => column.focus || column.baseline);
  const free = subjects.filter((column) => !fixed.includes(column));
  const count = Math.ceil(free.length / (mostColumns - fixed.length));
  const size = Math.ceil(free.length / count);
  const widths = measureColumns(node, context, size + fixed.length);
  return Array.from({ length: count }, (_, index) => {
    const chosen = new Set(free.slice(index * size, (index + 1) * size));
    const indexes = [...sheet.columns.entries()]
      .filter(([, column]) => column.role !== 'subject' || fixed.includes(column) || chosen.has(column))
      .map(([at]) => at);
    return pickColumns({ ...sheet, widths }, indexes);
  });
}

function pickColumns(sheet: Sheet, indexes: readonly number[]): Sheet {
  const pick = <T>(values: readonly T[]): T[] => indexes.flatMap((index) => values.slice(index, index + 1));
  const cut = (row: SheetRow): SheetRow => ({ ...row, cells: pick(row.cells) });
  const [stub = 0, ...widths] = sheet.widths;
  return {
    ...sheet,
    columns: pick(sheet.columns),
    widths: [stub, ...pick(widths)],
    bodies: sheet.bodies.map((body) => ({ ...body, rows: body.rows.map(cut) })),
    foot: sheet.foot && cut(sheet.foot),
  };
}

function splitRows(node: ComparisonNode, room: Room, context: ComponentContext): Sheet[] {
  const { sheet, options } = node;
  const measuring = { node, room, context };
  const rows = listRows(measuring);
  const pageRoom = roomOfPages(measuring, room, rows.length);
  const isGrouped = new Set(rows.map(({ body }) => body)).size > 1;
  const breaks = breakRows(rows, { ...pageRoom, isCut: options.split === 'groups' && isGrouped });
  const all = sheet.bodies.flatMap((body) => body.rows.map((row) => ({ body, row })));
  return breaks.map((from, index) => pickRows(sheet, all, from, breaks[index + 1] ?? rows.length));
}

function listRows(measuring: Measuring): BreakRow[] {
  const { bodies, columns, stub } = measuring.node.sheet;
  const isMarked = [stub, ...columns.map(({ head }) => head)].some((head) => head.better);
  return bodies.flatMap(({ label, rows }, body) =>
    rows.map((row) => ({
      height: measureRow(row, measuring),
      body,
      label: label ? labelHeight(measuring.room.fit) : 0,
      marked: isMarked || hasMarks(row),
    })),
  );
}

function roomOfPages(measuring: Measuring, room: Room, count: number): Omit<PageRoom, 'isCut'> {
  const { split } = measuring.node.options;
  const frame = measureFrame(measuring);
  return {
    first: room.height - frame,
    next: room.nextHeight - frame,
    end: measureEnd(measuring),
    key: measureKey(measuring),
    most: typeof split === 'number' ? split : Math.max(1, count),
    byGroup: split === 'groups',
  };
}

/** A row of a sheet, with the group it stands in. */
interface PlacedRow {
  readonly body: SheetBody;
  readonly row: SheetRow;
}

/** The rows of one slide. Verdict and hidden rows are told of on the last. */
function pickRows(sheet: Sheet, all: readonly PlacedRow[], from: number, end: number): Sheet {
  const rows = new Map<SheetBody, SheetRow[]>();
  for (const { body, row } of all.slice(from, end)) rows.set(body, [...(rows.get(body) ?? []), row]);
  const before = all[from - 1]?.body;
  const bodies = [...rows].map(([body, own]) => ({ ...body, rows: own, continued: body === before }));
  const isLast = end >= all.length;
  return {
    ...sheet,
    bodies,
    foot: isLast ? sheet.foot : undefined,
    hidden: isLast ? sheet.hidden : 0,
    excluded: isLast ? sheet.excluded : [],
  };
}

function makePages(node: ComparisonNode, sheets: readonly Sheet[]): ComparisonNode[] {
  const notes = notesOf(node);
  const isDefinition = ({ type }: { type: string }) => type === 'footnoteDefinition' || type === 'definition';
  return sheets.map((sheet, index) => {
    const page: ComparisonNode = {
      ...node,
      sheet: { ...sheet, part: { index: index + 1, count: sheets.length } },
    };
    // Definitions are needed once; what stands under the table stands under its end.
    const dropped = notes.filter((note) => (isDefinition(note) ? index > 0 : index < sheets.length - 1));
    page.children = node.children
      .filter((child) => !dropped.some((note) => note === child))
      .map((child) => (child.type === 'table' ? writeTable(child, page) : child));
    return page;
  });
}

/** The part of the author's table that a slide shows, so that its notes are counted where they stand. */
function writeTable(table: Table, { sheet }: ComparisonNode): Table {
  const cell = (children: readonly TableCell['children'][number][]): TableCell => ({
    type: 'tableCell',
    children: [...children],
  });
  const head = [sheet.stub, ...sheet.columns.map((column) => column.head)];
  const rows = sheet.foot ? [...sheetRows(sheet), sheet.foot] : sheetRows(sheet);
  const lines = [
    head.map(({ content, sub }) => cell([...content, ...sub])),
    ...rows.map((row) => [
      cell(row.head.content),
      ...row.cells.map((one) => cell([...one.cell.content, ...one.cell.notes])),
    ]),
  ];
  return { ...table, children: lines.map((children) => ({ type: 'tableRow', children })) };
}

/** A row that no slide has room for at the least size. */
function reportTallRows(node: ComparisonNode, room: Room, context: ComponentContext): void {
  if (!Number.isFinite(room.nextHeight)) return;
  const least = { node, room: { width: room.width, fit: leastFit }, context };
  const most = room.nextHeight - measureFrame(least);
  const { size } = contentStyle(node.classes, leastFit);
  const linesOf = (height: number) => Math.floor((height - rowPadding(node.classes)) / (size * lineHeight));
  for (const row of sheetRows(node.sheet)) {
    const place = row.head.position;
    const height = measureRow(row, least);
    if (height <= most) continue;
    report(
      context.file,
      'comparison-row-too-tall',
      place,
      `Unexpected row \`${row.head.name}\` of ${linesOf(height)} lines at ${Math.floor(size)} px, expected at most ${linesOf(most)}`,
      { note: 'Shorten it, or move detail to a footnote.' },
    );
  }
}
