/** Reporters: messages as a person and as programs read them; whatever a message says, each form stays well formed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPalette, type PlainMessage } from '../../src/diagnostics/format.js';
import { formatGithub } from '../../src/diagnostics/reporters/github.js';
import { formatJunit } from '../../src/diagnostics/reporters/junit.js';
import { type CheckedFile, toCheckedFiles } from '../../src/diagnostics/reporters/report-input.js';
import { formatSarif } from '../../src/diagnostics/reporters/sarif.js';
import { formatText } from '../../src/diagnostics/reporters/text.js';
import { compileFile, fixtureNames, fixturesFolder } from '../support.js';

const require = createRequire(import.meta.url);
const readSchema = (name: string): object => JSON.parse(readFileSync(require.resolve(name), 'utf8'));
const ajv = new Ajv({ schemaId: 'auto', meta: false, unknownFormats: 'ignore' });
ajv.addMetaSchema(readSchema('ajv/lib/refs/json-schema-draft-04.json'));
const isSarif = ajv.compile(readSchema('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

const message: PlainMessage = {
  file: 'talks/a b.md',
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 6,
  severity: 'error',
  ruleId: 'slide-setext',
  reason: 'Unexpected `<a>` & "b", expected 100 %',
  note: 'Do: this, that.',
  fix: undefined,
  spot: undefined,
};
const file: CheckedFile = { path: 'talks/a b.md', text: 'one\na\tbcdef\nthree', messages: [message] };
const plain = createPalette(false);

describe('text', () => {
  test('shows the line and marks the place', () => {
    expect(formatText([file], plain)).toBe(
      [
        'talks/a b.md:2:3 error Unexpected `<a>` & "b", expected 100 % slide-setext',
        '  Do: this, that.',
        '    1 | one',
        '  > 2 | a bcdef',
        '      |   ^^^',
      ].join('\n'),
    );
  });

  test('a message for the whole file has no lines', () => {
    const whole = { ...message, line: undefined, column: undefined, note: undefined };
    expect(formatText([{ ...file, messages: [whole] }], plain).split('\n')).toHaveLength(1);
  });

  test('a long line is shown around the place', () => {
    const text = `${'x'.repeat(300)}HERE${'y'.repeat(300)}`;
    const [, shown = '', mark = ''] = formatText(
      [
        {
          ...file,
          text,
          messages: [{ ...message, line: 1, column: 301, endLine: 1, endColumn: 305, note: undefined }],
        },
      ],
      plain,
    ).split('\n');
    expect(shown.length).toBeLessThan(120);
    expect(shown.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('HERE');
  });
});

test('GitHub: one command a message, its marks escaped', () => {
  expect(formatGithub([file])).toBe(
    '::error file=talks/a b.md,line=2,col=3,endLine=2,title=slide-setext::Unexpected `<a>` & "b", expected 100 %25%0ADo: this, that.',
  );
});

describe('JUnit', () => {
  test('a failed case for an error, a fine one for a deck without messages', () => {
    const xml = formatJunit([file, { path: 'b.md', text: '', messages: [] }], false);
    expect(xml).toContain('<testsuite name="talks/a b.md" tests="1" failures="1" errors="0">');
    expect(xml).toContain('message="Unexpected `&lt;a&gt;` &amp; &quot;b&quot;, expected 100 %"');
    expect(xml).toContain('<testcase classname="b.md" name="lectern check"/>');
  });

  test.each([
    [false, 0],
    [true, 1],
  ])('a warning fails with --strict alone: %s', (strict, failures) => {
    const warning: PlainMessage = { ...message, severity: 'warning' };
    expect(formatJunit([{ ...file, messages: [warning] }], strict)).toContain(`failures="${failures}"`);
  });
});

describe('all fixtures', () => {
  const files: CheckedFile[] = [];
  beforeAll(async () => {
    for (const name of fixtureNames) {
      files.push(...toCheckedFiles((await compileFile(path.join(fixturesFolder, name, 'input.md'))).file));
    }
  });

  test('SARIF is valid against the schema of 2.1.0', () => {
    const log = JSON.parse(formatSarif(files, '1.2.3'));
    expect([isSarif(log), isSarif.errors]).toEqual([true, null]);
    const count = files.reduce((sum, { messages }) => sum + messages.length, 0);
    expect(log.runs[0].results).toHaveLength(count);
    for (const { ruleId, ruleIndex } of log.runs[0].results)
      expect(log.runs[0].tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  test('the schema finds mistakes', () => {
    const log = JSON.parse(formatSarif([file], '1.2.3'));
    log.runs[0].results[0].level = 'bad';
    expect(isSarif(log)).toBe(false);
  });
});

test('any message keeps every form well formed', () => {
  const words = fc.string({ unit: 'binary', maxLength: 30 });
  const any = fc.record({
    reason: words,
    note: fc.option(words, { nil: undefined }),
    line: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    column: fc.integer({ min: 1, max: 20 }),
  });
  fc.assert(
    fc.property(any, words, ({ reason, note, line, column }, text) => {
      const one: PlainMessage = {
        ...message,
        reason,
        note,
        line,
        column,
        endLine: undefined,
        endColumn: undefined,
      };
      const files = [{ path: 'a.md', text, messages: [one] }];
      expect(isSarif(JSON.parse(formatSarif(files, '1')))).toBe(true);
      expect(formatGithub(files).split(/[\r\n]/)).toHaveLength(1);
      // No mark of the message opens or closes an element.
      const xml = formatJunit(files, false);
      expect(xml.match(/<\/?[a-z]+[ />]/g)?.length).toBe(8);
      expect(fromHtml(xml, { fragment: true }).children.length).toBeGreaterThan(0);
      expect(formatText(files, plain)).toContain('b.md');
    }),
    { numRuns: process.env.LECTERN_FULL ? 1000 : 100 },
  );
});
