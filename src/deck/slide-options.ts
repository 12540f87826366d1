/** Takes the attributes of `::slide{…}` and leaves the options of one slide; what it takes is this table. */
import type { LeafDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { type FitPolicy, fitPolicies } from '../config/config.js';
import { type CheckedOptions, checkOptions, type OptionTable } from '../diagnostics/check-options.js';
import { type Condition, splitNames } from './conditions.js';

/** Arrangements of a slide; the first is what a slide has unless told. */
export const layouts = [
  'content',
  'title',
  'section',
  'two-columns',
  'image',
  'image-left',
  'image-right',
  'image-full',
  'quote',
  'center',
  'blank',
] as const;

/** The arrangement of a slide. */
export type Layout = (typeof layouts)[number];

/** Ways to change slides; `none` is also what reduced motion gets. */
export const transitions = ['none', 'fade', 'slide'] as const;

/** A way to change slides. */
export type Transition = (typeof transitions)[number];

/** Options of one slide. Absent means: as the deck has it. */
export interface SlideOptions {
  readonly id?: string | undefined;
  readonly classes: readonly string[];
  readonly layout?: Layout | undefined;
  readonly background?: Background | undefined;
  /** Planned speaking time in minutes. */
  readonly minutes?: number | undefined;
  readonly transition?: Transition | undefined;
  readonly autoAnimate: boolean;
  /** Seconds after which the next step comes by itself. */
  readonly autoAdvance?: number | undefined;
  /** A class on the page while the slide is shown, for the deck's own CSS. */
  readonly state?: string | undefined;
  /** What to do when the content does not fit. */
  readonly fit?: FitPolicy | undefined;
  /** Absent from every document. */
  readonly hidden: boolean;
  /** Shown, and left out of the slide numbers. */
  readonly uncounted: boolean;
  /** When it is shown; all must hold. */
  readonly conditions: readonly Condition[];
  readonly header: boolean;
  readonly footer: boolean;
  /** Where the options were written, for messages about them. */
  readonly directive?: LeafDirective | undefined;
}

/** What lies behind a slide. */
export interface Background {
  /** A CSS colour or gradient, or the path of a picture or a video. */
  readonly value: string;
  /** `cover`, `contain` or a share of the width such as `40%`. */
  readonly size: string;
  /** As in CSS: `center`, `left top`, `20% 80%`. */
  readonly position: string;
  /** 0 to 1. */
  readonly opacity: number;
}

const names = {
  kind: 'text',
  test: (value: string) => value.split(',').every((one) => one.trim() !== ''),
  expected: 'names with commas such as `lightning, full`',
} as const;

/** What `::slide` takes besides `#id` and `.class`. */
export const slideOptionTable = {
  layout: { summary: 'Arrangement of the slide', kind: 'choice', values: layouts },
  background: {
    summary: 'What lies behind it',
    kind: 'text',
    // `#` begins a colour, never the path of a picture.
    test: (value) => value !== '' && !/^#(?!(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$)/i.test(value),
    expected: 'a colour such as `#0f5f73`, a gradient, a picture or a video',
  },
  'background-size': {
    summary: 'Size of a picture behind it',
    kind: 'text',
    test: (value) => /^(cover|contain|\d{1,3}(\.\d+)?%)$/.test(value),
    expected: '`cover`, `contain` or a share such as `40%`',
  },
  'background-position': {
    summary: 'Place of a picture behind it',
    kind: 'text',
    test: (value) => /^((left|right|center|top|bottom|\d{1,3}%)( |$)){1,2}$/.test(value),
    expected: 'a place such as `center`, `left top` or `20% 80%`',
  },
  'background-opacity': {
    summary: 'How strongly a picture behind it shows',
    kind: 'text',
    test: (value) => /^(0?\.\d+|0|1)$/.test(value),
    expected: 'a number from 0 to 1',
  },
  minutes: {
    summary: 'Planned time',
    kind: 'text',
    test: isMinutes,
    expected: 'a number of minutes such as `1.5`',
  },
  transition: { summary: 'How this slide comes', kind: 'choice', values: transitions },
  'auto-animate': { summary: 'Move what this slide and the next have in common', kind: 'flag' },
  'auto-advance': {
    summary: 'Go on by itself after so many seconds',
    kind: 'text',
    test: (value) => /^\d+(\.\d+)?$/.test(value) && Number(value) >= 1 && Number(value) <= 3600,
    expected: 'a number of seconds, at least `1`',
  },
  state: {
    summary: 'Class on the page while the slide is shown',
    kind: 'text',
    test: (value) => /^[a-z][\w-]*$/i.test(value),
    expected: 'a class name',
  },
  fit: { summary: 'What to do when the content does not fit', kind: 'choice', values: fitPolicies },
  'only-talk': { summary: 'Only in these talks, with commas', ...names },
  'only-audience': { summary: 'Only for these audiences', ...names },
  'except-talk': { summary: 'Not in these talks', ...names },
  'except-audience': { summary: 'Not for these audiences', ...names },
  hidden: { summary: 'Absent from every file that is built', kind: 'flag' },
  uncounted: { summary: 'Shown without a number, and not counted', kind: 'flag' },
  'no-header': { summary: 'Without the deck’s header and logo', kind: 'flag' },
  'no-footer': { summary: 'Without the deck’s footer', kind: 'flag' },
} as const satisfies OptionTable;

/** Tell whether a text is a time in minutes: above zero, at most a day. */
function isMinutes(value: string): boolean {
  return /^\d+(\.\d+)?$/.test(value) && Number(value) > 0 && Number(value) <= 1440;
}

/** Read `::slide`; what is wrong with it is reported and left out. */
export function readSlideOptions(directive: LeafDirective | undefined, file: VFile): SlideOptions {
  const checked = directive ? checkOptions(directive, slideOptionTable, file) : {};
  const { id, class: classes } = directive?.attributes ?? {};
  const number = (value: string | true | undefined) => (value === undefined ? undefined : Number(value));
  return {
    id: id || undefined,
    classes: classes ? classes.split(/\s+/).filter(Boolean) : [],
    layout: checked.layout as Layout | undefined,
    background: readBackground(checked),
    minutes: number(checked.minutes),
    transition: checked.transition as Transition | undefined,
    autoAnimate: checked['auto-animate'] === true,
    autoAdvance: number(checked['auto-advance']),
    state: checked.state as string | undefined,
    fit: checked.fit as FitPolicy | undefined,
    hidden: checked.hidden === true,
    uncounted: checked.uncounted === true,
    conditions: readConditions(checked),
    header: checked['no-header'] !== true,
    footer: checked['no-footer'] !== true,
    directive,
  };
}

type Checked = CheckedOptions<typeof slideOptionTable>;

/** `only-…` of a slide are one condition, `except-…` another. */
function readConditions(checked: Checked): Condition[] {
  const only = [splitNames(checked['only-talk']), splitNames(checked['only-audience'])] as const;
  const except = [splitNames(checked['except-talk']), splitNames(checked['except-audience'])] as const;
  return [only, except].flatMap(([talk, audience], index) =>
    talk || audience ? [{ talk, audience, isNegated: index === 1 }] : [],
  );
}

function readBackground(checked: Checked): Background | undefined {
  if (typeof checked.background !== 'string') return undefined;
  const text = (value: string | true | undefined, fallback: string) =>
    typeof value === 'string' ? value : fallback;
  return {
    value: checked.background,
    size: text(checked['background-size'], 'cover'),
    position: text(checked['background-position'], 'center'),
    opacity: Number(text(checked['background-opacity'], '1')),
  };
}
