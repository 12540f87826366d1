/** What can be said of printed documents, by the front matter (`print:`), the command line or a program: one table for all three. */
import { type Kind, kind } from './json-schema.js';

/** Documents that can be printed, by the name of their file. */
export const printLayouts = ['slides', 'notes', 'handout', 'outline'] as const;

/** A document that can be printed. */
export type PrintLayout = (typeof printLayouts)[number];

/** Sizes of paper; `slide`: a page as large as the slide, for the document of the slides. */
export const papers = ['slide', 'A4', 'Letter'] as const;

/** A size of paper. */
export type Paper = (typeof papers)[number];

/** How many slides a handout may show on a page. */
export const perPageCounts = [1, 2, 3, 4, 6] as const;

/** Number of slides on a page of the handout. */
export type PerPage = (typeof perPageCounts)[number];

/** Slides from one number to another, both included, counted from 1. */
export interface SlideRange {
  readonly from: number;
  readonly to: number;
}

/** How documents are printed; what is not said is left to the document. */
export interface PrintSettings {
  /** Documents to make when the command names none. */
  readonly layouts?: readonly PrintLayout[] | undefined;
  /** Slides on a page of the handout. Default 3. */
  readonly perPage?: PerPage | undefined;
  /** Default: the slide for slides; else Letter where the deck's `lang` is of the US or Canada, A4 elsewhere. */
  readonly paper?: Paper | undefined;
  /** Whether every step gets a page of its own in the document of the slides. */
  readonly steps?: boolean | undefined;
  /** Slides to print, by their place in the deck. Default: all. */
  readonly range?: readonly SlideRange[] | undefined;
  /** Whether to spare ink: white ground, no pictures behind slides. */
  readonly inkSaver?: boolean | undefined;
  /** Whether speaker notes are printed. Default: in notes and outline, not in the handout. */
  readonly notes?: boolean | undefined;
  /** Whether the PDF carries the deck's Markdown as an attachment. */
  readonly attachSource?: boolean | undefined;
  /** Whether handout and outline begin with a page of their own. Default: the handout does. */
  readonly cover?: boolean | undefined;
  /** Where the deck can be found; the cover shows it, with a QR code. */
  readonly address?: string | undefined;
}

/** One setting as a person writes it. */
interface Setting {
  readonly name: keyof PrintSettings;
  readonly expected: string;
  readonly parse: Kind;
}

const flag = kind({ type: 'boolean' }, (value) => (typeof value === 'boolean' ? value : undefined));
const oneOf = <Value extends string | number>(values: readonly Value[]) =>
  kind({ enum: [...new Set([...values, ...values.map(String)])] }, (value) =>
    values.find((one) => one === value || String(one) === value),
  );

const layoutList = {
  anyOf: [
    { enum: printLayouts },
    { type: 'string', pattern: `^ *(?:${printLayouts.join('|')})(?: *, *(?:${printLayouts.join('|')}))* *$` },
    { type: 'array', items: { enum: printLayouts }, uniqueItems: true },
  ],
};

const rangeText = {
  anyOf: [
    { type: 'integer', minimum: 1, maximum: 999_999 },
    { type: 'string', pattern: '^ *\\d{1,6} *([-–] *\\d{1,6} *)?(, *\\d{1,6} *([-–] *\\d{1,6} *)?)*$' },
  ],
};

// A QR code holds less than 3,000 letters, and nobody can scan that many from paper.
const addressPattern = /^https?:\/\/[^\s]{1,300}$/;

/** Every setting by its key in the front matter; the options of the command bear the same names. */
export const printKeys = {
  layout: {
    name: 'layouts',
    expected: 'a list of `slides`, `notes`, `handout`, `outline`, each once',
    parse: kind(layoutList, parseLayouts),
  },
  'per-page': { name: 'perPage', expected: '1, 2, 3, 4 or 6', parse: oneOf(perPageCounts) },
  paper: { name: 'paper', expected: '`slide`, `A4` or `Letter`', parse: oneOf(papers) },
  steps: { name: 'steps', expected: '`true` or `false`', parse: flag },
  range: { name: 'range', expected: 'slide numbers such as `3, 7-12`', parse: kind(rangeText, parseRange) },
  'ink-saver': { name: 'inkSaver', expected: '`true` or `false`', parse: flag },
  notes: { name: 'notes', expected: '`true` or `false`', parse: flag },
  'attach-source': { name: 'attachSource', expected: '`true` or `false`', parse: flag },
  cover: { name: 'cover', expected: '`true` or `false`', parse: flag },
  address: {
    name: 'address',
    expected: 'an address that begins with `https:` or `http:`',
    parse: kind({ type: 'string', pattern: addressPattern.source }, parseAddress),
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** The name of a setting in the front matter. */
export type PrintKey = keyof typeof printKeys;

/** Read the settings of a front matter, or name the first that is wrong. */
export function parsePrintSettings(value: unknown): PrintSettings | { readonly wrong: string } {
  const keys = Object.keys(printKeys).map((key) => `\`${key}\``);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { wrong: `settings by their names: ${keys.join(', ')}` };
  }
  const settings: Record<string, unknown> = {};
  for (const [key, written] of Object.entries(value)) {
    if (!isPrintKey(key)) return { wrong: `no \`${key}\` in it, but ${keys.join(', ')}` };
    const { name, expected, parse } = printKeys[key];
    const parsed = parse(written);
    if (parsed === undefined) return { wrong: `\`${key}\` to be ${expected}` };
    settings[name] = parsed;
  }
  return settings;
}

/** All settings, as a value of the front matter. */
export const printSettings = kind<PrintSettings>(
  {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(printKeys).map(([key, { expected, parse }]) => [
        key,
        { description: expected, ...parse.schema },
      ]),
    ),
    additionalProperties: false,
  },
  (value) => {
    const settings = parsePrintSettings(value);
    return 'wrong' in settings ? undefined : settings;
  },
);

function isPrintKey(key: string): key is PrintKey {
  return Object.hasOwn(printKeys, key);
}

/** Read names of documents, as a list or in one text with commas; a second time would be written over the first. */
export function parseLayouts(value: unknown): readonly PrintLayout[] | undefined {
  const names = Array.isArray(value) ? value.map(String) : String(value).split(',');
  const layouts = names.flatMap((name) => printLayouts.find((one) => one === name.trim()) ?? []);
  return layouts.length === names.length && new Set(layouts).size === names.length ? layouts : undefined;
}

/** Read `3,7-12`: numbers from 1, ranges that do not run backwards. */
export function parseRange(value: unknown): readonly SlideRange[] | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const ranges = String(value)
    .split(',')
    .map((part) => {
      const match = /^\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?$/.exec(part);
      return match && { from: Number(match[1]), to: Number(match[2] ?? match[1]) };
    });
  const right = ranges.every((range) => range !== null && range.from >= 1 && range.to >= range.from);
  return right ? ranges.filter((range) => range !== null) : undefined;
}

/** Tell whether a slide is to be printed. */
export function isInRange(number: number, ranges: readonly SlideRange[] | undefined): boolean {
  return ranges === undefined || ranges.some(({ from, to }) => number >= from && number <= to);
}

function parseAddress(value: unknown): string | undefined {
  return typeof value === 'string' && addressPattern.test(value) ? value : undefined;
}
