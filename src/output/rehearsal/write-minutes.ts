/**
 * Takes a deck and the times of its slides and leaves the deck with these times as `minutes` of its `::slide`s. What comes out is
 * compiled before it is written: the same slides with these minutes, or the deck stays as it is.
 */
import type { SlideFacts } from '../../deck/nodes.js';
import type { Rehearsed } from '../../deck/plan-talk.js';
import { UserError } from '../../user-error.js';
import { readDeckText, writeDeckText } from '../deck-text.js';
import type { LoadedDeck } from '../load.js';
import { readDeck } from '../read-deck.js';

/** A deck with written minutes. */
export interface WrittenMinutes {
  /** How many slides got other minutes. */
  readonly written: number;
  /** Slides that come from other files and stay as they are. */
  readonly elsewhere: readonly string[];
}

/** Write minutes. @param load load the whole deck as if it held these bytes */
export async function writeMinutes(
  deckPath: string,
  times: Rehearsed,
  load: (bytes: Uint8Array) => Promise<LoadedDeck>,
): Promise<WrittenMinutes> {
  const bytes = await readDeck(deckPath);
  const text = readDeckText(bytes, deckPath);
  const before = await load(bytes);
  const slides = before.deck.file.data.slides ?? [];
  const wanted = planMinutes(slides, times);
  const own = slides.filter((slide) => wanted.has(slide.id) && slide.file === undefined);
  const afterHeading = (before.deck.file.data.deck?.slideLevel ?? 0) > 0;
  const changed = setMinutes(text, own, slides, wanted, afterHeading);
  if (changed !== text) {
    const after = (await load(Buffer.from(changed))).deck.file.data.slides ?? [];
    const asWanted = after.every(({ id, minutes }, index) => {
      const old = slides[index];
      return old?.id === id && minutes === (own.includes(old) ? wanted.get(id) : old.minutes);
    });
    if (!asWanted || after.length !== slides.length) {
      throw new UserError(
        'input-invalid',
        'The minutes could not be written without changing the slides; the deck stays as it is',
        'Write `::slide{minutes=…}` first on the slides yourself: `lectern rehearse` shows the times.',
      );
    }
    await writeDeckText(deckPath, bytes, changed);
  }
  const elsewhere = slides.filter(({ id, file }) => file !== undefined && wanted.has(id)).map(({ id }) => id);
  return { written: own.filter(({ id, minutes }) => wanted.get(id) !== minutes).length, elsewhere };
}

/** Minutes by slide id, to a tenth; the parts of a slide that went on are one slide to its author. */
function planMinutes(slides: readonly SlideFacts[], times: Rehearsed): Map<string, number> {
  const seconds = new Map<string, number>();
  for (const { id, part } of slides) {
    const whole = part ? id.replace(/~\d+$/, '') : id;
    const time = times.get(id);
    if (time !== undefined) seconds.set(whole, (seconds.get(whole) ?? 0) + time);
  }
  return new Map([...seconds].map(([id, time]) => [id, Math.max(0.1, Math.round(time / 6) / 10)]));
}

function setMinutes(
  text: string,
  own: readonly SlideFacts[],
  slides: readonly SlideFacts[],
  wanted: ReadonlyMap<string, number>,
  afterHeading: boolean,
): string {
  // Lines at even places, line ends at odd ones.
  const lines = text.split(/(\r\n|\r|\n)/);
  const newline = lines[1] ?? '\n';
  const starts = slides.filter(({ file }) => file === undefined).map(({ line }) => line);
  // From the end on, so that the lines before keep their numbers.
  for (const { id, line } of [...own].sort((one, other) => other.line - one.line)) {
    const minutes = wanted.get(id) ?? 0;
    const end = Math.min(...starts.filter((start) => start > line), lines.length / 2 + 1);
    const found = findDirective(lines, line, end);
    if (found !== undefined) lines[found] = withMinutes(lines[found] ?? '', minutes);
    else {
      const at = 2 * (line - 1);
      const directive = `::slide{minutes=${minutes}}`;
      lines[at] = afterHeading
        ? `${lines[at]}${newline}${newline}${directive}`
        : `${directive}${newline}${newline}${lines[at]}`;
    }
  }
  return lines.join('');
}

/** Find the `::slide` among the lines of a slide. */
function findDirective(lines: readonly string[], from: number, to: number): number | undefined {
  for (let line = from; line < to; line += 1) {
    if (/^ {0,3}::slide(?:\{.*\})?\s*$/.test(lines[2 * (line - 1)] ?? '')) return 2 * (line - 1);
  }
  return undefined;
}

function withMinutes(directive: string, minutes: number): string {
  if (!directive.includes('{')) return directive.replace('::slide', `::slide{minutes=${minutes}}`);
  const known = /(\bminutes=)("[^"]*"|'[^']*'|[^\s}]+)/;
  return known.test(directive)
    ? directive.replace(known, `$1${minutes}`)
    : directive.replace(/\s*\}(\s*)$/, ` minutes=${minutes}}$1`).replace('{ ', '{');
}
