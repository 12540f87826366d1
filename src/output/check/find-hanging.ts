/**
 * Takes a deck that a browser did not get done with and leaves the slides it does not get done with, found by showing halves of the deck
 * and halves of those; each with a browser of its own where the one before is stuck.
 */
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { type DeckTree, stringifyDocument } from '../../compile.js';
import { listSections } from '../../deck/sections.js';
import { UserError } from '../../user-error.js';
import { withSealedPage } from '../browser/sealed-page.js';
import type { LoadedDeck } from '../load.js';
import { allSlides } from './all-slides.js';
import { listAssets } from './list-assets.js';
import type { RestartingBrowser } from './restart-browser.js';

/** Tell whether an error says that the browser hung, or broke down, over a page; one without a cause says more itself. */
export function isHang(error: unknown): boolean {
  if (!(error instanceof UserError)) return false;
  return error.code === 'browser-timeout' || (error.code === 'browser-failed' && error.cause !== undefined);
}

/** Who is accused alone gets more time: a busy machine is no mistake of the deck. */
export const aloneFactor = 2;

/**
 * Find the slides that hang, by their ids; none where the browser does not even draw the deck without its slides.
 *
 * @param timeoutMs how long the slides of a half may take, in milliseconds
 */
export async function findHanging(
  loaded: Pick<LoadedDeck, 'deck' | 'sources'>,
  running: RestartingBrowser,
  timeoutMs: number,
): Promise<ReadonlySet<string>> {
  const all = listSections(loaded.deck.tree).map(idOf);
  const search = async (ids: readonly string[]): Promise<readonly string[]> => {
    if (ids.length === 0 || (await isDrawn(ids))) return [];
    return ids.length === 1 ? ids : halve(ids);
  };
  const halve = async (ids: readonly string[]): Promise<readonly string[]> => {
    const half = Math.ceil(ids.length / 2);
    return [...(await search(ids.slice(0, half))), ...(await search(ids.slice(half)))];
  };
  const isDrawn = async (ids: readonly string[]): Promise<boolean> => {
    const others = new Set(all.filter((id) => !ids.includes(id)));
    const html = stringifyDocument(leaveOut(loaded.deck, others), 'present', loaded.sources);
    const assets = listAssets(loaded.deck);
    const time = ids.length > 1 ? timeoutMs : aloneFactor * timeoutMs;
    try {
      await withSealedPage(
        running.browser(),
        { html, assets, timeoutMs: time, media: 'screen' },
        async ({ page }) => {
          await page.addStyleTag({ content: allSlides });
          await page.screenshot({ type: 'jpeg', fullPage: true });
        },
      );
      return true;
    } catch (error) {
      if (!isHang(error)) throw error;
      await running.restart();
      return false;
    }
  };
  // That all of it is too much is known; a deck of one slide is looked at anew.
  const found = all.length > 1 ? await halve(all) : await search(all);
  return new Set(found.length === 0 || (await isDrawn([])) ? found : []);
}

/** Copy a deck without some of its slides. */
export function leaveOut(deck: DeckTree, ids: ReadonlySet<string>): DeckTree {
  const tree = structuredClone(deck.tree);
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'section' || !parent || index === undefined || !ids.has(idOf(element)))
      return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  return { ...deck, tree };
}

function idOf({ properties }: Element): string {
  return String(properties.id);
}
