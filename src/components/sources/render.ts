/** Takes a list of sources and leaves its figure: numbered entries with their address in full and the slides that name them. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { State } from 'mdast-util-to-hast';
import { fillIn, type Strings } from '../../strings.js';
import type { ComponentContext } from '../component.js';
import { patched, renderFigure, renderInline } from '../render-figure.js';
import { addressesOf } from './addresses.js';
import { columnsOf } from './layout.js';
import { entriesOf, type SourceEntry, type SourcePlace, type SourcesNode } from './node.js';

/** Render a list of sources. */
export function renderSources(state: State, node: SourcesNode, { strings }: ComponentContext): Element {
  const entries = entriesOf(node);
  const start = entries[0]?.number ?? 1;
  const items = entries.map((entry) => renderEntry(state, entry, node.backlinks, strings));
  const list = h(
    'ol',
    { start: start > 1 ? start : undefined, dataColumns: String(columnsOf(entries)) },
    items,
  );
  return renderFigure(state, node, 'sourceEntry', entries.length > 0 ? [patched(state, node, list)] : []);
}

function renderEntry(state: State, entry: SourceEntry, backlinks: boolean, strings: Strings): Element {
  const addresses = addressesOf(entry).flatMap((address): ElementContent[] => [
    h('span', { className: ['source-address'] }, address),
    { type: 'text', value: ' ' },
  ]);
  const places = renderPlaces(entry.places, backlinks, strings);
  const meta = [...addresses, ...places];
  const item = h('li', { value: entry.number }, [
    h('span', { className: ['source-words'] }, renderInline(state, entry.children)),
    ...(meta.length > 0
      ? [{ type: 'text', value: ' ' } as const, h('span', { className: ['source-meta'] }, meta)]
      : []),
  ]);
  return patched(state, entry, item);
}

/** “Slides 5, 12”: the word as the language puts it, around numbers that may be links. */
function renderPlaces(places: readonly SourcePlace[], backlinks: boolean, strings: Strings): Element[] {
  if (places.length === 0) return [];
  const sentence = places.length > 1 ? strings.onSlides : strings.onSlide;
  const [before = '', after = ''] = fillIn(sentence, { numbers: '\0' }).split('\0');
  const numbers = places.flatMap(({ id, number }, index): ElementContent[] => [
    ...(index > 0 ? [{ type: 'text', value: ', ' } as const] : []),
    backlinks ? h('a', { href: `#${id}` }, String(number)) : { type: 'text', value: String(number) },
  ]);
  return [h('span', { className: ['source-places'] }, [before, ...numbers, after])];
}
