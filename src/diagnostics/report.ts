/** Takes a mistake of the author and leaves a positioned message on the file; the only place that makes messages. */
import type { Node, Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Box } from '../client/probe/findings.js';
import { type FilePart, findPart, locate } from './file-parts.js';
import { isIgnored } from './ignores.js';
import { type RuleId, rules, type Severity } from './rules.js';
import { showControls } from './show-controls.js';

/** A change of the deck's text: what stands from `start` to `end` (offsets, as in positions) becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where a mistake is seen on a slide. */
export interface Spot {
  /** Id of the slide. */
  readonly slide: string;
  /** The part of it; absent: not to be told. */
  readonly box?: Box | undefined;
}

declare module 'vfile-message' {
  interface VFileMessage {
    /** What would mend it without a second thought: `lectern check --fix` makes these changes. */
    fix?: readonly Edit[] | undefined;
    /** Where it stands in the deck's text, when that is another place than in the file it names. */
    deckPlace?: Position | undefined;
    /** Where it is seen, when it was found by looking at the slide. */
    spot?: Spot | undefined;
  }
}

declare module 'vfile' {
  interface DataMap {
    /** How many mistakes were found, also those that nobody is told. */
    findings?: number;
    /** What a message that was given already explains, by rule and lines; see `silence`. */
    silenced?: { readonly rules: readonly RuleId[]; readonly from: number; readonly to: number }[];
  }
}

/** Keep quiet, between two lines, about what a mistake that was reported brings with it: one cause, one message. */
export function silence(file: VFile, silent: readonly RuleId[], from: number, to: number): void {
  file.data.silenced = [...(file.data.silenced ?? []), { rules: silent, from, to }];
}

function isSilenced(file: VFile, ruleId: RuleId, place: Position | undefined): boolean {
  const line = place?.start.line ?? 0;
  return (file.data.silenced ?? []).some(
    ({ rules: silent, from, to }) => silent.includes(ruleId) && from <= line && line <= to,
  );
}

/** What a message may say besides its one sentence. */
export interface ReportDetails {
  /** The cure, in the imperative: "Write `?` if the value is not known." */
  readonly note?: string | undefined;
  /** What the author wrote. */
  readonly actual?: string | undefined;
  /** What would have been right, as values an editor can offer. */
  readonly expected?: readonly string[] | undefined;
  /** Changes that mend it, where there is only one way to. */
  readonly fix?: readonly Edit[] | undefined;
  /** Where it is seen on a slide. */
  readonly spot?: Spot | undefined;
}

/**
 * Add a message of the catalogue to a file.
 *
 * @param place the node or position at fault; without one the message stands for the whole file
 * @param reason one sentence of the shape "Unexpected X, expected Y", actual values in backticks
 */
export function report(
  file: VFile,
  ruleId: RuleId,
  place: Node | Position | undefined,
  reason: string,
  details: ReportDetails = {},
): VFileMessage | undefined {
  file.data.findings = (file.data.findings ?? 0) + 1;
  const severity = severityOf(file, ruleId);
  const position = positionOf(place);
  if (severity === 'off' || isSilenced(file, ruleId, position) || isIgnored(file, ruleId, position))
    return undefined;
  const part = findPart(file, position);
  const message = file.message(showControls(reason), {
    place: position && locate(file, position).position,
    ruleId,
    source: 'lectern',
  });
  if (part && position) nameFile(message, locate(file, position).path, position);
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
  message.note = details.note && showControls(details.note);
  message.actual = details.actual;
  message.expected = details.expected ? [...details.expected] : undefined;
  message.spot = details.spot;
  message.fix = part ? shiftEdits(details.fix, part) : details.fix;
  return message;
}

/** A fix counts in the text of the file that its message names; one that reaches into another file is none. */
function shiftEdits(edits: readonly Edit[] | undefined, { offset, text }: FilePart): Edit[] | undefined {
  const own = edits?.map(({ start, end, text: words }) => ({
    start: start - offset,
    end: end - offset,
    text: words,
  }));
  return own?.every(({ start, end }) => start >= 0 && end <= text.length) ? own : undefined;
}

function nameFile(message: VFileMessage, path: string, deckPlace: Position): void {
  message.file = path;
  message.name = [path, message.line, message.column].join(':');
  message.deckPlace = deckPlace;
}

/** What the deck's `rules:` make of a rule, else what the catalogue says. */
function severityOf(file: VFile, ruleId: RuleId): Severity | 'off' {
  return file.data.ruleSeverities?.[ruleId] ?? rules[ruleId].severity;
}

function positionOf(place: Node | Position | undefined): Position | undefined {
  if (!place) return undefined;
  if ('start' in place) return place;
  return place.position;
}

/** Tell how bad a message is, in the words of the catalogue. */
export function severityOfMessage(message: VFileMessage): Severity {
  if (message.fatal) return 'error';
  return message.fatal === false ? 'warning' : 'info';
}

/** Tell whether a file has an error, so that the command must exit with 1. */
export function hasErrors(file: VFile, strict = false): boolean {
  return file.messages.some((message) => message.fatal || (strict && message.fatal === false));
}
