/** Remote pictures: what may be fetched, what is refused and how it is said, and the copy beside the deck. Servers on this machine only. */
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { placeAssets } from '../../src/compile.js';
import { loadDeck } from '../../src/output/load.js';
import { defaultLimits, fetchMedium } from '../../src/output/remote/fetch-medium.js';
import { isPublicAddress } from '../../src/output/remote/public-address.js';
import { messagesText, shippedFiles, slidesHtml } from '../support.js';

const picture = '<svg xmlns="http://www.w3.org/2000/svg"><title>dot</title></svg>';
const local = { ...defaultLimits, loopback: true, maxBytes: 1000, timeoutMs: 5000 };

let server: Server;
let origin: string;
let requests: string[];

/** What the server answers by path. */
const answers: Readonly<Record<string, RequestListener>> = {
  '/dot.svg': (_, response) => response.end(picture),
  '/page': (_, response) =>
    response.setHeader('content-type', 'image/png').end('<!doctype html><p>no picture'),
  '/empty.png': (_, response) => response.end(),
  '/gone.png': (_, response) => response.writeHead(404).end(picture),
  '/large.svg': (_, response) => response.end(picture.padEnd(2000)),
  '/said-large.svg': (_, response) => response.setHeader('content-length', '99999999').write(picture),
  '/endless.svg': (_, response) => {
    response.write(picture);
    response.on('drain', () => response.write('x'.repeat(500)));
    response.write('x'.repeat(2000));
  },
  '/packed.svg': (_, response) => response.setHeader('content-encoding', 'gzip').end(picture),
  '/silent.png': () => {},
  '/broken.svg': (_, response) => {
    response.setHeader('content-length', '500').write(picture, () => response.destroy());
  },
  '/moved': (_, response) => response.writeHead(302, { location: '/dot.svg' }).end(),
  '/loop': (_, response) => response.writeHead(301, { location: '/loop' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-private': (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/x.png' }).end(),
  '/to-nowhere': (_, response) => response.writeHead(302, { location: 'http://[' }).end(),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    answers[request.url ?? '']?.(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  requests = [];
});

const refusal = (address: string, limits = local) =>
  fetchMedium(address, limits).then(
    () => 'fetched',
    (error: Error) => error.message,
  );

describe('a fetch', () => {
  test.each(['/dot.svg', '/moved'])('%s gives the picture', async (address) => {
    expect(Buffer.from(await fetchMedium(origin + address, local)).toString()).toBe(picture);
  });

  test('a name that resolves to an address that is allowed', async () => {
    const named = origin.replace('127.0.0.1', 'localhost');
    expect(Buffer.from(await fetchMedium(`${named}/dot.svg`, local)).toString()).toBe(picture);
  });

  test.each([
    ['/page', /no picture/],
    ['/empty.png', /empty file/],
    ['/gone.png', /answers 404/],
    ['/large.svg', /larger than 1000 bytes/],
    ['/said-large.svg', /larger than 1000 bytes/],
    ['/endless.svg', /larger than 1000 bytes/],
    ['/packed.svg', /packed/],
    ['/broken.svg', /connection failed/],
    ['/loop', /more than 5 times/],
    ['/to-file', /neither `http:` nor/],
    ['/to-private', /`10\.0\.0\.1`/],
    ['/to-nowhere', /is no address/],
  ])('79, 86: %s is refused', async (address, reason) => {
    expect(await refusal(origin + address)).toMatch(reason);
  });

  test('85: a server that says nothing is not waited for', async () => {
    expect(await refusal(`${origin}/silent.png`, { ...local, timeoutMs: 200 })).toMatch(
      /longer than 0.2 seconds/,
    );
  });

  test('it ends when the person ends it', async () => {
    expect(await refusal(`${origin}/silent.png`, { ...local, signal: AbortSignal.abort() })).toMatch(
      /failed/,
    );
  });
});

describe('by default', () => {
  test.each([
    'http://127.0.0.1/x.png',
    'http://127.1/x.png',
    'http://2130706433/x.png',
    'http://0x7f.1/x.png',
    'http://0177.0.0.1/x.png',
    'http://localhost/x.png',
    'http://[::1]/x.png',
    'http://[::]/x.png',
    'http://0/x.png',
    'http://[::ffff:127.0.0.1]/x.png',
    'http://[::127.0.0.1]/x.png',
    'http://[64:ff9b::7f00:1]/x.png',
    'http://[2002:7f00:1::]/x.png',
    'http://[2001:0:7f00:1::]/x.png',
    'http://[fd00::1]/x.png',
    'http://[fe80::1]/x.png',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.1.2.3/x.png',
    'http://172.16.0.1/x.png',
    'http://192.168.1.1/x.png',
    'http://100.64.0.1/x.png',
    'http://224.0.0.1/x.png',
    'http://255.255.255.255/x.png',
    'http://１２７.０.０.１/x.png',
    'http://127.0.0.1#@example.org/x.png',
  ])('76, 77, 80: %s is no address of the public network', async (address) => {
    expect(await refusal(address, defaultLimits)).toMatch(/no address of the public network/);
  });

  test.each([
    ['http://a:b@192.0.2.1/x.png', /name or a password/],
    ['http://93.184.216.34:8080/x.png', /Port 8080/],
    ['https://93.184.216.34:22/x.png', /Port 22/],
    ['ftp://93.184.216.34/x.png', /neither/],
    ['data:image/png;base64,AAAA', /neither/],
    ['http://', /no address/],
  ])('%s is refused before anybody is asked', async (address, reason) => {
    expect(await refusal(address, defaultLimits)).toMatch(reason);
  });

  test.each(['93.184.216.34', '1.1.1.1', '172.32.0.1', '2606:4700::1111', '2a00::1'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each(['', 'localhost', '1.2.3', '999.1.1.1'])('%j is no public address', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a deck', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lectern-remote-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function load(text: string, allowRemote = true, limits: Partial<typeof local> = local) {
    const deckPath = path.join(folder, 'deck.md');
    await writeFile(deckPath, text);
    const { deck, sources } = await loadDeck(deckPath, { allowRemote }, await shippedFiles(), limits);
    placeAssets(deck, sources);
    return { html: slidesHtml(deck), messages: messagesText(deck) };
  }

  test('of trust `safe` takes nothing, whatever the command allows', async () => {
    const { messages } = await load(`---\ntrust: safe\n---\n\n![A dot](${origin}/dot.svg)\n`);
    expect(messages).toContain('A deck of trust `safe` takes nothing from the network.');
    expect(requests).toEqual([]);
  });

  test('takes a picture into the page, and the next time from beside the deck', async () => {
    const text = `![A dot](${origin}/dot.svg)\n\n---\n\n::slide{background="${origin}/dot.svg"}\n\n![Again](${origin}/dot.svg)`;
    const first = await load(text);
    expect(first.messages).toBe('');
    expect(first.html.match(/src="data:image\/svg\+xml/g)).toHaveLength(3);
    expect(requests).toEqual(['/dot.svg']);
    const [name = ''] = await readdir(path.join(folder, '.lectern', 'media'));
    expect(name).toMatch(/^[0-9a-f]{24}-[0-9a-f]{24}\.svg$/);
    expect(await readFile(path.join(folder, '.lectern', 'media', name), 'utf8')).toBe(picture);
    expect(await load(text)).toEqual(first);
    expect(requests).toHaveLength(1);
  });

  test('does not trust a copy that was changed', async () => {
    const text = `![A dot](${origin}/dot.svg)`;
    const first = await load(text);
    const [name = ''] = await readdir(path.join(folder, '.lectern', 'media'));
    await writeFile(path.join(folder, '.lectern', 'media', name), picture.replace('dot', 'spot'));
    expect(await load(text)).toEqual(first);
    expect(requests).toHaveLength(2);
  });

  test('keeps nothing where `.lectern` leads out of its folder', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'lectern-elsewhere-'));
    await symlink(elsewhere, path.join(folder, '.lectern'));
    expect((await load(`![A dot](${origin}/dot.svg)`)).messages).toBe('');
    expect(await readdir(path.join(elsewhere, 'media'))).toEqual([]);
    await rm(elsewhere, { recursive: true });
  });

  test('says what it did not fetch, with the address and the reason, and shows its words', async () => {
    const { html, messages } = await load(`![A dot](${origin}/gone.png)\n\n![Two](http://10.0.0.1/x.png)`);
    expect(messages).toContain(`Unexpected answer of \`${origin}/gone.png\`, expected a picture image-fetch`);
    expect(messages).toContain('The server answers 404. Save the picture beside the deck.');
    expect(messages).toContain('It leads to `10.0.0.1`');
    expect(html).toContain('A dot');
  });

  test('goes nowhere unless it may', async () => {
    const { messages } = await load(`![A dot](${origin}/dot.svg)`, false);
    expect(requests).toEqual([]);
    expect(messages).toContain('image-remote');
    expect(messages).toContain('--allow-remote');
    expect(await readdir(folder)).toEqual(['deck.md']);
  });

  test('reaches no server on this machine, allowed or not', async () => {
    const { messages } = await load(`![A dot](${origin}/dot.svg)`, true, {});
    expect(requests).toEqual([]);
    expect(messages).toContain('no address of the public network');
  });
});
