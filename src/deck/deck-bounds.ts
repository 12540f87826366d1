/**
 * Takes the text of a deck and leaves the first place that no parser would come through: too much, too deep, too dense.
 * A step of its own, linear and before the parser, which takes quadratic time for some texts and overflows its stack for others.
 */

/** How much a deck may hold. Real decks stay far below: the densest paragraph of some sixty has 133 marks, the deepest list 2 levels. */
export const deckLimits = {
  /** Quotes, lists and containers that stand inside one another. */
  depth: 100,
  /** Elements of raw HTML that stand inside one another. */
  elements: 500,
  /** Characters that may open or close something, in one paragraph or one row of a table. */
  marks: 1000,
  /** Lines of one paragraph. */
  lines: 20_000,
  /** Lines of one code block: it is cut into slides. */
  code: 10_000,
} as const;

/** Lines of one kind in the whole deck: each makes a block, whose cost grows with the number of others. */
const kindsOfLines: readonly (readonly [name: string, pattern: RegExp, most: number])[] = [
  ['footnotes', /^\[\^[^\]]+\]:/, 1000],
  ['definitions', /^\[[^\]]*\]:/, 5000],
  ['headings and breaks', /^(?:#{1,6}[ \t]|([-*_])[ \t]*(?:\1[ \t]*){2,}$|=+[ \t]*$)/, 15_000],
  ['lines of HTML', /^<[/!a-z]/i, 15_000],
  ['directives', /^::/, 15_000],
  ['callouts', /^\[!\w+\]/, 5000],
  ['code blocks', /^(?:`{3,}|~{3,})/, 5000],
];

const listItems = 'items of one list';

/** Lines of one kind in a row: a block that is cut into slides, at a cost that grows with its length. */
const kindsOfRuns: readonly (readonly [name: string, pattern: RegExp, most: number])[] = [
  ['rows of one table', /^\s*\|/, 2500],
  [listItems, /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+[^-*+\s]/, 2500],
];

/** A place that is refused. */
export interface BoundsProblem {
  readonly kind: 'nesting' | 'marks' | 'blocks';
  /** What there is too much of, of blocks. */
  readonly name?: string;
  /** Line, from 1. */
  readonly line: number;
  readonly found: number;
  readonly limit: number;
}

/** What a scan knows at the start of a line. */
interface ScanState {
  fence: string | undefined;
  /** Colons of the containers that are open. */
  readonly containers: number[];
  elements: number;
  /** Marks of the paragraph so far, and the line it began on. */
  marks: number;
  paragraph: number;
  /** How many lines of each kind. */
  readonly counts: Map<string, number>;
  /** How many of one kind in a row, and how many lines of code. */
  run: { readonly name: string; readonly length: number };
  afterBlank: boolean;
  code: number;
}

const containerPrefix = /^[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*)*/;
/** `[name]: address`, of which a deck may have many in a row. */
const definition = /^\[[^\]]*\]:/;
/** What ends a paragraph even without a blank line before it; further in it may be the paragraph's own text. */
const bullet = /^ {0,3}[-*+][ \t]+\S/;
const containerMark = />|[-*+]|\d{1,9}[.)]/g;
const markRun = /\*+|_+|~{2,}|`+|\$+|!?\[|\]|\|/g;
const lightMark = /[\\&=:]/g;
const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)\b[^<>]*>/g;
/** Elements that need no closing tag, or have none: they do not grow deep. */
const flatElements = new Set(
  'area base br col dd dt embed hr img input li link meta option p path source td tfoot th thead tbody tr track wbr'.split(
    ' ',
  ),
);

/** Find the first place of a deck that goes beyond the limits. Linear in the length of the text. */
export function findBoundsProblem(text: string): BoundsProblem | undefined {
  const state: ScanState = {
    fence: undefined,
    containers: [],
    elements: 0,
    marks: 0,
    paragraph: 1,
    counts: new Map(),
    run: { name: '', length: 0 },
    afterBlank: false,
    code: 0,
  };
  let number = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    number += 1;
    const problem = scanLine(line, number, state);
    if (problem) return problem;
  }
  return undefined;
}

function scanLine(line: string, number: number, state: ScanState): BoundsProblem | undefined {
  const [prefix = ''] = containerPrefix.exec(line) ?? [];
  const rest = line.slice(prefix.length);
  const depth = measureDepth(prefix);
  if (depth > deckLimits.depth) return nesting(number, depth, deckLimits.depth);
  const inCode = state.fence !== undefined;
  const tooMany = inCode
    ? countCode(number, state)
    : (countLine([rest, line.trimStart()], number, state.counts) ?? countRun(line, number, state));
  if (tooMany) return tooMany;
  if (skipsFence(rest, state)) {
    // Code ends a paragraph.
    startParagraph(number + 1, state);
    return undefined;
  }
  followContainers(rest, state.containers);
  if (state.containers.length > deckLimits.depth) {
    return nesting(number, state.containers.length, deckLimits.depth);
  }
  state.elements = Math.max(0, state.elements + countElements(rest));
  if (state.elements > deckLimits.elements) return nesting(number, state.elements, deckLimits.elements);
  if (bullet.test(line)) startParagraph(number, state);
  return countMarks(rest, number, state);
}

/** Markers of quotes and lists, and a list inside another for each two blanks before it. */
function measureDepth(prefix: string): number {
  const markers = prefix.match(containerMark)?.length ?? 0;
  if (markers === 0) return 0;
  return markers + Math.floor((/^[ \t]*/.exec(prefix)?.[0].length ?? 0) / 2);
}

/** Code is read in one go, whatever it holds. */
function skipsFence(rest: string, state: ScanState): boolean {
  const run = /^(`{3,}|~{3,})(.*)$/.exec(rest);
  const [, marks = '', info = ''] = run ?? [];
  if (state.fence === undefined) {
    if (run && !(marks.startsWith('`') && info.includes('`'))) state.fence = marks;
    return state.fence !== undefined;
  }
  if (marks.startsWith(state.fence) && info.trim() === '') state.fence = undefined;
  return true;
}

function countCode(line: number, state: ScanState): BoundsProblem | undefined {
  state.code += 1;
  if (state.code <= deckLimits.code) return undefined;
  return { kind: 'blocks', name: 'lines of one code block', line, found: state.code, limit: deckLimits.code };
}

function countRun(text: string, line: number, state: ScanState): BoundsProblem | undefined {
  state.code = 0;
  const { afterBlank } = state;
  state.afterBlank = text.trim() === '';
  const [name = '', , limit = 0] = kindsOfRuns.find(([, pattern]) => pattern.test(text)) ?? [];
  // A list goes on over blank lines, indented ones, and a paragraph that began in it.
  const goesOn = state.afterBlank || /^\s/.test(text) || !(afterBlank || /^(?:#|---|[`~]{3})/.test(text));
  if (name === '' && state.run.name === listItems && goesOn) return undefined;
  const found = name === state.run.name ? state.run.length + 1 : 1;
  state.run = { name, length: found };
  return name !== '' && found > limit ? { kind: 'blocks', name, line, found, limit } : undefined;
}

/** @param texts the line without and with the marks of quotes and lists: `* * *` is a break */
function countLine(
  texts: readonly string[],
  number: number,
  counts: Map<string, number>,
): BoundsProblem | undefined {
  const [name, , most] = kindsOfLines.find(([, pattern]) => texts.some((text) => pattern.test(text))) ?? [];
  if (name === undefined || most === undefined) return undefined;
  const found = (counts.get(name) ?? 0) + 1;
  counts.set(name, found);
  return found > most ? { kind: 'blocks', name, line: number, found, limit: most } : undefined;
}

function followContainers(rest: string, containers: number[]): void {
  const [, colons, name] = /^(:{3,})[ \t]*(\S*)/.exec(rest) ?? [];
  if (colons === undefined) return;
  if (name) containers.push(colons.length);
  else while ((containers.pop() ?? 0) > colons.length);
}

function countElements(rest: string): number {
  if (!rest.includes('<')) return 0;
  let depth = 0;
  for (const [whole, closing, name = ''] of rest.matchAll(tag)) {
    if (flatElements.has(name.toLowerCase()) || whole.endsWith('/>')) continue;
    depth += closing ? -1 : 1;
  }
  return depth;
}

function startParagraph(number: number, state: ScanState): void {
  state.marks = 0;
  state.paragraph = number;
}

function countMarks(rest: string, number: number, state: ScanState): BoundsProblem | undefined {
  // Paragraphs are read one by one, and so are the rows of a table and definitions.
  const blank = rest.trim() === '';
  if (blank || rest.includes('|') || definition.test(rest))
    startParagraph(blank ? number + 1 : number, state);
  for (const [run] of rest.matchAll(markRun)) state.marks += 1 + Math.floor(run.length / 100);
  // An opening angle bracket is cheap where a tag follows, and looked for to the end of the paragraph where not.
  // Escapes, entities and attributes are cheap each, and made of so few letters that half a million fit into a line.
  state.marks += (rest.match(lightMark)?.length ?? 0) / 50;
  const brackets = rest.split('<').length - 1;
  if (brackets > 0) state.marks += brackets - (rest.match(tag)?.length ?? 0);
  if (state.marks > deckLimits.marks)
    return { kind: 'marks', line: state.paragraph, found: Math.round(state.marks), limit: deckLimits.marks };
  const lines = number - state.paragraph;
  if (lines <= deckLimits.lines) return undefined;
  return {
    kind: 'blocks',
    name: 'lines of one paragraph',
    line: state.paragraph,
    found: lines,
    limit: deckLimits.lines,
  };
}

function nesting(line: number, found: number, limit: number): BoundsProblem {
  return { kind: 'nesting', line, found, limit };
}
