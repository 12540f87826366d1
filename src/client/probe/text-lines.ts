/** Takes an element and leaves the lines of text that are seen in it, each with its box on the page. */
import { measureInk } from './ink.js';

/** A line of one text node. */
export interface TextLine {
  readonly node: Text;
  readonly parent: Element;
  readonly box: DOMRect;
  /** Where its letters have ink; found out when it is asked for, since most lines stand far from any edge. */
  readonly ink: Place;
}

/** Edges on the page, in px. */
export type Place = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/**
 * One for all texts: the browser keeps every range it ever gave out in step with the document, and to print a thousand slides in
 * parts, which takes them out and puts them in again, took four times as long with one for each text.
 */
const range = document.createRange();

/** Not seen: hidden words for screen readers, the second voice of formulas, what is not on the slide. */
const unseen = '.visually-hidden, .katex-mathml, .notes, .handout, script, style, template, [hidden]';

/** List the lines of text in an element. */
export function listLines(root: Element): TextLine[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const lines: TextLine[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || parent === null || node.data.trim() === '') continue;
    if (parent.closest(unseen) !== null) continue;
    range.selectNodeContents(node);
    // A box of 1 px is the usual way to hide a text from the eye alone.
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    for (const box of boxes) lines.push(createLine(node, parent, box));
  }
  return lines;
}

function createLine(node: Text, parent: Element, box: DOMRect): TextLine {
  let known: Place | undefined;
  const line: TextLine = {
    node,
    parent,
    box,
    get ink() {
      known ??= measureInk(readLine(line), parent, box);
      return known;
    },
  };
  return line;
}

/** List the lines that make one row on the slide, in reading order, as texts. */
export function readRows(lines: readonly TextLine[]): { readonly text: string; readonly bottom: number }[] {
  const rows: { text: string; bottom: number; middle: number }[] = [];
  for (const line of lines) {
    const middle = line.box.top + line.box.height / 2;
    const text = readLine(line);
    const row = rows.find((one) => Math.abs(one.middle - middle) < line.box.height / 3);
    if (row)
      Object.assign(row, { text: `${row.text} ${text}`, bottom: Math.max(row.bottom, line.ink.bottom) });
    else rows.push({ text, bottom: line.ink.bottom, middle });
  }
  return rows.sort((one, other) => one.middle - other.middle);
}

/** Read the words of a text node that stand in one of its lines. */
export function readLine({ node, box }: TextLine): string {
  return listWords(node)
    .filter((word) => word.boxes.some((one) => Math.abs(one.top - box.top) < 2))
    .map((word) => word.text)
    .join(' ');
}

/** A word with the boxes it takes: more than one when it is broken. */
export interface Word {
  readonly text: string;
  readonly boxes: readonly DOMRect[];
}

/** List the words of a text node. */
export function listWords(node: Text, pattern = /\S+/gu): Word[] {
  return [...node.data.matchAll(pattern)].map((match) => {
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    return { text: match[0], boxes: [...range.getClientRects()].filter((box) => box.width > 0) };
  });
}
