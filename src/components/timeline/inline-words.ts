/** Takes inline content and leaves its words with their widths: code is wider than text, a note mark is a small digit. */
import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { measureText, type TextStyle } from '../../measure/text-width.js';
import { type MeasuredWord, wrapWords } from '../../measure/wrap.js';

/** Count the lines that inline content takes in a box of a width. */
export function countLines(nodes: readonly PhrasingContent[], width: number, style: TextStyle): number {
  return wrapWords(measureInline(nodes, style), width, measureText(' ', style)).length;
}

/** Measure the words of inline content. */
export function measureInline(nodes: readonly PhrasingContent[], style: TextStyle): MeasuredWord[] {
  const words: { text: string; width: number }[] = [];
  let open = false;
  const add = (text: string, width: number): void => {
    const word = open ? words.at(-1) : undefined;
    if (word) Object.assign(word, { text: word.text + text, width: word.width + width });
    else words.push({ text, width });
    open = true;
  };
  for (const run of inlineRuns(nodes, style)) {
    for (const part of run.text.split(/(\s+)/)) {
      if (part === '') continue;
      if (/^\s/.test(part)) open = false;
      else add(part, measureText(part, run.style));
    }
  }
  return words;
}

/** List the stretches of inline content that have one style. */
function inlineRuns(
  nodes: readonly PhrasingContent[],
  style: TextStyle,
): { text: string; style: TextStyle }[] {
  return nodes.flatMap((node) => {
    if (node.type === 'strong') return inlineRuns(node.children, { ...style, weight: 600 });
    if (node.type === 'emphasis' || node.type === 'link' || node.type === 'delete') {
      return inlineRuns(node.children, style);
    }
    if (node.type === 'inlineCode') return [{ text: node.value, style: { ...style, family: 'mono' } }];
    if (node.type === 'footnoteReference')
      return [{ text: '00', style: { ...style, size: style.size * 0.65 } }];
    if (node.type === 'break') return [{ text: ' ', style }];
    return [{ text: toString(node), style }];
  });
}
