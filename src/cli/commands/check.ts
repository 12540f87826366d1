/** `lectern check`: reads decks and says what is wrong with them; writes nothing but the fixes that were asked for. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Sources } from '../../deck/sources.js';
import { checkDeck } from '../../output/check/check-deck.js';
import { fixDeck } from '../../output/check/fix-deck.js';
import type { DeckMeasurer } from '../../output/check/measure-deck.js';
import type { DeckPath } from '../../output/find-decks.js';
import type { LoadedDeck } from '../../output/load.js';
import { loadPackage } from '../../output/package-files.js';
import type { CliContext, CliValues, Command } from '../command.js';
import {
  checkTheme,
  concludeDecks,
  deckOptions,
  readConfig,
  readDecks,
  remoteOption,
  toPlainDeck,
} from '../deck-options.js';

/** Check decks against the static rules. */
export const check: Command = {
  name: 'check',
  summary: 'Check decks and report what is wrong; mend what can be mended with --fix',
  usage: 'lectern check [options] <deck…>',
  examples: [
    ['lectern check talk.md', 'Reports mistakes with file, line and rule'],
    ['lectern check talk.md --fix', 'Mends what has only one cure, and reports the rest'],
    ['lectern check --pdf handout.pdf', 'Can everybody read this PDF? (PDF/UA-1)'],
    ['lectern check slides --strict --json', 'For CI: warnings count too, output as JSON'],
  ],
  options: {
    ...deckOptions,
    ...remoteOption,
    fix: { type: 'boolean', summary: 'Mend what has only one cure, in the deck’s own file' },
    write: {
      type: 'boolean',
      summary: 'Write tables and lists anew from their data files, and nothing else',
    },
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
    const decks = await readDecks(inputs, 'check', context);
    const shipped = await loadPackage();
    checkTheme(values, shipped);
    const results = await checkAll(decks, shipped, values, context);
    const files = results.map((result) => result.file);
    const code = concludeDecks(files, values, context);
    if (values.json) {
      context.print(
        JSON.stringify({
          decks: results.map(({ name, file, fixed }) => ({ ...toPlainDeck(name, file), fixed })),
        }),
      );
      return code;
    }
    const fixed = results.reduce((sum, result) => sum + result.fixed, 0);
    if (fixed > 0) context.print(`${fixed === 1 ? '1 mistake was' : `${fixed} mistakes were`} mended`);
    if (code === 0) {
      const slides = files.reduce((sum, file) => sum + (file.data.slides?.length ?? 0), 0);
      context.print(
        `${files.length === 1 ? 'The deck is' : `${files.length} decks are`} fine: ${slides} slides`,
      );
    }
    return code;
  },
};

interface CheckedDeck {
  readonly loaded: LoadedDeck;
  /** How many mistakes were mended. */
  readonly fixed: number;
}

/** Check decks one after the other, all in one browser. */
async function checkAll(
  decks: readonly DeckPath[],
  shipped: Sources,
  values: CliValues,
  context: CliContext,
): Promise<{ name: string; file: VFile; fixed: number }[]> {
  const results = [];
  const measurer = values['no-browser'] ? undefined : await startMeasurer(values, context);
  try {
    for (const [index, deck] of decks.entries()) {
      if (context.signal.aborted) break;
      context.progress(`checking ${deck.name} (${index + 1} of ${decks.length})`);
      const { loaded, fixed } = await checkOne(deck, values, shipped);
      await measurer?.measure(loaded.deck, loaded.sources);
      results.push({ name: deck.name, file: loaded.deck.file, fixed });
    }
  } finally {
    await measurer?.close();
  }
  return results;
}

/** The browser is loaded and started for decks that are measured alone. */
async function startMeasurer(values: CliValues, { env, signal }: CliContext): Promise<DeckMeasurer> {
  const { openMeasurer } = await import('../../output/check/measure-deck.js');
  const choice = values.browser === undefined ? env.LECTERN_BROWSER : String(values.browser);
  return openMeasurer({ choice, env, signal });
}

async function checkOne({ path }: DeckPath, values: CliValues, shipped: Sources): Promise<CheckedDeck> {
  const options = readConfig(values);
  const wants = wantedFixes(values);
  if (!wants) return { loaded: await checkDeck(path, options, shipped), fixed: 0 };
  const checkBytes = (bytes: Uint8Array) => checkDeck(path, { ...options, bytes }, shipped);
  return fixDeck(path, checkBytes, wants);
}

/** `--fix` mends all, `--write` only what is a copy of a data file. */
function wantedFixes({ fix, write }: CliValues): ((message: VFileMessage) => boolean) | undefined {
  if (fix) return () => true;
  return write ? ({ ruleId }) => ruleId === 'data-mirror-differs' : undefined;
}
