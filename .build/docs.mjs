// Writes the tables of README.md that have their truth in the code: front-matter keys, `::slide` options, rules.
// With --check it writes nothing and fails when a table is not what the code says.
import { readFileSync, writeFileSync } from 'node:fs';

const { deckOptions, rules, slideOptionTable } = await import('../dist/lib/index.js');

const cell = (text) => String(text).replaceAll('|', '\\|');
const table = (head, rows) =>
  [head, head.map(() => ':--'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const tables = {
  keys: table(
    ['Key', 'Takes', 'Default', 'Meaning'],
    deckOptions.map(({ key, expected, fallback, summary }) => [
      `\`${key}\``,
      expected,
      describe(fallback),
      summary,
    ]),
  ),
  'slide-options': table(
    ['Option', 'Takes', 'Meaning'],
    Object.entries(slideOptionTable).map(([name, { kind, values, expected, summary }]) => [
      `\`${name}\``,
      values
        ? values.map((value) => `\`${value}\``).join(', ')
        : kind === 'flag'
          ? 'nothing: it is a flag'
          : expected,
      summary,
    ]),
  ),
  rules: table(
    ['Rule', 'Severity', 'Meaning'],
    Object.entries(rules)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { severity, summary }]) => [`\`${id}\``, severity, summary]),
  ),
};

function describe(fallback) {
  if (fallback && typeof fallback === 'object' && 'width' in fallback) return '`16:9`';
  if (fallback === '' || (typeof fallback === 'object' && Object.keys(fallback).length === 0)) return '';
  return `\`${fallback}\``;
}

const before = readFileSync('README.md', 'utf8');
let after = before;
for (const [name, text] of Object.entries(tables)) {
  const place = new RegExp(`(<!-- table: ${name} -->\\n)[^]*?(<!-- /table -->)`);
  if (!place.test(after)) throw new Error(`README.md has no place for the table \`${name}\``);
  after = after.replace(place, (_, start, end) => `${start}\n${text}\n\n${end}`);
}
if (after === before) console.log('README.md is up to date');
else if (process.argv.includes('--check')) {
  console.error('README.md is not what the code says: run `npm run docs`');
  process.exitCode = 1;
} else {
  writeFileSync('README.md', after);
  console.log('README.md written');
}
