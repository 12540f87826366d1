/** Every example of README.md does what it says: decks compile without a message, library examples run. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Code, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { globSync } from 'tinyglobby';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { formatMessages } from '../src/diagnostics/format.js';
import { compileText, projectFolder } from './support.js';

const run = promisify(execFile);

/** Pages whose examples are tests: the README and those of the components. */
const pages = ['README.md', ...globSync('src/components/*/README.md', { cwd: projectFolder })].sort();

function examples(page: string, lang: string): Code[] {
  const tree: Root = unified()
    .use(remarkParse)
    .parse(readFileSync(path.join(projectFolder, page), 'utf8'));
  const found: Code[] = [];
  visit(tree, 'code', (node) => {
    if (node.lang === lang) found.push(node);
  });
  return found;
}

const decks = pages.flatMap((page) =>
  examples(page, 'markdown').map((code) => [`${page}:${code.position?.start.line}`, code.value] as const),
);

describe('decks in the documentation', () => {
  test.each(decks)('%s compiles', async (_, text) => {
    const { file } = await compileText(text);
    const errors = file.messages.filter((message) => message.fatal !== undefined);
    expect(errors.length === 0 ? '' : formatMessages(file)).toBe('');
    expect(file.data.slides?.length).toBeGreaterThan(0);
  });
});

describe('library examples in README.md', () => {
  const scripts = examples('README.md', 'js').map((code) => [code.position?.start.line, code.value] as const);
  const firstDeck = examples('README.md', 'markdown')[0]?.value ?? '';

  test.each(scripts)('line %s runs', async (_, script) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lectern-readme-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(path.join(folder, 'node_modules'));
    symlinkSync(projectFolder, path.join(folder, 'node_modules', 'lectern'));
    writeFileSync(path.join(folder, 'talk.md'), firstDeck);
    writeFileSync(path.join(folder, 'example.mjs'), script);
    const { stdout, stderr } = await run(process.execPath, ['example.mjs'], { cwd: folder });
    expect(stderr).toBe('');
    expect(stdout.trim()).not.toBe('');
  });

  test('a program of somebody else type-checks against the package', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lectern-types-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(path.join(folder, 'node_modules'));
    symlinkSync(projectFolder, path.join(folder, 'node_modules', 'lectern'));
    const program = `import { compile, loadPackage, type PrintOptions } from 'lectern';
const options: PrintOptions = { layouts: ['slides', 'handout'] };
const file = await compile('# Hello', {}, await loadPackage());
export const facts: readonly [number, string, PrintOptions] = [file.data.slides?.length ?? 0, file.data.deck?.title ?? '', options];
`;
    writeFileSync(path.join(folder, 'program.mts'), program);
    const tsc = path.join(projectFolder, 'node_modules', '.bin', 'tsc');
    const args = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--skipLibCheck',
      'program.mts',
    ];
    const { stdout } = await run(tsc, args, { cwd: folder });
    expect(stdout).toBe('');
  });

  test('every name of the library is in the table of README.md', async () => {
    const names = Object.keys(await import('../src/index.js'));
    const readme = readFileSync(path.join(projectFolder, 'README.md'), 'utf8');
    expect(names.filter((name) => !readme.includes(name))).toEqual([]);
  });
});
