import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { readImageAttributes } from '../../src/plugins/image/read-image-attributes.js';
import { remarkImageAttributes } from '../../src/plugins/remark-image-attributes.js';
import { remarkSyntax } from '../../src/plugins/remark-syntax.js';

const processor = unified().use(remarkParse).use(remarkSyntax);
const transform = remarkImageAttributes();

function run(markdown: string): { html: string; messages: string[] } {
  const file = new VFile(markdown);
  const tree = processor.parse(file);
  transform(tree, file);
  const messages = file.messages.map(({ ruleId, place }) => {
    const point = place && 'start' in place ? place.start : place;
    return `${point?.line}:${point?.column} ${ruleId}`;
  });
  return { html: toHtml(toHast(tree)), messages };
}

describe('attributes of a picture', () => {
  it.each([
    ['{width=40% .right} text', { width: '40%', classes: ['right'], length: 18 }],
    ['{width=40}', { width: '40px' }],
    ['{width="2.5em" height=\'10px\'}', { width: '2.5em', height: '10px' }],
    ['{#a .b .c-d}', { id: 'a', classes: ['b', 'c-d'] }],
    ['{width=wide}', { width: undefined, invalidSizes: [{ key: 'width', value: 'wide' }] }],
    ['{width=40vw}', { width: undefined, invalidSizes: [{ key: 'width', value: '40vw' }] }],
    ['{wdith=40}', { unknownKeys: ['wdith'] }],
  ])('%j are read', (text, expected) => {
    expect(readImageAttributes(text)).toMatchObject(expected);
  });

  it.each(['{see below}', '{}', '{ }', ' {.right}', '{.right', 'text', '{width=40 %}', '{style="a;b}'])(
    '%j are none',
    (text) => expect(readImageAttributes(text)).toBeUndefined(),
  );

  it('become style and classes, and the braces vanish', () => {
    expect(run('a ![b](c.png){width=40% .right} d')).toEqual({
      html: '<p>a <img src="c.png" alt="b" class="right" style="width: 40%"> d</p>',
      messages: [],
    });
  });

  it('count in a table cell and on a picture by reference', () => {
    const { html } = run('| a |\n| - |\n| x ![b][c]{height=2em} |\n\n[c]: c.png');
    expect(html).toContain('<img src="c.png" alt="b" style="height: 2em">');
  });

  it('stay words where they are words', () => {
    expect(run('![b](c.png){see below}').html).toBe('<p><img src="c.png" alt="b">{see below}</p>');
  });

  it('have a message where they are wrong', () => {
    expect(run('a ![b](c.png){width=wide wdith=3}').messages).toEqual([
      '1:14 image-size',
      '1:14 image-option-unknown',
    ]);
  });
});

describe('a picture alone', () => {
  it('is a figure with its title as caption', () => {
    expect(run('![a](b.png "C & d")').html).toBe(
      '<figure class="image"><img src="b.png" alt="a"><figcaption>C &#x26; d</figcaption></figure>',
    );
    expect(run('![a][l]\n\n[l]: b.png "C"').html).toContain('<figcaption>C</figcaption>');
  });

  it('is a figure without a caption where it has no title', () => {
    expect(run('![a](b.png)').html).toBe('<figure class="image"><img src="b.png" alt="a"></figure>');
  });

  it('gives its width and classes to the figure', () => {
    expect(run('![a](b.png){#i .right width=40% height=90px}').html).toBe(
      '<figure id="i" class="image right" style="width: 40%"><img src="b.png" alt="a" style="width: 100%; height: 90px"></figure>',
    );
  });

  it('is not a figure beside words', () => {
    expect(run('![a](b.png "c") d').html).toBe('<p><img src="b.png" alt="a" title="c"> d</p>');
  });
});

describe('words for those who cannot see a picture', () => {
  it('are missed', () => expect(run('![](b.png)').messages).toEqual(['1:1 image-alt-missing']));
  it('are not missed on a decorative picture', () =>
    expect(run('![](b.png){.decorative}').messages).toEqual([]));
});
