/**
 * Takes slides that overflow and leaves what would make them fit, found by trying it: the deck is compiled anew with the change and
 * looked at again. All slides are tried in one go, so that a deck costs five more looks at most, however many slides it has.
 */
import type { Finding } from '../../client/probe/findings.js';
import type { DeckTree } from '../../compile.js';
import type { FitPolicy } from '../../config/config.js';
import { ownText } from '../../diagnostics/file-parts.js';
import type { LoadedDeck } from '../load.js';
import { compactText, listComparisons } from './compact-deck.js';
import { baseOf, type Cut, type CutPlace, cutText, listCutPlaces, readLineBefore } from './cut-deck.js';

/** What is changed for a try. */
export interface Change {
  /** Over what deck and slides say. */
  readonly fit?: FitPolicy;
  readonly bytes?: Uint8Array;
}

/** How to try something. */
export interface Trial {
  readonly recompile: (change: Change) => Promise<LoadedDeck>;
  /** Says what is not seen. */
  readonly look: (loaded: LoadedDeck) => Promise<readonly Finding[]>;
}

/**
 * Cures that work, by the id of the slide as its author wrote it (`baseOf`); an empty list where none does. Of slides of included files
 * nothing is known but what the deck's own options would do.
 */
export type Cures = ReadonlyMap<string, readonly string[]>;

/** Rounds of cutting: what needs more than four slides is better said otherwise. */
const mostCuts = 3;

/** Try what could make slides fit. */
export async function findCures(deck: DeckTree, findings: readonly Finding[], trial: Trial): Promise<Cures> {
  const overflows = findings.filter(({ rule }) => rule === 'slide-overflow');
  const slides = [...new Set(overflows.map(({ slide }) => baseOf(slide)))];
  if (slides.length === 0) return new Map();
  const own = slides.filter((slide) => isOwn(slide, deck));
  const cures = new Map<string, string[]>(own.map((slide) => [slide, []]));
  const tries = [
    await tryFit(slides, trial),
    await tryDensity(deck, own, trial),
    await tryCuts(
      deck,
      overflows.filter(({ slide }) => own.includes(baseOf(slide))),
      trial,
    ),
  ];
  for (const found of tries)
    for (const [slide, cure] of found) cures.set(slide, [...(cures.get(slide) ?? []), cure]);
  return cures;
}

/** Tells whether a slide stands in the deck itself and not in a file that it includes. */
function isOwn(slide: string, { file }: DeckTree): boolean {
  const { line = 0 } = file.data.slides?.find(({ id }) => baseOf(id) === slide) ?? {};
  const [part] = file.data.parts ?? [];
  return part === undefined || line <= part.line;
}

/** What shrinking and splitting by themselves would do, where the author has asked for less. */
async function tryFit(slides: readonly string[], { recompile, look }: Trial): Promise<Map<string, string>> {
  const loaded = await recompile({ fit: 'auto' });
  const still = new Set((await look(loaded)).map(({ slide }) => baseOf(slide)));
  const parts = loaded.deck.file.data.slides?.map(({ id }) => baseOf(id)) ?? [];
  return new Map(
    slides
      .filter((slide) => !still.has(slide))
      .map((slide) => {
        const count = parts.filter((part) => part === slide).length;
        return [slide, count > 1 ? `\`::slide{fit=split}\` (on ${count} slides)` : '`::slide{fit=shrink}`'];
      }),
  );
}

/** What smaller comparisons would do. */
async function tryDensity(
  deck: DeckTree,
  slides: readonly string[],
  { recompile, look }: Trial,
): Promise<Map<string, string>> {
  const text = ownText(deck.file);
  const places = [...listComparisons(deck, text)].filter(([slide]) => slides.includes(slide));
  if (places.length === 0) return new Map();
  const bytes = Buffer.from(
    compactText(
      text,
      places.flatMap(([, offsets]) => offsets),
    ),
  );
  const still = new Set((await look(await recompile({ bytes }))).map(({ slide }) => baseOf(slide)));
  return new Map(
    places.filter(([slide]) => !still.has(slide)).map(([slide]) => [slide, '`{.compact}` on its comparison']),
  );
}

/** A slide that is being cut. */
interface Patient {
  readonly slide: string;
  readonly places: readonly CutPlace[];
  readonly cuts: Cut[];
  /** The first line that is not seen. */
  hidden: number | undefined;
}

/** Cut at the last place that is seen whole, look, and cut what is left again. */
async function tryCuts(
  deck: DeckTree,
  overflows: readonly Finding[],
  { recompile, look }: Trial,
): Promise<Map<string, string>> {
  const places = listCutPlaces(deck);
  const patients = overflows
    .filter(({ what }) => what === 'below')
    .map(
      ({ slide, line }): Patient => ({
        slide: baseOf(slide),
        places: places.get(baseOf(slide)) ?? [],
        cuts: [],
        hidden: line,
      }),
    );
  let open = patients;
  for (let round = 0; round < mostCuts; round++) {
    open = open.filter(cutOnce);
    if (open.length === 0) break;
    const cuts = patients.flatMap((patient) => patient.cuts);
    const bytes = Buffer.from(cutText(ownText(deck.file), cuts));
    const lines = (await look(await recompile({ bytes }))).flatMap(({ line }) =>
      line === undefined ? [] : [readLineBefore(line, cuts)],
    );
    for (const patient of open) patient.hidden = lines.find((line) => isOn(patient, line));
    open = open.filter(({ hidden }) => hidden !== undefined);
  }
  const cured = patients.filter(({ hidden, cuts }) => hidden === undefined && cuts.length > 0);
  return new Map(cured.map(({ slide, cuts }) => [slide, describeCuts(cuts)]));
}

/** Tells whether there was a place. */
function cutOnce({ places, cuts, hidden }: Patient): boolean {
  const from = cuts.at(-1)?.line ?? places[0]?.line ?? 0;
  const place = places.findLast(({ line }) => line > from && hidden !== undefined && line <= hidden);
  if (place) cuts.push(place);
  return place !== undefined;
}

function isOn({ places }: Patient, line: number): boolean {
  return places.some((place) => line >= place.line && line <= place.end);
}

function describeCuts(cuts: readonly Cut[]): string {
  const lines = cuts.map(({ line }) => String(line));
  const last = lines.pop();
  return `\`---\` before line ${lines.length > 0 ? `${lines.join(', ')} and ` : ''}${last}`;
}
