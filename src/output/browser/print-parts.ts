/**
 * Takes a page that shows a document and leaves it as PDFs of so many pages each. A step of its own because Chromium's cost
 * grows faster than the number of pages: a thousand take less than half when two hundred are
 * printed at a time.
 */
import type { Page } from 'puppeteer';

/** Print the document at once, or `perPart` children of its `main` at a time; each part is a file. */
export async function printParts(page: Page, perPart = Number.POSITIVE_INFINITY): Promise<Uint8Array[]> {
  const count = await page.evaluate(countPages);
  if (count <= perPart) return [await printWhole(page)];
  const parts: Uint8Array[] = [];
  await page.evaluate(takeApart);
  for (let from = 0; from < count; from += perPart) {
    await page.evaluate(showPart, from, from + perPart);
    parts.push(await printWhole(page));
  }
  return parts;
}

/** Print all that the page shows. */
export async function printWhole(page: Page): Promise<Uint8Array> {
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: 0,
    waitForFonts: false,
  });
}

/** Runs in the page. */
function countPages(): number {
  return document.querySelector('main')?.childElementCount ?? 0;
}

/** What the page keeps between parts. */
interface TakenApart {
  /** All that `main` held. */
  parts?: Element[];
  /** Ids that links lead to. */
  targets?: string[];
}

/** Runs in the page. Chromium writes down a link, and the place it leads to, only where it finds both: each part needs all links. */
function takeApart(): void {
  const kept = globalThis as typeof globalThis & TakenApart;
  kept.parts = [...(document.querySelector('main')?.children ?? [])];
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
  document.body.append(links);
}

/** Runs in the page. Of what is not shown the targets of links stand in. */
function showPart(from: number, to: number): void {
  const { parts = [], targets = [] } = globalThis as typeof globalThis & TakenApart;
  const links = document.body.lastElementChild;
  for (const stand of links?.querySelectorAll('i') ?? []) stand.remove();
  document.querySelector('main')?.replaceChildren(...parts.slice(from, to));
  for (const id of targets) {
    if (document.getElementById(id)) continue;
    const stand = document.createElement('i');
    stand.id = id;
    links?.append(stand);
  }
}
