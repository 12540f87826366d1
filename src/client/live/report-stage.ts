/** Tells the server where the talk is, for the phones of speaker and audience, and does what the speaker's phone asks. */
import type { RevealApi } from 'reveal.js';
import type { RemoteAction, StageReport, StageSlide, StageTime } from '../../deck/remote-talk.js';
import { deckUpdated, talkChanged, talkEvents } from '../events.js';
import type { ClientOptions } from '../options.js';
import type { TalkTimer } from '../pacing.js';
import { nextSlideOf, slidesOf } from '../preview.js';

/** What a phone can ask of the talk. */
export interface StageTalk {
  readonly reveal: RevealApi;
  readonly options: ClientOptions;
  readonly timer: TalkTimer;
  readonly freeze: { readonly isOn: () => boolean };
  /** Ends when the server has it. */
  readonly send: (report: StageReport) => Promise<void>;
}

/** Ready to tell; nothing is told before the server asks for the first time. */
export function createStageReporter(page: string, talk: StageTalk) {
  const { reveal, timer, send } = talk;
  let begun = false;
  let sending = false;
  let latest: StageReport | undefined;

  /** One after the other: the last one said must be the last one heard. What is stale by then is not said, but that it moved is. */
  async function report(asked: boolean): Promise<void> {
    latest = { page, asked: asked && (latest?.asked ?? true), ...readStage(talk) };
    if (sending) return;
    sending = true;
    while (latest) {
      const now: StageReport = latest;
      latest = undefined;
      await send(now);
    }
    sending = false;
  }

  const actions: Readonly<Record<RemoteAction, () => void>> = {
    next() {
      timer.start();
      reveal.next();
    },
    back: () => reveal.prev(),
    black: () => reveal.togglePause(),
    pause: () => (timer.isRunning() || timer.isPaused() ? timer.togglePause() : timer.start()),
  };
  return {
    /** The server asks where the talk is; from now on it hears of every change. */
    answer() {
      void report(true);
      if (begun) return;
      begun = true;
      // A deck that was saved moves nobody.
      for (const name of talkEvents) reveal.on(name, () => void report(name === deckUpdated));
    },
    obey(command: { readonly page: string; readonly action: RemoteAction }) {
      if (command.page !== page) return;
      actions[command.action]();
      // The speaker window shows the timer too, and this page leads from now on, also where nothing moved.
      reveal.dispatchEvent({ type: talkChanged });
    },
  };
}

function readStage({ reveal, options, timer, freeze }: StageTalk) {
  const slides = slidesOf(reveal);
  const current = reveal.getCurrentSlide();
  const index = slides.indexOf(current);
  const next = nextSlideOf(reveal);
  return {
    current: toStageSlide(current, reveal.getIndices().f),
    next: next && toStageSlide(next.slide, next.step),
    number: index + 1,
    total: slides.length,
    black: reveal.isPaused(),
    still: freeze.isOn(),
    time: readTime(options, timer, current.id, index),
  };
}

function toStageSlide(slide: Element, step = -1): StageSlide {
  return { key: (slide as HTMLElement).dataset['key'] ?? '', step };
}

function readTime({ plan, minutes }: ClientOptions, timer: TalkTimer, id: string, index: number): StageTime {
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
  return {
    elapsed: timer.elapsed(),
    onSlide: timer.times().get(id) ?? 0,
    running: timer.isRunning(),
    total: minutes > 0 ? minutes * 60 : sum(plan),
    plan: [sum(plan.slice(0, index)), plan[index] ?? 0, sum(plan.slice(index + 1))],
  };
}
