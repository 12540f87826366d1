/** Real browsers print sealed pages, and nothing of them is left however they end. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { findEmbedded } from '../../src/output/browser/embedded.js';
import { type FoundBrowser, findBrowser } from '../../src/output/browser/find-browser.js';
import { launchBrowser, type RunningBrowser, withBrowser } from '../../src/output/browser/launch.js';
import { printToPdf, screenshot } from '../../src/output/browser/print-page.js';
import { descendants } from '../../src/output/browser/process-tree.js';
import { diagnose } from '../../src/output/doctor.js';
import { finishPdf, updateSkiaFiles } from '../../src/output/pdf/post-pass.js';
import { UserError } from '../../src/user-error.js';

const require = createRequire(import.meta.url);
/** One cache for all tests, so that the browser is unpacked once where the unpacking is not what is tested. */
const cache = await mkdtemp(join(tmpdir(), 'browser-test-cache-'));
const env = { HOME: cache, XDG_CACHE_HOME: cache, PATH: '' };
const found = await findAll();
let folder = '';

afterAll(() => rm(cache, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'browser-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The browsers of this machine; one that is missing is skipped, and its line says why. */
async function findAll(): Promise<{ name: string; browser: FoundBrowser | undefined }[]> {
  const full = ['/usr/bin/google-chrome', '/usr/bin/chromium'].find((path) => existsSync(path));
  return [
    { name: 'the embedded browser', browser: await tryFind('embedded') },
    { name: 'the browser of the system', browser: await tryFind('system') },
    { name: 'a full browser', browser: full === undefined ? undefined : await tryFind(full) },
  ].map(({ name, browser }) => ({ name: browser ? name : `${name} (not on this machine)`, browser }));
}

async function tryFind(choice: string): Promise<FoundBrowser | undefined> {
  return findBrowser({ choice, env }).catch(() => undefined);
}

const embedded = found[0]?.browser;
const fastest = found.find(({ browser }) => browser !== undefined)?.browser;
const packageFolder = embedded && join(require.resolve('@sparticuz/chromium'), '../../..');

function deck(slides: number, more = ''): string {
  const sections = Array.from(
    { length: slides },
    (_, index) =>
      `<section id="s${index}"><h2>Slide ${index}</h2><p>Grüße <a href="#s1">to one</a></p></section>`,
  );
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>T</title>' +
    '<style>@page{size:1280px 720px;margin:0}body{margin:0}section{height:720px;overflow:hidden;contain:paint;break-after:page}' +
    `section:last-of-type{break-after:auto}</style>${sections.join('').replace(/<\/section>$/, `${more}</section>`)}`
  );
}

const facts = { title: 'Größe', author: 'Ada', lang: 'de', pageLabels: ['Slide 1', 'Slide 2'] };

describe.each(found)('$name', ({ browser: candidate }) => {
  let running: RunningBrowser;

  beforeAll(async () => {
    if (candidate) running = await launchBrowser({ found: candidate, env });
  });
  afterAll(() => running?.close());

  it.skipIf(candidate === undefined)('prints a page a slide, one job after another, in one tab', async () => {
    for (const slides of [2, 3]) {
      const { pdf, blocked } = await printToPdf(running.browser, { html: deck(slides) });
      const document = await PDFDocument.load(pdf);
      expect(document.getPageCount()).toBe(slides);
      expect(document.getPage(0).getSize()).toEqual({ width: 960, height: 540 });
      expect(blocked).toEqual([]);
    }
    expect(await running.browser.pages()).toHaveLength(1);
  });

  it.skipIf(candidate === undefined)('prints jobs at the same time in tabs of their own', async () => {
    const counts = [1, 2, 3];
    const prints = await Promise.all(counts.map((n) => printToPdf(running.browser, { html: deck(n) })));
    const documents = await Promise.all(prints.map(({ pdf }) => PDFDocument.load(pdf)));
    expect(documents.map((document) => document.getPageCount())).toEqual(counts);
  });

  it.skipIf(candidate === undefined)(
    'gives equal bytes in two runs, completed without reading the whole file',
    async () => {
      const first = await printToPdf(running.browser, { html: deck(2) });
      const second = await withBrowser({ found: running.found, env }, ({ browser }) =>
        printToPdf(browser, { html: deck(2) }),
      );
      expect(updateSkiaFiles([first.pdf], facts)).toBeDefined();
      const [one, two] = [await finishPdf(first.pdf, facts), await finishPdf(second.pdf, facts)];
      expect(Buffer.compare(one, two)).toBe(0);
      const document = await PDFDocument.load(one, { updateMetadata: false });
      expect([document.getTitle(), document.getAuthor()]).toEqual(['Größe', 'Ada']);
      const expected = ['StructTreeRoot', 'Outlines', 'Dests', 'Metadata', 'PageLabels'];
      expect(expected.filter((key) => !document.catalog.has(PDFName.of(key)))).toEqual([]);
    },
  );

  it.skipIf(candidate === undefined)('makes links between slides', async () => {
    const { pdf } = await printToPdf(running.browser, { html: deck(2) });
    const document = await PDFDocument.load(await finishPdf(pdf, facts), { updateMetadata: false });
    const links = document.getPage(0).node.lookup(PDFName.of('Annots'), PDFArray);
    const target = links.lookup(0, PDFDict).get(PDFName.of('Dest'));
    expect(String(target)).toBe('/s1');
    const place = document.catalog.lookup(PDFName.of('Dests'), PDFDict).lookup(PDFName.of('s1'), PDFArray);
    expect(place.get(0)).toBe(document.getPage(1).ref);
  });

  it.skipIf(candidate === undefined)('serves assets and takes pictures', async () => {
    const html = deck(1, '<img src="img/a%20b.svg" style="position:absolute;left:0;top:0">');
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30H0z"/></svg>';
    const assets = new Map([['img/a b.svg', { body: Buffer.from(svg), type: 'image/svg+xml' }]]);
    const options = { html, assets, width: 300, height: 200 };
    const page = await screenshot(running.browser, options);
    const picture = await screenshot(running.browser, { ...options, selector: 'img' });
    expect([...page.blocked, ...picture.blocked]).toEqual([]);
    expect(sizeOf(page.png)).toEqual([300, 200]);
    expect(sizeOf(picture.png)).toEqual([40, 30]);
  });

  it.skipIf(candidate === undefined)(
    'opens no connection, runs no script, and names what it was asked for',
    async () => {
      const server = await countingServer();
      const { pdf, blocked } = await printToPdf(running.browser, { html: hostile(server.url) });
      expect(server.connections()).toBe(0);
      await server.close();
      expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1);
      for (const path of ['image', 'style', 'refresh', 'iframe'])
        expect(blocked).toContain(`${server.url}${path}`);
      expect(blocked).toContain('http://deck.invalid/missing.png');
      expect(blocked.filter((url) => url.endsWith('script'))).toEqual([]);
    },
  );

  it.skipIf(candidate === undefined)('120: gives up a page in time and prints the next', async () => {
    const late: unknown = await printToPdf(running.browser, { html: deck(400), timeoutMs: 5 }).catch(
      (e) => e,
    );
    expect(late).toMatchObject({ name: 'UserError', code: 'browser-timeout' });
    const { pdf } = await printToPdf(running.browser, { html: deck(1) });
    expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1);
  });
});

/** Width and height of a PNG. */
function sizeOf(png: Uint8Array): number[] {
  const view = Buffer.from(png);
  return [view.readUInt32BE(16), view.readUInt32BE(20)];
}

async function countingServer() {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    connections: () => connections,
    close: () => new Promise((done) => server.close(done)),
  };
}

function hostile(url: string): string {
  return deck(
    1,
    `<meta http-equiv="refresh" content="0;url=${url}refresh"><link rel="stylesheet" href="${url}style">
    <link rel="preconnect" href="${url}"><link rel="dns-prefetch" href="${url}"><link rel="prefetch" href="${url}prefetch">
    <img src="${url}image"><img src="missing.png"><iframe src="${url}iframe"></iframe><iframe src="file:///etc/passwd"></iframe>
    <object data="${url}object"></object><embed src="${url}embed"><video src="${url}video" autoplay></video>
    <p style="background:url(${url}background)">x</p><script src="${url}script"></script>
    <script>new WebSocket('${url.replace('http', 'ws')}'); fetch('${url}fetch'); document.title = 'run'</script>`,
  );
}

describe('findBrowser', () => {
  const nothing = { env, places: [], packageFolder: '/nonexistent' };

  it('123: names the ways to get a browser when there is none', async () => {
    for (const choice of ['system', join(folder, 'missing')]) {
      const error: unknown = await findBrowser({ ...nothing, choice }).catch((reason) => reason);
      expect(error).toMatchObject({ code: 'browser-not-found' });
      const hint = error instanceof UserError ? error.hint : '';
      for (const way of ['@sparticuz/chromium', 'chromium-headless-shell', '--browser', 'LECTERN_BROWSER']) {
        expect(hint).toContain(way);
      }
    }
  });

  it('prefers a shell to a full browser, whatever the order of PATH', async () => {
    const folders = [join(folder, 'one'), join(folder, 'two')];
    for (const [index, name] of ['chromium', 'chrome-headless-shell'].entries()) {
      await mkdir(folders[index] ?? '');
      await script(join(folders[index] ?? '', name), 'exit 0');
    }
    const browser = await findBrowser({ env: { PATH: folders.join(':') }, places: [] });
    expect(browser).toEqual({
      kind: 'system',
      shell: true,
      executablePath: join(folder, 'two/chrome-headless-shell'),
    });
  });

  it('takes a path as it is', async () => {
    const path = await script(join(folder, 'mine'), 'exit 0');
    expect(await findBrowser({ ...nothing, choice: path })).toEqual({
      kind: 'path',
      executablePath: path,
      shell: false,
    });
  });
});

describe.skipIf(embedded === undefined)(
  'the embedded browser (skipped where npm did not install @sparticuz/chromium)',
  () => {
    it('prints with an empty PATH, with the NSS library it was unpacked with', async () => {
      const options = { choice: 'embedded', env };
      await withBrowser(options, async ({ browser, pid }) => {
        await printToPdf(browser, { html: '<p>Hello' });
        const maps = [pid, ...descendants(pid)].map(mapsOf).join('\n');
        const libraries = new Set(maps.match(/\/\S*libnss3\.so/g));
        expect([...libraries]).toEqual([join(cache, 'lectern', nameOfUnpacked(), 'lib/libnss3.so')]);
      });
    });

    it.runIf(mayHideFonts())('shows text where no font is installed (needs root to hide them)', async () => {
      const hide = ['/etc/fonts', '/usr/share/fonts', '/var/cache/fontconfig'].filter((path) =>
        existsSync(path),
      );
      const mounts = hide.map((path) => `mount --bind "$0" ${path}`).join(' && ');
      const path = join(folder, 'browser');
      const empty = join(folder, 'empty');
      await mkdir(empty);
      const real = assertFound(embedded);
      await script(
        path,
        `exec /usr/bin/unshare -m /bin/sh -c '${mounts}; exec "$@"' ${empty} ${real.executablePath} "$@"`,
      );
      const { pdf } = await withBrowser({ env, found: { ...real, executablePath: path } }, ({ browser }) =>
        printToPdf(browser, { html: '<p style="font-family:Nope,monospace">Hello' }),
      );
      expect(Buffer.from(pdf).toString('latin1')).toContain('OpenSans');
    });

    it('unpacks a damaged copy again', async () => {
      const own = join(cache, 'lectern', nameOfUnpacked());
      await truncate(join(own, 'chromium'), 1000);
      await findEmbedded(env);
      const { pdf } = await withBrowser({ env, choice: 'embedded' }, ({ browser }) =>
        printToPdf(browser, { html: deck(1) }),
      );
      expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1);
    });

    it('is unpacked once by runs that start together, and leaves nothing else', async () => {
      const together = await Promise.all([1, 2].map(() => findEmbedded({ XDG_CACHE_HOME: folder })));
      expect(new Set(together.map((browser) => browser?.executablePath)).size).toBe(1);
      expect(await readdir(join(folder, 'lectern'))).toEqual([nameOfUnpacked()]);
    });

    it('139: goes to a temporary folder when the cache cannot be written', async () => {
      await writeFile(join(folder, 'file'), '');
      const browser = await findEmbedded({ XDG_CACHE_HOME: join(folder, 'file') });
      expect(browser?.executablePath.startsWith(join(tmpdir(), 'lectern-browser-'))).toBe(true);
      expect(existsSync(browser?.executablePath ?? '')).toBe(true);
      // It goes when its process ends, which for this one is after all tests.
      await rm(dirname(browser?.executablePath ?? ''), { recursive: true });
    });

    it('says that the package is damaged', async () => {
      await mkdir(join(folder, 'bin'));
      await writeFile(join(folder, 'package.json'), '{"version":"1.0.0"}');
      for (const name of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'])
        await writeFile(join(folder, 'bin', name), 'no brotli');
      const error: unknown = await findEmbedded({ XDG_CACHE_HOME: folder }, folder).catch((reason) => reason);
      expect(error).toMatchObject({ code: 'package-damaged' });
      expect(await readdir(join(folder, 'lectern'))).toEqual([]);
    });
  },
);

function mayHideFonts(): boolean {
  return existsSync('/usr/bin/unshare') && spawnSync('/usr/bin/unshare', ['-m', '/bin/true']).status === 0;
}

function mapsOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/maps`, 'utf8');
  } catch {
    return '';
  }
}

function assertFound<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Unexpected absence of the embedded browser');
  return value;
}

function nameOfUnpacked(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder ?? '', 'package.json'), 'utf8'));
  return `chromium-${version}-linux-x64`;
}

/** Write a program that pretends to be a browser. */
async function script(path: string, body: string): Promise<string> {
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return path;
}

function isRunning(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // A zombie has ended; only its number waits for init.
    return stat.charAt(stat.lastIndexOf(')') + 2) !== 'Z';
  } catch {
    return false;
  }
}

/** Processes end when the machine gets to it. */
const patiently = { timeout: 60_000 };

async function profiles(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith(`lectern-profile-${process.pid}-`));
}

async function pidsOf(path: string): Promise<number[]> {
  return (await readFile(`${path}.pids`, 'utf8')).trim().split('\n').map(Number);
}

describe('a browser that fails', () => {
  /** It and its child note their ids; the child has a process group of its own and ignores polite signals. */
  const HANGS =
    'echo $$ > "$0.pids"\nsetsid sh -c \'trap "" TERM HUP; sleep 1000\' &\necho $! >> "$0.pids"\nwait';

  it('that hangs is given up in time, and all of it ends', async () => {
    const path = await script(join(folder, 'hangs'), HANGS);
    const started = performance.now();
    const error: unknown = await launchBrowser({ choice: path, env, startTimeoutMs: 1500 }).catch((e) => e);
    expect(error).toMatchObject({ name: 'UserError', code: 'browser-timeout' });
    // It would hang for 1,000 s; how soon it is given up after its limit is up to the machine.
    expect(performance.now() - started).toBeLessThan(20_000);
    const pids = await pidsOf(path);
    expect(pids).toHaveLength(2);
    await vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), patiently);
    expect(await profiles()).toEqual([]);
  });

  it('that is interrupted while it starts ends with the reason of the signal', async () => {
    const path = await script(join(folder, 'hangs'), HANGS);
    const stop = new AbortController();
    const launch = launchBrowser({ choice: path, env, signal: stop.signal }).catch((reason) => reason);
    await vi.waitFor(async () => expect(await pidsOf(path)).toHaveLength(2), patiently);
    stop.abort(new Error('interrupted'));
    expect(await launch).toMatchObject({ message: 'interrupted' });
    const pids = await pidsOf(path);
    await vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), patiently);
    expect(await profiles()).toEqual([]);
  });

  it('123: that exits at once is reported with its last words', async () => {
    const path = await script(join(folder, 'exits'), 'echo "error: libfoo.so not found" >&2; exit 127');
    const error: unknown = await launchBrowser({ choice: path, env }).catch((reason) => reason);
    expect(error).toMatchObject({ code: 'browser-failed' });
    expect(String(error)).toContain('exit code 127');
    expect(String(error)).toContain('libfoo.so not found');
    expect(await profiles()).toEqual([]);
  });

  it('123: that is no program is reported', async () => {
    const path = join(folder, 'text');
    await writeFile(path, 'no program', { mode: 0o755 });
    await expect(launchBrowser({ choice: path, env })).rejects.toMatchObject({ code: 'browser-failed' });
  });

  it.skipIf(fastest === undefined)('122: that is killed in the middle of a print is reported', async () => {
    const work = withBrowser({ found: assertFound(fastest), env }, async ({ browser, pid }) => {
      const printing = printToPdf(browser, { html: deck(500) });
      for (const member of [pid, ...descendants(pid)]) process.kill(member, 'SIGKILL');
      return printing;
    });
    await expect(work).rejects.toMatchObject({ name: 'UserError', code: 'browser-failed' });
    expect(await profiles()).toEqual([]);
  });

  it.skipIf(fastest === undefined)(
    '118: or is interrupted in the middle of a print leaves nothing',
    async () => {
      const stop = new AbortController();
      let pids: number[] = [];
      const work = withBrowser({ found: assertFound(fastest), env, signal: stop.signal }, async (running) => {
        const printing = printToPdf(running.browser, { html: deck(500) });
        pids = [running.pid, ...descendants(running.pid)];
        stop.abort(new Error('interrupted'));
        return printing;
      });
      await expect(work).rejects.toThrow('interrupted');
      expect(pids.length).toBeGreaterThan(1);
      await vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), patiently);
      expect(await profiles()).toEqual([]);
    },
  );

  it('that was left by a killed run is swept away by the next', async () => {
    const ended = execFileSync('/bin/sh', ['-c', 'echo $$'], { encoding: 'utf8' }).trim();
    const stale = join(tmpdir(), `lectern-profile-${ended}-abc`);
    await mkdir(stale);
    const path = await script(join(folder, 'exits'), 'exit 1');
    await launchBrowser({ choice: path, env }).catch(() => undefined);
    expect(existsSync(stale)).toBe(false);
  });
});

describe('diagnose', () => {
  it('finds everything in order where a browser is', async () => {
    const options = { env, outDir: 'new/folder', cwd: folder, assets: [import.meta.filename] };
    const checks = await diagnose(options);
    const names = [
      'Node.js',
      'browser',
      'browser prints',
      'sandbox',
      'fonts',
      'output folder',
      'browser cache',
    ];
    expect(checks.map(({ name }) => name)).toEqual(names);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('names a cure for everything that is wrong', async () => {
    await writeFile(join(folder, 'file'), '');
    const path = await script(join(folder, 'exits'), 'exit 1');
    const checks = await diagnose({
      choice: path,
      env: { XDG_CACHE_HOME: join(folder, 'file') },
      outDir: 'file',
      cwd: folder,
      assets: [join(folder, 'missing.woff2')],
    });
    const bad = checks.filter(({ ok }) => !ok);
    expect(bad.map(({ name }) => name)).toEqual([
      'browser prints',
      'fonts',
      'output folder',
      'browser cache',
    ]);
    for (const { cure } of bad) expect(cure).toBeTruthy();
  });
});
