/** `lectern check`: reads decks and says what is wrong with them; writes nothing. */
import { placeAssets, stringifyDocument } from '../../compile.js';
import { loadDeck } from '../../output/load.js';
import { loadPackage } from '../../output/package-files.js';
import type { Command } from '../command.js';
import {
  checkTheme,
  concludeDecks,
  deckOptions,
  readConfig,
  readDecks,
  toPlainDeck,
} from '../deck-options.js';

/** Check decks against the static rules. */
export const check: Command = {
  name: 'check',
  summary: 'Check decks and report what is wrong, without writing anything',
  usage: 'lectern check [options] <deck…>',
  examples: [
    ['lectern check talk.md', 'Reports mistakes with file, line and rule'],
    ['lectern check --pdf handout.pdf', 'Can everybody read this PDF? (PDF/UA-1)'],
    ['lectern check slides --strict --json', 'For CI: warnings count too, output as JSON'],
  ],
  options: {
    ...deckOptions,
    pdf: { type: 'boolean', summary: 'The files are PDFs: check them against PDF/UA-1' },
    'no-browser': { type: 'boolean', summary: 'Only rules that need no browser (so far these are all)' },
  },
  async run(inputs, values, context) {
    // Decks are checked without the library that reads PDFs.
    if (values.pdf) return (await import('./check-pdf.js')).checkPdfs(inputs, values, context);
    const decks = await readDecks(inputs, 'check', context);
    const shipped = await loadPackage();
    checkTheme(values, shipped);
    const files = [];
    for (const [index, { path, name }] of decks.entries()) {
      if (context.signal.aborted) break;
      context.progress(`checking ${name} (${index + 1} of ${decks.length})`);
      const { deck, sources } = await loadDeck(path, readConfig(values), shipped);
      placeAssets(deck, sources);
      // The theme is looked up when a document is made.
      stringifyDocument(deck, 'slides', sources);
      files.push(deck.file);
    }
    const code = concludeDecks(files, values, context);
    if (values.json) {
      context.print(
        JSON.stringify({ decks: files.map((file, index) => toPlainDeck(decks[index]?.name ?? '', file)) }),
      );
    } else if (code === 0) {
      const slides = files.reduce((sum, file) => sum + (file.data.slides?.length ?? 0), 0);
      context.print(
        `${files.length === 1 ? 'The deck is' : `${files.length} decks are`} fine: ${slides} slides`,
      );
    }
    return code;
  },
};
