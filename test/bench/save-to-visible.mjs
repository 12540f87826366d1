/**
 * How long a save takes to be seen: `lectern present` serves decks of several sizes at once, each is edited in turn, and the clock runs
 * from the first byte written to the frame that shows the word. Run as `node save-to-visible.js <cli.js> <edits> <deck…>` after bundling.
 */
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { launchBrowser } from '../../src/output/browser/launch.ts';

const [, , cli, edits, ...decks] = process.argv;
const { browser, close } = await launchBrowser({
  choice: process.env.LECTERN_BROWSER,
  env: process.env,
  loopback: true,
});
const talks = [];
try {
  for (const deck of decks) talks.push(await present(deck));
  // The first edit warms up compiler and page.
  for (let edit = 0; edit <= Number(edits); edit += 1) {
    for (const talk of talks) {
      const milliseconds = await save(talk, `edit${edit}`);
      if (edit > 0) talk.times.push(milliseconds);
    }
  }
  process.stdout.write(JSON.stringify(talks.map(({ times }) => times)));
} finally {
  for (const { server } of talks) server.kill('SIGINT');
  await close();
}

/** Serve a deck and show the list slide nearest to its middle. */
async function present(deck) {
  const text = await readFile(deck, 'utf8');
  const server = spawn(
    process.execPath,
    [cli, 'present', deck, '--no-open', '--port', '0', '--max-size', '9999999'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const url = await new Promise((resolve, reject) => {
    let output = '';
    server.stdout.on('data', (data) => {
      output += data;
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(output) ?? [];
      if (found) resolve(found);
    });
    server.on('close', () => reject(new Error(`the server of ${deck} ended:\n${output}`)));
  });
  const count = text.match(/^# \d+\. /gm).length;
  const slide = Math.floor(count / 10) * 5;
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.goto(url);
  await page.waitForFunction(() => Reveal.isReady());
  await page.evaluate((index) => Reveal.slide(index), slide);
  return { deck, text, slide, server, page, times: [] };
}

/** Save the deck with a word more on the slide that is shown, and wait for the frame in which it is. */
async function save({ deck, text, slide, page }, word) {
  const heading = text.indexOf(`# ${slide + 1}. `);
  const item = text.indexOf('\n- ', heading) + 3;
  const seen = page.evaluate(
    (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          if (!Reveal.getCurrentSlide().textContent.includes(wanted)) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve());
        };
        const observer = new MutationObserver(look);
        observer.observe(document.querySelector('.slides'), { childList: true, subtree: true });
        document.documentElement.dataset.watching = wanted;
      }),
    word,
  );
  await page.waitForFunction((wanted) => document.documentElement.dataset.watching === wanted, {}, word);
  const started = performance.now();
  await writeFile(deck, `${text.slice(0, item)}${word} ${text.slice(item)}`);
  await seen;
  return performance.now() - started;
}
