/** Takes builds of a deck, one after the other, decides which of them pages show, and tells them. */
import type { DeckState, LiveProblem, Problems } from '../deck/live-deck.js';
import type { LiveBuild } from '../output/build.js';
import { UserError } from '../user-error.js';
import type { ChannelEvent } from './channel.js';
import { describePage, findUpdate } from './deck-update.js';
import { isWorse, listProblems } from './problems.js';
import type { ServedFile } from './respond.js';

/** The deck as pages see it. */
export interface LiveDeck {
  /** Take a new build: it is shown, or waits when it has mistakes that the shown one has not. */
  take(build: LiveBuild): void;
  /** Say that there is none; the shown one stays. */
  fail(file: string, error: unknown): void;
  /** Show the build that waits all the same. */
  showWaiting(): void;
  /** What a page that connects is told. */
  greet(): readonly ChannelEvent[];
  writePage(): string;
  describe(): DeckState;
  assets(): ReadonlyMap<string, ServedFile>;
}

/** Begin with a build, which is shown whatever it is: there is none better. */
export function createLiveDeck(
  first: LiveBuild,
  send: (event: ChannelEvent) => void,
  rehearsing: boolean,
): LiveDeck {
  let shown = first;
  let waiting: LiveBuild | undefined;
  let problems = listProblems(first.file);
  let assets: ReadonlyMap<string, ServedFile> = serveAssets(first);

  const problemsEvent = (): ChannelEvent => {
    const data: Problems = { problems, waiting: waiting !== undefined };
    return { name: 'problems', data };
  };

  function show(next: LiveBuild): void {
    const update = findUpdate(shown.page, next.page);
    // A page that is behind still shows what the last build named.
    assets = new Map([...serveAssets(shown), ...serveAssets(next)]);
    shown = next;
    waiting = undefined;
    if (update.hash !== update.from) send({ name: 'update', data: update });
  }

  return {
    take(next) {
      problems = listProblems(next.file);
      if (isWorse(problems, listProblems(shown.file))) waiting = next;
      else show(next);
      send(problemsEvent());
    },
    fail(file, error) {
      problems = [describeFailure(file, error)];
      waiting = undefined;
      send(problemsEvent());
    },
    showWaiting() {
      if (!waiting) return;
      show(waiting);
      send(problemsEvent());
    },
    greet: () => [
      { name: 'hello', data: { hash: shown.page.hash, scripts: shown.page.scripts, rehearsing } },
      problemsEvent(),
    ],
    writePage: () => shown.page.write(),
    describe: () => describePage(shown.page),
    assets: () => assets,
  };
}

function serveAssets({ assets }: LiveBuild): Map<string, ServedFile> {
  return new Map(assets.map(({ path, bytes, type }) => [`/${path}`, { body: bytes, type }]));
}

function describeFailure(file: string, error: unknown): LiveProblem {
  return error instanceof UserError
    ? { file, reason: error.message, note: error.hint }
    : { file, reason: `This is a bug in Lectern, not in your deck: ${String(error)}` };
}
