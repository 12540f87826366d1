/** Reads CMaps as far as the rules ask: how long codes are, what Unicode they stand for, which other CMap is used. */
import { decode } from './content.js';
import { asStream, get, name, type Value } from './objects.js';

/** What an embedded CMap says. */
export interface CMap {
  /** Lengths of codes in bytes, shortest first. */
  readonly codeLengths: readonly number[];
  /** Unicode (as hex digits) by code (as hex digits); ranges keep their two ends. */
  readonly unicode: readonly { readonly from: number; readonly to: number; readonly value: string }[];
  readonly wMode: number | undefined;
  /** Name of the CMap it builds on. */
  readonly uses: string | undefined;
}

/** Read an embedded CMap; nothing for a name. */
export function readCMap(value: Value): CMap | undefined {
  const stream = asStream(value);
  if (!stream) return undefined;
  const text = Buffer.from(decode(stream)).toString('latin1');
  const used = get(stream, 'UseCMap');
  return {
    codeLengths: readCodeLengths(text),
    unicode: [...readPairs(text), ...readRanges(text)],
    wMode: /\/WMode\s+(\d)/.exec(text) ? Number(/\/WMode\s+(\d)/.exec(text)?.[1]) : undefined,
    uses: name(used) ?? name(get(used, 'CMapName')) ?? /\/(\S+)\s+usecmap/.exec(text)?.[1],
  };
}

/** Find the Unicode of a code; nothing where the CMap has none. */
export function findUnicode({ unicode }: CMap, code: number): string | undefined {
  return unicode.find(({ from, to }) => code >= from && code <= to)?.value;
}

function readCodeLengths(text: string): number[] {
  const lengths = new Set<number>();
  for (const [, block = ''] of text.matchAll(/begincodespacerange([^]*?)endcodespacerange/g)) {
    for (const [, from = ''] of block.matchAll(/<([\da-f]+)>\s*<[\da-f]+>/gi)) lengths.add(from.length / 2);
  }
  return [...lengths].sort((a, b) => a - b);
}

function readPairs(text: string): CMap['unicode'][number][] {
  return [...text.matchAll(/beginbfchar([^]*?)endbfchar/g)].flatMap(([, block = '']) =>
    [...block.matchAll(/<([\da-f]+)>\s*<([\da-f\s]*)>/gi)].map(([, code = '', value = '']) => {
      const at = Number.parseInt(code, 16);
      return { from: at, to: at, value: value.replaceAll(/\s/g, '') };
    }),
  );
}

function readRanges(text: string): CMap['unicode'][number][] {
  return [...text.matchAll(/beginbfrange([^]*?)endbfrange/g)].flatMap(([, block = '']) =>
    [...block.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>\s*(?:<([\da-f\s]*)>|\[([^\]]*)\])/gi)].flatMap(
      ([, from = '', to = '', value, list]) => {
        const start = Number.parseInt(from, 16);
        if (value !== undefined)
          return [{ from: start, to: Number.parseInt(to, 16), value: value.replaceAll(/\s/g, '') }];
        return [...(list ?? '').matchAll(/<([\da-f]*)>/gi)].map(([, one = ''], index) => ({
          from: start + index,
          to: start + index,
          value: one,
        }));
      },
    ),
  );
}
