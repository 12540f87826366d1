/** The script of the dev server's page: the talk as everywhere, which follows what its author saves. */
import type { DeckState, DeckUpdate, Hello, Problems } from '../../deck/live-deck.js';
import { showMessage } from '../message.js';
import { startTalk } from '../start-talk.js';
import { applyState } from './apply-state.js';
import { stayConnected } from './connect.js';
import { hearAltClicks, type SourcePlace } from './open-source.js';
import { createOverlay } from './overlay.js';
import { createReporter } from './report-times.js';

async function startLive(stage: HTMLElement): Promise<void> {
  const { options, timer } = await startTalk(stage);
  let { hash } = stage.dataset;

  async function fetchState(): Promise<void> {
    const answer = await fetch(`/lectern/deck?token=${encodeURIComponent(connection.token())}`);
    if (!answer.ok) return;
    const state = (await answer.json()) as DeckState;
    applyState(Reveal, options, state);
    ({ hash } = state);
  }

  function post(action: string, data: unknown = {}): void {
    const address = `/lectern/${action}?token=${encodeURIComponent(connection.token())}`;
    // A server that is gone is asked for by the connection already.
    // The last times are sent by a page that is being left.
    fetch(address, { method: 'POST', body: JSON.stringify(data), keepalive: true }).catch(() => {});
  }

  const openSource = ({ file, line = 1, column = 1 }: SourcePlace): void =>
    post('open', { file, line, column });
  const reporter = createReporter(Reveal, timer, (report) => post('times', report));
  const overlay = createOverlay(options.words, { open: openSource, show: () => post('show') });
  hearAltClicks(openSource);
  const connection = stayConnected(stage.dataset['live'] ?? '', {
    hello(data) {
      const { hash: current, scripts, rehearsing } = data as Hello;
      if (rehearsing) reporter.begin();
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
    problems: (data) => overlay.show(data as Problems),
    editor: () => showMessage(options.words.editorMissing),
  });
}

const stage = document.querySelector<HTMLElement>('.reveal');
if (stage) void startLive(stage);
