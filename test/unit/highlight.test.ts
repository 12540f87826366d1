import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as hastToString } from 'hast-util-to-string';
import { toHast } from 'mdast-util-to-hast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { grammars, languageNames } from '../../src/plugins/highlight/grammars.js';
import { rehypeHighlight } from '../../src/plugins/rehype-highlight.js';

const transform = rehypeHighlight();

async function run(markdown: string) {
  const file = new VFile(markdown);
  const tree = toHast(unified().use(remarkParse).parse(file)) as Root;
  const text = hastToString(tree);
  await transform(tree, file);
  // No character of the code may be lost.
  expect(hastToString(tree)).toBe(text);
  return { tree, html: toHtml(tree), messages: file.messages };
}

const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\`\n`;

describe('code', () => {
  it('gets the classes of highlight.js', async () => {
    const { html, messages } = await run(fence('js', 'let a = "b"'));
    expect(html).toContain('<code class="language-js hljs"><span class="hljs-keyword">let</span> a');
    expect(messages).toEqual([]);
  });

  it('keeps the position of its block', async () => {
    const { tree } = await run(`a\n\n${fence('js', 'x')}`);
    expect(tree.children.at(-1)?.position?.start.line).toBe(3);
  });

  it('colours the languages inside a language', async () => {
    const { html } = await run(fence('html', '<script>let a</script>'));
    expect(html).toContain('<span class="hljs-keyword">let</span>');
  });

  it.each(['', 'text', 'plain', 'none', 'TXT'])('is plain in %j without a message', async (language) => {
    const { html, messages } = await run(fence(language, 'let a'));
    expect(html).toContain('>let a\n</code>');
    expect(messages).toEqual([]);
  });

  it('ignores what follows the language', async () => {
    expect((await run(fence('JS{1,3}', 'let a'))).html).toContain('hljs-keyword');
    expect((await run(fence('js[2-3]', 'let a'))).html).toContain('hljs-keyword');
  });

  it('is plain in an unknown language, with a suggestion', async () => {
    const { html, messages } = await run(`a\n\n${fence('pyhton', 'x = 1')}`);
    expect(html).toContain('<code class="language-pyhton hljs">x = 1');
    expect(messages).toMatchObject([
      { ruleId: 'code-language-unknown', line: 3, note: 'Did you mean `python`?', expected: ['python'] },
    ]);
  });

  it.each([
    ['a line', 'x'.repeat(2_001)],
    ['a block', 'let a\n'.repeat(9_000)],
  ])('is plain where %s is too long', async (_, code) => {
    const { html, messages } = await run(fence('ts', code));
    expect(html).not.toContain('hljs-');
    expect(messages).toMatchObject([{ ruleId: 'code-too-long' }]);
  });

  it.each(['mermaid', 'plantuml', 'dot', 'd2'])('in %s is a diagram', async (language) => {
    const { messages } = await run(fence(language, 'a -> b'));
    expect(messages).toMatchObject([{ ruleId: 'code-diagram', fatal: undefined }]);
  });

  it('in a line and in formulas is left alone', async () => {
    expect((await run('`let a`')).html).toBe('<p><code>let a</code></p>');
    expect((await run(fence('math', 'x^2'))).html).not.toContain('hljs');
  });
});

describe('the table of languages', () => {
  it('has every name once, lower case', () => {
    expect(languageNames).toEqual([...new Set(languageNames.map((name) => name.toLowerCase()))]);
  });

  it.each(grammars.map((grammar) => [grammar.names[0]]))('loads %s', async (name) => {
    const { messages } = await run(fence(name, 'a = "b" # c'));
    expect(messages).toEqual([]);
  });
});
