/** Takes the attributes of `::slide{…}` and leaves the options of one slide; what it takes is this table. */
import type { LeafDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { checkOptions, type OptionTable } from '../diagnostics/check-options.js';

/** Arrangements of a slide; the first is what a slide has unless told. */
export const layouts = ['content', 'title', 'section', 'two-columns', 'quote', 'image'] as const;

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
  /** A CSS colour or the path of a picture. */
  readonly background?: string | undefined;
  /** Planned speaking time in minutes. */
  readonly minutes?: number | undefined;
  readonly transition?: Transition | undefined;
  /** Where the options were written, for messages about them. */
  readonly directive?: LeafDirective | undefined;
}

/** What `::slide` takes besides `#id` and `.class`. */
export const slideOptionTable = {
  layout: { kind: 'choice', values: layouts },
  background: { kind: 'text', test: (value) => value !== '', expected: 'a colour or a picture' },
  minutes: { kind: 'text', test: isMinutes, expected: 'a number of minutes such as `1.5`' },
  transition: { kind: 'choice', values: transitions },
} as const satisfies OptionTable;

/** Tell whether a text is a time in minutes: above zero, at most a day. */
function isMinutes(value: string): boolean {
  return /^\d+(\.\d+)?$/.test(value) && Number(value) > 0 && Number(value) <= 1440;
}

/** Read `::slide`; what is wrong with it is reported and left out. */
export function readSlideOptions(directive: LeafDirective | undefined, file: VFile): SlideOptions {
  if (!directive) return { classes: [] };
  const checked = checkOptions(directive, slideOptionTable, file);
  const { id, class: classes } = directive.attributes ?? {};
  return {
    id: id || undefined,
    classes: classes ? classes.split(/\s+/).filter(Boolean) : [],
    layout: checked.layout as Layout | undefined,
    background: checked.background as string | undefined,
    minutes: checked.minutes === undefined ? undefined : Number(checked.minutes),
    transition: checked.transition as Transition | undefined,
    directive,
  };
}
