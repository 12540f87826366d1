/**
 * Takes what a data file says and leaves the dated lists that an author would have written. A file is a list of events
 * (every CSV is one), or a map with a `caption` and `events`, `eras` and `lanes`, each lane with a `label` and `events`.
 */
import type { ListBlock } from '../../data/data-block.js';
import type { DataFile, DataMap, DataText, DataValue } from '../../data/data-value.js';

/** What an event may have; a column of another name is a mistake. */
const names = ['date', 'end', 'lane', 'title', 'text', 'milestone', 'planned', 'source'] as const;
type Name = (typeof names)[number];

/** Names that a file of one map may have. */
const keys = ['caption', 'events', 'eras', 'lanes'];

/** Lists of events by the name of their lane, in the order in which lanes first occur. */
type Lanes = Map<string, { readonly heading: DataText | undefined; readonly items: DataText[] }>;

/** Turn a data file into dated lists. */
export function fromData(data: DataFile): ListBlock | undefined {
  const { value, report } = data;
  const lanes: Lanes = new Map();
  if (value.kind === 'text') {
    report({ rule: 'data-invalid', what: 'single value', expected: 'a list of events', line: value.line });
    return undefined;
  }
  if (value.kind === 'list') addEvents(value, undefined, lanes, data);
  else addMap(value, lanes, data);
  const caption = value.kind === 'map' ? value.entries.get('caption') : undefined;
  const parts = [...lanes.values()].filter(({ items }) => items.length > 0);
  return parts.length === 0
    ? undefined
    : { kind: 'list', caption: caption?.kind === 'text' ? caption : undefined, parts };
}

function addMap({ entries, line }: DataMap, lanes: Lanes, data: DataFile): void {
  for (const name of entries.keys()) {
    if (!keys.includes(name)) data.report(unexpected(`name \`${name}\``, keys, line));
  }
  const events = entries.get('events');
  if (events) addEvents(events, undefined, lanes, data);
  const rows = entries.get('lanes');
  for (const row of rows?.kind === 'list' ? rows.items : []) {
    const label = row.kind === 'map' ? (row.entries.get('label') ?? row.entries.get('lane')) : undefined;
    const own = row.kind === 'map' ? row.entries.get('events') : undefined;
    if (label?.kind === 'text' && own) addEvents(own, label, lanes, data);
    else data.report(unexpected('lane', ['label', 'events'], row.line));
  }
  const eras = entries.get('eras');
  if (eras) addEvents(eras, { kind: 'text', text: 'Eras', line: eras.line }, lanes, data);
}

function addEvents(value: DataValue, lane: DataText | undefined, lanes: Lanes, data: DataFile): void {
  if (value.kind !== 'list') {
    data.report({ rule: 'data-invalid', what: 'value', expected: 'a list of events', line: value.line });
    return;
  }
  for (const { text, line } of value.columns ?? []) {
    if (!names.some((name) => name === text)) data.report(unexpected(`column \`${text}\``, names, line));
  }
  for (const row of value.items) {
    const item = row.kind === 'map' ? writeItem(row) : undefined;
    if (row.kind !== 'map' || !item) {
      data.report({
        rule: 'data-invalid',
        what: 'event without a date',
        expected: 'a `date` in each',
        line: row.line,
      });
      continue;
    }
    const heading = lane ?? textOf(row, 'lane');
    const key = heading?.text.trim() ?? '';
    const list = lanes.get(key) ?? { heading: key === '' ? undefined : heading, items: [] };
    list.items.push({ kind: 'text', text: item, line: row.line });
    lanes.set(key, list);
  }
}

/** Write an event as a list item; nothing where it has no date. */
function writeItem(row: DataMap): string | undefined {
  const text = (name: Name): string => textOf(row, name)?.text.trim() ?? '';
  if (text('date') === '') return undefined;
  const date = text('end') === '' ? text('date') : `${text('date')}..${text('end')}`;
  const title = isYes(text('milestone')) && text('title') !== '' ? `**${text('title')}**` : text('title');
  const words = [title, text('text')].filter(Boolean).join(' — ');
  return [isYes(text('planned')) ? '[ ]' : '', `**${date}**`, words, writeSources(text('source'))]
    .filter(Boolean)
    .join(' ');
}

/** A source is the name of a footnote, or an address, which is named by its host. */
function writeSources(text: string): string {
  return text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((one) => (/^https?:\/\//i.test(one) ? `[${hostOf(one)}](<${one}>)` : `[^${one}]`))
    .join(' ');
}

function hostOf(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[/?#].*$/, '');
}

function textOf(row: DataMap, name: Name): DataText | undefined {
  const value = row.entries.get(name);
  return value?.kind === 'text' ? value : undefined;
}

function isYes(text: string): boolean {
  return /^(?:yes|true|1|x)$/i.test(text);
}

function unexpected(what: string, expected: readonly string[], line: number) {
  const list = expected.map((name) => `\`${name}\``).join(', ');
  return { rule: 'data-invalid', what, expected: list, line } as const;
}
