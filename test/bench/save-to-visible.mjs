/**
 * How long a save takes to be seen: servers of decks of several sizes run at once, each deck is edited in turn, and the clock runs from the
 * first byte written to the frame that shows the word. Run as `node save-to-visible.js <edits>` after bundling, servers as JSON on stdin.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { launchBrowser } from '../../src/output/browser/launch.ts';

const edits = Number(process.argv[2]);
const servers = JSON.parse(readFileSync(0, 'utf8'));
/** Longer than any save that somebody would wait for. */
const longest = 120_000;

const { browser, close } = await launchBrowser({
  choice: process.env.LECTERN_BROWSER,
  env: process.env,
  loopback: true,
});
const talks = [];
try {
  for (const server of servers) {
    const talk = { ...server, times: [] };
    talks.push(talk);
    await attempt(talk, () => open(talk));
  }
  // The first edit warms up compiler and page.
  for (let edit = 0; edit <= edits; edit += 1) {
    for (const talk of talks.filter(({ failed }) => !failed)) {
      await attempt(talk, async () => {
        const milliseconds = await save(talk, `edit${edit}x`);
        if (edit > 0) talk.times.push(milliseconds);
      });
    }
  }
  process.stdout.write(JSON.stringify(talks.map(({ times, failed }) => (failed ? [] : times))));
} finally {
  for (const { child } of talks) end(child);
  await close();
}

/** What is compared may fail; Lectern may not. */
async function attempt(talk, work) {
  try {
    await work();
  } catch (error) {
    if (talk.name === 'lectern') throw error;
    talk.failed = true;
    console.error(`present: ${talk.name}, ${talk.size} slides: ${error.message}`);
    await talk.page?.close();
    end(talk.child);
  }
}

/** None of them is asked: some would take their time. */
function end(child) {
  child?.kill('SIGKILL');
}

/** Serve a deck and show the list slide nearest to its middle. */
async function open(talk) {
  talk.text = await readFile(talk.deck, 'utf8');
  talk.slide = Math.floor(talk.size / 10) * 5;
  const port = await findPort();
  const fill = (text) => text.replace('{port}', port).replace('{n}', talk.slide + talk.firstSlide);
  talk.child = spawn(process.execPath, talk.args.map(fill), {
    cwd: talk.cwd,
    env: { ...process.env, PORT: port },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  talk.page = await browser.newPage();
  talk.page.setDefaultTimeout(longest);
  await talk.page.setViewport({ width: 1280, height: 720 });
  await visit(talk.page, fill(talk.address));
  await talk.page.waitForFunction(sees, {}, talk.text.match(/^- (\w+ \w+)/m)[1]);
}

/** A server needs a while until it answers. */
async function visit(page, address) {
  const latest = Date.now() + longest;
  for (;;) {
    try {
      await page.goto(address);
      return;
    } catch (error) {
      if (Date.now() > latest || !/ERR_CONNECTION|ERR_EMPTY/.test(error.message)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function findPort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(String(port)));
    });
  });
}

/** In the page: whether a list says it. Some peers have their Markdown in the page too. */
function sees(wanted) {
  return [...document.querySelectorAll('li')].some((item) => item.textContent.includes(wanted));
}

/** Save the deck with a word more on the slide that is shown, and wait for the frame in which it is. */
async function save({ deck, text, slide, page }, word) {
  const heading = text.indexOf(`# ${slide + 1}. `);
  const item = text.indexOf('\n- ', heading) + 3;
  await page.bringToFront();
  const seen = page.waitForFunction(sees, { polling: 'raf', timeout: longest }, word);
  const started = performance.now();
  await writeFile(deck, `${text.slice(0, item)}${word} ${text.slice(item)}`);
  await seen;
  return performance.now() - started;
}
