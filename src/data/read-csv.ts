/** Takes the text of a CSV (commas, semicolons or tabs) and leaves a list of maps, one a row, by the names of the header row. */
import { CsvError, parse } from 'csv-parse/sync';
import { type DataList, type DataMap, type DataText, dataLimits, type ReportProblem } from './data-value.js';

/** A record, and the line on which each of its cells begins. */
interface CsvRow {
  readonly cells: readonly DataText[];
  readonly line: number;
}

/** What the parser leaves with `info: true`; its types know only plain records. */
interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Read a CSV. Nothing is returned when it cannot be read at all; ragged rows are reported and read as far as they go. */
export function readCsv(text: string, report: ReportProblem): DataList | undefined {
  const rows = readRows(text, report);
  if (!rows) return undefined;
  const [head, ...body] = rows;
  if (!head) {
    report({ rule: 'data-invalid', what: 'empty file', expected: 'a header row and rows' });
    return undefined;
  }
  if (body.length > dataLimits.rows || head.cells.length > dataLimits.columns) {
    const what = `${body.length} rows of ${head.cells.length} columns`;
    const expected = `at most ${dataLimits.rows} rows of ${dataLimits.columns} columns`;
    report({ rule: 'data-invalid', what, expected, note: 'A slide shows a part: write that to a file.' });
    return undefined;
  }
  reportHead(head, report);
  const items = body.map((row) => readRecord(row, head, report));
  return { kind: 'list', items, columns: head.cells, line: head.line };
}

function readRows(text: string, report: ReportProblem): CsvRow[] | undefined {
  try {
    const records: unknown = parse(text, {
      delimiter: findDelimiter(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return (records as CsvRecord[]).map(({ record, info }) => placeCells(record, info.lines));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error.lines;
    report({
      rule: 'data-invalid',
      what: 'quote',
      expected: 'a closed pair of them around a whole cell',
      note: 'Write a quote inside a quoted cell twice: `"a ""word"" in quotes"`.',
      line: typeof line === 'number' ? line : undefined,
    });
    return undefined;
  }
}

/** The character that the header row has most of, outside quotes. */
function findDelimiter(text: string): string {
  const head =
    text
      .trimStart()
      .replace(/"(?:[^"]|"")*"/g, '')
      .split('\n', 1)[0] ?? '';
  const count = (character: string) => head.split(character).length;
  return [';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}

/** The parser tells where a record ends; quoted line breaks tell where each of its cells begins. */
function placeCells(record: readonly string[], end: number): CsvRow {
  const breaks = (cell: string) => cell.split('\n').length - 1;
  const start = end - record.reduce((sum, cell) => sum + breaks(cell), 0);
  let line = start;
  const cells = record.map((cell): DataText => {
    const text: DataText = { kind: 'text', text: cell, line };
    line += breaks(cell);
    return text;
  });
  return { cells, line: start };
}

function reportHead({ cells }: CsvRow, report: ReportProblem): void {
  const seen = new Set<string>();
  for (const { text, line } of cells) {
    if (seen.has(text)) {
      const note = 'The last one counts; give every column a name of its own.';
      report({ rule: 'data-invalid', what: `second column \`${text}\``, expected: 'it once', note, line });
    }
    seen.add(text);
  }
}

function readRecord({ cells, line }: CsvRow, head: CsvRow, report: ReportProblem): DataMap {
  const extra = cells.slice(head.cells.length).filter(({ text }) => text !== '');
  if (extra[0]) {
    report({
      rule: 'data-invalid',
      what: `cell \`${extra[0].text.slice(0, 40)}\``,
      expected: `${head.cells.length} cells, as in the header row`,
      note: 'Put a cell that holds the separator into quotes.',
      line: extra[0].line,
    });
  }
  const entries = head.cells.map(
    ({ text: name }, index) => [name, cells[index] ?? { kind: 'text', text: '', line }] as const,
  );
  return { kind: 'map', entries: new Map(entries), line };
}
