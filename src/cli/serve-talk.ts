/** What `present` and `rehearse` share: one deck is served, shown in the browser, and followed until the person ends it. */
import { spawn } from 'node:child_process';
import type { VFile } from 'vfile';
import type { Sources } from '../deck/sources.js';
import type { DeckPath } from '../output/find-decks.js';
import { type DevServer, startDevServer } from '../server/dev-server.js';
import { findAddress } from '../server/remote/find-address.js';
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
  remote: {
    type: 'boolean',
    summary: 'Let phones of the local network move the talk (PIN) and follow it (code)',
  },
  'remote-address': {
    type: 'string',
    value: 'address',
    summary: 'Listen for phones on this address of the machine; implies --remote',
    default: 'its address in the local network',
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
    remote: readRemote(values),
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
    printServer(server, deck, values, context);
    if (!values['no-open']) openBrowser(server.url, context);
    await server.ended;
    return { code, file: file ?? server.file };
  } finally {
    await server.close();
  }
}

function readRemote(values: CliValues): string | undefined {
  const address = values['remote-address'];
  if (typeof address === 'string') return findAddress(address);
  return values.remote ? findAddress(undefined) : undefined;
}

/** Say where the talk is, and to the speaker alone, who sits at this terminal, how a phone moves it. */
function printServer(
  { url, file, doors }: DevServer,
  deck: DeckPath,
  values: CliValues,
  context: CliContext,
): void {
  if (values.json) {
    const phones = doors && {
      clicker: { url: doors.clicker.address, pin: doors.clicker.code },
      followers: { url: doors.follower.address, code: doors.follower.code },
    };
    context.print(JSON.stringify({ url, ...phones, ...toPlainDeck(deck.name, file, context) }));
    return;
  }
  context.print(`${url}  S speaker window, F full screen, O overview; Ctrl+C ends`);
  if (!doors) return;
  context.print(`${doors.clicker.address}  clicker, PIN ${doors.clicker.code}`);
  context.print(`${doors.follower.address}  to follow; QR codes of both: Phone in the speaker window`);
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
