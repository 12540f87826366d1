/** The examples of all components as a browser shows them, in both themes, with every step: nothing for axe to find, nothing beyond the slide. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examples } from '../examples.js';
import { goTo, listSlideIds, openPage, openStage, type Stage, showDeck } from './stage.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// What a deck takes from a file beside it has no text here; its component draws the same table that stands inside.
const own = examples.filter(
  ({ markdown, place }) =>
    !markdown.includes('src=') && (process.env.LECTERN_FULL || place.startsWith('README')),
);
const slides = own.map(({ name, markdown, place }) => `## ${name} in ${place}\n\n${markdown}`);
const notes = own.flatMap(({ markdown }) => markdown.match(/\[\^[\w-]+\]/g) ?? []);
// A note is defined under the slides of its deck, not in the example.
const definitions = [...new Set(notes)].map((note) => `${note}: A note.`).join('\n\n');
const deck = `---\ntitle: Examples\nlang: en\n---\n\n${slides.join('\n\n---\n\n')}\n\n---\n\n## Sources\n\n::sources\n\n${definitions}\n`;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

interface Axe {
  run(context: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

describe.each(['paper', 'ink'])('in %s', (theme) => {
  test('axe finds nothing on any slide', async () => {
    const { path } = await stage.buildText(`examples-${theme}`, deck, { theme });
    const page = await openPage(stage.browser);
    await showDeck(page, path);
    // The page's policy lets no script in but its own: axe comes in as the debugger's.
    await page.evaluate(axeSource);
    const ids = await listSlideIds(page);
    expect(ids.length).toBeGreaterThan(own.length);
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
    await page.close();
    expect(found).toEqual([]);
    // All examples are a hundred slides.
  }, 600_000);
});
