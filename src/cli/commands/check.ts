/** `lectern check`: reads decks and says what is wrong with them; writes nothing but the fixes and the page that were asked for. */
import path from 'node:path';
import { writeCheckReport } from '../../output/check/write-check-report.js';
import { loadPackage } from '../../output/package-files.js';
import { joinInputs } from '../../output/watch/list-inputs.js';
import { rebuildOnChange } from '../../output/watch/rebuild.js';
import { checkDecks } from '../check-decks.js';
import { formatOption, printChecked, readFormat, summarize } from '../check-output.js';
import type { Command } from '../command.js';
import {
  checkTheme,
  deckOptions,
  readDecks,
  remoteOption,
  selectTalks,
  talkOption,
} from '../deck-options.js';

/** Check decks. */
export const check: Command = {
  name: 'check',
  summary: 'Check decks and report what is wrong; mend what can be mended with --fix',
  usage: 'lectern check [options] <deck…>',
  examples: [
    ['lectern check talk.md', 'Reports mistakes with file, line and rule'],
    ['lectern check talk.md --fix', 'Mends what has only one cure, and reports the rest'],
    [
      'lectern check slides --strict --format sarif',
      'For CI: warnings count too, in a form that code hosts show',
    ],
    ['lectern check talk.md --report', 'Also writes a page to look at: dist/slides/check.html'],
    ['lectern check --pdf handout.pdf', 'Can everybody read this PDF? (PDF/UA-1)'],
  ],
  options: {
    ...deckOptions,
    ...talkOption,
    ...remoteOption,
    ...formatOption,
    fix: { type: 'boolean', summary: 'Mend what has only one cure, in the deck’s own file' },
    write: {
      type: 'boolean',
      summary: 'Write tables and lists anew from their data files, and nothing else',
    },
    all: {
      type: 'boolean',
      summary: 'Look at every theme, step, handout and view too, and ask axe: takes its time',
    },
    links: { type: 'boolean', summary: 'Ask the network whether links to it lead somewhere' },
    report: {
      type: 'string',
      value: 'file',
      summary: 'Also write a page that shows the slides with their problems outlined',
      implied: 'dist/slides/check.html',
    },
    watch: { type: 'boolean', short: 'w', summary: 'Check again whenever a file changes' },
    pdf: { type: 'boolean', summary: 'The files are PDFs: check them against PDF/UA-1' },
    'no-browser': { type: 'boolean', summary: 'Only rules that need no browser: nothing is measured' },
    browser: {
      type: 'string',
      short: 'b',
      value: 'which',
      summary: 'system, embedded, or a path (LECTERN_BROWSER)',
    },
  },
  async run(inputs, values, context) {
    // Decks are checked without the library that reads PDFs.
    if (values.pdf) return (await import('./check-pdf.js')).checkPdfs(inputs, values, context);
    readFormat(values);
    const named = await readDecks(inputs, 'check', context);
    const shipped = await loadPackage();
    checkTheme(values, shipped);
    const decks = await selectTalks(named, values, shipped);
    let code = 0;
    const run = async () => {
      // Matchers of editors forget the last messages when they see it.
      if (values.watch && readFormat(values) === 'text') context.complain('Checking');
      const checked = await checkDecks(decks, values, shipped, context);
      code = printChecked(checked, values, context);
      if (typeof values.report === 'string') {
        await writeCheckReport(path.resolve(context.cwd, values.report), {
          decks: checked,
          summary: summarize(checked),
          looked: values['no-browser'] !== true,
          shipped,
        });
        context.complain(`The slides with their problems: ${values.report}`);
      }
      return joinInputs(checked.map((deck) => deck.inputs));
    };
    const read = await run();
    if (values.watch) await rebuildOnChange(read, run, context.signal);
    return code;
  },
};
