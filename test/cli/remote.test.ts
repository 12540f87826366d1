/** Where the command line listens: read from the system, not from what it says. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder, runCli, startCli } from './run-cli.js';

interface Started {
  readonly url: string;
  readonly clicker?: { readonly url: string; readonly pin: string };
  readonly followers?: { readonly url: string; readonly code: string };
}

const isLinux = process.platform === 'linux';

/** Start presenting; leaves what it says, and the addresses that its process listens on. */
async function present(...args: string[]) {
  const folder = makeFolder({ 'talk.md': '# A talk\n' });
  const child = startCli(['present', 'talk.md', '--no-open', '--port', '0', '--json', ...args], folder);
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = await new Promise<string>((resolve) => {
    let text = '';
    child.stdout?.on('data', (data: Buffer) => {
      text += data.toString();
      if (text.includes('\n')) resolve(text);
    });
  });
  return { said: JSON.parse(said) as Started, listening: listAddresses(child.pid ?? 0) };
}

/** Read the listening sockets of a process from the kernel's tables. */
function listAddresses(pid: number): string[] {
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).map((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
      } catch {
        // It was closed meanwhile.
        return undefined;
      }
    }),
  );
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === '0A' && sockets.has(inode ?? ''))
      .map(([, local = '']) => local.split(':')[0] ?? '')
      // Bytes of an address stand in reverse.
      .map((hex) =>
        hex.length === 8
          ? (hex.match(/../g) ?? [])
              .toReversed()
              .map((byte) => parseInt(byte, 16))
              .join('.')
          : hex,
      ),
  );
}

test.skipIf(!isLinux)('105: without --remote nothing listens beyond the loopback', async () => {
  const { said, listening } = await present();
  expect(listening).toEqual(['127.0.0.1']);
  expect(said.clicker).toBeUndefined();
});

test.skipIf(!isLinux)(
  'with --remote-address phones are served on that address, and the speaker on the loopback alone',
  async () => {
    const { said, listening } = await present('--remote-address', '127.0.0.2');
    expect(listening.toSorted()).toEqual(['127.0.0.1', '127.0.0.2']);
    expect(said.clicker).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.2:\d+\/$/),
      pin: expect.stringMatching(/^\d{6}$/),
    });
    expect(said.followers?.url).toBe(`${said.clicker?.url}follow#${said.followers?.code}`);
    expect((await fetch(said.clicker?.url ?? '')).status).toBe(200);
  },
);

test.each([
  ['phone', 'is no address'],
  ['::1', 'is no address'],
  ['0', 'is no address'],
  ['0.0.0.0', 'is no address of this machine'],
  ['192.0.2.7', 'is no address of this machine'],
])('--remote-address %s is a mistake that is said', async (address, said) => {
  const { code, stderr } = await runCli(
    ['present', 'talk.md', '--no-open', '--remote-address', address],
    makeFolder({ 'talk.md': '# A talk\n' }),
  );
  expect(code).toBe(2);
  expect(stderr).toContain(said);
});
