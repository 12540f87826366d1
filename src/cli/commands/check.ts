/** `lectern check`: reads decks and says what is wrong with them; writes nothing but the fixes that were asked for. */
import type { VFileMessage } from 'vfile-message';
import type { Sources } from '../../deck/sources.js';
import { checkDeck } from '../../output/check/check-deck.js';
import { fixDeck } from '../../output/check/fix-deck.js';
import type { DeckPath } from '../../output/find-decks.js';
import { loadPackage } from '../../output/package-files.js';
import type { CliValues, Command } from '../command.js';
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
    'no-browser': { type: 'boolean', summary: 'Only rules that need no browser (so far these are all)' },
  },
  async run(inputs, values, context) {
    // Decks are checked without the library that reads PDFs.
    if (values.pdf) return (await import('./check-pdf.js')).checkPdfs(inputs, values, context);
    const decks = await readDecks(inputs, 'check', context);
    const shipped = await loadPackage();
    checkTheme(values, shipped);
    const results = [];
    for (const [index, deck] of decks.entries()) {
      if (context.signal.aborted) break;
      context.progress(`checking ${deck.name} (${index + 1} of ${decks.length})`);
      results.push({ name: deck.name, ...(await checkOne(deck, values, shipped)) });
    }
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

async function checkOne({ path }: DeckPath, values: CliValues, shipped: Sources) {
  const options = readConfig(values);
  const wants = wantedFixes(values);
  if (!wants) return { file: (await checkDeck(path, options, shipped)).deck.file, fixed: 0 };
  const checkBytes = (bytes: Uint8Array) => checkDeck(path, { ...options, bytes }, shipped);
  const { loaded, fixed } = await fixDeck(path, checkBytes, wants);
  return { file: loaded.deck.file, fixed };
}

/** `--fix` mends all, `--write` only what is a copy of a data file. */
function wantedFixes({ fix, write }: CliValues): ((message: VFileMessage) => boolean) | undefined {
  if (fix) return () => true;
  return write ? ({ ruleId }) => ruleId === 'data-mirror-differs' : undefined;
}
