/** Takes `criteria:` and `subjects:` of the comment and leaves what they say of single rows and columns, checked. */
import type { Html } from 'mdast';
import { report } from '../../diagnostics/report.js';
import { suggestNote } from '../../diagnostics/suggest.js';
import { valueTypes } from '../../values/cell-value.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { checkOptions, type OptionTable } from '../options.js';

const criterionTable = {
  type: { kind: 'choice', values: valueTypes },
  unit: { kind: 'text' },
  better: { kind: 'choice', values: ['lower', 'higher'] },
  decimals: { kind: 'text', test: (value) => /^\d$/.test(value), expected: 'a number of digits, 0 to 9' },
  abbr: { kind: 'text' },
} as const satisfies OptionTable;

const subjectTable = {
  version: { kind: 'text' },
  href: { kind: 'text' },
  logo: { kind: 'text' },
} as const satisfies OptionTable;

/** What the author says of one row. */
export type CriterionSpec = { readonly [Name in keyof typeof criterionTable]?: string };

/** What the author says of one column. */
export type SubjectSpec = { readonly [Name in keyof typeof subjectTable]?: string };

/** Details of rows and columns by their names, as written. */
export interface Specs {
  readonly criteria: ReadonlyMap<string, CriterionSpec>;
  readonly subjects: ReadonlyMap<string, SubjectSpec>;
  /** The comment, for messages. */
  readonly node: Html | undefined;
}

/** Read what the comment says of rows and columns. */
export function readSpecs(
  comment: { readonly value: Readonly<Record<string, unknown>>; readonly node: Html } | undefined,
  { file }: ComponentContext,
): Specs {
  if (!comment) return { criteria: new Map(), subjects: new Map(), node: undefined };
  const { value, node } = comment;
  const read = (name: 'criteria' | 'subjects', table: OptionTable) => {
    const entries = isRecord(value[name]) ? Object.entries(value[name]) : [];
    return new Map(
      entries.map(([key, fields]) => {
        const attributes = Object.fromEntries(
          Object.entries(isRecord(fields) ? fields : {}).map(([field, one]) => [field, String(one)]),
        );
        const owner: ComponentDirective = {
          type: 'leafDirective',
          name: `${name}: ${key}`,
          attributes,
          children: [],
          ...(node.position && { position: node.position }),
        };
        return [key, checkOptions(owner, table, file) as Record<string, string>] as const;
      }),
    );
  };
  return { criteria: read('criteria', criterionTable), subjects: read('subjects', subjectTable), node };
}

/** Find what is said of a name; names are compared without regard to case, and a row also without its unit. */
export function findSpec<T>(specs: ReadonlyMap<string, T>, name: string): T | undefined {
  for (const [key, spec] of specs) if (isNamed(name, key)) return spec;
  return undefined;
}

/** Tell whether a row or column goes by a name that an option gives. */
export function isNamed(name: string, wanted: string): boolean {
  const [own, other] = [name.trim().toLowerCase(), wanted.trim().toLowerCase()];
  return own === other || own.replace(/\s*\([^()]*\)$/, '') === other;
}

/** Report details of rows and columns that are not there. */
export function checkSpecs(
  { criteria, subjects, node }: Specs,
  rows: readonly string[],
  columns: readonly string[],
  { file }: ComponentContext,
): void {
  const check = (names: Iterable<string>, known: readonly string[], what: string, option: string) => {
    for (const name of names) {
      if (known.some((one) => isNamed(one, name))) continue;
      report(
        file,
        'comparison-column-unknown',
        node,
        `Unexpected ${what} \`${name}\` in \`${option}\`, expected one of the table’s`,
        {
          note: suggestNote(name, known),
          actual: name,
          expected: known,
        },
      );
    }
  };
  check(criteria.keys(), rows, 'row', 'criteria');
  check(subjects.keys(), columns, 'column', 'subjects');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
