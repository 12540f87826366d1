import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { toHast } from 'mdast-util-to-hast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { matchTags } from '../../src/plugins/html/match-tags.js';
import { scanTags } from '../../src/plugins/html/scan-tags.js';
import { rehypeRawHtml } from '../../src/plugins/rehype-raw-html.js';

/** One slide around a Markdown text, as the deck's pipeline makes it; what is in `div.slide-foot` must stay there. */
function run(markdown: string) {
  const file = new VFile(markdown);
  const content = toHast(unified().use(remarkParse).parse(file), { allowDangerousHtml: true }) as Root;
  const body = h('div', { className: ['slide-body'] });
  body.children = content.children.filter((child) => child.type !== 'doctype');
  const tree: Root = { type: 'root', children: [h('section.slide', [body, h('div.slide-foot', 'foot')])] };
  rehypeRawHtml()(tree, file);
  const html = toHtml(tree);
  const whole =
    /^<section class="slide"><div class="slide-body">([^]*)<\/div><div class="slide-foot">foot<\/div><\/section>$/;
  expect(html).toMatch(whole);
  const messages = file.messages.map(
    ({ line, column, ruleId, actual }) => `${line}:${column} ${ruleId} ${actual}`,
  );
  return { tree, html: whole.exec(html)?.[1] ?? '', messages };
}

describe('raw HTML', () => {
  it('becomes elements around Markdown', () => {
    expect(run('<div class="box">\n\n*a*\n\n</div>')).toMatchObject({
      html: '<div class="box">\n<p><em>a</em></p>\n</div>',
      messages: [],
    });
    expect(run('a <kbd>b</kbd> c<br>d')).toMatchObject({
      html: '<p>a <kbd>b</kbd> c<br>d</p>',
      messages: [],
    });
  });

  it('keeps its place in the deck', () => {
    const { tree } = run('a\n\n<div>b <b>c</b></div>');
    const section = tree.children[0];
    expect(JSON.stringify(section)).toContain('"tagName":"b"');
    expect(JSON.stringify(section)).toContain('"line":3,"column":8');
  });

  it('leaves code and its data alone', () => {
    const file = new VFile('');
    const pre = h('pre', h('code.language-js', 'a < b'));
    const [code] = pre.children;
    if (code) code.data = { meta: 'x' };
    const tree: Root = {
      type: 'root',
      children: [h('section.slide', [h('div', [{ type: 'raw', value: '<i>a</i>' }, pre])])],
    };
    rehypeRawHtml()(tree, file);
    expect(toHtml(tree)).toContain('<i>a</i><pre><code class="language-js">a &#x3C; b</code></pre>');
    expect(JSON.stringify(tree)).toContain('"meta":"x"');
  });

  it('without any changes nothing', () => {
    const tree: Root = { type: 'root', children: [h('section.slide', h('div', [h('section', 'ours')]))] };
    const before = structuredClone(tree);
    rehypeRawHtml()(tree, new VFile());
    expect(tree).toEqual(before);
  });
});

describe('comments', () => {
  it.each([
    '<!-- a -->\n\nb',
    'b <!-- c -->',
    '<!-- a\n\n---\n\n# Whole slide\n\n-->\n\nb',
    '<!-- a --><!-- c -->\n\nb',
  ])('%j vanish', (markdown) => {
    const { html, messages } = run(markdown);
    expect(html.trim()).toMatch(/^<p>b ?<\/p>$/);
    expect(messages).toEqual([]);
  });

  it('without an end have a message', () => {
    expect(run('a\n\n<!-- b\n\nc').messages).toEqual(['3:1 html-unclosed <!--']);
  });
});

describe('a tag left open', () => {
  it.each([
    ['<div>\n\na', ['1:1 html-unclosed <div']],
    ['a\n\n  <details>\n<summary>b</summary>\n\nc', ['3:3 html-unclosed <details']],
    ['a <b>b\n\nc', ['1:3 html-unclosed <b']],
    ['> a\n> <b>b', ['2:3 html-unclosed <b']],
    ['- a\n  <div>\n  b', ['2:3 html-unclosed <div']],
    ['<div/>\n\na', ['1:1 html-unclosed <div']],
    ['<div><span></div>', ['1:6 html-unclosed <span']],
    ['<div class="a', ['1:1 html-unclosed <div']],
    ['<v-click/><Counter :a="1" />\n\na', []],
    ['<p>a', []],
    ['<ul>\n<li>a\n<li>b\n</ul>', []],
    ['<table><tr><td>a</table>', []],
    ['<img src="a>b.png"><br><hr>', []],
    ['<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', []],
    ['<b><i>a</b></i>', []],
    ['<div title="</div>">a</div>', []],
    ['<script>"<div>"</script>', []],
    ['<!-- <div> --><i>a</i>', []],
  ])('%j has the messages %j', (markdown, messages) => expect(run(markdown).messages).toEqual(messages));

  it('is closed in its block', () => {
    const { html } = run('- <div>a\n- b\n\nc');
    expect(html.replaceAll('\n', '')).toBe('<ul><li><div>a</div></li><li>b</li></ul><p>c</p>');
  });
});

describe('an end tag too many', () => {
  it.each([
    '</div>',
    '</div></section>',
    '</div></div></section></div>',
    'a</p></section>',
    '</svg></template>',
  ])('%j stays inside its slide', (markdown) => expect(run(`${markdown}\n\nb`).html).toContain('<p>b</p>'));

  it('has a message', () => {
    expect(run('a\n\n</div>\n\nb').messages).toEqual(['3:1 html-stray-end </div>']);
    expect(run('a</br>b</p>').messages).toEqual([]);
  });
});

describe('a section', () => {
  it('becomes a div', () => {
    const { html, messages } = run('<section class="slide" data-background="x">a</section>');
    expect(html).toBe('<div class="slide" data-background="x">a</div>');
    expect(messages).toEqual(['1:1 html-section <section>']);
  });
});

describe('the tag scanner', () => {
  it.each([
    ['a < b <3 <', []],
    ['<A\nHREF=x>', ['a']],
    ['</ a><!doctype html><?php echo "<b>"?>', []],
    ['<!--><b>', ['b']],
    ['<!-- a --!><b>', ['b']],
    ['<textarea><b></textarea><i>', ['textarea', '/textarea', 'i']],
    ['<a b="c>d" e=\'f>g\' h=i>j', ['a']],
    ['<script>', ['script']],
  ])('reads %j', (html, names) => {
    expect(scanTags(html).map(({ kind, name }) => (kind === 'end' ? '/' : '') + name)).toEqual(names);
  });

  it.each(['<!--', '<a ', '<a b="', '<title>', '<script>', '</', '<!-- -->', '<b>'])(
    'is linear in many %j',
    (part) => {
      const html = part.repeat(20_000);
      expect(() => matchTags(scanTags(html))).not.toThrow();
    },
  );
});
