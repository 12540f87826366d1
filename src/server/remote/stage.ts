/** Takes what pages of the speaker say about the talk and leaves what phones may know of it. One page leads: the one that moved last. */
import type { ServerResponse } from 'node:http';
import type {
  ClickerView,
  FollowerView,
  RemoteSlide,
  StageReport,
  StageSlide,
  StageState,
} from '../../deck/remote-talk.js';
import { partSlide, type SlideParts } from './slide-parts.js';

/** Where the talk is, as phones see it. */
export interface Stage {
  /** Take what a page says; false when it says nothing. */
  readonly report: (text: string) => boolean;
  /** Know when a page that shows the deck is gone. */
  readonly join: (page: string, response: ServerResponse) => void;
  /** The page that clickers move. */
  readonly leader: () => string | undefined;
  /** Nothing while no page shows the deck. */
  readonly clickerView: () => ClickerView | undefined;
  readonly followerView: () => FollowerView | undefined;
}

/** What the stage asks and tells. */
export interface StageLinks {
  /** HTML of a slide by its key. */
  readonly readSlide: (key: string) => string | undefined;
  /** The talk is elsewhere, or with nobody. */
  readonly onMove: () => void;
}

/** Begin without a talk. */
export function createStage({ readSlide, onMove }: StageLinks): Stage {
  let leader: string | undefined;
  let state: StageState | undefined;
  let followed: FollowerView | undefined;

  const parts = (slide: StageSlide | undefined): SlideParts | undefined => {
    const html = slide && readSlide(slide.key);
    return html === undefined ? undefined : partSlide(html);
  };
  const toRemote = (slide: StageSlide | undefined): RemoteSlide | undefined => {
    const found = parts(slide);
    return slide && found && { html: found.html, step: slide.step };
  };

  function take(report: StageReport): void {
    if (report.asked && leader !== undefined && leader !== report.page) return;
    const isOther = leader !== report.page;
    leader = report.page;
    state = report;
    const { number, total, black, still } = report;
    // Followers see what the audience sees: of a still screen what they saw before, of one that was never seen nothing.
    if (!still) {
      const slide = black ? undefined : toRemote(report.current);
      if (black || slide) followed = { slide, number, total };
    } else if (isOther) followed = undefined;
    onMove();
  }

  return {
    report(text) {
      const report = readReport(text);
      if (report) take(report);
      return report !== undefined;
    },
    join(page, response) {
      response.on('close', () => {
        if (leader !== page) return;
        leader = undefined;
        onMove();
      });
    },
    leader: () => leader,
    clickerView() {
      const current = parts(state?.current);
      if (!state || !current || leader === undefined) return undefined;
      const { number, total, black, still, time } = state;
      const slide = { html: current.html, step: state.current.step };
      return { slide, next: toRemote(state.next), notes: current.notes, number, total, black, still, time };
    },
    followerView: () => (leader === undefined ? undefined : followed),
  };
}

function readReport(text: string): StageReport | undefined {
  try {
    const report = JSON.parse(text) as StageReport;
    const { page, current, next, number, total, time } = report;
    const numbers = [number, total, time.elapsed, time.onSlide, time.total, ...time.plan];
    const right =
      typeof page === 'string' &&
      isSlide(current) &&
      (next === undefined || isSlide(next)) &&
      numbers.length === 8 &&
      numbers.every(Number.isFinite);
    return right ? report : undefined;
  } catch {
    return undefined;
  }
}

function isSlide({ key, step }: StageSlide): boolean {
  return typeof key === 'string' && Number.isInteger(step);
}
