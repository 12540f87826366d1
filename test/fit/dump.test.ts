import { test } from 'vitest';
import { stringifyDocument } from '../../src/compile.js';
import { openStage } from '../browser/stage.js';
import { compileFile, shippedFiles } from '../support.js';

test('dump', async () => {
  const stage = await openStage();
  const [file, ...ids] = (process.env.DUMP ?? '').split(',');
  const deck = await compileFile(file ?? '', {});
  const page = await stage.browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.setContent(stringifyDocument(deck, 'slides', await shippedFiles()));
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  for (const id of ids) {
    console.log(
      id,
      await page.evaluate((id) => {
        const out: string[] = [];
        const walk = (e: Element, d: number) => {
          const r = e.getBoundingClientRect();
          const top = document.getElementById(id)!.querySelector('.slide-body')!.getBoundingClientRect().top;
          const cs = getComputedStyle(e);
          out.push(
            ' '.repeat(d) +
              e.tagName +
              '.' +
              e.className +
              ` y=${(r.top - top).toFixed(1)} h=${r.height.toFixed(1)} w=${r.width.toFixed(1)} m=${cs.marginTop}/${cs.marginBottom} f=${cs.fontSize}/${cs.lineHeight} ${e.children.length ? '' : (e.textContent ?? '').slice(0, 30)}`,
          );
          if (d < 5) for (const c of e.children) walk(c, d + 1);
        };
        walk(document.getElementById(id)!.querySelector('.slide-body')!, 0);
        return '\n' + out.join('\n');
      }, id),
    );
  }
  await stage.close();
});
