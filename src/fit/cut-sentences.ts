/** Takes the content of a paragraph and leaves it sentence by sentence, cut where they end in the paragraph's own text: not in a link. */
import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { cutInline } from '../components/cut-inline.js';

/** A full stop with what closes around it, and the blank behind; Chinese and Japanese write none. */
const end = /(?<=[.!?…]["'’”)\]]*)\s+|(?<=[。！？]["'’”」』）]*)(?=[^"'’”」』）])/u;

/** Cut content into sentences. */
export function cutSentences(content: readonly PhrasingContent[]): PhrasingContent[][] {
  const sentences: PhrasingContent[][] = [];
  let rest = content;
  while (rest.length > 0) {
    const halves = cutInline(rest, end);
    sentences.push(halves?.before ?? [...rest]);
    rest = halves?.after ?? [];
  }
  return sentences;
}

/** Make content of sentences. */
export function joinSentences(sentences: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  return sentences.flatMap((sentence, index) => {
    const before = sentences[index - 1];
    const apart = before && !/[。！？][^.!?]*$/.test(toString(before.slice(-1)));
    return [...(apart ? [{ type: 'text' as const, value: ' ' }] : []), ...sentence];
  });
}
