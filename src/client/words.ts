/** The words the client shows: the build hands all of them over as JSON in `data-strings`, in the deck's language. */
import type { PageWords } from '../strings.js';

/** All words of the client. */
export type Words = PageWords;

/** Read the words of the page. */
export function readWords(json: string | undefined): Words {
  return JSON.parse(json ?? '{}') as Words;
}
