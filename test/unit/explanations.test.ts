/** What `lectern explain` shows: a why and two examples of every rule, of which the bad one breaks it and the good one breaks none. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Rule, type RuleId, rules } from '../../src/diagnostics/rules.js';
import { compileText, projectFolder } from '../support.js';

const explanations: Readonly<Record<string, { why?: string; bad?: string; good?: string }>> = JSON.parse(
  readFileSync(path.join(projectFolder, 'dist/lib/assets/rules.json'), 'utf8'),
);

/** Rules without both examples: what breaks them is not the text of a deck. */
const withoutExamples: Partial<Record<RuleId, string>> = {
  'deck-encoding': 'the bytes of the file',
  'deck-nul': 'the bytes of the file',
  'deck-size': 'the size of the file',
  'trust-full': 'the command: the same deck is a good one',
  'rehearsal-damaged': 'the file of rehearsals: there is no bad deck',
  'image-elements': 'the bytes of the picture: the same deck is a good one',
  'image-damaged': 'the bytes of the picture: the same deck is a good one',
  'data-invalid': 'the data file: the same deck is a good one',
  'data-mirror-differs': 'the data file: the same deck is a good one',
};

/** Messages that say nothing of an example, which has no files beside it. */
const ofFiles: ReadonlySet<string | undefined> = new Set<RuleId>([
  'image-missing',
  'include-missing',
  'css-missing',
  'code-source-missing',
  'data-source-missing',
]);

/** Rules that a bad example breaks only beside its files, when it is built, or at its full length. */
const unseen: ReadonlySet<string> = new Set<RuleId>([
  'asset-not-inlined',
  'brand-missing',
  'data-invalid',
  'data-mirror-differs',
  'image-damaged',
  'image-fetch',
  'include-limit',
  'include-loop',
  'include-slides',
  'theme-rule',
  'code-too-long',
  'math-too-long',
  'comparison-row-too-tall',
  'deck-blocks',
  'deck-marks',
  'deck-nesting',
]);

const catalogue: readonly (readonly [id: string, rule: Rule])[] = Object.entries(rules);

test('every explanation is one of a rule', () => {
  expect(Object.keys(explanations).filter((id) => !Object.hasOwn(rules, id))).toEqual([]);
});

test('every rule has a why', () => {
  expect(catalogue.filter(([id]) => !explanations[id]?.why).map(([id]) => id)).toEqual([]);
});

test('every rule has a bad and a good example, but for those that no text breaks', () => {
  const lacking = catalogue.filter(([id]) => !(explanations[id]?.bad && explanations[id]?.good));
  expect(lacking.map(([id]) => id).sort()).toEqual(Object.keys(withoutExamples).sort());
});

describe('good examples', () => {
  const good = Object.entries(explanations).flatMap(([id, one]) =>
    one.good ? [[id, one.good] as const] : [],
  );
  test.each(good)('%s breaks no rule', async (_, text) => {
    const { file } = await compileText(text);
    expect(file.messages.filter(({ ruleId }) => !ofFiles.has(ruleId)).map(String)).toEqual([]);
  });
});

describe('bad examples', () => {
  const bad = catalogue.flatMap(([id, { stage = 'compile' }]) => {
    const text = explanations[id]?.bad;
    return text && stage === 'compile' && !unseen.has(id) ? [[id, text] as const] : [];
  });
  test.each(bad)('%s breaks its rule', async (id, text) => {
    const { file } = await compileText(text);
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain(id);
  });
});
