/** Takes a list of sources and a room and leaves its height, or the parts that fit. Sizes are those of style.css. */
import { measureText } from '../../measure/text-width.js';
import type { Room } from '../component.js';
import { makeParts, measureFrame } from '../figure-layout.js';
import { measureInline, scaleLook } from '../measure-flow.js';
import { addressesOf } from './addresses.js';
import { entriesOf, type SourceEntry, type SourcesNode } from './node.js';

const look = { size: 20, weight: 400, line: 1.3 } as const;
const meta = { size: 16, weight: 400, line: 1.35 } as const;
const space = { number: 40, below: 13, gap: 48 };
/** What “Slides 5, 12, 28” takes: the numbers are not known before slides are cut. */
const placesWidth = 160;

/** So few stand under each other. */
const mostInOneColumn = 5;

/** Estimate the height of a list. */
export function measureSources(node: SourcesNode, room: Room): number {
  return measureFrame(node, 'sourceEntry', room) + measureEntries(entriesOf(node), room);
}

/** Cut a list where the author's number, or the room, ends. */
export function splitSources(node: SourcesNode, room: Room): readonly SourcesNode[] {
  const frame = measureFrame(node, 'sourceEntry', room);
  const pages: SourceEntry[][] = [];
  for (const entry of entriesOf(node)) {
    const page = pages.at(-1);
    const height = pages.length > 1 ? room.nextHeight : room.height;
    const isFull =
      !page || page.length >= node.most || measureEntries([...page, entry], room) > height - frame;
    if (isFull) pages.push([entry]);
    else page.push(entry);
  }
  return makeParts(node, 'sourceEntry', pages);
}

/** Tell how many columns so many entries stand in. */
export function columnsOf(entries: readonly SourceEntry[]): 1 | 2 {
  return entries.length > mostInOneColumn ? 2 : 1;
}

/** In two columns a browser makes both as short as they can be without a cut entry. */
function measureEntries(entries: readonly SourceEntry[], room: Room): number {
  const columns = columnsOf(entries);
  const width = (room.width - (columns - 1) * space.gap) / columns - space.number;
  const heights = entries.map((entry) => measureEntry(entry, width, room.fit));
  const all = heights.reduce((sum, height) => sum + height, 0);
  if (columns === 1) return all;
  let left = 0;
  let best = all;
  for (const height of heights) {
    left += height;
    best = Math.min(best, Math.max(left, all - left));
  }
  return best;
}

function measureEntry(entry: SourceEntry, width: number, fit: number): number {
  const addresses = addressesOf(entry).reduce((sum, address) => sum + measureText(address, meta), 0);
  const lines = Math.ceil((addresses + placesWidth) / width);
  return (
    measureInline(entry.children, width, scaleLook(look, fit)) + lines * meta.size * meta.line + space.below
  );
}
