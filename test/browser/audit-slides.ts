/** Takes a presented deck and leaves what axe finds on its slides with all steps shown, and what does not fit. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer';
import { goTo, listSlideIds } from './stage.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(context: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** Go through all slides of a deck. */
export async function auditSlides(
  page: Page,
): Promise<{ readonly slides: number; readonly found: readonly string[] }> {
  // The page's policy lets no script in but its own: axe comes in as the debugger's.
  await page.evaluate(axeSource);
  const ids = await listSlideIds(page);
  const found: string[] = [];
  for (const id of ids) {
    await goTo(page, id, 99);
    // What is still coming in is not as dark as it will be.
    await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
    const faults = await page.evaluate(async (slide) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(`[id="${slide}"]`);
      return violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 160)}`);
    }, id);
    const over = await page.evaluate((slide) => {
      const body = document.getElementById(slide)?.querySelector('.slide-body');
      return body ? body.scrollHeight - body.clientHeight : 0;
    }, id);
    found.push(...faults.map((fault) => `${id}: ${fault}`));
    if (over > 1) found.push(`${id}: ${over} px too high`);
  }
  return { slides: ids.length, found };
}
