/** Pictures that are videos or sounds, and embedded pages that become links. */
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { compileTree, stringifyDocument } from '../../src/compile.js';
import type { ConfigInput } from '../../src/config/config.js';
import { shippedFiles } from '../support.js';

/** The slides before their media are placed, and the rules that were reported. */
async function compile(markdown: string, config: ConfigInput = {}) {
  const deck = await compileTree(markdown, config);
  return { deck, html: toHtml(deck.tree), rules: deck.file.messages.map(({ ruleId }) => ruleId) };
}

describe('a picture that is a video or a sound by its name', () => {
  test.each([
    ['![A](x.mp4)', '<video src="x.mp4" controls preload="metadata" playsinline aria-label="A"></video>'],
    ['![A](x.WEBM?v=1)', '<video src="x.WEBM?v=1" controls'],
    ['![A](x.mp3)', '<audio src="x.mp3" controls preload="metadata" aria-label="A"></audio>'],
    ['![A][r]\n\n[r]: x.ogg', '<audio src="x.ogg"'],
    ['![A](x.mp4){autoplay}', 'data-autoplay></video>'],
    ['![A](x.mp4){loop muted poster="a b.png"}', ' loop muted poster="a b.png" controls'],
    [
      '![A](x.mp4){width=50% .right}',
      '<figure class="image right" style="width: 50%"><video src="x.mp4" style="width: 100%"',
    ],
    ['![A](x.mp4 "Caption")', '<figcaption>Caption</figcaption>'],
    [
      '![A](my%20clip.mp4)',
      '<span class="media-title">A</span> <span class="media-name">Video: my clip.mp4</span>',
    ],
    [
      '<video src="x.mp4" aria-label="A" controls autoplay></video>',
      '<video src="x.mp4" aria-label="A" controls data-autoplay></video><span',
    ],
    ['![A](x.mp4.png)', '<img src="x.mp4.png" alt="A">'],
  ])('%j', async (markdown, expected) => {
    const { html, rules } = await compile(markdown);
    expect(html).toContain(expected);
    expect(rules).toEqual([]);
  });

  test.each([
    ['![A](x.png){loop}', ['image-option-unknown']],
    ['![A](x.mp3){poster=x.png}', ['image-option-unknown']],
    ['![A](x.mp4){speed=2}', ['image-option-unknown']],
    ['![](x.mp4)', ['image-alt-missing']],
  ])('%j is reported', async (markdown, expected) =>
    expect((await compile(markdown)).rules).toEqual(expected),
  );

  test('prose in braces stays', async () => {
    expect((await compile('![A](x.mp4){on a loop}')).html).toContain('{on a loop}');
  });

  test('what lies behind a slide has no words', async () => {
    expect((await compile('::slide{background=x.mp4}\n\n## A')).html).not.toContain('media-line');
  });
});

describe('an embedded page', () => {
  test.each([
    [
      '<iframe src="https://a.b/c" title="T"></iframe>',
      '<a href="https://a.b/c"><span class="embed-name">T</span></a>',
    ],
    [
      '<iframe src="//www.a.b/"></iframe>',
      '<a href="https://www.a.b/"><span class="embed-name">www.a.b</span></a> <span class="embed-address">a.b</span>',
    ],
    [
      'A <iframe src="https://a.b"></iframe>',
      '<p>A <span class="embed"><a href="https://a.b/"><span class="embed-name">a.b</span></a>',
    ],
    ['<iframe src="https://a.b" width="400" height="50%"></iframe>', ' style="width:400px;height:50%"'],
    // A drawn window is for the eye alone, the author's picture is inside of the link.
    [
      '<iframe src="https://a.b"></iframe>',
      '<p class="embed"><svg class="embed-buttons" viewBox="0 0 38 10" aria-hidden="true"',
    ],
    [
      '<iframe src="https://a.b" title="T" poster="p.png"></iframe>',
      '<a href="https://a.b/"><img class="embed-picture" src="p.png" alt=""><span class="embed-name">T</span></a>',
    ],
  ])('%j becomes a picture with a link', async (markdown, expected) => {
    const { html, rules } = await compile(markdown);
    expect(html).toContain(expected);
    // A page that has a title has words for its link.
    expect(rules).toEqual(markdown.includes('title=') ? [] : ['embed-as-link']);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'page.html',
    '',
    'https://',
    'java\nscript:x',
    'file:///etc/passwd',
  ])('%j is removed', async (src) => {
    const { html, rules } = await compile(`<iframe src="${src}"></iframe>`);
    expect(html).not.toMatch(/iframe|<a /);
    expect(rules).toEqual(['html-removed']);
  });

  test('what it brings along is made safe', async () => {
    const { html } = await compile(
      '<iframe src="https://a.b" style="background:url(x)" onload="x()" title="<script>"></iframe>',
    );
    expect(html).toContain('<span class="embed-name">&#x3C;script></span></a>');
  });

  test('stays with full trust, and only then may the page show it', async () => {
    const markdown = '<iframe src="//a.b"></iframe>';
    for (const [trust, shown] of [
      ['default', false],
      ['full', true],
    ] as const) {
      const { deck, html } = await compile(markdown, { trust });
      expect(html.includes('<iframe src="https://a.b/">')).toBe(shown);
      expect(html).toContain('<a href="https://a.b/">');
      const shipped = await shippedFiles();
      expect(stringifyDocument(deck, 'present', shipped).includes('frame-src')).toBe(shown);
      expect(stringifyDocument(deck, 'slides', shipped)).not.toContain('frame-src');
    }
  });
});
