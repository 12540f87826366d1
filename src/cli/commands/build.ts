/** `lectern build`: decks -> one HTML file each. */
import { build as buildDeck } from '../../output/build.js';
import { loadPackage } from '../../output/package-files.js';
import { writeIndex } from '../../output/write-index.js';
import { UserError } from '../../user-error.js';
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

/** Build decks to HTML. */
export const build: Command = {
  name: 'build',
  summary: 'Build decks to HTML, one self-contained file each',
  usage: 'lectern build [options] <deck…>',
  examples: [
    ['lectern build talk.md', 'Writes dist/slides/talk/index.html'],
    [
      'lectern build slides --out public',
      'Builds every deck of a folder into public/, and a page that leads to them',
    ],
    ['lectern build "talks/**/*.md" --theme ink', 'Builds all decks that match, in the dark theme'],
    ['lectern build talk.md --no-notes', 'Leaves the speaker notes out of the file'],
  ],
  options: {
    ...outOption,
    ...deckOptions,
    ...talkOption,
    ...remoteOption,
    ...cacheOption,
    'no-notes': { type: 'boolean', summary: 'Leave the speaker notes out of the HTML file' },
    'no-index': { type: 'boolean', summary: 'Write no page that leads to several decks' },
    assets: {
      type: 'string',
      value: 'where',
      summary: 'Pictures `inline` in the file or in a `folder` beside it',
      default: 'inline',
    },
    'inline-limit': {
      type: 'string',
      value: 'bytes',
      summary: 'Largest medium put into the file',
      default: '5000000',
    },
  },
  async run(inputs, values, context) {
    const named = await readDecks(inputs, 'build', context);
    const { assets } = values;
    if (assets !== undefined && assets !== 'inline' && assets !== 'folder') {
      throw new UserError(
        'option-invalid',
        `\`--assets ${assets}\` is no place`,
        'Places are inline and folder.',
      );
    }
    const shipped = await loadPackage();
    checkTheme(values, shipped);
    const decks = await selectTalks(named, values, shipped);
    const options = {
      ...readConfig(values),
      out: readOut(values, context, decks),
      notes: values['no-notes'] ? false : undefined,
      assets,
      inlineLimit: readNumber(values, 'inline-limit', 0, 2 ** 31),
      shipped,
      cache: await readCache(values, context),
      signal: context.signal,
    } as const;
    const results = [];
    for (const deck of decks) {
      if (context.signal.aborted) break;
      context.progress(`building ${deck.name} (${results.length + 1} of ${decks.length})`);
      results.push(await buildDeck(deck, options));
    }
    const index =
      results.length > 1 && !values['no-index'] ? await writeIndex(results, options.out, shipped) : undefined;
    const code = concludeDecks(
      results.map((result) => result.file),
      values,
      context,
    );
    if (values.json) {
      context.print(
        JSON.stringify({
          decks: results.map(({ name, path, bytes, file }) => ({
            ...toPlainDeck(name, file, context),
            path,
            bytes,
          })),
          index,
        }),
      );
      return code;
    }
    for (const { path, bytes, file, slidesWithNotes } of results) {
      const slides = file.data.slides?.length ?? 0;
      context.print(
        `${shorten(path, context)}  ${slides === 1 ? '1 slide' : `${slides} slides`}, ${formatBytes(bytes)}`,
      );
      if (slidesWithNotes > 0) {
        context.print(
          context.palette.dim(
            `  ${slidesWithNotes === 1 ? '1 slide carries' : `${slidesWithNotes} slides carry`} speaker notes that readers of the file can see; --no-notes leaves them out`,
          ),
        );
      }
    }
    if (index) context.print(shorten(index, context));
    return code;
  },
};
