/** `lectern rules`: the catalogue of what can be wrong with a deck. */
import { rules as catalogue, type Rule } from '../../diagnostics/rules.js';
import type { Command } from '../command.js';

/** List all rules. */
export const rules: Command = {
  name: 'rules',
  summary: 'List every rule that a deck can break',
  usage: 'lectern rules [options]',
  examples: [
    ['lectern rules', 'Ids, severities and what is wrong, a rule a line'],
    ['lectern rules --json', 'The same for programs'],
  ],
  options: {},
  async run(_inputs, values, context) {
    const all = Object.entries<Rule>(catalogue).sort(([one], [other]) => (one < other ? -1 : 1));
    if (values.json) {
      context.print(JSON.stringify({ rules: all.map(([id, rule]) => ({ id, ...rule })) }));
      return 0;
    }
    const { palette } = context;
    const paint = { error: palette.red, warning: palette.yellow, info: palette.blue };
    const width = Math.max(...all.map(([id]) => id.length));
    for (const [id, { severity, summary }] of all) {
      context.print(`${id.padEnd(width)}  ${paint[severity](severity.padEnd('warning'.length))}  ${summary}`);
    }
    context.print(
      palette.dim(`${all.length} rules; \`lectern explain <rule>\` shows why and how to do better`),
    );
    return 0;
  },
};
