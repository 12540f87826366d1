/** `lectern print`: decks -> PDFs, all in one browser. */
import { loadPackage } from '../../output/package-files.js';
import { print as printDecks } from '../../output/print.js';
import { shardDecks } from '../../output/shard.js';
import type { Command } from '../command.js';
import {
  cacheOption,
  checkTheme,
  concludeDecks,
  deckOptions,
  formatBytes,
  outOption,
  readCache,
  readConfig,
  readDecks,
  readNumber,
  readOut,
  remoteOption,
  selectTalks,
  shorten,
  talkOption,
  toPlainDeck,
} from '../deck-options.js';
import { browserOptions, printOptions, readBrowser, readPrint, readShard } from '../print-options.js';

/** Print decks to PDF. */
export const print: Command = {
  name: 'print',
  summary: 'Print decks to PDF: slides, the speaker’s notes, a handout, an outline',
  usage: 'lectern print [options] <deck…>',
  examples: [
    ['lectern print talk.md', 'Writes dist/slides/talk/slides.pdf'],
    ['lectern print talk.md --layout slides,handout,notes', 'Makes three documents in one run'],
    ['lectern print talk.md --layout handout --per-page 6 --paper A4', 'Six slides on a page'],
    ['lectern print "talks/*.md" --browser embedded', 'Prints with the Chromium of the npm package'],
  ],
  options: {
    ...printOptions,
    ...outOption,
    ...deckOptions,
    ...talkOption,
    ...remoteOption,
    ...cacheOption,
    ...browserOptions,
    shard: { type: 'string', value: 'i/n', summary: 'The share of one machine among several: 2/5' },
    concurrency: { type: 'string', short: 'j', value: 'n', summary: 'Decks at the same time', default: '1' },
  },
  async run(inputs, values, context) {
    const shard = readShard(values);
    const named = await readDecks(inputs, 'print', context);
    const shipped = await loadPackage();
    checkTheme(values, shipped);
    const { layouts, ...settings } = readPrint(values);
    const found = await selectTalks(named, values, shipped);
    const decks = shard ? shardDecks(found, shard) : found;
    const seconds = readNumber(values, 'timeout', 1, 86_400);
    const results = await printDecks(decks, {
      ...readConfig(values),
      layouts,
      print: settings,
      out: readOut(values, context, decks),
      ...readBrowser(values, context.env),
      concurrency: readNumber(values, 'concurrency', 1, 16),
      env: context.env,
      timeout: seconds === undefined ? undefined : seconds * 1000,
      onProgress: context.progress,
      signal: context.signal,
      shipped,
      cache: await readCache(values, context),
    });
    const code = concludeDecks(
      results.map((result) => result.file),
      values,
      context,
    );
    if (values.json) {
      context.print(
        JSON.stringify({
          decks: results.map(({ name, file, documents }) => ({
            ...toPlainDeck(name, file, context),
            documents,
          })),
        }),
      );
      return code;
    }
    for (const { path, pages, bytes } of results.flatMap((result) => result.documents)) {
      context.print(
        `${shorten(path, context)}  ${pages} ${pages === 1 ? 'page' : 'pages'}, ${formatBytes(bytes)}`,
      );
    }
    return code;
  },
};
