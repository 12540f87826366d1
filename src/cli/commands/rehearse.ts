/** `lectern rehearse`: presents a deck and keeps how long every slide took; with --write these times become the deck's `minutes`. */
import type { VFile } from 'vfile';
import { formatTime } from '../../client/pacing.js';
import { medianTimes, type Rehearsal } from '../../deck/rehearsal.js';
import type { Sources } from '../../deck/sources.js';
import type { DeckPath } from '../../output/find-decks.js';
import { loadDeck } from '../../output/load.js';
import { loadPackage } from '../../output/package-files.js';
import { keepRehearsals, readRehearsals, rehearsalPath } from '../../output/rehearsal/keep-rehearsal.js';
import { writeMinutes } from '../../output/rehearsal/write-minutes.js';
import { UserError } from '../../user-error.js';
import type { CliContext, CliValues, Command } from '../command.js';
import { checkTheme, deckOptions, readConfig, remoteOption, shorten, talkOption } from '../deck-options.js';
import { chooseOneDeck, presentOptions, serveTalk } from '../serve-talk.js';

/** Rehearse a talk. */
export const rehearse: Command = {
  name: 'rehearse',
  summary: 'Present a deck and keep how long every slide took, for its plan',
  usage: 'lectern rehearse [options] <deck>',
  examples: [
    ['lectern rehearse talk.md', 'Counts from the first slide on; Ctrl+C ends and shows the times'],
    ['lectern rehearse talk.md --write', 'Writes the median of all rehearsals into `minutes` of the slides'],
  ],
  options: {
    ...deckOptions,
    ...talkOption,
    ...remoteOption,
    ...presentOptions,
    write: { type: 'boolean', summary: 'Write the median times into `minutes`, and rehearse nothing' },
  },
  async run(inputs, values, context) {
    const shipped = await loadPackage();
    const deck = await chooseOneDeck(inputs, values, 'rehearse', shipped, context);
    checkTheme(values, shipped);
    if (values.write) return writeTimes(deck, values, shipped, context);
    const keeper = await keepRehearsals(deck, () => new Date());
    const onTimes = (text: string) => keeper.take(text);
    const { code, file } = await serveTalk({ deck, values, context, shipped, onTimes });
    const runs = await keeper.write();
    showTimes(deck, runs, file, values, context);
    return code;
  },
};

/** Show the last rehearsal beside the median of all and the plan. */
function showTimes(
  deck: DeckPath,
  runs: readonly Rehearsal[],
  file: VFile,
  values: CliValues,
  context: CliContext,
): void {
  const medians = medianTimes(runs, deck.talk);
  const last = runs.at(-1)?.seconds ?? {};
  const slides = (file.data.slides ?? []).map(({ id, title, minutes }) => ({
    id,
    title,
    last: last[id],
    median: medians.get(id),
    planned: minutes === undefined ? undefined : minutes * 60,
  }));
  if (values.json) {
    context.print(JSON.stringify({ file: rehearsalPath(deck.path), rehearsals: runs.length, slides }));
    return;
  }
  if (runs.length === 0) {
    context.print('Nothing was rehearsed');
    return;
  }
  const write = (seconds: number | undefined) =>
    (seconds === undefined ? '-' : formatTime(seconds)).padStart(7);
  context.print(`   last  median planned  slide`);
  for (const { id, title, ...times } of slides)
    context.print(`${write(times.last)} ${write(times.median)} ${write(times.planned)}  ${title || id}`);
  const count = runs.length === 1 ? 'one rehearsal' : `${runs.length} rehearsals`;
  context.print(
    `${count} in ${shorten(rehearsalPath(deck.path), context)}; --write puts the medians into the deck`,
  );
}

async function writeTimes(
  deck: DeckPath,
  values: CliValues,
  shipped: Sources,
  context: CliContext,
): Promise<number> {
  const runs = await readRehearsals(deck.path);
  if (runs.length === 0) {
    throw new UserError(
      'input-empty',
      'Nothing was rehearsed yet',
      'Rehearse first: `lectern rehearse talk.md`, and Ctrl+C at the end.',
    );
  }
  const { written, elsewhere } = await writeMinutes(deck.path, medianTimes(runs, deck.talk), (bytes) =>
    // The deck as a whole: a talk may leave slides out.
    loadDeck(deck.path, { ...readConfig(values), bytes }, shipped),
  );
  if (values.json) context.print(JSON.stringify({ written, elsewhere }));
  else {
    context.print(`${written === 1 ? 'one slide has' : `${written} slides have`} other minutes now`);
    if (elsewhere.length > 0) context.complain(`In other files, and as they were: ${elsewhere.join(', ')}`);
  }
  return 0;
}
