/** `lectern talks`: the talks of a deck in a table, or what differs between two of them. */
import type { DeckTree } from '../../compile.js';
import { defaultDeckOptions } from '../../deck/options.js';
import { suggestNote } from '../../diagnostics/suggest.js';
import { compareTalks, type TalkDifference } from '../../output/compare-talks.js';
import { loadDeck } from '../../output/load.js';
import { loadPackage } from '../../output/package-files.js';
import { UserError } from '../../user-error.js';
import type { CliContext, CliValues, Command } from '../command.js';
import { concludeDecks, readDecks } from '../deck-options.js';

/** How the deck itself is called among its talks. */
const whole = 'whole';

/** Show the talks of a deck. */
export const talks: Command = {
  name: 'talks',
  summary: 'Show the talks of a deck: slides, minutes, words, what differs',
  usage: 'lectern talks [options] <deck> [talk talk]',
  examples: [
    ['lectern talks talk.md', 'A line for the whole deck and one for each talk'],
    ['lectern talks talk.md --diff lightning class', 'Which slides, texts and options differ between two'],
    ['lectern talks talk.md --diff whole class', 'What a talk has otherwise than the whole deck'],
  ],
  options: { diff: { type: 'boolean', summary: 'Compare the two talks that are named behind the deck' } },
  async run(inputs, values, context) {
    const names = values.diff ? inputs.slice(-2) : [];
    const named = values.diff ? inputs.slice(0, -2) : inputs;
    const [deck, ...more] = await readDecks(
      named.length === 0 && values.diff ? ['.'] : named,
      'talks',
      context,
    );
    if (!deck || more.length > 0) {
      throw new UserError(
        'option-invalid',
        `${more.length + 1} decks are named, and one is shown`,
        'Name one deck.',
      );
    }
    const shipped = await loadPackage();
    const load = async (talk?: string) => (await loadDeck(deck.path, { talk }, shipped)).deck;
    const all = new Map([[whole, await load()]]);
    for (const { name } of all.get(whole)?.file.data.talks ?? []) all.set(name, await load(name));
    const code = concludeDecks(
      [...all.values()].slice(0, 1).map(({ file }) => file),
      values,
      context,
    );
    if (values.diff) printDifference(names, all, values, context);
    else printTable(all, values, context);
    return code;
  },
};

/** One line of the table. */
interface TalkRow {
  readonly talk: string;
  readonly slides: number;
  readonly planned: number;
  readonly budget: number;
  readonly words: number;
  readonly differs: string;
}

function toRow(talk: string, deck: DeckTree, base: DeckTree | undefined): TalkRow {
  const slides = deck.file.data.slides ?? [];
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
  const { rehearsed } = deck.file.data;
  // A slide without a plan takes as long as it took when it was rehearsed, else as its notes.
  const planned = sum(
    slides.map(
      ({ id, minutes, spokenMinutes }) => minutes ?? (rehearsed?.get(id) ?? spokenMinutes * 60) / 60,
    ),
  );
  return {
    talk,
    slides: slides.length,
    planned: Number(planned.toFixed(1)),
    budget: (deck.file.data.deck ?? defaultDeckOptions).minutes,
    words: sum(slides.map(({ spokenWords }) => spokenWords)),
    differs: !base || base === deck ? '' : summarize(compareTalks(base, deck)),
  };
}

/** Say what differs in a few words: `26 slides less, 1 moved; event, minutes`. */
function summarize({ slides, options }: TalkDifference): string {
  const words = {
    removed: 'less',
    added: 'more',
    moved: 'moved',
    text: 'with another text',
    notes: 'with other notes',
  };
  const counts = Object.entries(words).flatMap(([kind, word]) => {
    const count = slides.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return [counts.join(', '), options.map(({ key }) => key).join(', ')].filter(Boolean).join('; ');
}

function printTable(all: ReadonlyMap<string, DeckTree>, values: CliValues, context: CliContext): void {
  const rows = [...all].map(([name, deck]) => toRow(name, deck, all.get(whole)));
  if (values.json) {
    context.print(JSON.stringify({ talks: rows }));
    return;
  }
  const cells = rows.map(({ talk, slides, planned, budget, words, differs }) => [
    talk,
    String(slides),
    budget > 0 ? `${planned} of ${budget}${planned > budget ? ' (over)' : ''}` : String(planned),
    String(words),
    differs,
  ]);
  for (const line of alignColumns([['talk', 'slides', 'minutes', 'words', 'differs'], ...cells]))
    context.print(line);
}

/** Write columns as wide as their widest cell; numbers stand to the right. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 1 || column === 3 ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

function printDifference(
  names: readonly string[],
  all: ReadonlyMap<string, DeckTree>,
  values: CliValues,
  context: CliContext,
): void {
  const [from, to] = names.map((name) => {
    const found = all.get(name);
    if (found) return found;
    throw new UserError(
      'option-invalid',
      `\`${name}\` is no talk of the deck`,
      suggestNote(name, [...all.keys()]),
    );
  });
  if (!from || !to) {
    throw new UserError(
      'option-invalid',
      '`--diff` compares two talks',
      'Name them: `lectern talks deck.md --diff one other`.',
    );
  }
  const difference = compareTalks(from, to);
  if (values.json) {
    context.print(JSON.stringify({ from: names[0], to: names[1], ...difference }));
    return;
  }
  const signs = { removed: '-', added: '+', moved: '>', text: '~', notes: '~' };
  const ends = { removed: '', added: '', moved: ': moved', text: ': another text', notes: ': other notes' };
  for (const { kind, id, title } of difference.slides)
    context.print(`${signs[kind]} ${title} (${id})${ends[kind]}`);
  for (const { key, from: was, to: now } of difference.options)
    context.print(`~ ${key}: ${was || 'none'} -> ${now || 'none'}`);
  if (difference.slides.length + difference.options.length === 0) context.print('Nothing differs');
}
