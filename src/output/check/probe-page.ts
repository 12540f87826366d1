/** Takes a page that shows a deck and leaves what the probe finds in it: what is printed and what is checked are asked alike. */
import type { Page } from 'puppeteer';
import type { Finding } from '../../client/probe/findings.js';
import type { Sources } from '../../deck/sources.js';

/** What to look for: all that is wrong, the same after every step, whether the fit is right, or only what is not seen at all. */
export type ProbeScope = 'slides' | 'steps' | 'fit' | 'losses';

const calls = { slides: 'probeSlides', steps: 'probeSteps', fit: 'probeFit', losses: 'probeLosses' } as const;

/** Look at every slide of a page, whose own scripts are off. */
export function probePage(page: Page, sources: Sources, scope: ProbeScope): Promise<readonly Finding[]> {
  return callProbe(page, sources, calls[scope]);
}

/** Call a function of the probe in a page; what it is given and what it leaves goes through JSON. */
export async function callProbe<Result = readonly Finding[]>(
  page: Page,
  sources: Sources,
  name: string,
  ...values: readonly (string | number | readonly string[])[]
): Promise<Result> {
  const script = Buffer.from(sources.get('lectern:probe.js') ?? []).toString('utf8');
  const given = values.map((value) => JSON.stringify(value)).join(', ');
  return (await page.evaluate(`${script}; lecternProbe.${name}(${given})`)) as Result;
}
