/** Takes a data file and leaves the table that an author would have written: groups as bold labels, units and arrows behind their criteria. */

import { type TableBlock, toTable } from '../../data/data-block.js';
import type { DataFile, DataMap, DataText, DataValue } from '../../data/data-value.js';
import { suggestNote } from '../../diagnostics/suggest.js';
import { lookUp } from '../../look-up.js';

/** Columns of a CSV that say something about the row and name no subject. */
const details = ['group', 'criterion', 'unit', 'better', 'note'];

/** What a row says besides its values. */
interface Criterion {
  readonly group: DataText | undefined;
  readonly label: DataText;
  readonly unit: string;
  readonly better: string;
  readonly note: string;
  readonly cells: readonly DataText[];
}

/** Write the table of a data file: plain rows, rows with details in leading columns, or `subjects` and `criteria`. */
export function writeDataTable(data: DataFile): TableBlock | undefined {
  if (data.value.kind === 'map' && data.value.entries.has('criteria')) return writeModel(data, data.value);
  const table = toTable(data);
  const count = table ? table.head.findIndex(({ text }) => !details.includes(text.toLowerCase())) : 0;
  return table && count > 0 ? writeDetailed(table, count) : table;
}

/** A CSV whose first columns are details. Where none of them is the criterion, the column after them is. */
function writeDetailed({ head, rows }: TableBlock, count: number): TableBlock {
  const names = head.slice(0, count).map(({ text }) => text.toLowerCase());
  const labelAt = names.includes('criterion') ? names.indexOf('criterion') : count;
  const from = labelAt === count ? count + 1 : count;
  const criteria = rows.map((row): Criterion => {
    const find = (name: string) => (names.includes(name) ? row[names.indexOf(name)] : undefined);
    const wordOf = (name: string) => find(name)?.text.trim() ?? '';
    return {
      group: find('group'),
      label: row[labelAt] ?? textAt('', 1),
      unit: wordOf('unit'),
      better: wordOf('better'),
      note: wordOf('note'),
      cells: row.slice(from),
    };
  });
  return makeTable([head[labelAt] ?? textAt('', 1), ...head.slice(from)], criteria);
}

/** A file with `subjects` and `criteria`, whose values name their subjects by id. */
function writeModel(data: DataFile, root: DataMap): TableBlock | undefined {
  const subjects = listOf(root.entries.get('subjects')).map((item) => {
    const id = fieldOf(item, 'id') || fieldOf(item, 'label') || (item.kind === 'text' ? item.text : '');
    const sub = fieldOf(item, 'sub');
    return { id, head: textAt(`${fieldOf(item, 'label') || id}${sub ? `<br>${sub}` : ''}`, item.line) };
  });
  if (subjects.length === 0) {
    data.report({
      rule: 'data-invalid',
      what: 'file without `subjects`',
      expected: 'a list of them',
      line: root.line,
    });
    return undefined;
  }
  const ids = subjects.map(({ id }) => id);
  const criteria = listOf(root.entries.get('criteria')).map((item) => readCriterion(item, ids, data));
  const caption = root.entries.get('caption');
  const table = makeTable([textAt('', root.line), ...subjects.map(({ head }) => head)], criteria);
  return caption?.kind === 'text' ? { ...table, caption } : table;
}

function readCriterion(item: DataValue, ids: readonly string[], data: DataFile): Criterion {
  const values = mapOf(item, 'values');
  const sources = mapOf(item, 'sources');
  for (const [id, value] of [...values, ...sources]) {
    if (ids.includes(id)) continue;
    const what = `subject \`${id}\``;
    const note = suggestNote(id, ids);
    data.report({ rule: 'data-source-missing', what, expected: 'one of `subjects`', note, line: value.line });
  }
  const group = fieldOf(item, 'group');
  return {
    group: group ? textAt(group, item.line) : undefined,
    label: textAt(fieldOf(item, 'label'), item.line),
    unit: fieldOf(item, 'unit'),
    better: fieldOf(item, 'better'),
    note: fieldOf(item, 'note'),
    cells: ids.map((id) => {
      const value = values.get(id);
      const source = sources.get(id);
      const keys = source?.kind === 'text' ? [source] : listOf(source);
      const marks = keys.map((key) => (key.kind === 'text' ? `[^${key.text}]` : '')).join('');
      return textAt(
        `${value?.kind === 'text' ? value.text : ''}${marks && ` ${marks}`}`,
        value?.line ?? item.line,
      );
    }),
  };
}

function makeTable(head: readonly DataText[], criteria: readonly Criterion[]): TableBlock {
  const rows: (readonly DataText[])[] = [];
  let last = '';
  for (const criterion of criteria) {
    const { group, cells } = criterion;
    if (group && group.text !== '' && group.text !== last) {
      rows.push([textAt(`**${group.text}**`, group.line), ...cells.map(() => textAt('', group.line))]);
      last = group.text;
    }
    rows.push([writeLabel(criterion), ...cells]);
  }
  return { kind: 'table', head, rows };
}

/** A note that is a mark of a footnote stands behind the label, words after a colon. */
function writeLabel({ label, unit, better, note }: Criterion): DataText {
  const arrows: Readonly<Record<string, string>> = { lower: '↓', higher: '↑' };
  const words = note && !note.startsWith('[^') ? `${label.text}: ${note}` : label.text;
  const parts = [
    words,
    unit && `(${unit})`,
    lookUp(arrows, better) ?? better,
    note.startsWith('[^') ? note : '',
  ];
  return textAt(parts.filter(Boolean).join(' '), label.line);
}

function textAt(text: string, line: number): DataText {
  return { kind: 'text', text, line };
}

function listOf(value: DataValue | undefined): readonly DataValue[] {
  return value?.kind === 'list' ? value.items : [];
}

function mapOf(value: DataValue, name: string): DataMap['entries'] {
  const field = value.kind === 'map' ? value.entries.get(name) : undefined;
  return field?.kind === 'map' ? field.entries : new Map();
}

function fieldOf(value: DataValue, name: string): string {
  const field = value.kind === 'map' ? value.entries.get(name) : undefined;
  return field?.kind === 'text' ? field.text : '';
}
