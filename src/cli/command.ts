/** The contract of a command, and what commands may touch of the world: streams, environment, folder, interruption. */
import type { ParseArgsConfig } from 'node:util';
import type { Palette } from '../diagnostics/format.js';

/** One option of a command. */
export interface CliOption {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** One line for `--help`. */
  readonly summary: string;
  /** Name of the value in `--help`: `--out <folder>`. */
  readonly value?: string;
  readonly default?: string | boolean;
  /** Value when the option stands alone, without `=`. */
  readonly implied?: string;
}

/** Options of a command by name. */
export type CliOptions = Readonly<Record<string, CliOption>>;

/** Values of the options that were given. */
export type CliValues = Readonly<Record<string, string | boolean | undefined>>;

/** The world as a command sees it; nothing else in `cli/` reaches for `process`. */
export interface CliContext {
  readonly cwd: string;
  /** Version of the package. */
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted on the first interruption. */
  readonly signal: AbortSignal;
  /** Colours for stdout. */
  readonly palette: Palette;
  /** Write a line of results. */
  readonly print: (line: string) => void;
  /** Write a line that is no result: messages, hints. */
  readonly complain: (line: string) => void;
  /** Say what long work is doing; shown on a terminal, once it has taken half a second. */
  readonly progress: (status: string) => void;
  /** Ask the person; nothing said means the answer that is offered. Absent where nobody sits at a terminal. */
  readonly ask?: (question: string, offered: string) => Promise<string>;
}

/** A command of `lectern`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly usage: string;
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  readonly options: CliOptions;
  /** Do it; the number is the exit code. */
  run(inputs: readonly string[], values: CliValues, context: CliContext): Promise<number>;
}

/** Options that every command takes. */
export const commonOptions: CliOptions = {
  json: { type: 'boolean', summary: 'Print the result as JSON' },
  help: { type: 'boolean', short: 'h', summary: 'Show this help' },
};

/** Write out the values of options that stand alone; behind `--` are no options. */
export function completeOptions(args: readonly string[], options: CliOptions): string[] {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  return args.map((arg, index) => {
    const name = arg.slice(2);
    const implied =
      index < end && arg.startsWith('--') && Object.hasOwn(options, name)
        ? options[name]?.implied
        : undefined;
    return implied === undefined ? arg : `${arg}=${implied}`;
  });
}

/** Options in the form that `node:util` reads. */
export function toParseOptions(options: CliOptions): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type, short }]) => [name, { type, ...(short && { short }) }]),
  );
}
