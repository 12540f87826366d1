/** Texts made to be slow or deep: what makes Markdown parsers take quadratic time or overflow the stack, at sizes that hurt. */

/** One text, made only when it is asked for: the largest are megabytes. */
export interface Pattern {
  readonly name: string;
  readonly make: () => string;
}

const many = (text: string, times: number): string => text.repeat(times);
const join = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** What is known to hurt inline parsers: delimiters, brackets, code, autolinks. */
const inlines: Pattern[] = [
  { name: 'nested strong emphasis', make: () => many('*a **a ', 65_000) + 'b' + many(' a** a*', 65_000) },
  { name: 'emphasis closers without openers', make: () => many('a_ ', 65_000) },
  { name: 'emphasis openers without closers', make: () => many('_a ', 65_000) },
  { name: 'link closers without openers', make: () => many('a]', 65_000) },
  { name: 'link openers without closers', make: () => many('[a', 65_000) },
  { name: 'mismatched openers and closers', make: () => many('*a_ ', 50_000) },
  { name: 'openers and closers, a multiple of three', make: () => `a**b${many('c* ', 50_000)}` },
  { name: 'link openers and emphasis closers', make: () => many('[ a_', 50_000) },
  { name: 'bracket, blank, bracket, parenthesis', make: () => many('[ (](', 80_000) },
  { name: 'empty image in a picture', make: () => many('![[]()', 160_000) },
  { name: 'nested brackets', make: () => many('[', 50_000) + 'a' + many(']', 50_000) },
  { name: 'growing backtick runs', make: () => join(5_000, (index) => `e${many('`', index + 1)}`) },
  { name: 'unclosed link with an angle bracket', make: () => many('[a](<b', 30_000) },
  { name: 'unclosed link', make: () => many('[a](b', 30_000) },
  { name: 'unclosed comments', make: () => `</${many('<!--', 300_000)}` },
  { name: 'unclosed CDATA', make: () => many('a <![CDATA[', 40_000) },
  { name: 'unclosed declarations', make: () => many('a <!A ', 60_000) },
  { name: 'unclosed instructions', make: () => many('a <? ', 60_000) },
  { name: 'angle brackets', make: () => many('<', 400_000) + many('>', 400_000) },
  { name: 'opening angle brackets', make: () => many('<', 800_000) },
  { name: 'blanks before a hard break', make: () => `x${many(' ', 150_000)}x  \nx` },
  { name: 'a long run of stars', make: () => many('*', 150_000) + 'a' + many('*', 150_000) },
  { name: 'alternating runs', make: () => many('**_*__', 50_000) },
  { name: 'strikethrough openers', make: () => many('~~a ', 65_000) },
  { name: 'nested strikethrough', make: () => many('~~a *a ', 30_000) + many('* ~~', 30_000) },
  { name: 'addresses that never end', make: () => `a@${many('a-', 200_000)}` },
  { name: 'names before no address', make: () => many('a+b_c.', 100_000) },
  { name: 'www without end', make: () => many('www.', 150_000) },
  { name: 'schemes', make: () => many('https://a.b/(', 40_000) },
  { name: 'parentheses in an address', make: () => `http://a.b/${many('(', 200_000)}${many(')', 200_000)}` },
  { name: 'unclosed entities', make: () => many('&#x', 200_000) },
  { name: 'backslashes', make: () => many('\\', 500_000) },
  { name: 'unclosed attribute', make: () => many('<a b="', 60_000) },
  { name: 'attributes of one tag', make: () => `<a${many(' b=c', 100_000)}` },
  { name: 'titles that never close', make: () => many('[a](b "', 40_000) },
  { name: 'unclosed formulas', make: () => many('$a ', 100_000) },
  {
    name: 'formula fences of growing length',
    make: () => join(2_000, (index) => `a${many('$', index + 1)} `),
  },
  { name: 'footnote openers', make: () => many('[^a', 65_000) },
  { name: 'picture options that never end', make: () => many('![a](b){', 30_000) },
  { name: 'shortcodes', make: () => many(':a', 200_000) },
  { name: 'a line without blanks', make: () => many('x', 1_000_000) },
  { name: 'marks over one letter', make: () => many('a\u0301\u0302\u0303', 100_000) },
];

/** What hurts block parsers: containers in containers, tables, definitions, blank lines. */
const blocks: Pattern[] = [
  { name: 'nested block quotes', make: () => `${many('> ', 50_000)}a` },
  { name: 'nested lists, a line each', make: () => join(1_000, (index) => `${many('  ', index)}* a\n`) },
  { name: 'nested lists in one line', make: () => `${many('* ', 30_000)}a` },
  { name: 'blank lines in nested lists', make: () => `${many('- ', 30_000)}x${many('\n', 30_000)}` },
  {
    name: 'blank lines in lists in a quote',
    make: () => `> ${many('- ', 30_000)}x\n${many('>\n', 30_000)}`,
  },
  { name: 'emphasis in deep quotes', make: () => many('>', 100_000) + many('a*', 100_000) },
  { name: 'alternating quotes and lists', make: () => `${many('> - ', 20_000)}a` },
  { name: 'numbered lists in one line', make: () => `${many('1. ', 30_000)}a` },
  { name: 'definitions', make: () => join(20_000, (index) => `[a${index}]: b\n`) + many('[a1] ', 20_000) },
  { name: 'definitions of one name', make: () => many('[a]: b\n', 50_000) },
  { name: 'definitions that never end', make: () => many('[a]:\n', 50_000) },
  { name: 'footnotes', make: () => join(4_000, (index) => `[^${index}]: a\n\nb[^${index}]\n\n`) },
  {
    name: 'footnotes in footnotes',
    make: () => join(2_000, (index) => `[^${index}]: a[^${index + 1}]\n\n`) + 'x[^0]',
  },
  {
    name: 'a table of many columns',
    make: () => `${many('|a', 5_000)}\n${many('|-', 5_000)}\n${many('|\n', 5_000)}`,
  },
  { name: 'a table of many rows', make: () => `|a|b|\n|-|-|\n${many('|a|b|\n', 40_000)}` },
  { name: 'table heads without end', make: () => many('|a\n|-\n', 30_000) },
  { name: 'rules', make: () => many('* * *\n', 60_000) },
  { name: 'slide breaks', make: () => many('\n---\n', 40_000) },
  { name: 'headings', make: () => many('# a\n', 30_000) },
  { name: 'underlined headings', make: () => many('a\n=\n', 40_000) },
  { name: 'code fences of growing length', make: () => join(1_500, (index) => `${many('`', index + 3)}\n`) },
  { name: 'nested elements', make: () => many('<div>', 40_000) },
  { name: 'nested elements, a line each', make: () => many('<div>\n\n', 20_000) },
  { name: 'closing tags', make: () => many('</div>\n\n', 30_000) },
  { name: 'nested formatting elements', make: () => many('<b><i>', 20_000) },
  { name: 'tables of HTML in tables', make: () => many('<table><tr><td>', 10_000) },
  { name: 'comments over slides', make: () => many('<!-- a\n\n---\n\n', 20_000) },
  { name: 'containers in containers', make: () => join(300, (index) => `${many(':', 303 - index)}notes\n`) },
  { name: 'unclosed containers', make: () => many(':::columns\n', 20_000) },
  { name: 'containers that close nothing', make: () => many(':::\n', 50_000) },
  { name: 'options of one directive', make: () => `::slide{${many('a=b ', 50_000)}}` },
  { name: 'quotes that never close in options', make: () => many('::slide{a="\n', 20_000) },
  { name: 'formula blocks', make: () => many('$$\n', 40_000) },
  { name: 'callouts in callouts', make: () => many('> [!NOTE]\n>\n> > a\n\n', 10_000) },
  { name: 'NUL characters', make: () => many('a\0', 200_000) },
  { name: 'carriage returns', make: () => many('a\r', 200_000) },
];

/** What hurts readers beside Markdown: YAML, formulas, code, styles. */
const neighbours: Pattern[] = [
  { name: 'YAML in YAML', make: () => `---\na: ${many('[', 20_000)}\n---\n# x` },
  {
    name: 'YAML aliases that double',
    make: () =>
      `---\na0: &a0 [x]\n${join(30, (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`)}---\n# x`,
  },
  { name: 'YAML that holds itself', make: () => '---\na: &a [*a]\n---\n# x' },
  { name: 'YAML keys', make: () => `---\n${join(20_000, (index) => `k${index}: 1\n`)}---\n# x` },
  { name: 'front matter without end', make: () => `---\n${many('a: b\n', 60_000)}` },
  { name: 'a long formula', make: () => `$$\n${many('a+', 50_000)}a\n$$` },
  { name: 'fractions in fractions', make: () => `$$\n${many('\\frac{1}{', 500)}x${many('}', 500)}\n$$` },
  { name: 'braces in a formula', make: () => `$$\n${many('{', 5_000)}${many('}', 5_000)}\n$$` },
  {
    name: 'a matrix',
    make: () => `$$\n\\begin{matrix}${many(`${many('a&', 100)}a\\\\`, 100)}\\end{matrix}\n$$`,
  },
  {
    name: 'a macro that doubles',
    make: () => `$$\n\\def\\a#1{#1#1}${many('\\a{', 40)}x${many('}', 40)}\n$$`,
  },
  { name: 'a formula in each word', make: () => many('$a_1$ ', 4_000) },
  { name: 'code of many lines', make: () => `\`\`\`js\n${many('let a = 1;\n', 50_000)}\`\`\`` },
  { name: 'a code line without end', make: () => `\`\`\`js\nlet a = "${many('a', 500_000)}"\n\`\`\`` },
  { name: 'code of many braces', make: () => `\`\`\`js\n${many('{', 50_000)}\n\`\`\`` },
  { name: 'a code block for each word', make: () => many('```js\na\n```\n\n', 8_000) },
  { name: 'style rules', make: () => `<style>${many('a{color:red}', 20_000)}</style>` },
  { name: 'styles in styles', make: () => `<p style="${many('a:calc(', 5_000)}">x</p>` },
  {
    name: 'comparison of many rows',
    make: () => `:::comparison\n|a|b|c|\n|-|-|-|\n${many('|a|b|c|\n', 5_000)}:::`,
  },
  {
    name: 'timeline of many events',
    make: () => `:::timeline\n${join(5_000, (index) => `- ${1000 + (index % 1000)}: a\n`)}:::`,
  },
];

/** All patterns. */
export const patterns: readonly Pattern[] = [...inlines, ...blocks, ...neighbours];
