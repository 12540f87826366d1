/** Takes checked decks and prints them in the form that was asked for: to a person, or to one of the programs that read messages. */
import type { VFile } from 'vfile';
import { countMessages } from '../diagnostics/format.js';
import { hasErrors } from '../diagnostics/report.js';
import { formatGithub } from '../diagnostics/reporters/github.js';
import { formatJunit } from '../diagnostics/reporters/junit.js';
import { toCheckedFiles } from '../diagnostics/reporters/report-input.js';
import { formatSarif } from '../diagnostics/reporters/sarif.js';
import { formatText } from '../diagnostics/reporters/text.js';
import type { WorkInputs } from '../output/watch/rebuild.js';
import { UserError } from '../user-error.js';
import type { CliContext, CliOptions, CliValues } from './command.js';
import { toPlainDeck } from './deck-options.js';

/** A deck that was checked. */
export interface CheckedDeck {
  readonly name: string;
  readonly file: VFile;
  /** How many slides it has, those of all its talks. */
  readonly slides: number;
  /** How many messages were mended before. */
  readonly fixed: number;
  /** Whether mending would have left more errors than there were. */
  readonly refused: boolean;
  /** Pictures of its slides (JPEG), by their ids; empty when nobody looked. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** What it is made from. */
  readonly inputs: WorkInputs;
}

const formats = ['text', 'json', 'sarif', 'github', 'junit'] as const;

/** The option that chooses the form. */
export const formatOption = {
  format: {
    type: 'string',
    value: 'form',
    summary: `How messages are printed: ${formats.join(', ')}`,
    default: 'text',
  },
} as const satisfies CliOptions;

/** Read the form, or say what there is. */
export function readFormat({ format, json }: CliValues): (typeof formats)[number] {
  if (format === undefined) return json ? 'json' : 'text';
  const found = formats.find((one) => one === format);
  if (found) return found;
  throw new UserError(
    'option-invalid',
    `\`--format ${format}\` is no form`,
    `Forms are ${formats.join(', ')}.`,
  );
}

/** Print the messages of decks in one form and leave the exit code. */
export function printChecked(decks: readonly CheckedDeck[], values: CliValues, context: CliContext): number {
  const strict = values.strict === true;
  const files = decks.flatMap(({ file }) => toCheckedFiles(file));
  const format = readFormat(values);
  if (format === 'json') {
    context.print(
      JSON.stringify({
        decks: decks.map(({ name, file, fixed }) => ({ ...toPlainDeck(name, file, context), fixed })),
      }),
    );
  } else if (format === 'sarif') context.print(formatSarif(files, context.version));
  else if (format === 'junit') context.print(formatJunit(files, strict));
  else if (format === 'github') {
    const lines = formatGithub(files);
    if (lines) context.print(lines);
  } else printText(decks, context);
  return decks.some(({ file }) => hasErrors(file, strict)) ? 1 : 0;
}

/** Messages with their lines, then one line that sums up. */
function printText(decks: readonly CheckedDeck[], context: CliContext): void {
  const messages = formatText(
    decks.flatMap(({ file }) => toCheckedFiles(file)),
    context.palette,
  );
  if (messages) context.complain(`${messages}\n`);
  const fixed = decks.reduce((sum, deck) => sum + deck.fixed, 0);
  for (const { name } of decks.filter(({ refused }) => refused)) {
    context.complain(
      `\`${name}\` stays as it was: with all its fixes it would have more errors. Mend the first one by hand, then try again; of containers in one another the outer one has a colon more.\n`,
    );
  }
  if (fixed > 0) context.print(`${fixed === 1 ? '1 mistake was' : `${fixed} mistakes were`} mended`);
  context.print(summarize(decks));
}

/** Say in one line what was found. */
export function summarize(decks: readonly CheckedDeck[]): string {
  const files = decks.map(({ file }) => file);
  const slides = decks.reduce((sum, deck) => sum + deck.slides, 0);
  const what = `${plural(decks.length, 'deck')}, ${plural(slides, 'slide')}`;
  const found = countMessages(files);
  const mendable = files.flatMap((file) => file.messages).filter(({ fix }) => fix && fix.length > 0).length;
  const cure = mendable > 0 ? ` (--fix mends ${mendable})` : '';
  return `${what}: ${found || 'fine'}${cure}`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
