/** The options that every command over decks shares, and their way into a configuration. */
import path from 'node:path';
import type { VFile } from 'vfile';
import { trustLevels } from '../config/config.js';
import type { Sources } from '../deck/sources.js';
import { countMessages, formatMessages, toPlainMessages } from '../diagnostics/format.js';
import { hasErrors } from '../diagnostics/report.js';
import { showControls } from '../diagnostics/show-controls.js';
import { suggestNote } from '../diagnostics/suggest.js';
import { listThemes } from '../document/sources.js';
import { type Cache, findCache } from '../output/cache/find-cache.js';
import { type DeckPath, findDecks } from '../output/find-decks.js';
import { chooseTalks } from '../output/list-talks.js';
import type { LoadOptions } from '../output/load.js';
import { UserError } from '../user-error.js';
import type { CliContext, CliOptions, CliValues } from './command.js';
import { hideInMessage, shortenPath } from './hide-outside.js';

/** Options of commands that read decks. */
export const deckOptions = {
  theme: {
    type: 'string',
    value: 'name',
    summary: 'Theme, over the one the deck names: a name, a .css file or a package',
  },
  trust: {
    type: 'string',
    value: 'level',
    summary: 'How far the deck’s author is trusted: safe, default or full',
  },
  'max-size': {
    type: 'string',
    value: 'n',
    summary: 'Largest deck that is read, in characters (default 1048576)',
  },
  'max-time': {
    type: 'string',
    value: 'seconds',
    summary: 'Longest time for reading a deck (default 300)',
  },
  strict: { type: 'boolean', summary: 'Exit with 1 for warnings too' },
} as const satisfies CliOptions;

/** The option of commands that make one of a deck's talks. */
export const talkOption = {
  talk: { type: 'string', value: 'name', summary: 'A talk of the deck by name, or all of them' },
} as const satisfies CliOptions;

/** The option of commands that may go to the network. */
export const remoteOption = {
  'allow-remote': { type: 'boolean', summary: 'Fetch pictures from the network, once, into .lectern/media' },
} as const satisfies CliOptions;

/** The option of commands that keep what they made for the next run. */
export const cacheOption = {
  'no-cache': { type: 'boolean', summary: 'Make every slide anew, and keep none for the next run' },
} as const satisfies CliOptions;

/** Find what is kept between runs, unless the person wants none of it. */
export async function readCache(values: CliValues, context: CliContext): Promise<Cache | undefined> {
  return values['no-cache'] ? undefined : findCache(context.env, context.cwd);
}

/** The option of commands that write. */
export const outOption = {
  out: {
    type: 'string',
    short: 'o',
    value: 'folder',
    summary: 'Where each deck gets its folder',
    default: 'dist/slides',
  },
} as const satisfies CliOptions;

/** Read the shared options. */
export function readConfig(values: CliValues): LoadOptions {
  const trust = values.trust as LoadOptions['trust'];
  if (trust !== undefined && !trustLevels.includes(trust)) {
    throw new UserError(
      'option-invalid',
      `\`--trust ${trust}\` is no level`,
      `Levels are ${trustLevels.join(', ')}.`,
    );
  }
  const seconds = readNumber(values, 'max-time', 1, 86_400);
  return {
    theme: text(values.theme),
    trust,
    allowRemote: values['allow-remote'] === true,
    maxSize: readNumber(values, 'max-size', 1, 2 ** 31),
    maxTime: seconds === undefined ? undefined : seconds * 1000,
  };
}

/** Refuse a theme of the command line that there is not: the deck is not to blame for it. */
export function checkTheme(values: CliValues, shipped: Sources): void {
  const theme = text(values.theme);
  const known = listThemes(shipped);
  // A file lies beside the deck, a package where it is installed: each deck says whether it is there.
  if (theme === undefined || known.includes(theme) || /\.css$|^@|theme/.test(theme)) return;
  throw new UserError('option-invalid', `\`--theme ${theme}\` is no theme`, suggestNote(theme, known));
}

/**
 * Read `--out`, relative to the folder the person is in.
 *
 * @throws UserError where what is written there could take the place of a deck, of a package, or of anything
 */
export function readOut(values: CliValues, context: CliContext, decks: readonly DeckPath[] = []): string {
  const out = path.resolve(context.cwd, text(values.out) ?? outOption.out.default);
  const refuse = (what: string): never => {
    throw new UserError(
      'option-invalid',
      `\`--out ${text(values.out) ?? outOption.out.default}\` is ${what}`,
      'Name a folder of its own, such as `dist/slides`.',
    );
  };
  if (out === path.parse(out).root) refuse('the root of the disk');
  if (out.split(path.sep).includes('node_modules')) refuse('a folder of packages');
  const source = decks.find((deck) => `${deck.path}${path.sep}`.startsWith(`${out}${path.sep}`));
  if (source)
    refuse(
      source.path === out
        ? 'the deck itself'
        : `a folder that holds the deck \`${shorten(source.path, context)}\``,
    );
  return out;
}

/** Read a number option, or say what it takes. */
export function readNumber(values: CliValues, name: string, from: number, to: number): number | undefined {
  const value = text(values[name]);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= from && number <= to) return number;
  throw new UserError(
    'option-invalid',
    `\`--${name} ${value}\` is no whole number from ${from} to ${to}`,
    'Give a number in that range.',
  );
}

/** Find the decks that a person named; none named is a mistake, not "all". */
export async function readDecks(
  inputs: readonly string[],
  command: string,
  context: CliContext,
): Promise<DeckPath[]> {
  if (inputs.length === 0) {
    throw new UserError(
      'input-empty',
      'No deck is named',
      `Write \`lectern ${command} talk.md\`, or a folder that holds \`deck.md\`.`,
    );
  }
  return findDecks(inputs, context.cwd);
}

/** Take the talks that `--talk` names instead of whole decks. */
export async function selectTalks(
  decks: readonly DeckPath[],
  values: CliValues,
  shipped: Sources,
): Promise<readonly DeckPath[]> {
  const talk = text(values.talk);
  return talk === undefined ? decks : chooseTalks(decks, talk, shipped);
}

/** Print the messages of decks and leave the exit code. */
export function concludeDecks(files: readonly VFile[], values: CliValues, context: CliContext): number {
  if (!values.json) {
    for (const file of files) {
      const lines = formatMessages(file, context.palette);
      if (lines) context.complain(lines);
    }
    const count = countMessages(files);
    if (count) context.complain(context.palette.dim(count));
  }
  return files.some((file) => hasErrors(file, values.strict === true)) ? 1 : 0;
}

/** The facts of a deck that `--json` prints beside what a command made. */
export function toPlainDeck(name: string, file: VFile, { cwd }: CliContext): Record<string, unknown> {
  const slides = file.data.slides ?? [];
  return {
    deck: name,
    file: shortenPath(file.path, cwd),
    title: file.data.deck?.title ?? '',
    slides,
    messages: toPlainMessages(file).map((message) => hideInMessage(message, cwd)),
  };
}

/** Write a path as the person would type it. */
export function shorten(file: string, context: CliContext): string {
  const relative = path.relative(context.cwd, file);
  return showControls(relative.startsWith('..') ? file : relative || '.');
}

/** Write a size in the unit a person reads. */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
