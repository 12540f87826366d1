/** What a browser made of payloads, judged in a page of the talk and on a phone beside it; scripts are on, and the page's own policy off. */
import type { Browser, Page } from 'puppeteer';
import type { RevealApi } from 'reveal.js';
import { expect } from 'vitest';
import { type LiveDeck, waitForText } from '../browser/live-deck.js';
import { goTo, listSlideIds } from '../browser/stage.js';
import { dangers } from '../dangers.js';

declare const Reveal: RevealApi;
declare global {
  interface Window {
    executedPayloads: number[];
    /** HTML of what a clicker shows, by the position it says. */
    shownParts: Record<string, string[]>;
  }
}

/** What was found. */
export interface Verdict {
  readonly executed: number;
  readonly dangerous: readonly string[];
}

/** A tab that counts what runs: alerts of the fixtures, our own mark, and any error that leads out of the page. */
export async function openWitness(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setBypassCSP(true);
  await page.evaluateOnNewDocument(() => {
    window.executedPayloads = [];
    for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
      Object.defineProperty(window, name, { value: () => window.executedPayloads.push(1) });
  });
  return page;
}

/** Go through the whole talk, so that everything is loaded, and judge what the browser made of it. */
export async function judge(page: Page, selector: string): Promise<Verdict> {
  const count = await page.evaluate(async () => {
    const slides = [...document.querySelectorAll('.slides section.slide')];
    for (const slide of slides) {
      const { h, v } = Reveal.getIndices(slide as HTMLElement);
      Reveal.slide(h, v, 99);
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    return slides.length;
  });
  expect(count).toBeGreaterThan(0);
  const parts = await page.$$eval(selector, (elements) => elements.map((element) => element.outerHTML));
  expect(parts.length).toBeGreaterThan(0);
  return {
    executed: await page.evaluate(() => window.executedPayloads.length),
    dangerous: parts.flatMap(dangers),
  };
}

/** Go through the talk with a clicker beside it, and judge all that it shows of every slide: the slide, the next one, the notes. */
export async function judgeClicker(talk: Page, { server }: LiveDeck): Promise<Verdict> {
  const clicker = server.doors?.clicker;
  if (!clicker) throw new Error('Unexpected server without phones');
  const phone = await openWitness(talk.browser());
  await phone.goto(clicker.address);
  await phone.waitForSelector('#code');
  await phone.type('#code', clicker.code);
  await phone.keyboard.press('Enter');
  await phone.waitForSelector('.current .slide');
  await phone.evaluate(() => {
    // What it shows of a slide it shows at once; a talk that goes fast is not followed to every slide.
    const record = () => {
      const position = document.querySelector('.position')?.textContent ?? '';
      const parts = [...document.querySelectorAll('.current, .upcoming, .notes')];
      window.shownParts[position] = parts.map((part) => part.outerHTML);
    };
    window.shownParts = {};
    record();
    new MutationObserver(record).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  const ids = await listSlideIds(talk);
  await talk.evaluate(async (slides) => {
    for (const id of slides) {
      const { h, v } = Reveal.getIndices(document.getElementById(id) as HTMLElement);
      Reveal.slide(h, v, 99);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, ids);
  const positions = ids.map((id, index) => [id, `${index + 1} / ${ids.length}`] as const);
  await waitForText(phone, '.position', positions.at(-1)?.[1] ?? '');
  const seen = new Set(await phone.evaluate(() => Object.keys(window.shownParts)));
  for (const [id, position] of positions.filter(([, one]) => !seen.has(one))) {
    await goTo(talk, id, 99);
    await waitForText(phone, '.position', position);
  }
  const shown = await phone.evaluate(() => window.shownParts);
  expect(Object.keys(shown)).toHaveLength(ids.length);
  const dangerous = Object.values(shown).flat().flatMap(dangers);
  // A picture that cannot be loaded says so late.
  await phone.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  const executed = await phone.evaluate(() => window.executedPayloads.length);
  await phone.close();
  return { executed, dangerous };
}
