import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { rehypeMath } from '../../src/plugins/rehype-math.js';
import { remarkSyntax } from '../../src/plugins/remark-syntax.js';

async function run(markdown: string) {
  const file = new VFile(markdown);
  const tree = toHast(unified().use(remarkParse).use(remarkSyntax).parse(file)) as Root;
  await rehypeMath()(tree, file);
  return { tree, file, html: toHtml(tree), messages: file.messages };
}

describe('a formula', () => {
  it('in a line is drawn as HTML and MathML', async () => {
    const { html, file } = await run('a $x^2$ b');
    expect(html).toMatch(
      /^<p>a <span class="math-inline"><span class="katex"><span class="katex-mathml"><math /,
    );
    expect(html).toContain('<annotation encoding="application/x-tex">x^2</annotation>');
    expect(html).toContain('<span class="katex-html" aria-hidden="true">');
    expect(file.data.usesMath).toBe(true);
  });

  it('in a block is a block', async () => {
    const { html, tree } = await run('a\n\n$$\nx^2\n$$');
    expect(html).toContain('<div class="math-display"><span class="katex-display">');
    expect(html).not.toContain('<pre>');
    expect(tree.children.at(-1)?.position?.start.line).toBe(3);
  });

  it('with two dollars in a line is display math', async () => {
    const { html } = await run('a $$x^2$$ b');
    expect(html).toContain('<span class="math-display"><span class="katex-display">');
  });

  it('has no position inside, since those of KaTeX are not of the deck', async () => {
    const { tree } = await run('$x$');
    visit(tree, 'element', (element) => {
      const { className } = element.properties;
      if (!Array.isArray(className) || !String(className[0]).startsWith('katex')) return;
      expect(element.position).toBeUndefined();
    });
  });

  it.each([
    ['$\\fra{1}{2}$', 'Undefined control sequence'],
    ['$\\frac{1}{2$', 'Unexpected end of input'],
    ['$\\href{javascript:alert(1)}{x}$', '`\\href` is not allowed'],
    ['$\\includegraphics{http://a/b.png}$', '`\\includegraphics` is not allowed'],
    ['$$\nx\n\n# The rest\n', 'Is the closing `$$` missing?'],
    ['$\\def\\a{\\a\\a}\\a$', 'Too many expansions'],
    [`$${'{'.repeat(4900)}x${'}'.repeat(4900)}$`, ''],
  ])('%# that cannot be drawn is shown as written', async (markdown, note) => {
    const { html, messages } = await run(markdown);
    expect(messages).toMatchObject([{ ruleId: 'math-invalid', line: 1, fatal: true }]);
    expect(messages[0]?.note).toContain(note);
    expect(html).toContain('<code class="math-error">');
    expect(html).not.toContain('href=');
  });

  it('that is not there costs nothing', async () => {
    const { file } = await run('from $5 to $10');
    expect(file.data.usesMath).toBeUndefined();
  });
});
