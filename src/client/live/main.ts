/** The script of the dev server's page: the talk as everywhere, which follows what its author saves. */
import type { DeckState, DeckUpdate, Hello } from '../../deck/live-deck.js';
import { startTalk } from '../start-talk.js';
import { applyState } from './apply-state.js';
import { stayConnected } from './connect.js';

async function startLive(stage: HTMLElement): Promise<void> {
  const options = await startTalk(stage);
  let { hash } = stage.dataset;

  async function fetchState(): Promise<void> {
    const answer = await fetch(`/lectern/deck?token=${encodeURIComponent(connection.token())}`);
    if (!answer.ok) return;
    const state = (await answer.json()) as DeckState;
    applyState(Reveal, options, state);
    ({ hash } = state);
  }

  const connection = stayConnected(stage.dataset['live'] ?? '', {
    hello(data) {
      const { hash: current, scripts } = data as Hello;
      // Another version of Lectern; the address brings slide and step along.
      if (scripts !== stage.dataset['scripts']) location.reload();
      else if (current !== hash) void fetchState();
    },
    update(data) {
      const update = data as DeckUpdate;
      if (update.from === hash) {
        applyState(Reveal, options, update);
        ({ hash } = update);
      } else void fetchState();
    },
  });
}

const stage = document.querySelector<HTMLElement>('.reveal');
if (stage) void startLive(stage);
