/** Takes the text of a data file, its name and `select`, and leaves the value that was meant. */

import { suggestNote } from '../diagnostics/suggest.js';
import { lookUp } from '../look-up.js';
import { type DataValue, dataLimits, type ReportProblem } from './data-value.js';
import { readCsv } from './read-csv.js';
import { readYaml } from './read-yaml.js';

/** How a file is read, by the ending of its name. */
const readers: Readonly<Record<string, typeof readYaml>> = {
  csv: readCsv,
  tsv: readCsv,
  yaml: readYaml,
  yml: readYaml,
  json: readYaml,
};

/**
 * Read a data file; what is wrong is reported, and nothing is returned when nothing can be drawn.
 *
 * @param select the way to the value inside YAML or JSON: `community.rows`, `talks.0`
 */
export function readData(
  path: string,
  text: string,
  select: string | undefined,
  report: ReportProblem,
): DataValue | undefined {
  const read = lookUp(readers, /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '');
  if (!read) {
    const expected = `one that ends in ${Object.keys(readers)
      .map((ending) => `\`.${ending}\``)
      .join(', ')}`;
    report({ rule: 'data-invalid', what: 'name', expected });
    return undefined;
  }
  if (text.length > dataLimits.characters) {
    const what = `${text.length} characters`;
    report({ rule: 'data-invalid', what, expected: `at most ${dataLimits.characters}` });
    return undefined;
  }
  const value = read(normalizeText(text), report);
  return value && select !== undefined ? selectValue(value, select, report) : value;
}

/** Lines end as everywhere else; NUL has no place in Markdown. */
function normalizeText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
}

function selectValue(value: DataValue, select: string, report: ReportProblem): DataValue | undefined {
  let current = value;
  for (const key of select.split('.')) {
    const next = current.kind === 'map' ? current.entries.get(key) : itemAt(current, key);
    if (!next) {
      const known = keysOf(current);
      const note = known.length > 0 ? suggestNote(key, known) : 'There are no keys here.';
      const what = `key \`${key}\` of \`select\``;
      report({ rule: 'data-source-missing', what, expected: 'one that is there', note, line: current.line });
      return undefined;
    }
    current = next;
  }
  return current;
}

function itemAt(value: DataValue, key: string): DataValue | undefined {
  return value.kind === 'list' && /^\d{1,5}$/.test(key) ? value.items[Number(key)] : undefined;
}

function keysOf(value: DataValue): string[] {
  if (value.kind === 'map') return [...value.entries.keys()].slice(0, 12);
  return value.kind === 'list' && value.items.length > 0 ? [`0 to ${value.items.length - 1}`] : [];
}
