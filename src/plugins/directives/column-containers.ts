/**
 * Takes paired fences and leaves the columns that are cut by the container `:::column` where the leaf `::column` is meant, each with
 * the changes that make it one. A container around every column, as Pandoc has them, is for `foreign-divs.ts`.
 */
import type { Edit } from '../../diagnostics/report.js';
import type { Fence } from './match-fences.js';

/** Columns that a container is meant to cut. */
export interface CutColumns {
  /** The opening line of the columns, and of the first container in them. */
  readonly columns: Fence;
  readonly first: Fence;
  /** The fence that closes all of it. */
  readonly last: Fence;
  readonly fix: readonly Edit[];
}

/** Find columns where one fence is to close them and what cuts them, or where the second of two columns has a container. */
export function findCutColumns(fences: readonly Fence[], text: string): CutColumns[] {
  return [...listCuts(fences)].flatMap(([columns, cuts]) => {
    const ends = [columns, ...cuts]
      .flatMap(({ mate }) => mate ?? [])
      .sort((one, other) => one.offset - other.offset);
    const [first, last] = [cuts[0], ends.at(-1)];
    if (!first || !last) return [];
    const begins = /[^\s>]/.test(text.slice(endOfLine(text, columns.offset), first.offset));
    if (ends.length > 1 && !(begins && cuts.length === 1)) return [];
    return [{ columns, first, last, fix: makeLeaves(columns, cuts, ends) }];
  });
}

/** List the containers that cut columns; one that is not closed seems to hold the next one. */
function listCuts(fences: readonly Fence[]): Map<Fence, Fence[]> {
  const cuts = new Map<Fence, Fence[]>();
  const homes = new Map<Fence, Fence | undefined>();
  for (const fence of fences) {
    if (!fence.opens || !isNamed(fence, 'column')) continue;
    const home = fence.outer && isNamed(fence.outer, 'column') ? homes.get(fence.outer) : fence.outer;
    homes.set(fence, home);
    if (!home || !isNamed(home, 'columns')) continue;
    const own = cuts.get(home) ?? [];
    cuts.set(home, own);
    own.push(fence);
  }
  return cuts;
}

/** Openings lose their colons but two, and of the fences the last is left, with as many colons as the columns. */
function makeLeaves(columns: Fence, cuts: readonly Fence[], ends: readonly Fence[]): Edit[] {
  const write = ({ offset, colons }: Fence, count: number): Edit[] =>
    colons === count ? [] : [{ start: offset, end: offset + colons, text: ':'.repeat(count) }];
  return [
    ...cuts.flatMap((cut) => write(cut, 2)),
    ...ends.flatMap((end, index) => write(end, index === ends.length - 1 ? columns.colons : 0)),
  ];
}

function isNamed({ node }: Fence, name: string): boolean {
  return node.type === 'containerDirective' && node.name === name;
}

function endOfLine(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/);
  return end === -1 ? text.length : offset + end;
}
