/** The script of the dev server's page: the talk as everywhere, which follows what its author saves. */
import type { DeckState, DeckUpdate, Hello, Problems } from '../../deck/live-deck.js';
import type { RemoteAction, RemoteDoors } from '../../deck/remote-talk.js';
import { showMessage } from '../message.js';
import { startTalk } from '../start-talk.js';
import { applyState } from './apply-state.js';
import { ask } from './ask.js';
import { stayConnected } from './connect.js';
import { hearAltClicks, type SourcePlace } from './open-source.js';
import { createOverlay } from './overlay.js';
import { createRemotePanel } from './remote-panel.js';
import { createStageReporter } from './report-stage.js';
import { createReporter } from './report-times.js';

async function startLive(stage: HTMLElement): Promise<void> {
  const { options, timer, freeze, speaker } = await startTalk(stage);
  const page = crypto.randomUUID();
  let token = stage.dataset['live'] ?? '';
  let { hash } = stage.dataset;

  async function fetchState(): Promise<void> {
    const answer = await ask(`/lectern/deck?${new URLSearchParams({ token })}`);
    if (!answer?.ok) return;
    const state = (await answer.json()) as DeckState;
    applyState(Reveal, options, state);
    ({ hash } = state);
  }

  async function post(action: string, data: unknown = {}): Promise<void> {
    const address = `/lectern/${action}?${new URLSearchParams({ token })}`;
    // A server that is gone is asked for by the connection already.
    // The last times are sent by a page that is being left.
    await ask(address, { method: 'POST', keepalive: true, body: JSON.stringify(data) });
  }

  const openSource = ({ file, line = 1, column = 1 }: SourcePlace): void =>
    void post('open', { file, line, column });
  const reporter = createReporter(Reveal, timer, (report) => void post('times', report));
  const overlay = createOverlay(options.words, { open: openSource, show: () => void post('show') });
  const stageReporter = createStageReporter(page, {
    reveal: Reveal,
    options,
    timer,
    freeze,
    send: (report) => post('stage', report),
  });
  const remotePanel = createRemotePanel(options.words, speaker, (role) => void post('renew', role));
  hearAltClicks(openSource);
  const link = {
    address: () => `/lectern/events?${new URLSearchParams({ token, page })}`,
    /** A server that was started anew has another token, which its page tells. */
    async renew() {
      const answer = await ask('/', { method: 'HEAD' });
      const next = answer?.headers.get('lectern-live');
      if (next) token = next;
      return Boolean(next);
    },
  };
  stayConnected(link, {
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
    doors: (data) => remotePanel.show(data as RemoteDoors),
    report: () => stageReporter.answer(),
    command: (data) => stageReporter.obey(data as { page: string; action: RemoteAction }),
    editor: () => showMessage(options.words.editorMissing),
  });
}

const stage = document.querySelector<HTMLElement>('.reveal');
if (stage) void startLive(stage);
