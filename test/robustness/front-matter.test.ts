/** Attacks through front matter: it configures a talk, loads nothing, grows without end for nobody, and changes no object of JavaScript. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.js';
import { loadDeck } from '../../src/output/load.js';
import { shippedFiles } from '../support.js';
import { compileHostile } from './hostile.js';

const matter = (yaml: string): string => `---\n${yaml}\n---\n\n# One\n\nwords\n`;
const many = (text: string, times: number): string => text.repeat(times);
const laughs = (last: string): string =>
  [
    `a0: &a0 [${many('lol, ', 9)}]`,
    ...Array.from(
      { length: 8 },
      (_, index) => `${index === 7 ? last : `a${index + 1}`}: &a${index + 1} [${many(`*a${index}, `, 9)}]`,
    ),
  ].join('\n');

afterEach(() => {
  const found = [...Object.keys(Object.prototype), ...('polluted' in {} ? ['polluted'] : [])];
  if (found.length > 0) throw new Error(`Unexpected \`${found.join(', ')}\` on every object`);
});

/** Number, what it is, the YAML, each message as rule and line. */
const cases: readonly (readonly [number, string, string, readonly string[]])[] = [
  [
    37,
    'aliases that double as a title',
    laughs('title'),
    [...Array.from({ length: 8 }, (_, at) => `option-unknown:${at + 2}`), 'option-value:10'],
  ],
  [38, 'a value that holds itself', 'title: &a [*a]', ['option-value:2']],
  [38, 'values that hold themselves', 'vars: &a {b: *a}', ['option-value:2']],
  [39, 'a key of the prototype', '__proto__: {polluted: 1}', ['option-unknown:2']],
  [40, 'a key of the constructor', 'constructor: {prototype: {polluted: 1}}', ['option-unknown:2']],
  [
    41,
    'a key of the prototype that is merged',
    'vars: &a\n  __proto__: {polluted: 1}\n<<: *a',
    ['option-value:2', 'option-unknown:4'],
  ],
  [42, 'a function', 'title: !!js/function "function(){}"', ['option-yaml:2']],
  [42, 'an object of Python', 'title: !!python/object:os.system x', ['option-yaml:2']],
  [42, 'a tag nobody knows', 'title: !evil x', ['option-yaml:2']],
  [44, 'brackets in brackets', `title: ${many('[', 20_000)}`, ['deck-marks:1']],
  [44, 'few brackets in brackets', `title: ${many('[', 900)}`, ['option-yaml:2']],
  [45, 'a key without end', `${many('k', 900_000)}: 1`, ['option-yaml:2']],
  [46, 'a key twice', 'title: a\ntitle: b', ['option-duplicate:3']],
  [47, 'tabs', 'title: a\nprint:\n\tlayout: slides', ['option-yaml:4']],
  [
    50,
    'values of the wrong kind',
    'title: [1]\ntheme: {}\nminutes: 1e309\nsize: -1x0\nprogress: .nan\nslide-number: .inf',
    [2, 3, 4, 5, 6, 7].map((line) => `option-value:${line}`),
  ],
  [52, 'a theme out of the folder', 'theme: ../../etc/passwd', ['option-value:2']],
  [52, 'a theme from the network', 'theme: https://evil.example/t.css', ['option-value:2']],
  [52, 'a theme that is a package nobody installed', 'theme: evil-package', ['theme-unknown:2']],
  [53, 'scripts', 'js: b.js\nscript: x', ['option-unknown:2', 'option-unknown:3']],
  [55, 'a language that ends a tag', "lang: 'en\"><script>'", ['option-value:2']],
  [55, 'a language that is none', 'lang: x_y', ['option-value:2']],
];

test.each(cases)('%i: %s', async (_number, _what, yaml, said) => {
  const { messages, html } = await compileHostile(matter(yaml));
  expect(messages.map(({ rule, line }) => `${rule}:${line}`)).toEqual(said);
  expect(html).toContain('<title>');
});

test('44: of many broken lines the first are said', async () => {
  const { messages } = await compileHostile(matter(many('a: b: c\n', 20_000)));
  expect(messages.length).toBeGreaterThan(1);
  expect(messages.length).toBeLessThan(30);
});

test('45: a value without end is the title it says it is', async () => {
  const { messages, html } = await compileHostile(matter(`title: ${many('k', 900_000)}`));
  expect(messages).toEqual([]);
  expect(html).toContain(`<title>${many('k', 900_000)}</title>`);
});

test.each([
  ['43: front matter of JavaScript is text', '---js\nprocess.exit(1)\n---\n\n# One\n', 'process.exit(1)'],
  ['43: front matter of JSON is text', '---json\n{"title": "x"}\n---\n\n# One\n', '"title"'],
  ['43: front matter of TOML is text', '+++\ntitle = "x"\n+++\n\n# One\n', 'title = "x"'],
  ['48: a second document is text', matter('title: a\n...\n---\nauthor: b'), 'author: b'],
  ['49: front matter without end', '---\ntitle: a\n\n# One\n\nwords\n', 'words'],
])('%s', async (_, text, words) => {
  const { words: shown } = await compileHostile(text);
  expect(shown).toContain(words);
});

test('48: a rule in a text of several lines is part of it', async () => {
  const { messages, html } = await compileHostile(matter('title: a\nauthor: |\n  x\n  ---\n  y'));
  expect(messages).toEqual([]);
  expect(html).toContain('<title>a</title>');
});

test.each([
  ['no', 'no'],
  ['0777', '0777'],
  ['12:30:45', '12:30:45'],
  ['2020-01-01', '2020-01-01'],
])('51: the title %s stays as it is written', async (value, title) => {
  expect((await compileHostile(matter(`title: ${value}`))).html).toContain(`<title>${title}</title>`);
});

test('54: a title with everything in it is text everywhere', async () => {
  const title = 'title: "a\\nb \\"q\\" </title><script>alert(1)</script> \\0 \\ud800"';
  for (const document of ['present', 'slides', 'notes', 'handout', 'outline'] as const) {
    const html = String((await compile(matter(title), { document }, await shippedFiles())).value);
    const scripts: string[] = [];
    visit(fromHtml(html), 'element', (element) => {
      if (element.tagName === 'script') scripts.push(toText(element));
    });
    expect(scripts.filter((script) => script.startsWith('alert'))).toEqual([]);
    expect(html.isWellFormed()).toBe(true);
    expect(html).not.toContain('\0');
  }
});

describe('names of every object', () => {
  const places: readonly ((name: string) => string)[] = [
    (name) => `---\ntitle: "{{${name}}}"\nfooter: "{${name}}"\n---\n\n# {{${name}}} {#${name}}`,
    (name) =>
      `---\nlang: ${name}\ntheme: ${name}\nbrand: ${name}\nsize: ${name}\ntransition: ${name}\n---\n\n# A`,
    (name) =>
      `---\ntokens: {${name}: red}\nstrings: {${name}: x}\nrules: {${name}: off}\nvars: {${name}: x}\ntalks: {${name}: {${name}: 1}}\nprint: {${name}: 1}\n---\n\n# A`,
    (name) =>
      `::slide{layout=${name} background=${name} class=${name} ${name}=1}\n\n# A\n\n:::columns{${name}=1}\n\nx\n\n:::`,
    (name) =>
      `:::comparison{better=${name} view=${name}}\n\n|${name}|A|B|\n|-|-|-|\n|${name}|1 ${name}|${name}|\n\n:::`,
    (name) =>
      `:::timeline{now=${name}}\n\n- **${name}** x\n- **2001** ${name}\n\n:::\n\n::${name}\n\n:::${name}\n\nx\n\n:::`,
    (name) =>
      `\`\`\`${name} title=${name} ${name}=1\nx\n\`\`\`\n\n> [!${name}]\n> x\n\n:${name}: [x](#${name}) $\\${name}$`,
    (name) =>
      `<${name} ${name}=x style="${name}:1" class=${name}>x</${name}>\n\n![a](x.png){${name}=1}\n\n<style>.${name}{${name}:1}</style>`,
  ];
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    '39, 40: `%s` means nothing anywhere',
    async (name) => {
      for (const place of places) {
        const { html, messages } = await compileHostile(place(name));
        expect(html.replace(/<script[^]*?<\/script>/g, '')).not.toMatch(/native code|\[object /);
        expect(messages.filter(({ text }) => /native code|\[object /.test(text))).toEqual([]);
      }
    },
  );
});

describe('with files', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lectern-matter-'));
    await writeFile(path.join(folder, 'own.css'), 'p { color: red }');
    await writeFile(path.join(folder, 'lectern.config.mjs'), 'globalThis.polluted = true; process.exit(1);');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('53: a deck of trust `safe` brings no style, and its author cannot raise the trust', async () => {
    const deck = path.join(folder, 'deck.md');
    await writeFile(deck, matter('css: own.css\ntrust: full'));
    const { sources } = await loadDeck(deck, {}, await shippedFiles());
    for (const [trust, rules] of [
      ['safe', ['css-missing']],
      ['default', []],
    ] as const) {
      const file = await compile(matter('css: own.css\ntrust: full'), { trust }, sources);
      expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(rules);
    }
  });

  test('56: a configuration beside or above the deck is never run', async () => {
    const deck = path.join(folder, 'inner.md');
    await writeFile(deck, matter('title: x'));
    const { asked } = await loadDeck(deck, {}, await shippedFiles());
    expect([...asked].filter((name) => name.includes('config'))).toEqual([]);
    expect((globalThis as Record<string, unknown>).polluted).toBeUndefined();
  });
});
