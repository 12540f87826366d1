// `npm test`: every check in order, each step shown as it runs; the last line counts them all. A failed step does not hide the later ones.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const bin = (name) => path.join('node_modules', '.bin', name);
const steps = [
  { name: 'format', command: bin('biome'), args: ['check', '.'] },
  { name: 'lint', command: bin('oxlint'), args: ['--type-aware', '--quiet'] },
  { name: 'types', command: bin('tsc'), args: ['-p', '.', '--noEmit'] },
  { name: 'types of the client', command: bin('tsc'), args: ['-p', 'src/client'] },
  { name: 'types of the tests', command: bin('tsc'), args: ['-p', 'test'] },
  { name: 'build', command: process.execPath, args: ['.build/build.mjs'] },
  { name: 'what runs cost, counted', command: process.execPath, args: ['test/bench/smoke.mjs'] },
  { name: 'documentation', command: process.execPath, args: ['.build/docs.mjs', '--check'] },
];

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const step of steps) {
  console.log(`\n== ${step.name}`);
  const { status } = spawnSync(step.command, step.args, { stdio: 'inherit' });
  counts[status === 0 ? 'passed' : 'failed'] += 1;
  if (status !== 0) console.log(`== ${step.name} failed`);
}
runVitest();
console.log(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`,
);
process.exitCode = counts.failed > 0 ? 1 : 0;

/** Run the tests; a run that ends without a report (a crash) is a failure of its own. */
function runVitest() {
  console.log('\n== tests');
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-test-'));
  const report = path.join(folder, 'report.json');
  const { status } = spawnSync(bin('vitest'), ['run'], {
    stdio: 'inherit',
    env: { ...process.env, LECTERN_REPORT: report },
  });
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    counts.passed += numPassedTests;
    counts.failed += numFailedTests;
    counts.skipped += numPendingTests + numTodoTests;
    // A test file that does not even load, or an error outside of any test, fails no test by number.
    if ((status !== 0 || !success) && numFailedTests === 0) counts.failed += 1;
  } catch {
    counts.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
