import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h, s } from 'hastscript';
import { toHast } from 'mdast-util-to-hast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { rehypeHighlight } from '../../src/plugins/rehype-highlight.js';
import { rehypeMath } from '../../src/plugins/rehype-math.js';
import { rehypeRawHtml } from '../../src/plugins/rehype-raw-html.js';
import { rehypeSanitize, type SanitizeOptions } from '../../src/plugins/rehype-sanitize.js';
import { remarkSyntax } from '../../src/plugins/remark-syntax.js';
import { dangers } from '../dangers.js';

function slideOf(children: Element['children']): Root {
  const body = h('div', { className: ['slide-body'] });
  body.children = children;
  return { type: 'root', children: [h('section', { className: ['slide'], id: 'a' }, [body])] };
}

function clean(tree: Root, options: SanitizeOptions = {}, file = new VFile()) {
  rehypeRawHtml()(tree, file);
  const safe = rehypeSanitize(options)(tree, file);
  return { safe, html: toHtml(safe), messages: file.messages };
}

/** Sanitise a raw text on a slide and give the HTML inside the slide's body. */
function run(html: string, options?: SanitizeOptions) {
  const result = clean(slideOf([{ type: 'raw', value: html }]), options);
  const inner = /<div class="slide-body">([^]*)<\/div><\/section>$/.exec(result.html)?.[1];
  return { html: inner, messages: result.messages.map(({ ruleId, actual }) => `${ruleId} ${actual}`) };
}

describe('what is unsafe', () => {
  it.each([
    ['<script>alert(1)</script>', '', ['html-removed <script>']],
    ['<ScRiPt/x>alert(1)</ScRiPt>', '', ['html-removed <script>']],
    ['<img src=x onerror=alert(1)>', '<img src="x">', ['html-removed onerror="alert(1)"']],
    ['<svg onload=alert(1)></svg>', '<svg></svg>', ['html-removed onload="alert(1)"']],
    ['<svg><script>alert(1)</script></svg>', '<svg></svg>', ['html-removed <script>']],
    [
      '<svg><use href="data:image/svg+xml,x#x"/></svg>',
      '<svg><use></use></svg>',
      ['html-removed href="data:image/svg+xml,x#x"'],
    ],
    [
      '<svg><use xlink:href="a.svg#x"/></svg>',
      '<svg><use></use></svg>',
      ['html-removed xlinkhref="a.svg#x"'],
    ],
    [
      '<svg><path fill="url(http://a/#b)"/></svg>',
      '<svg><path></path></svg>',
      ['html-removed fill="url(http://a/#b)"'],
    ],
    ['<iframe srcdoc="x"></iframe>', '', ['html-removed <iframe>']],
    ['<object data=x>a</object>', '', ['html-removed <object>']],
    [
      '<base href="//evil"><link rel=stylesheet href=x><meta http-equiv=refresh content="0;x">a',
      'a',
      ['html-removed <base>', 'html-removed <link>', 'html-removed <meta>'],
    ],
    [
      '<form action=x><button formaction="javascript:x">a</button></form>',
      'a',
      ['html-removed <form>', 'html-removed <button>'],
    ],
    ['<input name=attributes value=x>', '', ['html-removed <input>']],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>', ['html-removed href="javascript:alert(1)"']],
    ['<a href=" java&#9;script:x">a</a>', '<a>a</a>', ['html-removed href=" java\tscript:x"']],
    ['<a href="data:text/html,x">a</a>', '<a>a</a>', ['html-removed href="data:text/html,x"']],
    ['<a href="vbscript:x">a</a>', '<a>a</a>', ['html-removed href="vbscript:x"']],
    ['<img src="data:text/html,x">', '<img>', ['html-removed src="data:text/html,x"']],
    ['<img srcset="javascript:x 2x">', '<img>', ['html-removed srcset="javascript:x 2x"']],
    [
      '<div data-background-iframe="javascript:x" data-preview-link="x" data-src="y">a</div>',
      '<div>a</div>',
      [
        'html-removed data-background-iframe="javascript:x"',
        'html-removed data-preview-link="x"',
        'html-removed data-src="y"',
      ],
    ],
    [
      '<p style="color:red;background:url(x)">a</p>',
      '<p style="color:red">a</p>',
      ['style-removed background:url(x)'],
    ],
    ['<p style="position:fixed">a</p>', '<p>a</p>', ['style-removed position:fixed']],
    ['<img name=getElementById src=x>', '<img src="x">', ['html-removed name="getElementById"']],
    ['<b id=getElementById>a</b>', '<b id="user-getElementById">a</b>', ['html-id-clobber getElementById']],
    ['<b id=Reveal>a</b>', '<b id="user-Reveal">a</b>', ['html-id-clobber Reveal']],
    ['<b id=toString>a</b>', '<b id="user-toString">a</b>', ['html-id-clobber toString']],
    ['<textarea><img src=x onerror=y></textarea>', '&#x3C;img src=x onerror=y>', ['html-removed <textarea>']],
    ['<title>a</title>', 'a', ['html-removed <title>']],
    [
      '<svg><title><b title="</title><img src=x onerror=y>">a</b></title></svg>',
      '<svg><title>a</title></svg>',
      [],
    ],
    ['<svg><foreignObject><b>a</b></foreignObject></svg>', '<svg></svg>', ['html-removed <foreignObject>']],
    [
      '<svg><a><animate attributeName=href values="javascript:x"/>b</a></svg>',
      '<svg><a>b</a></svg>',
      ['html-removed <animate>'],
    ],
  ])('%j is removed with a message', (html, expected, messages) => {
    expect(run(html)).toEqual({ html: expected, messages });
  });

  it('has a message at its place', () => {
    const file = new VFile('a\n\nb <b onclick="x">c</b>');
    const content = toHast(unified().use(remarkParse).parse(file), { allowDangerousHtml: true }) as Root;
    const { messages } = clean(slideOf(content.children as Element['children']), {}, file);
    expect(messages).toMatchObject([{ line: 3, column: 3, ruleId: 'html-removed' }]);
  });

  it('cannot come from Markdown itself', () => {
    const markdown = '[a](javascript:x) ![b](vbscript:y) <https://e.org> [c](java\tscript:z)';
    const content = toHast(unified().use(remarkParse).parse(markdown)) as Root;
    const { html, messages } = clean(slideOf(content.children as Element['children']));
    expect(dangers(html)).toEqual([]);
    expect(messages.length).toBeGreaterThanOrEqual(2);
  });
});

describe('what is safe', () => {
  it.each([
    '<p class="a b" id="x" title="t" lang="de" dir="rtl" role="note" data-x="1" aria-label="l">a</p>',
    '<div style="position: absolute; left: 10%; --x: 3">a</div>',
    '<details open><summary>a</summary>b</details>',
    '<video src="a.mp4" poster="b.png" controls loop muted></video>',
    '<picture><source srcset="a.webp 2x, b.webp" media="print"><img src="a.png" alt="" width="3"></picture>',
    '<a href="https://e.org/a?b#c">a</a><a href="#x">b</a><a href="mailto:a@b.c">c</a><a href="d.html">d</a>',
    '<img src="data:image/png;base64,AA" alt="a"><img src="data:image/svg+xml,%3Csvg/%3E" alt="b">',
    '<table><caption>a</caption><thead><tr><th scope="col" colspan="2">b</th></tr></thead></table>',
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled> a</li></ul>',
    '<kbd>a</kbd><mark>b</mark><abbr title="c">d</abbr><time datetime="2026">e</time><sub>f</sub>',
    '<svg viewBox="0 0 4 4" role="img"><title>a</title><defs><linearGradient id="g"><stop offset="1" stop-color="red"></stop></linearGradient></defs><path d="M0 0h4" fill="url(#g)" stroke-width="2"></path><use href="#g"></use></svg>',
    '<math display="block"><mfrac linethickness="1px"><mi mathvariant="bold">a</mi><mn>2</mn></mfrac></math>',
  ])('%j stays as it is', (html) => expect(run(html)).toEqual({ html, messages: [] }));

  it('are the parts that Lectern makes', async () => {
    const markdown = [
      '$\\sqrt{\\frac{a}{b}} \\color{red} \\overbrace{x}$ and\n\n$$\n\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}\\boxed{x}\\xrightarrow{y}\n$$',
      '```js\nlet a = `b${c}`\n```\n\n- [x] a\n- [ ] b\n\n| a | b |\n| :- | -: |\n| c | ~~d~~ |\n\n![e](f.png "g")',
    ].join('\n\n');
    const file = new VFile(markdown);
    const content = toHast(unified().use(remarkParse).use(remarkSyntax).parse(file)) as Root;
    const mark = s(
      'svg',
      { className: ['mark'], viewBox: '0 0 10 10', ariaHidden: 'true', focusable: 'false' },
      [
        s('path', {
          d: 'M1 5l3 3 5-6',
          fill: 'none',
          stroke: 'currentColor',
          strokeWidth: 2,
          strokeLineCap: 'round',
        }),
      ],
    );
    const tree = slideOf([
      ...(content.children as Element['children']),
      h('table', h('tr', h('td', { dataWinner: '', className: ['win'], headers: ['x', 'y'] }, [mark]))),
      h('div', { role: 'group', ariaLabelledBy: 'a-title', style: '--start:0.25;--lane:2' }),
      h(
        'li',
        { className: ['fragment'], dataFragmentIndex: '1' },
        h('time', { dateTime: '2015-03' }, 'March'),
      ),
      h('aside', { role: 'doc-endnotes', ariaLabel: 'Notes' }, h('a', { href: '#b', role: 'doc-backlink' })),
    ]);
    await rehypeHighlight()(tree, file);
    await rehypeMath()(tree, file);
    const section = tree.children[0];
    if (section?.type === 'element')
      Object.assign(section.properties, { dataLayout: 'content', dataBackground: '#fff' });
    const before = toHtml(tree);
    expect(toHtml(rehypeSanitize()(tree, file))).toBe(before);
    const safe = new VFile(markdown);
    expect(toHtml(rehypeSanitize({ trust: 'safe' })(tree, safe))).toBe(before);
    expect([...file.messages, ...safe.messages]).toEqual([]);
  });

  it('keeps positions and data', () => {
    const element = h('p', 'a');
    element.position = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    Object.assign(element, { data: { meta: 'x' } });
    const { safe } = clean(slideOf([element]));
    expect(JSON.stringify(safe)).toContain('"meta":"x"');
    expect(JSON.stringify(safe)).toContain('"line":1');
  });
});

describe('any soup of tags', () => {
  const tags =
    '<div> </div> <p> </p> <b> </b> <table> <tr> <td> </table> <svg> </svg> <math> <mtext> <mi> </math> <title> </title> ' +
    '<desc> <style> </style> <script> </script> <!-- --> <![CDATA[ ]]> <form> <select> <option> <template> <noscript> ' +
    '<a/href="javascript:x"> <img/src=x/onerror=y> <p/style="background:url(x)"> </section> <br> <textarea> <plaintext> ' +
    '<foreignObject> <annotation-xml/encoding="text/html"> <mglyph> &lt; <section> <li> <h1> </h1> <details> <pre>';
  const part = fc.oneof(
    fc.constantFrom(...tags.split(' '), '\n\n', '- a\n', '> '),
    fc.string({ maxLength: 6 }),
  );

  it('leaves a slide that is safe, stays so when read again, and is one slide', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const markdown = parts.join('');
        const content = toHast(unified().use(remarkParse).parse(markdown), {
          allowDangerousHtml: true,
        }) as Root;
        for (const children of [
          content.children as Element['children'],
          [{ type: 'raw', value: markdown } as const],
        ]) {
          const { safe, html } = clean(slideOf([...children]));
          expect(dangers(html)).toEqual([]);
          expect(dangers(toHtml(fromHtml(html, { fragment: true })))).toEqual([]);
          expect(html.match(/<section/g)).toHaveLength(1);
          expect(toHtml(rehypeSanitize()(structuredClone(safe), new VFile()))).toBe(html);
        }
      }),
      { numRuns: process.env.LECTERN_FULL ? 10_000 : Number(process.env.LECTERN_RUNS ?? 200) },
    );
  });
});

describe('trust', () => {
  const html = '<p style="font-size:90px;color:red">a</p><script>b</script>';
  it('safe keeps less style', () => {
    expect(run(html, { trust: 'safe' }).html).toBe('<p style="color:red">a</p>');
  });
  it('full lets everything through', () => {
    expect(run(html, { trust: 'full' })).toEqual({ html, messages: [] });
  });
});

const payloads = new URL('../../../shared/payloads/dompurify-fixtures.json', import.meta.url);
const missing = !existsSync(payloads);

describe.skipIf(missing)(
  `the payloads of DOMPurify${missing ? ' (skipped: ../shared/payloads is missing)' : ''}`,
  () => {
    const fixtures: { title?: string; payload: string }[] = missing
      ? []
      : JSON.parse(readFileSync(payloads, 'utf8'));

    it('are dangerous before', () => {
      expect(fixtures.filter(({ payload }) => dangers(payload).length > 0).length).toBeGreaterThan(100);
    });

    it.each(fixtures.map(({ title, payload }) => [title ?? payload.slice(0, 40), payload]))(
      '%s',
      (_, payload) => {
        const raw = clean(slideOf([{ type: 'raw', value: payload }]));
        expect(dangers(raw.html)).toEqual([]);
        const content = toHast(unified().use(remarkParse).use(remarkSyntax).parse(payload), {
          allowDangerousHtml: true,
        }) as Root;
        const markdown = clean(slideOf(content.children as Element['children']));
        expect(dangers(markdown.html)).toEqual([]);
        // What the browser reads from the file is what was judged here.
        expect(dangers(toHtml(fromHtml(raw.html, { fragment: true })))).toEqual([]);
        // Sanitising twice changes nothing.
        const again = structuredClone(raw.safe);
        expect(toHtml(rehypeSanitize()(again, new VFile()))).toBe(raw.html);
      },
    );
  },
);
