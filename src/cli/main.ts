/** The command line: argv in, exit code out. Finds the command, gives it the world, and turns what it throws into a sentence. */

import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { suggestNote } from '../diagnostics/suggest.js';
import { lookUp } from '../look-up.js';
import { UserError } from '../user-error.js';
import { type Command, commonOptions, completeOptions, toParseOptions } from './command.js';
import { createContext } from './context.js';
import { formatCommandHelp, formatHelp } from './help.js';

/** Commands by name, loaded when they run: puppeteer and the compiler cost more than most of the work. */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  new: async () => (await import('./commands/new.js')).newDeck,
  build: async () => (await import('./commands/build.js')).build,
  print: async () => (await import('./commands/print.js')).print,
  images: async () => (await import('./commands/images.js')).images,
  present: async () => (await import('./commands/present.js')).present,
  rehearse: async () => (await import('./commands/rehearse.js')).rehearse,
  check: async () => (await import('./commands/check.js')).check,
  talks: async () => (await import('./commands/talks.js')).talks,
  theme: async () => (await import('./commands/theme.js')).theme,
  rules: async () => (await import('./commands/rules.js')).rules,
  explain: async () => (await import('./commands/explain.js')).explain,
  doctor: async () => (await import('./commands/doctor.js')).doctor,
};

const exitCodes = { fine: 0, environment: 2, bug: 70, interrupted: 130 } as const;

/** Run the command line. Never throws. */
export async function main(argv: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  const interrupt = () => {
    if (interruption.signal.aborted) process.exit(exitCodes.interrupted);
    interruption.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  const { context, finish } = createContext(process, interruption.signal, readVersion);
  try {
    const code = await runCommand(argv, context);
    return interruption.signal.aborted ? exitCodes.interrupted : code;
  } catch (error) {
    if (interruption.signal.aborted) return exitCodes.interrupted;
    return explain(error, argv.includes('--json'), context);
  } finally {
    finish();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}

async function runCommand(argv: readonly string[], context: Parameters<Command['run']>[2]): Promise<number> {
  const [first, ...rest] = argv;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const named = first === 'help' && rest[0] ? lookUp(loaders, rest[0]) : undefined;
    context.print(
      named
        ? formatCommandHelp(await named())
        : formatHelp(await Promise.all(Object.values(loaders).map((load) => load()))),
    );
    return first === undefined ? exitCodes.environment : exitCodes.fine;
  }
  if (first === '--version' || first === '-v') {
    context.print(context.version);
    return exitCodes.fine;
  }
  const load = lookUp(loaders, first);
  if (!load) {
    const deck = /\.(md|markdown)$/i.test(first) || existsSync(first);
    throw new UserError(
      'option-invalid',
      `There is no command \`${first}\``,
      deck ? `Did you mean \`lectern present ${first}\`?` : suggestNote(first, Object.keys(loaders)),
    );
  }
  const command = await load();
  const { positionals, values } = parseCommandLine(command, rest);
  if (values.help) {
    context.print(formatCommandHelp(command));
    return exitCodes.fine;
  }
  return command.run(positionals, values, context);
}

function parseCommandLine(command: Command, args: readonly string[]) {
  const options = { ...command.options, ...commonOptions };
  try {
    const { positionals, values } = parseArgs({
      args: completeOptions(args, options),
      options: toParseOptions(options),
      allowPositionals: true,
    });
    return { positionals, values: values as Record<string, string | boolean | undefined> };
  } catch (error) {
    const name = /'(?:-\w, )?-{0,2}([\w-]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    const known = Object.keys(options).map((one) => `--${one}`);
    const unknown = !Object.hasOwn(options, name);
    throw new UserError(
      'option-invalid',
      unknown
        ? `\`lectern ${command.name}\` has no option \`--${name}\``
        : `Option \`--${name}\` is not complete: ${(error as Error).message.split('. ')[0]}`,
      unknown ? suggestNote(`--${name}`, known) : `See \`lectern ${command.name} --help\`.`,
      { cause: error },
    );
  }
}

/** What a person can fix is said in two lines; a bug is said with its trace and how to report it. */
async function explain(
  error: unknown,
  json: boolean,
  context: Parameters<Command['run']>[2],
): Promise<number> {
  const printError = async (code: string, message: string, hint?: string) => {
    const { hideOutside } = await import('./hide-outside.js');
    context.print(
      JSON.stringify({
        error: {
          code,
          message: hideOutside(message, context.cwd),
          hint: hint && hideOutside(hint, context.cwd),
        },
      }),
    );
  };
  if (error instanceof UserError) {
    if (json) await printError(error.code, error.message, error.hint);
    context.complain(`lectern: ${error.message}\n  ${error.hint}`);
    return exitCodes.environment;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (json) await printError('bug', String(error));
  context.complain(
    `lectern: this is a bug in Lectern, not in your deck\n${trace}\n  Please report it with the deck and this text.`,
  );
  return exitCodes.bug;
}

function readVersion(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}
