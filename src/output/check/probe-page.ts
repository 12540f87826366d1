/** Takes a page that shows a deck and leaves what the probe finds in it: what is printed and what is checked are asked alike. */
import type { Page } from 'puppeteer';
import type { Finding } from '../../client/probe/findings.js';
import type { Sources } from '../../deck/sources.js';

/** What to look for: all that is wrong, or only what is not seen at all. */
export type ProbeScope = 'slides' | 'losses';

const calls: Readonly<Record<ProbeScope, string>> = {
  slides: 'lecternProbe.probeSlides()',
  losses: 'lecternProbe.probeLosses()',
};

/** Look at every slide of a page, whose own scripts are off. */
export async function probePage(
  page: Page,
  sources: Sources,
  scope: ProbeScope,
): Promise<readonly Finding[]> {
  const script = Buffer.from(sources.get('lectern:probe.js') ?? []).toString('utf8');
  return (await page.evaluate(`${script}; ${calls[scope]}`)) as readonly Finding[];
}
