/** `npm run test:robustness`: the tests of hostile input, faults and load, and the figures they give; in full with `LECTERN_FULL=1`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const files = [
  'test/robustness',
  'test/server',
  'test/unit/remote.test.ts',
  'test/unit/sanitize.test.ts',
  'test/unit/write-file.test.ts',
  'test/unit/deck-bounds.test.ts',
  'test/print/faults.test.ts',
  'test/print/browser.test.ts',
  'test/browser/live-problems.test.ts',
];
/** The attack cases, by letter. */
const groups = {
  M: [1, 36],
  F: [37, 56],
  P: [57, 70],
  U: [71, 87],
  V: [88, 93],
  C: [94, 100],
  D: [101, 119],
  X: [120, 140],
  N: [141, 144],
};

const folder = mkdtempSync(path.join(tmpdir(), 'lectern-robustness-'));
const report = path.join(folder, 'report.json');
const { status } = spawnSync(path.join('node_modules', '.bin', 'vitest'), ['run', ...files], {
  stdio: 'inherit',
  env: { ...process.env, LECTERN_REPORT: report },
});
try {
  printFigures(JSON.parse(readFileSync(report, 'utf8')));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = status ?? 1;

function printFigures({ testResults }) {
  console.log('\nfile                                      passed  failed  skipped  seconds');
  for (const { name, assertionResults, startTime, endTime } of testResults) {
    const count = (wanted) => assertionResults.filter((one) => one.status === wanted).length;
    const figures = [
      count('passed'),
      count('failed'),
      count('pending') + count('skipped'),
      Math.round((endTime - startTime) / 1000),
    ];
    console.log(
      path.relative('.', name).padEnd(40) + figures.map((figure) => String(figure).padStart(8)).join(''),
    );
  }
  const cases = new Map();
  for (const { fullName, status: result } of testResults.flatMap(
    ({ assertionResults }) => assertionResults,
  )) {
    for (const number of listNumbers(fullName)) cases.set(number, [...(cases.get(number) ?? []), result]);
  }
  console.log('\nattack cases        passed  failed  skipped  without a test');
  for (const [letter, [from, to]] of Object.entries(groups)) {
    const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const of = (test) => numbers.filter((number) => test(cases.get(number) ?? []));
    const failed = of((all) => all.includes('failed'));
    const missing = of((all) => all.length === 0);
    const skipped = of((all) => all.length > 0 && all.every((one) => one !== 'passed' && one !== 'failed'));
    const passed = numbers.length - failed.length - missing.length - skipped.length;
    const figures = [passed, failed.length, skipped.length]
      .map((figure) => String(figure).padStart(8))
      .join('');
    console.log(`${letter} ${`${from}-${to}`.padEnd(14)}${figures}    ${missing.join(' ') || '-'}`);
  }
}

/** The numbers that a test's name begins with, or the name of its block: `101, 102: …`. */
function listNumbers(name) {
  const found = name.matchAll(/(?:^|\s)((?:\d{1,3}(?:, |(?=:)))+):\s/g);
  return [...found].flatMap(([, list]) => list.split(', ').map(Number));
}
