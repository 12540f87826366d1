import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/components/decide/index.js';
import { conditionOf, outcomeOf, rowsOf } from '../../src/components/decide/node.js';
import { fence, parseComponent, room } from './component-example.js';

const parse = (items: string, options = '') => parseComponent(decide, fence(decide, items, options));

/** `condition | subject outcome` of each row. */
function rowsText(items: string, options = ''): string[] {
  const { node } = parse(items, options);
  return (node ? rowsOf(node) : []).map((row) => {
    const outcome = outcomeOf(row);
    return `${toString(conditionOf(row))} | ${outcome ? `${outcome.subject} ${toString(outcome)}` : ''}`;
  });
}

describe('rows', () => {
  it.each([
    ['- You want it → **Keras**', 'You want it | 1 Keras'],
    ['- You want it -> **PyTorch**', 'You want it | 2 PyTorch'],
    ['- You want it --> **keras**, on JAX', 'You want it | 1 keras, on JAX'],
    ['- *You* want `it`→**Keras**', 'You want it | 1 Keras'],
    ['- `a -> b` is code → take **PyTorch**', 'a -> b is code | 2 take PyTorch'],
    ['- a → b → **Keras**', 'a | 1 b → Keras'],
    ['- No arrow', 'No arrow | '],
    ['- Plain → Keras', 'Plain | 0 Keras'],
    ['- Other → **JAX**', 'Other | 0 JAX'],
  ])('%s is "%s"', (item, expected) => {
    expect(rowsText(item, '{subjects="Keras, PyTorch"}')).toEqual([expected]);
  });

  it.each([
    ['- a → **b**', '', []],
    ['- a → **b**', '{subjects="B"}', []],
    ['- a → **b**', '{subjects="c"}', ['3:1 decide-subject-unknown']],
    ['- a → b', '', ['3:1 decide-outcome-plain']],
    ['- a', '', ['3:1 decide-row']],
    ['- a →', '', ['3:1 decide-row']],
    ['- → **b**', '', ['3:1 decide-row']],
    ['-', '', ['3:1 decide-row']],
    ['a → **b**', '', ['1:1 decide-list-missing']],
    ['- a → **b**', '{subjects=""}', ['1:1 directive-option-value']],
  ])('%j with %j gives %j', (item, options, messages) => {
    expect(parse(item, options).messages).toEqual(messages);
  });

  it('come one by one unless told', () => {
    expect(parse('- a → **b**').node?.stepwise).toBe(true);
    expect(parse('- a → **b**', '{reveal=none}').node?.stepwise).toBe(false);
  });
});

describe('cutting', () => {
  const items = Array.from({ length: 25 }, (_, index) => `- Condition number ${index} → **Outcome**`);
  const { node, context } = parse(`${items.join('\n')}\n\nA remark.`, '');
  const parts = node ? (decide.split?.(node, room, context) ?? []) : [];

  it('keeps every row once, the remark at the end', () => {
    const texts = parts.flatMap((part) => rowsOf(part).map((row) => toString(conditionOf(row))));
    expect(texts).toEqual(items.map((_, index) => `Condition number ${index}`));
    expect(parts.map((part) => toString(part).includes('A remark.'))).toEqual([
      ...parts.slice(1).map(() => false),
      true,
    ]);
  });

  it('makes parts that fit and are about equally full', () => {
    const counts = parts.map((part) => rowsOf(part).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
    for (const part of parts)
      expect(decide.measure?.(part, room, context)).toBeLessThanOrEqual(room.nextHeight);
  });
});
