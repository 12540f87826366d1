/** Takes the data attributes that the build wrote on `.reveal` and leaves what the client and reveal.js start with. */
import type { RevealConfig } from 'reveal.js';

/** Words the client shows; the build may hand over a deck's own as JSON in `data-strings`. */
export interface Words {
  readonly notesMissing: string;
  readonly nextSlide: string;
  readonly endOfTalk: string;
  readonly speakerWindow: string;
  readonly speakerBlocked: string;
  readonly restartTimer: string;
  readonly keys: string;
}

/** What the build says about the deck. */
export interface ClientOptions {
  /** Size of a slide in CSS px. */
  readonly width: number;
  readonly height: number;
  readonly transition: 'none' | 'fade' | 'slide';
  readonly progress: boolean;
  readonly controls: boolean;
  /** Planned length of the talk; 0 when not said. */
  readonly minutes: number;
  readonly words: Words;
}

const defaultWords: Words = {
  notesMissing: 'No notes',
  nextSlide: 'Next',
  endOfTalk: 'End of the talk',
  speakerWindow: 'Speaker',
  speakerBlocked:
    'The browser blocked the speaker window. Allow pop-up windows for this page, then press S again.',
  restartTimer: 'Start again from 0:00',
  keys: 'Keys',
};

/** Read the options from the element that holds the slides. */
export function readOptions({ dataset }: HTMLElement): ClientOptions {
  const { transition } = dataset;
  return {
    width: Number(dataset['width']) || 1280,
    height: Number(dataset['height']) || 720,
    transition: transition === 'fade' || transition === 'slide' ? transition : 'none',
    progress: dataset['progress'] !== 'false',
    controls: dataset['controls'] !== 'false',
    minutes: Number(dataset['minutes']) || 0,
    words: { ...defaultWords, ...parseWords(dataset['strings']) },
  };
}

function parseWords(json: string | undefined): Partial<Words> {
  return json ? (JSON.parse(json) as Partial<Words>) : {};
}

/**
 * Choose how reveal.js starts. `margin` and `center` would move slides away from where print puts them;
 * `postMessage` would let any page that frames the deck drive it.
 */
export function revealConfig(options: ClientOptions, direction: string): RevealConfig {
  const { width, height, progress, controls } = options;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const transition = still ? 'none' : options.transition;
  return {
    width,
    height,
    progress,
    controls,
    transition,
    backgroundTransition: transition === 'none' ? 'none' : 'fade',
    margin: 0,
    minScale: 0.05,
    maxScale: 8,
    center: false,
    postMessage: false,
    postMessageEvents: false,
    hash: true,
    fragmentInURL: true,
    rtl: direction === 'rtl',
    // A clicker has one button for "on": it must lead through stacks too.
    navigationMode: 'linear',
    slideNumber: false,
    showNotes: false,
    help: false,
    controlsTutorial: false,
    controlsLayout: 'edges',
    transitionSpeed: 'fast',
    viewDistance: 2,
    autoAnimate: !still,
    pdfSeparateFragments: false,
    pdfMaxPagesPerSlide: 1,
    // On a phone the talk is a page to scroll.
    scrollActivationWidth: 435,
    scrollLayout: 'compact',
  };
}
