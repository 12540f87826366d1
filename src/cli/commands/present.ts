/** `lectern present`: builds a deck, serves it on this machine, opens the browser, and shows every change. */
import { spawn } from 'node:child_process';
import { loadPackage } from '../../output/package-files.js';
import { startDevServer } from '../../server/dev-server.js';
import { UserError } from '../../user-error.js';
import type { CliContext, Command } from '../command.js';
import {
  checkTheme,
  concludeDecks,
  deckOptions,
  readConfig,
  readDecks,
  readNumber,
  remoteOption,
  selectTalks,
  talkOption,
  toPlainDeck,
} from '../deck-options.js';

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
  options: {
    ...deckOptions,
    ...talkOption,
    ...remoteOption,
    port: {
      type: 'string',
      short: 'p',
      value: 'number',
      summary: 'Port to listen on',
      default: 'first free from 8000',
    },
    'no-open': { type: 'boolean', summary: 'Do not open the browser' },
  },
  async run(inputs, values, context) {
    const named = await readDecks(inputs, 'present', context);
    const shipped = await loadPackage();
    const decks = await selectTalks(named, values, shipped);
    const [deck] = decks;
    if (decks.length !== 1 || !deck) {
      throw new UserError(
        'option-invalid',
        `${decks.length} decks are named, and one can be presented`,
        'Name one deck, and one talk of it.',
      );
    }
    checkTheme(values, shipped);
    context.progress(`building ${deck.name}`);
    const server = await startDevServer({
      deck,
      options: { ...readConfig(values), signal: context.signal },
      shipped,
      port: readNumber(values, 'port', 0, 65_535),
      signal: context.signal,
      onBuild: (file) => concludeDecks([file], values, context),
      onFailure: (error) => context.complain(describeFailure(error)),
    });
    try {
      const code = concludeDecks([server.file], values, context);
      context.print(
        values.json
          ? JSON.stringify({ url: server.url, ...toPlainDeck(deck.name, server.file) })
          : `${server.url}  S speaker window, F full screen, O overview; Ctrl+C ends`,
      );
      if (!values['no-open']) openBrowser(server.url, context);
      await server.ended;
      return code;
    } finally {
      await server.close();
    }
  },
};

/** A deck that cannot be read is said in two lines, as everywhere; the rest is a bug, and the talk goes on all the same. */
function describeFailure(error: unknown): string {
  if (error instanceof UserError)
    return `lectern: ${error.message}; the last good deck stays\n  ${error.hint}`;
  return `lectern: this is a bug in Lectern, not in your deck; the last good deck stays\n${String(error)}`;
}

/** Open the system's browser. Where there is none the address on the terminal has to do. */
function openBrowser(url: string, context: CliContext): void {
  const [program = '', ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open'];
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => context.complain(`No browser could be opened; go to ${url}`));
  child.unref();
}
