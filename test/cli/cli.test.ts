/** The command line as a person uses it: processes, files, exit codes. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../support.js';
import { makeFolder, runCli, startCli } from './run-cli.js';

const deck =
  '---\ntitle: A talk\n---\n\n# A talk\n\nBy me\n\n---\n\n## Second\n\n:::notes\n\nSay it.\n\n:::\n';

describe('help and version', () => {
  test('lists the commands', async () => {
    const { code, stdout } = await runCli(['--help'], makeFolder());
    expect(code).toBe(0);
    for (const name of ['build', 'print', 'present', 'check', 'doctor'])
      expect(stdout).toContain(`  ${name}`);
  });

  test.each(['build', 'print', 'present', 'check', 'doctor'])(
    '%s --help shows options and examples',
    async (name) => {
      const { code, stdout } = await runCli([name, '--help'], makeFolder());
      expect(code).toBe(0);
      expect(stdout).toMatch(/Usage: lectern/);
      expect(stdout).toMatch(/Examples:\n {2}lectern/);
      expect(stdout).toContain('--json');
    },
  );

  test('prints the version', async () => {
    const { stdout } = await runCli(['--version'], makeFolder());
    expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('without a command shows the help and exits with 2', async () => {
    const { code, stdout } = await runCli([], makeFolder());
    expect(code).toBe(2);
    expect(stdout).toContain('Usage:');
  });
});

describe('build', () => {
  test('writes one HTML file and says how many slides carry notes', async () => {
    const folder = makeFolder({ 'talk.md': deck });
    const { code, stdout } = await runCli(['build', 'talk.md'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain(path.join('dist', 'slides', 'talk', 'index.html'));
    expect(stdout).toContain('1 slide carries speaker notes');
    expect(stdout).toContain('--no-notes');
    const html = readFileSync(path.join(folder, 'dist/slides/talk/index.html'), 'utf8');
    expect(html).toContain('Say it.');
  });

  test('--no-notes leaves the notes out of the bytes', async () => {
    const folder = makeFolder({ 'talk.md': deck });
    await runCli(['build', 'talk.md', '--no-notes'], folder);
    expect(readFileSync(path.join(folder, 'dist/slides/talk/index.html'), 'utf8')).not.toContain('Say it.');
  });

  test('takes folders and globs, several decks in one run, and tells decks of one name apart', async () => {
    const folder = makeFolder({ 'a/deck.md': deck, 'b/talk.md': deck, 'c/talk.md': deck });
    const { code } = await runCli(['build', 'a', '*/talk.md', '--out', 'public'], folder);
    expect(code).toBe(0);
    for (const name of ['a', 'b-talk', 'c-talk'])
      expect(existsSync(path.join(folder, 'public', name, 'index.html'))).toBe(true);
  });

  test('a deck with errors is written all the same, exit 1, with file, line and rule', async () => {
    const folder = makeFolder({ 'talk.md': '## One\n\n![A picture](none.png)\n' });
    const { code, stderr } = await runCli(['build', 'talk.md'], folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^talk\.md:3:1 error Unexpected path `none\.png`, expected .* image-missing$/m);
    expect(existsSync(path.join(folder, 'dist/slides/talk/index.html'))).toBe(true);
  });

  test('--strict counts warnings', async () => {
    const folder = makeFolder({ 'talk.md': '---\ntitel: x\n---\n\n## One\n' });
    expect((await runCli(['build', 'talk.md'], folder)).code).toBe(0);
    expect((await runCli(['build', 'talk.md', '--strict'], folder)).code).toBe(1);
  });

  test('--json prints results and messages, and nothing else on stdout', async () => {
    const folder = makeFolder({ 'talk.md': '## One\n\n[x](#nowhere)\n' });
    const { code, stdout } = await runCli(['build', 'talk.md', '--json'], folder);
    expect(code).toBe(1);
    const { decks } = JSON.parse(stdout);
    expect(decks[0]).toMatchObject({ deck: 'talk', slides: [{ id: 'one', title: 'One' }] });
    expect(decks[0].messages[0]).toMatchObject({ ruleId: 'link-slide-missing', line: 3, severity: 'error' });
  });

  test('a medium over the limit lies beside the file, and that is said', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="${'M0 0 '.repeat(400)}"/></svg>`;
    const folder = makeFolder({ 'talk.md': '## One\n\n![x](x.svg)\n', 'x.svg': svg });
    const { stderr } = await runCli(['build', 'talk.md', '--inline-limit', '1000'], folder);
    expect(stderr).toContain('asset-not-inlined');
    const html = readFileSync(path.join(folder, 'dist/slides/talk/index.html'), 'utf8');
    const source = /src="(talk\.assets\/x-[0-9a-f]+\.svg)"/.exec(html)?.[1] ?? '';
    expect(readFileSync(path.join(folder, 'dist/slides/talk', source), 'utf8')).toBe(svg);
  });
});

describe('what the environment refuses, exit 2 with a hint', () => {
  test.each([
    ['a missing deck', ['build', 'none.md'], /There is no `none\.md`/],
    ['a folder without a deck', ['build', '.'], /folder without a deck/],
    ['a glob without a match', ['build', '*.nothing'], /No file matches/],
    ['no deck at all', ['build'], /No deck is named/],
    ['an unknown command', ['biuld', 'x.md'], /Did you mean `build`/],
    ['an unknown option', ['build', 'x.md', '--them', 'ink'], /Did you mean `--theme`/],
    ['an option without its value', ['build', 'x.md', '--out'], /Option `--out` is not complete/],
    ['a trust level that does not exist', ['build', 'x.md', '--trust', 'total'], /no level/],
    [
      'a print document that does not exist',
      ['print', 'x.md', '--layout', 'poster'],
      /Give a list of `slides`/,
    ],
  ])('%s', async (_, args, message) => {
    const { code, stderr } = await runCli(args, makeFolder(args.includes('x.md') ? { 'x.md': deck } : {}));
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('an output folder that is a file', async () => {
    const folder = makeFolder({ 'talk.md': deck, dist: 'a file' });
    const { code, stderr } = await runCli(['build', 'talk.md'], folder);
    expect(code).toBe(2);
    expect(stderr).toMatch(/lectern: .*dist/);
  });

  test('no browser: the hint names the ways to get one, and the old PDF stays', async () => {
    const folder = makeFolder({ 'talk.md': deck });
    mkdirSync(path.join(folder, 'dist/slides/talk'), { recursive: true });
    writeFileSync(path.join(folder, 'dist/slides/talk/slides.pdf'), 'old');
    const { code, stderr } = await runCli(['print', 'talk.md', '--browser', '/nowhere/chrome'], folder);
    expect(code).toBe(2);
    expect(stderr).toContain('--browser');
    expect(readFileSync(path.join(folder, 'dist/slides/talk/slides.pdf'), 'utf8')).toBe('old');
  });
});

describe('a browser that fails', () => {
  test('one that ends at once: exit 2, no file left, the old PDF untouched', async () => {
    const folder = makeFolder({
      'talk.md': deck,
      'dist/slides/talk/slides.pdf': 'old',
      'browser.sh': '#!/bin/sh\nexit 1\n',
    });
    chmodSync(path.join(folder, 'browser.sh'), 0o755);
    const { code, stderr } = await runCli(['print', 'talk.md'], folder, { LECTERN_BROWSER: './browser.sh' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^lectern: .*browser/im);
    expect(readdirSync(path.join(folder, 'dist/slides/talk'))).toEqual(['slides.pdf']);
    expect(readFileSync(path.join(folder, 'dist/slides/talk/slides.pdf'), 'utf8')).toBe('old');
  });
});

describe('a bug', () => {
  test('exits with 70, says so with the trace, and asks for a report', async () => {
    // The package with a font list that cannot be read: nothing a person did, nothing the code expects.
    const folder = makeFolder({ 'talk.md': deck });
    cpSync(path.join(projectFolder, 'dist', 'lib'), path.join(folder, 'dist', 'lib'), { recursive: true });
    symlinkSync(path.join(projectFolder, 'node_modules'), path.join(folder, 'node_modules'));
    writeFileSync(path.join(folder, 'dist/lib/assets/fonts/fonts.json'), '{');
    const { status, stderr } = spawnSync(process.execPath, ['dist/lib/cli.js', 'build', 'talk.md'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status).toBe(70);
    expect(stderr).toMatch(/this is a bug in Lectern[^]*at [^]*report it/);
  });
});

describe('a reader that has seen enough', () => {
  test('closes the pipe without a crash', async () => {
    const folder = makeFolder({ 'talk.md': deck });
    const child = startCli(['check', 'talk.md'], folder);
    child.stdout?.destroy();
    let stderr = '';
    child.stderr?.on('data', (data: Buffer) => (stderr += String(data)));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});

describe('doctor', () => {
  test('names every part and its state, also as JSON', async () => {
    const { code, stdout } = await runCli(['doctor', '--browser', 'embedded', '--json'], makeFolder());
    const { ready, findings } = JSON.parse(stdout);
    expect(ready).toBe(code === 0);
    const names = findings.map((finding: { name: string }) => finding.name).join(' ');
    for (const part of ['Node', 'browser', 'sandbox', 'fonts', 'output folder'])
      expect(names).toContain(part);
  });

  test('names the cure where there is no browser', async () => {
    const { code, stdout } = await runCli(['doctor', '--browser', '/nowhere/chrome'], makeFolder());
    expect(code).toBe(2);
    expect(stdout).toMatch(/^bad .*browser[^]*--browser/m);
  });
});

describe('progress', () => {
  test('is shown on a terminal once work takes over half a second, and never in a pipe', async () => {
    const folder = makeFolder({ 'talk.md': deck });
    const { stderr } = await runCli(['print', 'talk.md'], folder);
    expect(stderr).not.toContain('printing slides');
  });
});

describe('present', () => {
  test('serves the talk on the loopback and ends with 130 when interrupted', async () => {
    const child = startCli(
      ['present', 'talk.md', '--no-open', '--port', '0'],
      makeFolder({ 'talk.md': deck }),
    );
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout?.on('data', (data: Buffer) => {
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(data))?.[0];
        if (found) resolve(found);
      });
      child.on('close', () => reject(new Error('ended before it served')));
    });
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>A talk</title>');
    expect((await fetch(`${url}package.json`)).status).toBe(404);
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
  });

  test('a taken port is said with the cure', async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, '127.0.0.1', () => resolve((holder.address() as { port: number }).port));
    });
    try {
      const { code, stderr } = await runCli(
        ['present', 'talk.md', '--no-open', '--port', String(port)],
        makeFolder({ 'talk.md': deck }),
      );
      expect(code).toBe(2);
      expect(stderr).toMatch(/in use[^]*--port/);
    } finally {
      holder.close();
    }
  });
});

describe('check', () => {
  test('says that a deck is fine', async () => {
    const { code, stdout } = await runCli(
      ['check', 'talk.md', '--no-browser'],
      makeFolder({ 'talk.md': deck }),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('1 deck, 2 slides: fine');
  });

  test('writes nothing and exits with 1 on errors', async () => {
    const folder = makeFolder({ 'talk.md': '' });
    const { code, stderr } = await runCli(['check', 'talk.md'], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('deck-empty');
    expect(existsSync(path.join(folder, 'dist'))).toBe(false);
  });
});
