import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'vitest';
import { openStage } from '/tmp/lectern/fit/test/browser/stage.js';
import { compareDeck } from '/tmp/lectern/fit/test/fit/estimates.js';
import { fixtureNames, fixturesFolder, projectFolder } from '/tmp/lectern/fit/test/support.js';

test('cal', async () => {
  const stage = await openStage();
  const fit = Number(process.env.FIT ?? 1);
  const decks = [
    ...fixtureNames.map((n) => path.join(fixturesFolder, n, 'input.md')),
    ...['keras-vs-pytorch', 'tour'].map((n) => path.join(projectFolder, 'slides', n, 'deck.md')),
  ];
  const rows: string[] = [];
  for (const d of decks) {
    try {
      for (const c of await compareDeck(d, stage.browser, fit)) {
        const dn = c.estimated.need - c.measured.need,
          dr = c.estimated.room - c.measured.room;
        rows.push(
          [
            path.basename(path.dirname(d)),
            c.id,
            c.layout,
            c.estimated.need.toFixed(1),
            c.measured.need.toFixed(1),
            dn.toFixed(1),
            c.estimated.room.toFixed(1),
            c.measured.room,
            dr.toFixed(1),
          ].join('\t'),
        );
      }
    } catch (e) {
      rows.push(d + '\tERR ' + String(e));
    }
  }
  writeFileSync('/tmp/lectern/cal.tsv', rows.join('\n'));
  await stage.close();
});
