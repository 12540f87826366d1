/** `lectern images`: decks -> a picture of every slide, all in one browser. */
import { pictureTypes } from '../../output/browser/take-pictures.js';
import { images as takeImages } from '../../output/images.js';
import { loadPackage } from '../../output/package-files.js';
import { UserError } from '../../user-error.js';
import type { CliValues, Command } from '../command.js';
import {
  checkTheme,
  concludeDecks,
  deckOptions,
  outOption,
  readConfig,
  readDecks,
  readNumber,
  readOut,
  remoteOption,
  shorten,
  toPlainDeck,
} from '../deck-options.js';
import { browserOptions, printOptions, readBrowser, readPrint } from '../print-options.js';

/** Make pictures of slides. */
export const images: Command = {
  name: 'images',
  summary: 'Make pictures of slides: PNG, JPEG or WebP',
  usage: 'lectern images [options] <deck…>',
  examples: [
    ['lectern images talk.md', 'Writes dist/slides/talk/images/001.png and so on'],
    ['lectern images talk.md --range 1-3 --scale 2 --type webp', 'Three slides at double size'],
    [
      'lectern images talk.md --contact-sheet --card',
      'All slides on one sheet, and a card for social media too',
    ],
  ],
  options: {
    type: { type: 'string', short: 't', value: 'kind', summary: 'png, jpeg or webp', default: 'png' },
    scale: { type: 'string', value: 'n', summary: 'Dots for each px of a slide, 0.1 to 4', default: '1' },
    range: printOptions.range,
    steps: { type: 'boolean', summary: 'A picture for every step' },
    'contact-sheet': { type: 'boolean', summary: 'A sheet of all slides too' },
    card: { type: 'boolean', summary: 'A card of the first slide too, 1200 by 630 px' },
    ...outOption,
    ...deckOptions,
    ...remoteOption,
    ...browserOptions,
  },
  async run(inputs, values, context) {
    const decks = await readDecks(inputs, 'images', context);
    const shipped = await loadPackage();
    checkTheme(values, shipped);
    const seconds = readNumber(values, 'timeout', 1, 86_400);
    const results = await takeImages(decks, {
      ...readConfig(values),
      ...readBrowser(values, context.env),
      print: readPrint(values),
      type: readType(values),
      scale: readScale(values),
      sheet: values['contact-sheet'] === true,
      card: values.card === true,
      out: readOut(values, context, decks),
      env: context.env,
      timeout: seconds === undefined ? undefined : seconds * 1000,
      onProgress: context.progress,
      signal: context.signal,
      shipped,
    });
    const files = results.map((result) => result.file);
    const code = concludeDecks(files, values, context);
    if (values.json) {
      const plain = results.map(({ name, file, paths }) => ({
        ...toPlainDeck(name, file, context),
        images: paths,
      }));
      context.print(JSON.stringify({ decks: plain }));
      return code;
    }
    for (const { paths } of results) for (const path of paths) context.print(shorten(path, context));
    return code;
  },
};

function readType(values: CliValues): (typeof pictureTypes)[number] | undefined {
  if (values.type === undefined) return undefined;
  const type = pictureTypes.find((one) => one === values.type || (one === 'jpeg' && values.type === 'jpg'));
  if (type) return type;
  throw new UserError(
    'option-invalid',
    `\`--type ${values.type}\` is no kind of picture`,
    `Kinds are ${pictureTypes.join(', ')}.`,
  );
}

function readScale(values: CliValues): number | undefined {
  if (values.scale === undefined) return undefined;
  const scale = Number(values.scale);
  if (scale >= 0.1 && scale <= 4) return scale;
  throw new UserError(
    'option-invalid',
    `\`--scale ${values.scale}\` is no number from 0.1 to 4`,
    'Give a number in that range.',
  );
}
