/** What the command loads before it works: every module costs a cold start, and most decks need few. Counted, not timed. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../support.js';
import { makeFolder, runCli } from './run-cli.js';

const library = pathToFileURL(path.join(projectFolder, 'dist', 'lib')).href;

/** Run the command and list the files it loads, chunks without the hash in their names. */
async function listModules(args: readonly string[], deck = ''): Promise<string[]> {
  const folder = makeFolder({ 'talk.md': deck, 'coverage/.keep': '' });
  const coverage = path.join(folder, 'coverage');
  await runCli(args, folder, { NODE_V8_COVERAGE: coverage, XDG_CACHE_HOME: path.join(folder, 'cache') });
  const reports = readdirSync(coverage).filter((name) => name.endsWith('.json'));
  const urls = reports.flatMap((name): string[] => {
    const { result } = JSON.parse(readFileSync(path.join(coverage, name), 'utf8')) as {
      readonly result: readonly { readonly url: string }[];
    };
    return result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
  });
  return [...new Set(urls)].map((url) => url.replace(`${library}/`, '').replace(/-[A-Z0-9]{8}\.js$/, '.js'));
}

const build = ['build', 'talk.md'];
const lazy = /puppeteer|katex|highlighter|load-remote|launch-editor|gemoji|post-pass|picomatch|tinyglobby/;

describe('the command', () => {
  test('loads a handful of modules to say its version, all of them its own', async () => {
    const modules = await listModules(['--version']);
    expect(modules).toContain('cli.js');
    expect(modules.filter((name) => name.startsWith('file:'))).toEqual([]);
    expect(modules.length).toBeLessThanOrEqual(8);
  });

  test('loads to build what every deck needs, and nothing of another package', async () => {
    const modules = await listModules(build, '# A\n\n- a\n\n---\n\n# B\n\n| a | b |\n| - | - |\n| 1 | 2 |\n');
    expect(modules.filter((name) => name.startsWith('file:') || lazy.test(name))).toEqual([]);
    expect(modules.length).toBeLessThanOrEqual(25);
  });

  test.each([
    ['code', '```js\nlet a;\n```', /highlighter|javascript/, 2],
    ['a formula', '$x^2$', /katex/, 1],
    ['a name of an emoji', ':rocket:', /gemoji/, 1],
  ])('loads one thing more for %s', async (_name, text, expected, count) => {
    const plain = await listModules(build, '# A\n\nText.\n');
    const modules = await listModules(build, `# A\n\n${text}\n`);
    const more = modules.filter((name) => !plain.includes(name));
    expect(more.filter((name) => expected.test(name))).toHaveLength(count);
    expect(modules.length - plain.length).toBeLessThanOrEqual(count + 1);
  });
});
