/** The words the client shows; the build may hand over a deck's own as JSON in `data-strings`. */

const defaultWords = {
  notesMissing: 'No notes',
  nextSlide: 'Next',
  endOfTalk: 'End of the talk',
  speakerWindow: 'Speaker',
  speakerBlocked:
    'The browser blocked the speaker window. Allow pop-up windows for this page, then press S again.',
  restartTimer: 'Start again from 0:00',
  keys: 'Keys',
  jumpTo: 'Slide number or title',
  searchFor: 'Search all slides',
  nothingFound: 'Nothing found',
  pauseAdvance: 'Pause auto-advance',
  resumeAdvance: 'Go on with auto-advance',

  helpOn: 'On, step by step',
  helpBack: 'Back',
  helpEnds: 'First slide, last slide',
  helpJump: 'Go to a slide by its number or title',
  helpNumber: 'Go to that slide at once',
  helpSearch: 'Search the text of all slides',
  helpOverview: 'Overview',
  helpZoom: 'Enlarge what is under the pointer or in focus',
  helpZoomed: 'Enlarged: move, scale',
  helpPicture: 'Show the picture in focus large',
  helpLaser: 'Laser pointer',
  helpBlack: 'Black screen',
  helpAdvance: 'Pause auto-advance, and go on',
  helpFullScreen: 'Full screen',
  helpSpeaker: 'Speaker window: notes, next slide, clock',
  helpPrint: 'Print, one slide a page',
  helpKeys: 'This list',
  helpEscape: 'Close what is open',

  keyRight: 'Right',
  keyLeft: 'Left',
  keyArrows: 'Arrows',
  keySpace: 'Space',
  keyPageDown: 'Page down',
  keyPageUp: 'Page up',
  keyHome: 'Home',
  keyEnd: 'End',
  keyStop: 'full stop',
  keyDigits: 'Digits',
  keyClick: 'click',
} as const;

/** All words of the client. */
export type Words = Readonly<Record<keyof typeof defaultWords, string>>;

/** Put a deck's own words on top of the English ones. */
export function readWords(json: string | undefined): Words {
  return { ...defaultWords, ...(json ? (JSON.parse(json) as Partial<Words>) : {}) };
}
