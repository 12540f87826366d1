/** `lectern present`: builds a deck, serves it on this machine and opens the browser. */
import { spawn } from 'node:child_process';
import { buildInMemory } from '../../output/build.js';
import { loadPackage } from '../../output/package-files.js';
import { type ServedFile, serve } from '../../server/serve.js';
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
  summary: 'Build a deck, serve it on 127.0.0.1 and open the browser',
  usage: 'lectern present [options] <deck>',
  examples: [
    ['lectern present talk.md', 'Opens the talk; S opens the speaker window, Ctrl+C ends it'],
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
    const { html, file, assets } = await buildInMemory(
      deck,
      { ...readConfig(values), signal: context.signal },
      shipped,
    );
    const files = new Map<string, ServedFile>([['/', { body: html, type: 'text/html; charset=utf-8' }]]);
    for (const asset of assets) files.set(`/${asset.path}`, { body: asset.bytes, type: asset.type });
    const serving = await serve(files, { port: readNumber(values, 'port', 0, 65_535) });
    try {
      const code = concludeDecks([file], values, context);
      context.print(
        values.json
          ? JSON.stringify({ url: serving.url, ...toPlainDeck(deck.name, file) })
          : `${serving.url}  S speaker window, F full screen, O overview; Ctrl+C ends`,
      );
      if (!values['no-open']) openBrowser(serving.url, context);
      await aborted(context.signal);
      return code;
    } finally {
      await serving.close();
    }
  },
};

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

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
