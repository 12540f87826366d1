/** Every fixture: `input.md` gives `output.html` and `messages.txt`, and `talk-<name>.html` for each of its talks. `npm run fixtures` writes them anew; look at the diff. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'hast-util-format';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { compileFile, fixtureNames, fixturesFolder, messagesText } from './support.js';

const update = process.env.UPDATE_FIXTURES === '1';

function compare(file: string, actual: string): void {
  if (update || (!existsSync(file) && !process.env.CI)) writeFileSync(file, actual);
  expect(actual).toBe(readFileSync(file, 'utf8'));
}

describe('fixtures', () => {
  test.each(fixtureNames)('%s', async (name) => {
    const folder = path.join(fixturesFolder, name);
    const deck = await compileFile(path.join(folder, 'input.md'));
    const tree = structuredClone(deck.tree);
    format(tree);
    compare(path.join(folder, 'output.html'), `${toHtml(tree).trim()}\n`);
    const messages = messagesText(deck);
    compare(path.join(folder, 'messages.txt'), messages === '' ? '' : `${messages}\n`);
    for (const { name: talk } of deck.file.data.talks ?? []) {
      const made = await compileFile(path.join(folder, 'input.md'), { talk });
      format(made.tree);
      compare(path.join(folder, `talk-${talk}.html`), `${toHtml(made.tree).trim()}\n`);
    }
  });
});
