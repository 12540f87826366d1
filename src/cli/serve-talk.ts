/** What `present` and `rehearse` share: one deck is served, shown in the browser, and followed until the person ends it. */
import { spawn } from 'node:child_process';
import type { VFile } from 'vfile';
import type { Sources } from '../deck/sources.js';
import type { DeckPath } from '../output/find-decks.js';
import { startDevServer } from '../server/dev-server.js';
import { UserError } from '../user-error.js';
import type { CliContext, CliOptions, CliValues } from './command.js';
import {
  concludeDecks,
  readConfig,
  readDecks,
  readNumber,
  selectTalks,
  toPlainDeck,
} from './deck-options.js';

/** The options of commands that present. */
export const presentOptions = {
  port: {
    type: 'string',
    short: 'p',
    value: 'number',
    summary: 'Port to listen on',
    default: 'first free from 8000',
  },
  'no-open': { type: 'boolean', summary: 'Do not open the browser' },
} as const satisfies CliOptions;

/** Choose the deck, or the talk of it, that is presented. */
export async function chooseOneDeck(
  inputs: readonly string[],
  values: CliValues,
  command: string,
  shipped: Sources,
  context: CliContext,
): Promise<DeckPath> {
  const decks = await selectTalks(await readDecks(inputs, command, context), values, shipped);
  const [deck] = decks;
  if (decks.length === 1 && deck) return deck;
  throw new UserError(
    'option-invalid',
    `${decks.length} decks are named, and one can be presented`,
    'Name one deck, and one talk of it.',
  );
}

/** What is presented, and how. */
export interface ServedTalk {
  readonly deck: DeckPath;
  readonly values: CliValues;
  readonly context: CliContext;
  readonly shipped: Sources;
  /** Hear how long slides took; makes the talk a rehearsal. */
  readonly onTimes?: ((text: string) => boolean) | undefined;
}

/** Serve a talk until it is interrupted; leaves the exit code, and the deck as it was last. */
export async function serveTalk(talk: ServedTalk): Promise<{ readonly code: number; readonly file: VFile }> {
  const { deck, values, context, shipped, onTimes } = talk;
  context.progress(`building ${deck.name}`);
  let file: VFile | undefined;
  const server = await startDevServer({
    deck,
    options: { ...readConfig(values), signal: context.signal },
    shipped,
    port: readNumber(values, 'port', 0, 65_535),
    signal: context.signal,
    onBuild(next) {
      file = next;
      concludeDecks([next], values, context);
    },
    onFailure: (error) => context.complain(describeFailure(error)),
    onTimes,
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
    return { code, file: file ?? server.file };
  } finally {
    await server.close();
  }
}

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
