/**
 * Takes a page that shows a document and leaves it as PDFs of so many pages each. A step of its own because Chromium's cost
 * grows faster than the number of pages: a thousand take less than half when two hundred are
 * printed at a time.
 */
import type { Page } from 'puppeteer';

/** Print the document at once, or `perPart` children of its `main` at a time, each on pages of its own; each part is a file. */
export async function printParts(page: Page, perPart = Number.POSITIVE_INFINITY): Promise<Uint8Array[]> {
  const { count, isNumbered } = await page.evaluate(takeApart, perPart);
  if (count === 1) return [await printWhole(page)];
  const parts = Array.from({ length: count }, (_, part) => part);
  const firstPages = isNumbered ? await numberPages(page, parts) : [];
  const files: Uint8Array[] = [];
  for (const part of parts) {
    await page.evaluate(showPart, part, firstPages[part]);
    files.push(await printWhole(page));
  }
  return files;
}

/**
 * Find the numbers of the parts' first pages, and let the page name how many there are. A text decides how many pages it takes when it is
 * printed, so that all parts are, in the plainest way, which takes half as long.
 */
async function numberPages(page: Page, parts: readonly number[]): Promise<number[]> {
  const firstPages: number[] = [];
  let pages = 0;
  for (const part of parts) {
    firstPages.push(pages + 1);
    await page.evaluate(showPart, part);
    pages += countPages(
      await page.pdf({ ...settings, tagged: false, outline: false, printBackground: false }),
    );
  }
  await page.evaluate(nameTotal, pages);
  return firstPages;
}

/** Count pages by the page objects of Chromium's file, which are plain text. */
export function countPages(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  );
}

const settings = { preferCSSPageSize: true, printBackground: true, timeout: 0, waitForFonts: false };

/** Print all that the page shows. */
export async function printWhole(page: Page): Promise<Uint8Array> {
  return page.pdf({ ...settings, tagged: true, outline: true });
}

/** What the page keeps between parts. */
interface TakenApart {
  /** All that `main` held, by the part it is in. */
  parts?: Element[][];
  /** Ids that links lead to. */
  targets?: string[];
}

/**
 * Runs in the page. Chromium writes down a link, and the place it leads to, only where it finds both: each part needs all links.
 * Says how many parts there are, and whether pages name their number.
 */
function takeApart(perPart: number): { readonly count: number; readonly isNumbered: boolean } {
  const kept = globalThis as typeof globalThis & TakenApart;
  const children = [...(document.querySelector('main')?.children ?? [])];
  // A cover comes with the first part, and the pages of all parts are filled alike.
  const cover = children[0]?.matches('header') ? 1 : 0;
  const count = Math.max(1, Math.ceil((children.length - cover) / perPart));
  const isNumbered = [...document.querySelectorAll('style')].some(({ textContent }) =>
    textContent.includes('counter(page'),
  );
  if (count === 1) return { count, isNumbered };
  kept.parts = Array.from({ length: count }, (_, part) =>
    children.slice(part === 0 ? 0 : cover + part * perPart, cover + (part + 1) * perPart),
  );
  const links = document.createElement('div');
  links.hidden = true;
  links.style.display = 'none';
  const targets = new Set<string>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    let id = link.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // Raw HTML may hold a `%` that begins nothing: then it is written as it is read.
    }
    if (targets.has(id) || !document.getElementById(id)) continue;
    targets.add(id);
    const copy = document.createElement('a');
    copy.href = link.hash;
    links.append(copy);
  }
  kept.targets = [...targets];
  document.body.append(links, document.createElement('style'));
  return { count, isNumbered };
}

/** Runs in the page. Of what is not shown the targets of links stand in. */
function showPart(part: number, firstPage?: number): void {
  const { parts = [], targets = [] } = globalThis as typeof globalThis & TakenApart;
  const [links, style] = [...document.body.children].slice(-2);
  for (const stand of links?.querySelectorAll('i') ?? []) stand.remove();
  document.querySelector('main')?.replaceChildren(...(parts[part] ?? []));
  for (const id of targets) {
    if (document.getElementById(id)) continue;
    const stand = document.createElement('i');
    stand.id = id;
    links?.append(stand);
  }
  if (style && firstPage !== undefined) style.textContent = `@page:first{counter-set:page ${firstPage}}`;
}

/** Runs in the page: what it prints is a part, and the number of pages that of all parts. */
function nameTotal(pages: number): void {
  for (const style of document.querySelectorAll('style')) {
    if (style.textContent.includes('counter(pages)'))
      style.textContent = style.textContent.replaceAll('counter(pages)', `"${pages}"`);
  }
}
