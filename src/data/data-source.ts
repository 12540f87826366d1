/** Takes a directive and leaves the data file that it names, in its braces or in its options comment. */
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { VFile } from 'vfile';
import { type OptionTable, readOptionsComment } from '../diagnostics/check-options.js';

/** The options of a component that can take its content from a data file; to be spread into its table. */
export const dataOptions = {
  src: {
    summary: 'A CSV, YAML or JSON file with the content',
    kind: 'text',
    test: (value) => value !== '',
    expected: 'a path such as `data/stars.csv`',
  },
  select: {
    summary: 'The keys that lead to it inside YAML or JSON',
    kind: 'text',
    test: (value) => value !== '',
    expected: 'keys such as `community.rows`',
  },
} as const satisfies OptionTable;

/** A data file as a directive names it. */
export interface DataSource {
  readonly src: string;
  readonly select: string | undefined;
}

/** Read which file a directive names, if any. Says nothing: the component checks all its options itself. */
export function readDataSource(directive: ContainerDirective | LeafDirective): DataSource | undefined {
  const comment = readOptionsComment(directive, new VFile())?.options;
  const src = directive.attributes?.src ?? comment?.src;
  return src ? { src, select: directive.attributes?.select ?? comment?.select } : undefined;
}

/** `Component.sources` of a component with `dataOptions`. */
export function listDataSource(directive: ContainerDirective | LeafDirective): string[] {
  const source = readDataSource(directive);
  return source ? [source.src] : [];
}
