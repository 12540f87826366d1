/** Rules of what a slide shows, which only a browser can see: `lectern check` measures every box, on screen and in print. */
import type { Rule } from './rules.js';

export const layoutRules = {
  'slide-overflow': { severity: 'error', summary: 'The content of a slide does not fit', stage: 'browser' },
  'fit-needless': {
    severity: 'info',
    summary: 'A slide was made smaller, or cut, though all of it has room',
    stage: 'browser',
  },
  'text-clipped': {
    severity: 'error',
    summary: 'Text is cut off in a cell, a column or a panel',
    stage: 'browser',
  },
  'text-overlap': {
    severity: 'error',
    summary: 'A text stands on another, or on what header and foot draw',
    stage: 'browser',
  },
  'text-small': {
    severity: 'warning',
    summary: 'Text is smaller than can be read from the last row',
    stage: 'browser',
  },
  'image-upscaled': {
    severity: 'warning',
    summary: 'A picture is drawn larger than its pixels',
    stage: 'browser',
  },
  'font-missing-glyph': {
    severity: 'info',
    summary: 'A character is not in the bundled faces and looks different on each machine',
    stage: 'browser',
  },
  'word-broken': { severity: 'warning', summary: 'A word is cut in its middle', stage: 'browser' },
  'title-widow': { severity: 'info', summary: 'The last line of a title is one word', stage: 'browser' },
  'slide-hangs': {
    severity: 'error',
    summary: 'The browser does not get done with a slide',
    stage: 'browser',
  },
  'font-unloaded': {
    severity: 'warning',
    summary: 'A font of the deck’s styles cannot be loaded, and another stands in',
    stage: 'browser',
  },
} as const satisfies Record<string, Rule>;
