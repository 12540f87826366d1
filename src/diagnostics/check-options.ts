/** Takes the attributes of a directive (and its options comment) and leaves checked options: unknown names and values are messages. */

import type { Html } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { lookUp } from '../look-up.js';
import { explainYaml, parseYaml } from './parse-yaml.js';
import { report } from './report.js';
import { suggest, suggestNote } from './suggest.js';

/** What one option takes. */
export interface OptionSpec {
  /** One line for the documentation. */
  readonly summary?: string;
  /** `flag`: no value; `choice`: one of `values`; `text`: anything that `test` accepts. */
  readonly kind: 'flag' | 'choice' | 'text';
  readonly values?: readonly string[];
  /** Tell whether a text is well formed. */
  readonly test?: (value: string) => boolean;
  /** What `test` wants, for the message: "a ratio such as `2:1`". */
  readonly expected?: string;
}

/** The options of a directive by name. `id` and `class` are understood everywhere and need no entry. */
export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** Options as the author gave them: only known names, only values that were accepted; a flag is `true`. */
export type CheckedOptions<T extends OptionTable> = {
  readonly [Name in keyof T]?: string | true;
};

/**
 * Check the attributes of a directive against its table.
 *
 * @param extra options from the comment (`readOptionsComment`); the braces win over them
 */
export function checkOptions<T extends OptionTable>(
  directive: ContainerDirective | LeafDirective,
  table: T,
  file: VFile,
  extra: Readonly<Record<string, string>> = {},
): CheckedOptions<T> {
  reportConflicts(directive, extra, file);
  const checked: Record<string, string | true> = {};
  for (const [name, value] of Object.entries({ ...extra, ...directive.attributes })) {
    if (name === 'id' || name === 'class') continue;
    const spec = lookUp(table, name);
    if (!spec) {
      report(
        file,
        'directive-option-unknown',
        directive,
        `Unexpected option \`${name}\` of \`${directive.name}\`, expected one it knows`,
        {
          note: suggestNote(name, Object.keys(table)),
          actual: name,
          expected: Object.keys(table),
        },
      );
      continue;
    }
    const accepted = acceptValue(spec, value ?? '');
    if (accepted === undefined) {
      report(
        file,
        'directive-option-value',
        directive,
        `Unexpected value \`${value ?? ''}\` of option \`${name}\`, expected ${describe(spec)}`,
        {
          actual: value ?? '',
          expected: spec.values ?? [],
          note: closeNote(value ?? '', spec.values ?? []),
        },
      );
      continue;
    }
    checked[name] = accepted;
  }
  return checked;
}

/** Braces win over the comment; where both say something else, one of them was probably forgotten. */
function reportConflicts(
  directive: ContainerDirective | LeafDirective,
  extra: Readonly<Record<string, string>>,
  file: VFile,
): void {
  for (const [name, value] of Object.entries(directive.attributes ?? {})) {
    const other = lookUp(extra, name);
    if (other === undefined || other === value) continue;
    report(
      file,
      'directive-option-duplicate',
      directive,
      `Unexpected second value \`${other}\` of option \`${name}\` in the comment, expected it once`,
      { note: `The braces count: \`${value || 'true'}\`.`, actual: other },
    );
  }
}

/** The sentence lists the values already: the note only names the one that was probably meant. */
function closeNote(value: string, values: readonly string[]): string | undefined {
  const close = suggest(value, values);
  return close && `Did you mean \`${close}\`?`;
}

function acceptValue(spec: OptionSpec, value: string): string | true | undefined {
  if (spec.kind === 'flag') return value === '' || value === 'true' ? true : undefined;
  if (spec.kind === 'choice') return spec.values?.includes(value) ? value : undefined;
  return !spec.test || spec.test(value) ? value : undefined;
}

function describe(spec: OptionSpec): string {
  if (spec.kind === 'flag') return 'no value';
  if (spec.values) return spec.values.map((value) => `\`${value}\``).join(', ');
  return spec.expected ?? 'a text';
}

/** The options comment of a container. */
export interface OptionsComment {
  /** Plain options as text; of a list, with commas. */
  readonly options: Readonly<Record<string, string>>;
  /** All of it, for components that take more. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly node: Html;
}

/**
 * Read the YAML of an HTML comment that is a container's first child: options too long for the opening line.
 */
export function readOptionsComment(
  directive: ContainerDirective | LeafDirective,
  file: VFile,
): OptionsComment | undefined {
  const first = directive.children.find((child) => child.type !== 'paragraph' || !child.data?.directiveLabel);
  if (first?.type === 'html' && /^<!--\s*lectern-ignore\b/.test(first.value)) return undefined;
  if (first?.type !== 'html' || !/^<!--[^]*-->$/.test(first.value.trim())) return undefined;
  const document = parseYaml(first.value.trim().slice(4, -3).replace(/\r\n?/g, '\n'));
  if (document.errors[0]) {
    report(file, 'directive-comment-yaml', first, 'Unexpected options comment, expected YAML', {
      note: `Line ${lineOf(first, document.errors[0].pos[0])}: ${explainYaml(document.errors[0])}`,
    });
    return undefined;
  }
  const value = toPlain(document);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const options: Record<string, string> = {};
  for (const [name, entry] of Object.entries(value)) {
    const parts: unknown[] = Array.isArray(entry) ? entry : [entry];
    if (parts.every(isPlain)) options[name] = parts.join(', ');
  }
  return { options, value: value as Readonly<Record<string, unknown>>, node: first };
}

function isPlain(entry: unknown): entry is string | number | boolean {
  return typeof entry === 'string' || typeof entry === 'number' || typeof entry === 'boolean';
}

/** The line of the deck on which something in a comment stands, by its offset behind `<!--`. */
function lineOf({ value, position }: Html, offset: number): number {
  const lines = value
    .trim()
    .replace(/\r\n?/g, '\n')
    .slice(0, 4 + offset)
    .split('\n');
  return (position?.start.line ?? 1) + lines.length - 1;
}

/** Aliases that would grow without end make the parser throw; such a comment has no options. */
function toPlain(document: ReturnType<typeof parseYaml>): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}
