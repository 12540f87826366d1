/** Takes the process and leaves the world as commands see it; progress appears on a terminal after half a second. */
import { createPalette } from '../diagnostics/format.js';
import { showControls } from '../diagnostics/show-controls.js';
import type { CliContext } from './command.js';

const escape = '\u001B';

/** Work that ends sooner shows no progress: a line that flashes helps nobody. */
const quietMilliseconds = 500;

/** Make the context of a command, and the end of it. */
export function createContext(
  world: NodeJS.Process,
  signal: AbortSignal,
  readVersion: () => string,
): { readonly context: CliContext; readonly finish: () => void } {
  const { stdout, stderr, env } = world;
  let status = '';
  let shown = false;
  const clear = () => {
    if (shown) stderr.write('\r\u001B[K');
  };
  const draw = () => {
    clear();
    shown = status !== '';
    if (shown) stderr.write(status);
  };
  const timer = stderr.isTTY ? setInterval(draw, quietMilliseconds) : undefined;
  timer?.unref();
  const writeLine = (stream: NodeJS.WriteStream) => (line: string) => {
    clear();
    shown = false;
    stream.write(`${showAllButColours(line)}\n`);
  };
  const context: CliContext = {
    cwd: world.cwd(),
    get version() {
      return readVersion();
    },
    env,
    signal,
    palette: createPalette(stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb'),
    print: writeLine(stdout),
    complain: writeLine(stderr),
    progress: (next) => {
      status = showControls(next);
      if (shown) draw();
    },
    ...(world.stdin.isTTY && stderr.isTTY && { ask: (...words) => askPerson(world, signal, ...words) }),
  };
  const finish = () => {
    clearInterval(timer);
    clear();
  };
  return { context, finish };
}

/** Names of decks and files come from anywhere; of what steers a terminal only our own colours pass. */
function showAllButColours(line: string): string {
  const [first = '', ...others] = line.split(escape);
  return [showControls(first), ...others.map(showAfterEscape)].join('');
}

function showAfterEscape(rest: string): string {
  return (/^\[\d{1,2}m/.test(rest) ? escape : showControls(escape)) + showControls(rest);
}

async function askPerson(
  { stdin, stderr }: NodeJS.Process,
  signal: AbortSignal,
  question: string,
  offered: string,
): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: stdin, output: stderr });
  try {
    return (await terminal.question(`${question} (${offered}): `, { signal })).trim() || offered;
  } finally {
    terminal.close();
  }
}
