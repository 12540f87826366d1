/** Takes commands and leaves their help: usage, options, examples. */
import { type CliOptions, type Command, commonOptions } from './command.js';

/** Write the help of the whole tool. */
export function formatHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'Lectern turns structured Markdown into a talk.',
    '',
    'Usage: lectern <command> [options] <deck…>',
    '',
    'Commands:',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'Examples:',
    ...commands.slice(0, 4).map((command) => `  ${command.examples[0]?.[0] ?? command.usage}`),
    '',
    'A deck is a Markdown file, a folder that holds `deck.md`, or a quoted glob.',
    'Exit codes: 0 fine, 1 the deck has errors (the best document is still written),',
    '            2 the environment refused, 70 a bug in Lectern, 130 interrupted.',
    '',
    '`lectern <command> --help` shows the options of a command, `lectern --version` the version.',
  ].join('\n');
}

/** Write the help of one command. */
export function formatCommandHelp(command: Command): string {
  return [
    command.summary,
    '',
    `Usage: ${command.usage}`,
    '',
    'Options:',
    ...formatOptions({ ...command.options, ...commonOptions }),
    '',
    'Examples:',
    ...command.examples.flatMap(([line, meaning]) => [`  ${line}`, `      ${meaning}`]),
  ].join('\n');
}

function formatOptions(options: CliOptions): string[] {
  const names = Object.entries(options).map(([name, { short, value, implied }]) => {
    const named = implied ? `[=${value}]` : value ? ` <${value}>` : '';
    const long = `--${name}${named}`;
    return short ? `-${short}, ${long}` : `    ${long}`;
  });
  const width = Math.max(...names.map((name) => name.length));
  return Object.values(options).map((option, index) => {
    const value = option.default ?? option.implied;
    const fallback = value === undefined ? '' : ` (default: ${value})`;
    return `  ${(names[index] ?? '').padEnd(width)}  ${option.summary}${fallback}`;
  });
}
