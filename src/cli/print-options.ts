/** The options of printed documents, under the names they have in the front matter (`print:`), and their way into settings. */
import { type PrintKey, type PrintSettings, printKeys } from '../config/print-settings.js';
import { parseShard, type Shard } from '../output/shard.js';
import { UserError } from '../user-error.js';
import type { CliContext, CliOptions, CliValues } from './command.js';

/** What `print` can be told of its documents. */
export const printOptions = {
  layout: {
    type: 'string',
    short: 'l',
    value: 'list',
    summary: 'Documents: slides, notes, handout, outline',
    default: 'slides',
  },
  'per-page': {
    type: 'string',
    value: 'n',
    summary: 'Slides on a page of the handout: 1, 2, 3, 4 or 6',
    default: '3',
  },
  paper: { type: 'string', value: 'size', summary: 'slide, A4 or Letter; by the language of the deck' },
  steps: { type: 'boolean', summary: 'A page for every step' },
  range: { type: 'string', short: 'r', value: 'list', summary: 'Slides to print, such as 3,7-12' },
  'ink-saver': { type: 'boolean', summary: 'White ground, no pictures behind slides' },
  notes: { type: 'boolean', summary: 'Speaker notes in the handout too' },
  'no-notes': { type: 'boolean', summary: 'No speaker notes in any document' },
  'no-cover': { type: 'boolean', summary: 'No cover before handout and outline' },
  address: { type: 'string', value: 'url', summary: 'Where the deck is: on the cover, with a QR code' },
  'attach-source': { type: 'boolean', summary: 'Put the Markdown into the PDF as an attachment' },
} as const satisfies CliOptions;

/** Which browser, and how long it may take. */
export const browserOptions = {
  browser: {
    type: 'string',
    short: 'b',
    value: 'which',
    summary: 'system, embedded, or a path (LECTERN_BROWSER)',
  },
  'remote-browser': {
    type: 'string',
    value: 'url',
    summary: 'A browser that runs elsewhere: its ws:// address',
  },
  timeout: { type: 'string', value: 'seconds', summary: 'Longest time for one document', default: '300' },
} as const satisfies CliOptions;

/** Read which browser is meant. */
export function readBrowser(values: CliValues, env: CliContext['env']) {
  const remote = values['remote-browser'];
  return {
    browser: values.browser === undefined ? env.LECTERN_BROWSER : String(values.browser),
    remoteBrowser: remote === undefined ? undefined : String(remote),
  };
}

/** Read the share of a machine. */
export function readShard(values: CliValues): Shard | undefined {
  if (values.shard === undefined) return undefined;
  const shard = parseShard(String(values.shard));
  if (shard) return shard;
  throw new UserError(
    'option-invalid',
    `\`--shard ${values.shard}\` is no share`,
    'Give the number of this machine and how many there are, such as `--shard 2/5`.',
  );
}

/** Read the options; what is not given is left to the deck. */
export function readPrint(values: CliValues): PrintSettings {
  const settings: Record<string, unknown> = {};
  for (const key of Object.keys(printKeys) as PrintKey[]) {
    const given = values[`no-${key}`] === true ? false : values[key];
    if (given === undefined) continue;
    const { name, expected, parse } = printKeys[key];
    const value = parse(given);
    if (value === undefined) {
      throw new UserError('option-invalid', `\`--${key} ${given}\` is not possible`, `Give ${expected}.`);
    }
    settings[name] = value;
  }
  return settings;
}
