/** The three levels of trust in a real browser: the page's own policy decides, beside what is left of the deck in it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Trust } from '../../src/config/config.js';
import { openPage, openStage, type Stage, showDeck } from '../browser/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const deck = `# One

<script>document.documentElement.dataset.script = 'ran'</script>

<p class="mine" onclick="document.documentElement.dataset.handler = 'ran'">press</p>

<iframe srcdoc="a page" title="A page"></iframe>
`;

test.each<[Trust, { script: string; handler: string; frames: number; asText: boolean }]>([
  ['full', { script: 'ran', handler: 'ran', frames: 1, asText: false }],
  ['default', { script: 'none', handler: 'none', frames: 0, asText: false }],
  ['safe', { script: 'none', handler: 'none', frames: 0, asText: true }],
])('in trust `%s` of a deck come to life: %o', async (trust, expected) => {
  const { path } = await stage.buildText(`trust-${trust}`, deck, { trust });
  const page = await openPage(stage.browser);
  await showDeck(page, path);
  const found = await page.evaluate(() => {
    document.querySelector<HTMLElement>('.mine')?.click();
    const { script = 'none', handler = 'none' } = document.documentElement.dataset;
    const body = document.querySelector('.slide');
    return {
      script,
      handler,
      frames: body?.querySelectorAll('iframe').length,
      asText: body?.textContent?.includes('<script>') ?? false,
    };
  });
  await page.close();
  expect(found).toEqual(expected);
});
