/** `lectern present`: builds a deck, serves it on this machine, opens the browser, and shows every change. */
import { loadPackage } from '../../output/package-files.js';
import type { Command } from '../command.js';
import { checkTheme, deckOptions, remoteOption, talkOption } from '../deck-options.js';
import { chooseOneDeck, presentOptions, serveTalk } from '../serve-talk.js';

/** Present a deck in the browser. */
export const present: Command = {
  name: 'present',
  summary: 'Build a deck, serve it on 127.0.0.1, open the browser and show every change',
  usage: 'lectern present [options] <deck>',
  examples: [
    [
      'lectern present talk.md',
      'Opens the talk and follows what you save; S opens the speaker window, Ctrl+C ends it',
    ],
    ['lectern present talk.md --no-open --port 4000', 'Serves on a fixed port and opens nothing'],
  ],
  options: { ...deckOptions, ...talkOption, ...remoteOption, ...presentOptions },
  async run(inputs, values, context) {
    const shipped = await loadPackage();
    const deck = await chooseOneDeck(inputs, values, 'present', shipped, context);
    checkTheme(values, shipped);
    return (await serveTalk({ deck, values, context, shipped })).code;
  },
};
