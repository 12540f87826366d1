// Writes the tables of README.md and of the components' READMEs that have their truth in the code: front-matter keys,
// options of directives, rules.
// With --check it writes nothing and fails when a table is not what the code says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const { deckOptions, directives, languages, ownTalkOptions, rules } = await import('../dist/lib/index.js');

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
  'talk-keys': table(
    ['Key', 'Takes', 'Meaning'],
    ownTalkOptions.map(({ key, expected, summary }) => [`\`${key}\``, expected, summary]),
  ),
  'slide-options': optionsTable(directives.find(({ name }) => name === 'slide').options),
  directives: table(
    ['Directive', 'Option', 'Takes', 'Meaning'],
    directives
      .filter(({ name }) => name !== 'slide')
      .flatMap(({ name, form, summary, options }) => [
        [`\`${form === 'leaf' ? '::' : ':::'}${name}\``, '', '', summary],
        ...optionRows(options).map((row) => ['', ...row]),
      ]),
  ),
  rules: table(
    ['Rule', 'Severity', 'Meaning'],
    Object.entries(rules)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { severity, summary }]) => [`\`${id}\``, severity, summary]),
  ),
};

/** A table of options as one directive's own page shows it. */
function optionsTable(options) {
  if (Object.keys(options).length === 0) return 'None.';
  return table(['Option', 'Takes', 'Meaning'], optionRows(options));
}

/** The first of several values is what counts where none is given. */
function optionRows(options) {
  return Object.entries(options).map(([name, { kind, values, expected, summary }]) => [
    `\`${name}\``,
    values
      ? values.map((value) => `\`${value}\``).join(', ')
      : kind === 'flag'
        ? 'nothing: it is a flag'
        : expected,
    summary,
  ]);
}

function describe(fallback) {
  if (fallback && typeof fallback === 'object' && 'width' in fallback) return '`16:9`';
  if (fallback === '' || (typeof fallback === 'object' && Object.keys(fallback).length === 0)) return '';
  return `\`${fallback}\``;
}

/** Put tables into their places in a page; a page without a place for one of them is a mistake. */
function fillIn(page, pageTables) {
  const before = readFileSync(page, 'utf8');
  let after = before;
  for (const [name, text] of Object.entries(pageTables)) {
    const place = new RegExp(`(<!-- table: ${name} -->\\n)[^]*?(<!-- /table -->)`);
    if (!place.test(after)) throw new Error(`${page} has no place for the table \`${name}\``);
    after = after.replace(place, (_, start, end) => `${start}\n${text}\n\n${end}`);
  }
  if (after === before) return;
  if (process.argv.includes('--check')) {
    console.error(`${page} is not what the code says: run \`npm run docs\``);
    process.exitCode = 1;
  } else {
    writeFileSync(page, after);
    console.log(`${page} written`);
  }
}

const wordTable = (words) =>
  table(
    ['Name', 'English'],
    Object.entries(words).map(([name, word]) => [`\`${name}\``, word]),
  );

fillIn('README.md', tables);
fillIn('src/strings/README.md', { words: wordTable(languages.en.words), page: wordTable(languages.en.page) });
for (const { name, options } of directives) {
  const page = `src/components/${name}/README.md`;
  if (existsSync(page)) fillIn(page, { options: optionsTable(options) });
}
