/** `lectern doctor`: is this machine ready? Every line is ok or names the cure. */
import { join } from 'node:path';
import { diagnose } from '../../output/doctor.js';
import { findPackageFolder } from '../../output/package-files.js';
import type { Command } from '../command.js';
import { outOption, readOut } from '../deck-options.js';

/** Check the machine. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Check this machine: Node, browser, sandbox, fonts, write access',
  usage: 'lectern doctor [options]',
  examples: [
    ['lectern doctor', 'A line for each thing that Lectern needs, ok or with the cure'],
    ['lectern doctor --browser embedded', 'Checks the Chromium of the npm package'],
  ],
  options: {
    ...outOption,
    browser: {
      type: 'string',
      short: 'b',
      value: 'which',
      summary: 'system, embedded, or a path (LECTERN_BROWSER)',
    },
  },
  async run(_inputs, values, context) {
    context.progress('looking at this machine');
    const folder = await findPackageFolder();
    const findings = await diagnose({
      choice: typeof values.browser === 'string' ? values.browser : context.env.LECTERN_BROWSER,
      env: context.env,
      outDir: readOut(values, context),
      cwd: context.cwd,
      assets: ['base.css', 'fonts/fonts.json', 'fonts/sans-latin.woff2', 'client.js'].map((name) =>
        join(folder, name),
      ),
      signal: context.signal,
    });
    const ready = findings.every((finding) => finding.ok);
    if (values.json) {
      context.print(JSON.stringify({ ready, findings }));
      return ready ? 0 : 2;
    }
    const { palette } = context;
    for (const { name, ok, detail, cure } of findings) {
      context.print(`${ok ? palette.bold('ok ') : palette.red('bad')}  ${name}: ${detail}`);
      if (cure) context.print(`     ${cure}`);
    }
    return ready ? 0 : 2;
  },
};
