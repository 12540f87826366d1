/** Takes what is to be printed and refuses what cannot be: files that would be written twice, slides that there are not. */
import type { VFile } from 'vfile';
import type { PrintLayout, SlideRange } from '../config/print-settings.js';
import { UserError } from '../user-error.js';
import type { DeckPath } from './find-decks.js';

/** Refuse documents that would be written to one name: the second would replace the first without a word. */
export function checkNames(decks: readonly DeckPath[], layouts: readonly PrintLayout[] = []): void {
  const layout = findTwice(layouts);
  if (layout !== undefined) {
    throw new UserError(
      'output-duplicate',
      `\`${layout}.pdf\` would be written twice`,
      'Name each layout once.',
    );
  }
  const name = findTwice(decks.map((deck) => deck.name));
  if (name === undefined) return;
  throw new UserError(
    'output-duplicate',
    `Two decks would be written to the folder \`${name}\``,
    'Rename one of them, or print them in two runs with `--out`.',
  );
}

/** Refuse a range that the command gave and that names slides beyond the deck. */
export function checkRange(ranges: readonly SlideRange[] | undefined, file: VFile): void {
  const total = file.data.slides?.length ?? 0;
  const outside = ranges?.find(({ to }) => to > total);
  if (!outside) return;
  throw new UserError(
    'option-invalid',
    `There is no slide ${outside.to} in \`${file.path}\`: it has ${total}`,
    'Give numbers of slides that the deck has, such as `--range 3,7-12`.',
  );
}

/** Refuse to attach the source of a talk, which is that of the whole deck, with all that the talk leaves out. */
export function checkAttachment(isAsked: boolean | undefined, talks: readonly (string | undefined)[]): void {
  const talk = isAsked ? talks.find((name) => name !== undefined) : undefined;
  if (talk === undefined) return;
  throw new UserError(
    'option-invalid',
    `The source cannot be attached to the talk \`${talk}\`: it holds all that the talk leaves out`,
    'Print the whole deck with `--attach-source`, or the talk without it.',
  );
}

function findTwice<Value>(values: readonly Value[]): Value | undefined {
  return values.find((value, index) => values.indexOf(value) < index);
}
