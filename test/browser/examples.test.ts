/** The examples of all components as a browser shows them, in both themes, with every step: nothing for axe to find, nothing beyond the slide. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examples } from '../examples.js';
import { auditSlides } from './audit-slides.js';
import { openPage, openStage, type Stage, showDeck } from './stage.js';

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

describe.each(['paper', 'ink'])('in %s', (theme) => {
  test('axe finds nothing on any slide', async () => {
    const { path } = await stage.buildText(`examples-${theme}`, deck, { theme });
    const page = await openPage(stage.browser);
    await showDeck(page, path);
    const { slides: count, found } = await auditSlides(page);
    await page.close();
    expect(count).toBeGreaterThan(own.length);
    expect(found).toEqual([]);
    // All examples are a hundred slides.
  }, 600_000);
});
