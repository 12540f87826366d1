/** What `lectern explain` shows: the bad examples break their rule, the good ones do not. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/diagnostics/rules.js';
import { compileText, projectFolder } from '../support.js';

const explanations: Readonly<Record<string, { why?: string; bad?: string; good?: string }>> = JSON.parse(
  readFileSync(path.join(projectFolder, 'dist/lib/assets/rules.json'), 'utf8'),
);

test('every explanation is one of a rule', () => {
  expect(Object.keys(explanations).filter((id) => !Object.hasOwn(rules, id))).toEqual([]);
});

describe('good examples', () => {
  const good = Object.entries(explanations).flatMap(([id, one]) =>
    one.good ? [[id, one.good] as const] : [],
  );
  test.each(good)('%s', async (_, text) => {
    const { file } = await compileText(text);
    const messages = file.messages.filter(({ ruleId }) => !/^(image-missing)$/.test(ruleId ?? ''));
    expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  });
  test.each(good)('%s is not broken', async (id, text) => {
    const { file } = await compileText(text);
    expect(file.messages.map(({ ruleId }) => ruleId)).not.toContain(id);
  });
});
