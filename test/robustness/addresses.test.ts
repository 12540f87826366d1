/** Attacks through addresses: only those of the web are links, and none is asked for, whatever it is written as. */
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { defaultLimits, fetchMedium } from '../../src/output/remote/fetch-medium.js';
import { compileHostile } from './hostile.js';

/** All that a browser would open or fetch. */
function listAddresses(sections: readonly Element[]): string[] {
  const found: string[] = [];
  for (const section of sections)
    visit(section, 'element', ({ properties }) => {
      for (const name of ['href', 'src', 'srcSet', 'poster', 'cite', 'xLinkHref', 'data', 'action'])
        if (properties[name] !== undefined) found.push(String(properties[name]));
    });
  return found;
}

test.each([
  [71, 'javascript:alert(1)'],
  [72, 'JaVaScRiPt:alert(1)'],
  [72, 'java\tscript:alert(1)'],
  [72, '&#106;avascript:alert(1)'],
  [72, '\0javascript:alert(1)'],
  [72, '  javascript:alert(1)'],
  [72, '\u00a0javascript:alert(1)'],
  [73, 'vbscript:x'],
  [73, 'livescript:x'],
  [73, 'data:text/html,<script>alert(1)</script>'],
  [73, 'data:image/svg+xml,<svg onload=alert(1)>'],
  [74, 'blob:https://e.org/1'],
  [74, 'filesystem:https://e.org/1'],
  [74, 'chrome://crash'],
  [74, 'view-source:https://e.org'],
  [74, 'about:blank'],
])('%i: a link to %j leads nowhere', async (_, address) => {
  const page = await compileHostile(
    `# One\n\n[a](<${address}>) <a href="${address}">b</a> and words\n\n<${address}>\n`,
  );
  expect(listAddresses(page.sections)).toEqual([]);
  expect(page.messages.some(({ rule, line }) => rule === 'html-removed' && line === 3)).toBe(true);
  expect(page.words).toContain('and words');
});

test('73: a drawing as data is a picture, and no link', async () => {
  const page = await compileHostile('![a](<data:image/svg+xml,%3Csvg onload=alert(1)%3E%3C/svg%3E>)\n');
  expect(listAddresses(page.sections)).toHaveLength(1);
  expect(page.rules).toEqual([]);
});

const places: readonly ((address: string) => string)[] = [
  (address) => `![a](<${address}>)`,
  (address) => `<img src="${address}" srcset="${address} 2x" alt="a">`,
  (address) => `<p style="background:url(${address})">words</p>`,
  (address) => `<style>p{background:url(${address})}</style>`,
  (address) => `<video src="${address}" poster="${address}"></video>`,
  (address) => `::slide{background="${address}"}`,
];

test.each([
  [75, 'http://169.254.169.254/latest/meta-data/'],
  [76, 'http://2130706433/a.png'],
  [76, 'http://0x7f.1/a.png'],
  [76, 'http://0177.0.0.1/a.png'],
  [76, 'http://127.1/a.png'],
  [77, 'http://[::1]/a.png'],
  [77, 'http://[::ffff:127.0.0.1]/a.png'],
  [77, 'http://[64:ff9b::7f00:1]/a.png'],
  [77, 'http://[2002:7f00:1::]/a.png'],
  [78, 'http://a@127.0.0.1/a.png'],
  [78, 'http://127.0.0.1#@ok.example'],
  [83, 'HTTP://127.0.0.1/a.png'],
  [83, '//127.0.0.1/a.png'],
])('%i: %s is fetched by no part of a slide, and refused where fetching is allowed', async (_, address) => {
  for (const place of places) {
    const page = await compileHostile(`${place(address)}\n\n# One\n`);
    expect(listAddresses(page.sections).filter((one) => /^(https?:)?\/\//i.test(one))).toEqual([]);
    expect(page.html.match(/url\((?!data:)[^)]*(?:127|169)/g)).toBeNull();
    expect(page.messages.some(({ line }) => line === 1)).toBe(true);
  }
  const asked = address.startsWith('//') ? `https:${address}` : address;
  await expect(fetchMedium(asked, defaultLimits)).rejects.toThrow(/public network|name or a password/);
});

test.each([
  [81, '<link rel=preconnect href="http://127.0.0.1/"><link rel=prefetch href="http://127.0.0.1/a">'],
  [
    82,
    '<script>new WebSocket("ws://127.0.0.1/"); new EventSource("/x"); navigator.sendBeacon("/x")</script>',
  ],
  [
    84,
    '<style>@font-face{font-family:x;src:url(http://127.0.0.1/a.woff2)} @import "http://127.0.0.1/a.css";</style>',
  ],
])('%i: %s is gone and said', async (_, html) => {
  const page = await compileHostile(`# One\n\n${html}\n`);
  expect(page.html).not.toContain('127.0.0.1');
  expect(page.messages.some(({ line }) => line === 3)).toBe(true);
});

describe('87: a name of look-alike letters', () => {
  test('is written as the network knows it', async () => {
    const page = await compileHostile('# One\n\n<iframe src="https://p\u0430ypal.example/login"></iframe>\n');
    expect(page.words).toContain('xn--pypal-4ve.example');
  });
});
