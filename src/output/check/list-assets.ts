/** Takes a deck and leaves the files beside its document as a page asks for them. */
import type { DeckTree } from '../../compile.js';
import type { PageAsset } from '../browser/sealed-page.js';

/** List the assets of a deck. */
export function listAssets({ file }: DeckTree): ReadonlyMap<string, PageAsset> {
  return new Map([...(file.data.assets ?? [])].map(([key, { bytes, type }]) => [key, { body: bytes, type }]));
}
