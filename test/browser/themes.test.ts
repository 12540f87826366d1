/** Every theme the package ships, on a deck that shows all it colours, in full also on the tour: nothing for axe to find, nothing too high. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder, themeNames } from '../support.js';
import { auditSlides } from './audit-slides.js';
import { openPage, openStage, type Stage, showDeck } from './stage.js';

const slides = path.join(projectFolder, 'slides');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

async function audit(name: string, file: string) {
  const page = await openPage(stage.browser);
  await showDeck(page, file);
  const result = await auditSlides(page);
  await page.close();
  return { name, ...result };
}

describe.each(themeNames)('%s', (theme) => {
  test('on the deck of all colours', async () => {
    const look = readFileSync(path.join(slides, 'templates/look.md'), 'utf8');
    const { path: file } = await stage.buildText(
      `look-${theme}`,
      look.replace('theme: theme.css', `theme: ${theme}`),
    );
    expect(await audit(theme, file)).toEqual({ name: theme, slides: 6, found: [] });
  });

  test.skipIf(!process.env.LECTERN_FULL)(
    'on the tour (only with LECTERN_FULL=1)',
    async () => {
      const { path: file } = await stage.buildFile(`tour-${theme}`, path.join(slides, 'tour/deck.md'), {
        theme,
      });
      const { slides: count, found } = await audit(theme, file);
      expect(count).toBeGreaterThan(70);
      expect(found).toEqual([]);
    },
    600_000,
  );
});
