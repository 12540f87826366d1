/** `lectern new`: a name -> a folder with a deck that can be presented at once; or an article -> a first deck of it. */
import path from 'node:path';
import {
  createFromArticle,
  createFromTemplate,
  type DeckFacts,
  listTemplates,
} from '../../output/create-deck.js';
import { loadPackage } from '../../output/package-files.js';
import { UserError } from '../../user-error.js';
import type { CliContext, CliValues, Command } from '../command.js';
import { shorten } from '../deck-options.js';

/** Start a talk. */
export const newDeck: Command = {
  name: 'new',
  summary: 'Start a talk from a template, or from an article',
  usage: 'lectern new [options] <folder>',
  examples: [
    ['lectern new my-talk', 'Asks for title and author and writes my-talk/deck.md'],
    ['lectern new my-talk --template timeline --yes', 'Asks nothing'],
    ['lectern new my-talk --from article.md', 'Headings become slides, long text notes, tables comparisons'],
  ],
  options: {
    template: {
      type: 'string',
      short: 't',
      value: 'name',
      summary: 'talk, comparison, lecture or timeline',
      default: 'talk',
    },
    from: { type: 'string', value: 'file', summary: 'An article in Markdown to make the deck of' },
    title: { type: 'string', value: 'text', summary: 'Title of the talk' },
    author: { type: 'string', value: 'text', summary: 'Who speaks' },
    yes: { type: 'boolean', short: 'y', summary: 'Ask nothing' },
  },
  async run(inputs, values, context) {
    const [name, ...more] = inputs;
    const article = text(values.from);
    if (more.length > 0 || (name === undefined && article === undefined))
      throw new UserError(
        'input-empty',
        more.length > 0 ? 'More than one folder is named' : 'No folder is named',
        'Write `lectern new my-talk`.',
      );
    const folder = path.resolve(context.cwd, name ?? `${path.parse(article ?? '').name}-talk`);
    return article === undefined
      ? startFromTemplate(folder, values, context)
      : startFromArticle(folder, article, values, context);
  },
};

async function startFromTemplate(folder: string, values: CliValues, context: CliContext): Promise<number> {
  const shipped = await loadPackage();
  const given = { title: text(values.title), author: text(values.author) };
  const ask = values.yes || values.json ? undefined : context.ask;
  const title = given.title ?? (await ask?.('Title of the talk', titleOf(folder))) ?? titleOf(folder);
  const author = given.author ?? (await ask?.('Who speaks', context.env.USER ?? 'Your name'));
  const known = listTemplates(shipped).join(', ');
  const template = text(values.template) ?? (await ask?.(`Template: ${known}`, 'talk')) ?? 'talk';
  const deck = await createFromTemplate(folder, template, { title, author, date: today() }, shipped);
  conclude(deck, [], { deck }, values, context);
  return 0;
}

async function startFromArticle(
  folder: string,
  article: string,
  values: CliValues,
  context: CliContext,
): Promise<number> {
  if (values.template !== undefined)
    throw new UserError(
      'option-invalid',
      '`--from` and `--template` exclude one another',
      'Leave one of them out.',
    );
  const facts: DeckFacts = { title: text(values.title), author: text(values.author) };
  const {
    path: deck,
    counts,
    missing,
    rewritten,
  } = await createFromArticle(folder, path.resolve(context.cwd, article), facts, await loadPackage());
  const { slides, notes, comparisons, timelines } = counts;
  const lines = [
    `${count(slides, 'slide')} of its headings`,
    ...(notes > 0 ? [`${count(notes, 'long paragraph')} in the notes, the first sentence on the slide`] : []),
    ...(comparisons > 0 ? [`${count(comparisons, 'table')} as a comparison`] : []),
    ...(timelines > 0 ? [`${count(timelines, 'dated list')} as a timeline`] : []),
    ...(rewritten > 0 ? [`${count(rewritten, 'mark')} of other tools written as Lectern reads them`] : []),
    ...missing.map((name) => `not copied: ${name}`),
  ];
  conclude(deck, lines, { deck, ...counts, rewritten, missing }, values, context);
  return 0;
}

function conclude(
  deck: string,
  lines: readonly string[],
  facts: object,
  values: CliValues,
  context: CliContext,
): void {
  if (values.json) return context.print(JSON.stringify(facts));
  const written = shorten(deck, context);
  context.print(written);
  for (const line of lines) context.complain(`  ${line}`);
  const typed = /\s/.test(written) ? `"${written}"` : written;
  context.complain(context.palette.dim(`\nNow: lectern present ${typed}`));
}

/** `my-first-talk` is called "My first talk" until somebody says otherwise. */
function titleOf(folder: string): string {
  const words = path.basename(folder).replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function today(): string {
  return new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
