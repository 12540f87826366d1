/**
 * Takes a text and leaves where a slide probably ends: a scan of the lines that knows what a break may stand in. It may be wrong about
 * anything; who cuts asks the parser.
 */

/** What a cut must not stand in, with the line that ends it. */
interface Inside {
  readonly ends: (line: string) => boolean;
}

/** A line end is read in one way only: where CR LF could also be two of them, a text without an end would be tried in all ways. */
const frontMatter =
  /^---[ \t]*(?:\r\n|\r(?!\n)|\n)(?:[^\r\n]*(?:\r\n|\r(?!\n)|\n))*?---[ \t]*(?:\r\n|\r(?!\n)|\n|$)/;

const slideBreak = /^-{3,}[ \t]*$/;
const heading = /^#{1,6}[ \t]+\S/;

/** HTML that goes on over blank lines: how it opens, and what ends it. */
const openHtml: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![a-z]/i, />/],
];

/** Propose cuts, as offsets of the line below: behind breaks; in a deck without any, below headings. */
export function proposeCuts(text: string): number[] {
  const [breaks, headings]: [number[], number[]] = [[], []];
  const colons: number[] = [];
  let inside: Inside | undefined;
  let afterBlank = true;
  const lines = /([^\r\n]*)(?:\r\n|\r|\n|$)/y;
  lines.lastIndex = frontMatter.exec(text)?.[0].length ?? 0;
  while (lines.lastIndex < text.length) {
    const line = lines.exec(text)?.[1] ?? '';
    if (inside) {
      if (inside.ends(line)) inside = undefined;
    } else {
      inside = findInside(line);
      if (line.startsWith(':::')) countColons(line, colons);
      else if (afterBlank && colons.length === 0) {
        if (slideBreak.test(line)) breaks.push(lines.lastIndex);
        else if (heading.test(line)) headings.push(lines.lastIndex);
      }
    }
    afterBlank = line.trim() === '';
  }
  // A part must not begin with what only counts at the beginning of a file.
  const isPlace = (cut: number) => cut < text.length && !/^(?:---|\uFEFF)/.test(text.slice(cut, cut + 3));
  return (breaks.length > 0 ? breaks : headings).filter(isPlace);
}

function findInside(line: string): Inside | undefined {
  const fence = /^ {0,3}(`{3,}|~{3,}|\${2,})([^`]*)$/.exec(line)?.[1];
  if (fence !== undefined) return { ends: (other) => isFenceEnd(other.trim(), fence) };
  for (const [opening, ending] of openHtml) {
    const found = opening.exec(line);
    if (!found) continue;
    return ending.test(line.slice(found[0].length)) ? undefined : { ends: (other) => ending.test(other) };
  }
  return undefined;
}

function isFenceEnd(line: string, fence: string): boolean {
  return line.length >= fence.length && line === fence.charAt(0).repeat(line.length);
}

/** Keep the colons of the containers that are open. */
function countColons(line: string, colons: number[]): void {
  const [, fence = '', rest = ''] = /^(:+)(.*)$/.exec(line.trimEnd()) ?? [];
  if (/^[a-z]/i.test(rest)) colons.push(fence.length);
  else if (rest === '') {
    const mate = colons.findLastIndex((one) => one <= fence.length);
    if (mate >= 0) colons.length = mate;
  }
}
