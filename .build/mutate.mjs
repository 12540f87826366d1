/**
 * `npm run test:mutation [module…]`: changes one thing at a time in the code that guards a deck's reader (Stryker), and counts how many of the
 * changes the tests notice. Fails below 80 % in any module; `--all` prints every change that nothing noticed.
 */
import { readFileSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { equivalents } from './mutate.equivalents.mjs';

/** In percent of the changes that can be noticed at all. */
const least = 80;

/** Code and the tests that are to notice its changes. */
const modules = {
  sanitiser: {
    sources: [
      'src/plugins/rehype-sanitize.ts',
      'src/plugins/html/schema.ts',
      'src/plugins/html/clean-element.ts',
      'src/plugins/css/filter-style.ts',
      'src/plugins/css/filter-stylesheet.ts',
    ],
    tests: [
      'test/unit/sanitize.test.ts',
      'test/unit/filter-style.test.ts',
      'test/unit/filter-stylesheet.test.ts',
    ],
  },
  'path guard': {
    sources: ['src/output/read-inside.ts', 'src/deck/sources.ts'],
    tests: ['test/unit/read-inside.test.ts'],
  },
  'atomic writer': { sources: ['src/output/write-file.ts'], tests: ['test/unit/write-file.test.ts'] },
  dates: {
    sources: ['fuzzy-date', 'date-forms', 'date-types', 'calendar'].map((name) => `src/dates/${name}.ts`),
    tests: ['test/unit/fuzzy-date.test.ts', 'test/unit/date-forms.test.ts'],
  },
  cells: {
    sources: ['cell-value', 'quantity', 'number-format', 'units', 'date-value'].map(
      (name) => `src/values/${name}.ts`,
    ),
    tests: ['test/unit/cell-values.test.ts'],
  },
};

const named = process.argv.slice(2).filter((name) => !name.startsWith('--'));
// A change is tried against every test: properties find with few runs what they find at all.
process.env.LECTERN_RUNS = '10';
const rows = [];
for (const [name, { sources, tests }] of Object.entries(modules)) {
  if (named.length > 0 && !named.includes(name)) continue;
  process.env.LECTERN_MUTATED = tests.join(',');
  rows.push(summarize(name, await mutate(sources)));
}
console.log('\nmodule          changes  noticed  unnoticed  equivalent  score');
for (const { name, count, noticed, unnoticed, same, score } of rows) {
  const figures = `${String(count).padStart(7)}${String(noticed).padStart(9)}${String(unnoticed).padStart(11)}${String(same).padStart(12)}`;
  console.log(`${name.padEnd(16)}${figures}${`${score.toFixed(1)} %`.padStart(9)}`);
}
process.exitCode = rows.some(({ score }) => score < least) ? 1 : 0;

function mutate(sources) {
  return new Stryker({
    mutate: sources,
    plugins: ['@stryker-mutator/vitest-runner'],
    testRunner: 'vitest',
    vitest: { configFile: '.build/mutate.vitest.mjs', related: false },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    timeoutMS: 20_000,
    reporters: ['progress-append-only'],
    logLevel: 'error',
    // It would be rewritten for the copy by TypeScript 7, which has no interface for programs; the tests do not read it.
    tsconfigFile: 'no-tsconfig.json',
    tempDirName: 'node_modules/.cache/mutate',
    ignorePatterns: ['dist/slides', 'slides', 'test/fixtures', 'test/print', 'test/bench'],
    allowConsoleColors: false,
  }).runMutationTest();
}

function summarize(name, mutants) {
  const tried = mutants.filter(({ status }) => !['CompileError', 'RuntimeError', 'Ignored'].includes(status));
  const isNoticed = ({ status }) => status === 'Killed' || status === 'Timeout';
  const survivors = tried.filter((mutant) => !isNoticed(mutant));
  const unnoticed = survivors.filter((mutant) => !isEquivalent(mutant));
  const noticed = tried.length - survivors.length;
  if (process.argv.includes('--all')) for (const mutant of unnoticed) console.log(describe(mutant));
  return {
    name,
    count: tried.length,
    noticed,
    unnoticed: unnoticed.length,
    same: survivors.length - unnoticed.length,
    score: (100 * noticed) / (noticed + unnoticed.length),
  };
}

function isEquivalent({ fileName, location, mutatorName, replacement }) {
  const line = readFileSync(fileName, 'utf8').split('\n')[location.start.line - 1] ?? '';
  return equivalents.some(
    ({ file, at, mutator, to }) =>
      fileName.endsWith(file) &&
      line.includes(at) &&
      (mutator === undefined || mutator === mutatorName) &&
      (to === undefined || to === replacement),
  );
}

function describe({ fileName, location: { start }, mutatorName, replacement, status }) {
  return `${fileName}:${start.line}:${start.column} ${mutatorName} ${status}: ${replacement?.slice(0, 120)}`;
}
