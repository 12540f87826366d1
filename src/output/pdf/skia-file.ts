/**
 * Takes the bytes of a PDF as Chromium writes them, leaves the few objects we want to change.
 * A step of its own because reading the whole file costs as much as printing it, and Skia's files are regular:
 * one table of offsets, plain objects, generation 0.
 */

/** A PDF of which only the table of offsets has been read. */
export interface SkiaFile {
  readonly bytes: Buffer;
  /** Where the table of offsets starts. */
  readonly xref: number;
  /** One more than the highest object number. */
  readonly size: number;
  readonly root: number;
  readonly info: number;
}

/** One object: where it lies and what it says. */
export interface SkiaObject {
  readonly start: number;
  readonly text: string;
}

const LARGEST_OBJECT = 1 << 20;
const XREF_LINE = 20;

/** Read the end of a file; leave `undefined` when it does not look like one of Skia's. */
export function openSkiaFile(input: Uint8Array): SkiaFile | undefined {
  const bytes = Buffer.from(input);
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1024));
  const match =
    /trailer\n<<\/Size (\d+)\n\/Root (\d+) 0 R\n\/Info (\d+) 0 R>>\nstartxref\n(\d+)\n%%EOF\n?$/.exec(tail);
  if (match === null) return undefined;
  const [size = 0, root = 0, info = 0, xref = 0] = match.slice(1).map(Number);
  const head = `xref\n0 ${size}\n`;
  if (bytes.toString('latin1', xref, xref + head.length) !== head) return undefined;
  return { bytes, xref, size, root, info };
}

/** Read an object that has no stream; leave `undefined` when it is not where the table says. */
export function readObject(file: SkiaFile, number: number): SkiaObject | undefined {
  const line = file.xref + `xref\n0 ${file.size}\n`.length + number * XREF_LINE;
  const entry = file.bytes.toString('latin1', line, line + XREF_LINE);
  const match = /^(\d{10}) 00000 n/.exec(entry);
  if (match === null) return undefined;
  const offset = Number(match[1]);
  const head = `${number} 0 obj\n`;
  if (file.bytes.toString('latin1', offset, offset + head.length) !== head) return undefined;
  const start = offset + head.length;
  const end = file.bytes.indexOf('\nendobj\n', start, 'latin1');
  if (end === -1 || end - start > LARGEST_OBJECT) return undefined;
  return { start, text: file.bytes.toString('latin1', start, end) };
}

/** Strings first: brackets and slashes in them mean nothing. */
const TOKEN = /\((?:\\[^]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;

/** Split a dictionary into its keys and their values as written; `undefined` when it is not one. */
export function splitDictionary(text: string): Map<string, string> | undefined {
  if (!text.startsWith('<<') || !text.endsWith('>>')) return undefined;
  const entries = new Map<string, string>();
  let [key, valueStart, words, depth] = ['', 0, 0, 0];
  const token = new RegExp(TOKEN);
  token.lastIndex = 2;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [word] = match;
    // A name at the top that follows a whole value is the next key; one right after a key is that key's value.
    const isKey = depth === 0 && (word === '>>' || (word[0] === '/' && (key === '' || words > 0)));
    if (isKey) {
      if (key !== '') entries.set(key, text.slice(valueStart, match.index).trim());
      key = word;
      valueStart = token.lastIndex;
      words = 0;
      continue;
    }
    words += 1;
    if (word === '<<' || word === '[') depth += 1;
    if ((word === '>>' || word === ']') && depth > 0) depth -= 1;
  }
  return entries;
}
