/**
 * Takes a document, leaves the PDF or the picture Chromium makes of it, and the addresses it asked for in vain.
 * A step of its own because only here the browser's print settings are chosen.
 */
import type { Page } from 'puppeteer';
import { UserError } from '../../user-error.js';
import { fitPictures } from './fit-pictures.js';
import { printParts, printWhole } from './print-parts.js';
import { type SealedContent, type SealedPage, type Tabs, withSealedPage } from './sealed-page.js';

export interface PrintResult {
  readonly pdf: Uint8Array;
  /** Addresses that were not served: missing assets and everything outside the deck. */
  readonly blocked: string[];
}

/** Print a document to a tagged PDF with an outline; its CSS decides the page size. */
export async function printToPdf(browser: Tabs, content: SealedContent): Promise<PrintResult> {
  return withSealedPage(browser, { ...content, media: 'print' }, async ({ page, blocked }) => {
    await fitPictures(page, content.assets);
    return { pdf: await printWhole(page), blocked: [...blocked] };
  });
}

export interface PrintPartsOptions extends SealedContent {
  /** How many children of `main`, each a page or more, are printed at a time; absent: all. */
  readonly perPart?: number | undefined;
}

/**
 * Print a document to one or several PDFs, in order, as `printToPdf` does.
 *
 * @param inspect looks at the page as it will be printed
 */
export async function printInParts(
  browser: Tabs,
  content: PrintPartsOptions,
  inspect?: (page: Page) => Promise<void>,
): Promise<Uint8Array[]> {
  return withSealedPage(browser, { ...content, media: 'print' }, async ({ page }) => {
    await inspect?.(page);
    await fitPictures(page, content.assets);
    return printParts(page, content.perPart);
  });
}

export interface ScreenshotOptions extends SealedContent {
  readonly width: number;
  readonly height: number;
  /** The first element it matches is taken; absent: the viewport. */
  readonly selector?: string;
}

export interface ScreenshotResult {
  readonly png: Uint8Array;
  readonly blocked: string[];
}

/** Take a picture of a document, as on a screen unless `media` says print. */
export async function screenshot(browser: Tabs, options: ScreenshotOptions): Promise<ScreenshotResult> {
  return withSealedPage(browser, { media: 'screen', ...options }, async (sealed) => {
    // A full browser does not paint a tab in the background.
    await sealed.page.bringToFront();
    await sealed.page.setViewport({ width: options.width, height: options.height, deviceScaleFactor: 1 });
    return { png: await picture(sealed, options.selector), blocked: [...sealed.blocked] };
  });
}

async function picture({ page }: SealedPage, selector: string | undefined): Promise<Uint8Array> {
  if (selector === undefined) return page.screenshot({ type: 'png', captureBeyondViewport: false });
  const element = await page.$(selector);
  if (element !== null) return element.screenshot({ type: 'png' });
  throw new UserError('option-invalid', `Nothing matches \`${selector}\`.`, 'Name an element that exists.');
}
