/** Takes the text of a file and leaves a region of it, or some of its lines, moved to the left margin. */

/** Lines of a file, and the number of the first of them. */
export interface Part {
  readonly lines: readonly string[];
  readonly first: number;
}

/** `// #region name`, `# region name`, `# [start: name]`, in the comments of any language. */
const startMark = /(?:#|\/\/)\s*(?:pragma\s+)?region\b[:\s]*(.*)$|\[start:\s*([^\]]+)\]/;
const endMark = /(?:#|\/\/)\s*(?:pragma\s+)?endregion\b[:\s]*(.*)$|\[end:\s*([^\]]+)\]/;

/** Split a file into lines; its last line end opens no line. */
export function splitFile(text: string): string[] {
  return text.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/);
}

/**
 * Find a region. Regions may stand in one another; the marks of inner ones are left out.
 *
 * @returns nothing where no region has the name; without `lines` where it never ends
 */
export function findRegion(
  lines: readonly string[],
  name: string,
): { readonly lines?: string[] } | undefined {
  const open: string[] = [];
  let inside: string[] | undefined;
  for (const line of lines) {
    const end = readMark(endMark, line);
    const start = end === undefined ? readMark(startMark, line) : undefined;
    if (start !== undefined) {
      open.push(start);
      if (start === name) inside ??= [];
    } else if (end !== undefined) {
      closeRegion(open, end);
      if (inside && !open.includes(name)) return { lines: inside };
    } else inside?.push(line);
  }
  return inside && {};
}

/** An end without a name closes the innermost region, one with a name also what is open in it. */
function closeRegion(open: string[], name: string): void {
  const at = name === '' ? open.length - 1 : open.lastIndexOf(name);
  if (at >= 0) open.length = at;
}

function readMark(mark: RegExp, line: string): string | undefined {
  const match = mark.exec(line);
  return match ? (match[1] ?? match[2] ?? '').replace(/(?:\*\/|--+>)\s*$/, '').trim() : undefined;
}

/** Select `3-9`, `3-` or `3` of a file; nothing where it has no such lines. */
export function selectLines(lines: readonly string[], range: string): Part | undefined {
  const [, from, dash, to] = /^(\d{1,6})(\s*[-–]\s*)?(\d{1,6})?$/.exec(range.trim()) ?? [];
  const first = Number(from);
  const last = to === undefined ? (dash === undefined ? first : lines.length) : Number(to);
  if (from === undefined || first < 1 || first > last || last > lines.length) return undefined;
  return { lines: lines.slice(first - 1, last), first };
}

/** Take away the indent that all lines share. */
export function dedent(lines: readonly string[]): string {
  const filled = lines.filter((line) => line.trim() !== '');
  const indents = filled.map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const shared = indents.reduce(sharedStart, indents[0] ?? '');
  return lines.map((line) => line.slice(line.trim() === '' ? line.length : shared.length)).join('\n');
}

function sharedStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}
