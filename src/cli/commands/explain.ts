/** `lectern explain <rule>`: what a rule is about, why it is one, and an example of each kind. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Rule, rules } from '../../diagnostics/rules.js';
import { suggest } from '../../diagnostics/suggest.js';
import { findPackageFolder } from '../../output/package-files.js';
import { UserError } from '../../user-error.js';
import type { Command } from '../command.js';

/** What the package knows of a rule besides its line in the catalogue; made from the rule's fixtures when the package is built. */
interface Explanation {
  readonly why?: string;
  readonly bad?: string;
  readonly good?: string;
}

/** Explain rules. */
export const explain: Command = {
  name: 'explain',
  summary: 'Show what a rule is about, why, and a bad and a good example',
  usage: 'lectern explain [options] <rule…>',
  examples: [['lectern explain slide-setext', 'What the rule of a message is about']],
  options: {},
  async run(inputs, values, context) {
    if (inputs.length === 0) {
      const hint = 'Write the id at the end of a message: `lectern explain slide-setext`.';
      throw new UserError('input-empty', 'No rule is named', hint);
    }
    const known = JSON.parse(
      await readFile(path.join(await findPackageFolder(), 'rules.json'), 'utf8'),
    ) as Readonly<Record<string, Explanation>>;
    const found = inputs.map((id) => ({ id, ...findRule(id), ...known[id] }));
    if (values.json) context.print(JSON.stringify({ rules: found }));
    else context.print(found.map((rule) => format(rule, context.palette)).join('\n\n'));
    return 0;
  },
};

function findRule(id: string): Rule {
  if (Object.hasOwn(rules, id)) return rules[id as keyof typeof rules];
  const close = suggest(id, Object.keys(rules));
  const hint = close ? `Did you mean \`${close}\`?` : '`lectern rules` lists all of them.';
  throw new UserError('input-invalid', `There is no rule \`${id}\``, hint);
}

function format(
  { id, severity, summary, why, bad, good }: Rule & Explanation & { readonly id: string },
  { bold, dim }: Parameters<Command['run']>[2]['palette'],
): string {
  const example = (title: string, text: string | undefined) =>
    text === undefined
      ? []
      : ['', bold(title), '', ...text.split('\n').map((line) => `    ${line}`.trimEnd())];
  return [
    `${bold(id)} ${dim(severity)}`,
    `${summary}.`,
    ...(why === undefined ? [] : ['', why]),
    ...example('Wrong', bad),
    ...example('Right', good),
    '',
    dim(`In one deck: \`rules: {${id}: off}\`. In one place: \`<!-- lectern-ignore ${id}: reason -->\`.`),
  ].join('\n');
}
