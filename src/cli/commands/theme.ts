/** `lectern theme new`: a name -> a folder with a theme, ready to be changed, installed and published, and a deck that shows it. */
import path from 'node:path';
import { createTheme } from '../../output/create-theme.js';
import { loadPackage } from '../../output/package-files.js';
import { UserError } from '../../user-error.js';
import type { Command } from '../command.js';
import { shorten } from '../deck-options.js';

/** Work on themes. */
export const theme: Command = {
  name: 'theme',
  summary: 'Start a theme of your own, with a deck that shows it',
  usage: 'lectern theme new [options] <folder>',
  examples: [
    ['lectern theme new my-look', 'Writes my-look/theme.css and a deck that shows every colour'],
    ['lectern theme new my-look --from press-dark', 'Begins with another theme'],
  ],
  options: {
    from: { type: 'string', value: 'theme', summary: 'Theme to begin with', default: 'paper' },
  },
  async run([verb, name, ...more], values, context) {
    if (verb !== 'new' || name === undefined || more.length > 0)
      throw new UserError(
        'input-empty',
        verb === 'new' ? 'One folder is to be named' : 'What to do is not said',
        'Write `lectern theme new my-look`.',
      );
    const from = typeof values.from === 'string' ? values.from : 'paper';
    const folder = path.resolve(context.cwd, name);
    const made = await createTheme(folder, from, await loadPackage());
    if (values.json) {
      context.print(JSON.stringify(made));
      return 0;
    }
    context.print(shorten(made.theme, context));
    context.print(shorten(made.deck, context));
    const deck = shorten(made.deck, context);
    context.complain(
      context.palette.dim(
        `\nNow: lectern present ${/\s/.test(deck) ? `"${deck}"` : deck} shows it and follows what you save`,
      ),
    );
    return 0;
  },
};
