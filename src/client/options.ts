/** Takes the data attributes that the build wrote on `.reveal` and leaves what the client and reveal.js start with. */
import type { RevealConfig } from 'reveal.js';
import { advance } from './auto-advance.js';
import { readWords, type Words } from './words.js';

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
  /** Seconds for which every slide is planned, in order; empty when nobody planned anything. */
  readonly plan: readonly number[];
  /** Milliseconds after which every slide goes on by itself; 0 when it waits. A slide's own `data-autoslide` wins. */
  readonly autoslide: number;
  readonly words: Words;
}

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
    plan: (dataset['plan'] ?? '').split(' ').filter(Boolean).map(Number),
    autoslide: Number(dataset['autoslide']) || 0,
    words: readWords(dataset['strings']),
  };
}

/** Read the options again, into the same object: whoever holds it sees the new ones. */
export function rereadOptions(options: ClientOptions, element: HTMLElement): void {
  const { words, ...rest } = readOptions(element);
  Object.assign(options.words, words);
  Object.assign(options, rest);
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
    // Ours searches titles too.
    jumpToSlide: false,
    autoSlide: options.autoslide,
    // Only who says so pauses it (A): with this option every key would.
    autoSlideStoppable: false,
    autoSlideMethod: advance,
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
