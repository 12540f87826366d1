/** Attacks through Markdown and raw HTML: nothing runs, nothing is fetched, and what was removed is said where it stands. */
import { describe, expect, test } from 'vitest';
import { compileHostile } from './hostile.js';

const run = 'onerror=alert(1)';

/** Number, what it is, what is written, the rules of its messages, words that the slide still shows. */
const cases: readonly (readonly [number, string, string, readonly string[], string?])[] = [
  [1, 'a script', '<script>alert(1)</script>', ['html-removed']],
  // To CommonMark the slash makes it no tag: it is text.
  [2, 'a script of odd letters', '<ScRiPt/x>alert(1)</ScRiPt>', ['html-stray-end'], '<ScRiPt/x>alert(1)'],
  [2, 'a script of odd letters in a block', '<ScRiPt\nx>alert(1)</ScRiPt>', ['html-removed']],
  [3, 'a picture that fails', `a <img src=x ${run}>`, ['html-removed', 'image-alt-missing', 'image-missing']],
  [4, 'a drawing that loads', '<svg onload=alert(1)></svg>', ['html-removed', 'image-alt-missing']],
  [5, 'a script in a drawing', '<svg><script>alert(1)</script></svg>', ['html-removed', 'image-alt-missing']],
  [
    6,
    'an address that is animated',
    '<svg><a><animate attributeName=href values=javascript:alert(1) /><text>words</text></a></svg>',
    ['html-removed', 'image-alt-missing'],
    'words',
  ],
  [
    7,
    'a part of another drawing',
    '<svg><use href="data:image/svg+xml;base64,AA#x"/></svg>',
    ['html-removed', 'image-alt-missing'],
  ],
  [
    8,
    'a style that ends in a formula',
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 ${run}&gt;">`,
    ['html-removed', 'html-unclosed', 'style-removed'],
  ],
  [
    9,
    'an attribute that ends an element',
    `<noscript><p title="</noscript><img src=x ${run}>">`,
    ['html-removed', 'html-unclosed'],
  ],
  [
    10,
    'forms in forms in a formula',
    `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img ${run} src>">`,
    ['html-removed', 'html-unclosed', 'image-alt-missing'],
  ],
  [11, 'a style in a style', `<style><style/><img src=x ${run}>`, ['html-unclosed', 'style-removed']],
  [12, 'comments that are none', 'foo <!--> <script>alert(1)</script> <!-->', ['html-removed'], 'foo'],
  [
    13,
    'a comment that ends otherwise',
    `<!-- --!><img src=x ${run}>`,
    ['html-removed', 'image-alt-missing', 'image-missing'],
  ],
  [14, 'CDATA', `<![CDATA[><img src=x ${run}>]]>`, ['html-removed', 'image-alt-missing', 'image-missing']],
  [14, 'CDATA in a drawing', `<svg><![CDATA[><img src=x ${run}>]]></svg>`, ['image-alt-missing']],
  [15, 'a frame of a text', '<iframe srcdoc="<script>alert(1)</script>"></iframe>', ['html-removed']],
  [
    16,
    'objects',
    'a <object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
    ['html-removed'],
  ],
  [17, 'a base', '<base href=//evil.example/>', ['html-removed']],
  [18, 'a refresh', '<meta http-equiv=refresh content="0;url=http://evil.example">', ['html-removed']],
  [
    19,
    'links that fetch',
    '<link rel=prefetch href=//evil.example/a><link rel=stylesheet href=//evil.example/b><link rel=dns-prefetch href=//evil.example>',
    ['html-removed'],
  ],
  [
    20,
    'a form',
    '<form action=//evil.example><button formaction=javascript:alert(1)>words</button></form>',
    ['html-removed'],
    'words',
  ],
  [21, 'a template', '<template><script>alert(1)</script></template>', ['html-removed']],
  [
    22,
    'names of the page’s own',
    '<input name=attributes> <a id=Reveal>words</a> <img name=getElementById src=x>',
    ['html-id-clobber', 'html-removed', 'image-alt-missing', 'image-missing'],
    'words',
  ],
  [
    23,
    'attributes of reveal.js',
    '<div data-background-iframe="javascript:alert(1)" data-markdown data-src="x" data-background-video="y" data-state="z">words</div>',
    ['html-removed'],
    'words',
  ],
  [
    24,
    'attributes in braces',
    '## Title {onclick=alert(1)}\n\n![a](x.png){style="position:fixed"}\n\n## B {.present .reveal}',
    ['image-missing', 'image-option-unknown', 'syntax-foreign'],
    'Title {onclick=alert(1)}',
  ],
  [25, 'a class behind a language', '```js&#x20;xss\nwords\n```', [], 'words'],
  [
    26,
    'a tag as language',
    `\`\`\`"><img src=x ${run}>\nwords\n\`\`\``,
    ['code-language-unknown', 'code-option-unknown'],
    'words',
  ],
  [27, 'quotes around a picture', '![a "b" <i>](x.png "t \' \\" <script>")', ['image-missing'], 'a "b" <i>'],
  [
    28,
    'a tag in a heading',
    `# T <img src=x ${run}> \\\\ ( )`,
    ['html-removed', 'image-alt-missing', 'image-missing', 'slide-title-second'],
    'T',
  ],
  [
    29,
    'ends of scripts in notes',
    ':::notes\n\n</script></SCRIPT ><!--<script>alert(1)\n\n:::',
    ['html-removed', 'html-stray-end', 'html-unclosed'],
  ],
  [30, 'line ends of JavaScript', 'words\u2028more\n\n:::notes\n\n\u2028\u2029\n\n:::', [], 'words'],
  [
    31,
    'names of JavaScript',
    'x[^__proto__] [__proto__] [constructor]\n\n[^__proto__]: words\n\n[__proto__]: https://e.org/p\n[constructor]: https://e.org/c',
    [],
    'words',
  ],
  [
    32,
    'tags in cells',
    `|a|b|\n|-|-|\n|<img src=x ${run}>|\\| <script>alert(1)</script>|`,
    ['html-removed', 'image-alt-missing', 'image-missing'],
    '|',
  ],
  [
    33,
    'ends of what is around it',
    'words</section></div><script>alert(1)</script>\n\nstays',
    ['html-removed', 'html-stray-end'],
    'stays',
  ],
  [
    35,
    'tags in notes',
    `:::notes\n\n<img src=x ${run}> <script>alert(1)</script> said\n\n:::`,
    ['html-removed', 'image-missing'],
  ],
];

const attacks = cases.map(([number, what, written, rules, words = 'One']) => ({
  number,
  what,
  written,
  rules,
  words,
}));

describe.each(attacks)('$number: $what', ({ written, rules, words }) => {
  test('in trust `default`', async () => {
    const page = await compileHostile(`# One\n\n${written}\n`);
    expect(page.rules).toEqual(rules);
    expect(page.messages.every(({ line }) => line === undefined || line >= 3)).toBe(true);
    expect(page.words).toContain(words);
  });

  // Of what HTML brings with it nothing is left to be said: it is no HTML.
  test('in trust `safe`', async () => {
    const page = await compileHostile(`# One\n\n${written}\n`, { trust: 'safe' });
    const isHtml = rules.some((rule) => /^(?:html|style|image-alt)-/.test(rule));
    expect(page.rules.filter((rule) => /^(?:html|style)-/.test(rule))).toEqual(
      isHtml ? ['html-untrusted'] : [],
    );
    // Code in the place of HTML may be wider than its slide.
    const others = page.rules.filter((rule) => !['html-untrusted', 'code-overflow'].includes(rule));
    expect(others.filter((rule) => !rules.includes(rule))).toEqual([]);
    expect(page.messages.every(({ line }) => line === undefined || line >= 3)).toBe(true);
    expect(page.words).toContain(words);
  });
});

test.each(['<div><details>', '<!-- never closed'])('34: %s ends with its slide', async (opening) => {
  const page = await compileHostile(`# One\n\n${opening}\n\none\n\n---\n\ntwo\n`);
  expect(page.rules).toContain('html-unclosed');
  expect(page.messages[0]?.line).toBe(3);
  if (opening.startsWith('<div')) {
    expect(page.sections).toHaveLength(2);
    expect(page.words).toContain('two');
  }
});
