import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { remarkSyntax } from '../../src/plugins/remark-syntax.js';

const processor = unified().use(remarkParse).use(remarkSyntax);

function parse(markdown: string): Root {
  return processor.parse(markdown);
}

/** The formulas of a text as `i:x` and `d:x`, inline and display. */
function formulas(markdown: string): string[] {
  const found: string[] = [];
  visit(parse(markdown), (node) => {
    if (node.type === 'math') found.push(`block:${node.value}`);
    if (node.type !== 'inlineMath') return;
    const classes = node.data?.hProperties?.className;
    found.push(`${Array.isArray(classes) && classes.includes('math-display') ? 'd' : 'i'}:${node.value}`);
  });
  return found;
}

describe('dollars', () => {
  it.each([
    ['$x$', ['i:x']],
    ['a $x + y$ b', ['i:x + y']],
    ['$x$, $y$ and $z$.', ['i:x', 'i:y', 'i:z']],
    ['from $5 to $10', []],
    ['$5', []],
    ['costs $ 5 $ today', []],
    ['$ x$', []],
    ['$x $', []],
    ['$20,000 and USD$30,000', []],
    ['$x$5', []],
    ['5$ or 10$', []],
    ['$5 and then $x$', ['i:x']],
    ['\\$x$', []],
    ['$x\\$', []],
    ['$\\$5$', ['i:\\$5']],
    ['$a\\\\$', ['i:a\\\\']],
    ['$a\nb$', ['i:a\nb']],
    ['$a\n$', []],
    ['`$x$`', []],
    ['$x_1$ and *$y_1$*', ['i:x_1', 'i:y_1']],
    ['$|a|$', ['i:|a|']],
    ['a $$ b', []],
    ['$a$$ and $b$', ['i:b']],
    ['$$a $ b$$', ['d:a $ b']],
    ['$$x$$', ['d:x']],
    ['text $$ x $$ text', ['d:x']],
    ['text $$\\frac{1}{2}$$ text', ['d:\\frac{1}{2}']],
    ['$$\nx^2\n$$', ['block:x^2']],
    ['$$\nx\n\ny\n$$\n\n$z$', ['block:x\n\ny', 'i:z']],
    ['$$ is money\n\n$x$', ['i:x']],
    ['$$x = 1\n< 2$$\n\ntext', ['d:x = 1\n< 2']],
    ['text\n$$  \nx\n$$\ntext', ['block:x']],
    ['> $$\n> x\n> $$', ['block:x']],
    ['- $$\n  x^2\n  $$', ['block:x^2']],
  ])('%j has the formulas %j', (markdown, expected) => {
    expect(formulas(markdown)).toEqual(expected);
  });

  it('stay text, letter by letter, where they are money', () => {
    const text = 'from $5 to $10, US$20 or A$30';
    expect(parse(text).children[0]).toMatchObject({ children: [{ type: 'text', value: text }] });
  });
});

describe('directives', () => {
  it.each([
    '16:9',
    '10:30',
    'TF:2.16',
    'localhost:8080',
    'n:th',
    '2026-01-29T07:13:47Z',
    ':smile:',
    'a :b[c]{d}',
  ])('leave %j in a line of text alone', (text) => {
    const tree = parse(`before ${text} after`);
    expect(tree.children[0]).toMatchObject({
      type: 'paragraph',
      children: [{ type: 'text', value: `before ${text} after` }],
    });
  });

  it('are read as blocks', () => {
    const tree = parse('::slide{#a .b layout="title"}\n\n:::notes\nwords\n:::');
    expect(tree.children).toMatchObject([
      { type: 'leafDirective', name: 'slide', attributes: { id: 'a', class: 'b', layout: 'title' } },
      { type: 'containerDirective', name: 'notes', children: [{ type: 'paragraph' }] },
    ]);
  });
});

describe('the rest of the language', () => {
  it('has YAML front matter at the very start only', () => {
    expect(parse('---\ntitle: x\n---\n\ntext').children.map(({ type }) => type)).toEqual([
      'yaml',
      'paragraph',
    ]);
    expect(parse('text\n\n---\ntitle: x\n').children.map(({ type }) => type)).not.toContain('yaml');
  });

  it('strikes with two tildes, not with one', () => {
    const html = toHtml(toHast(parse('about ~5, ~10 and ~~20~~')));
    expect(html).toBe('<p>about ~5, ~10 and <del>20</del></p>');
  });

  it('has tables, task lists, footnotes and bare addresses', () => {
    const types = new Set<string>();
    visit(parse('| a |\n| - |\n| b |\n\n- [x] c\n\nd[^1] https://e.org\n\n[^1]: f'), ({ type }) => {
      types.add(type);
    });
    expect([...types]).toEqual(
      expect.arrayContaining(['table', 'footnoteReference', 'footnoteDefinition', 'link']),
    );
  });

  it('gives every node a position', () => {
    visit(parse('# a\n\n$x$ $$y$$ ![b](c.png)\n\n:::steps\n- d\n:::'), (node) => {
      expect(node.position).toBeDefined();
    });
  });
});
