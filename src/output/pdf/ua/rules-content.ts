/** Rules over what pages draw: everything is either tagged or an artifact, and never both. */

import type { ContentEvent, Mark } from './content.js';
import type { UaFile } from './file.js';
import { get, getRaw, isRef } from './objects.js';
import type { UaRule } from './rule.js';

/** Make a rule over the events of every page: the first one at fault names the page. */
function contentRule(
  id: string,
  expected: string,
  found: string,
  isWrong: (event: ContentEvent) => boolean,
): UaRule {
  return {
    id,
    expected,
    check: ({ pages }) =>
      pages.filter(({ content }) => content.some(isWrong)).map(({ number: page }) => ({ found, page })),
  };
}

const isArtifact = ({ tag }: Mark): boolean => tag === 'Artifact';
const isTagged = ({ properties, tag }: Mark): boolean => properties.mcid !== undefined && tag !== 'Artifact';

/** Rules of clauses 7.1 and 7.20. */
export const contentRules: readonly UaRule[] = [
  contentRule('7.1-1', 'artifacts outside of tagged content', 'one inside', ({ kind, marks }) => {
    const last = marks.at(-1);
    return kind === 'open' && last !== undefined && isArtifact(last) && marks.slice(0, -1).some(isTagged);
  }),
  contentRule('7.1-2', 'tagged content outside of artifacts', 'some inside', ({ kind, marks }) => {
    const last = marks.at(-1);
    return kind === 'open' && last !== undefined && isTagged(last) && marks.slice(0, -1).some(isArtifact);
  }),
  contentRule(
    '7.1-3',
    'content that is tagged or an artifact',
    'some that is neither',
    ({ kind, marks }) => kind !== 'open' && !marks.some((mark) => isTagged(mark) || isArtifact(mark)),
  ),
  {
    id: '7.20-1',
    expected: 'no form that stands for another file',
    check: ({ objects }) =>
      objects
        .filter((object) => get(object, 'Ref') && getRaw(object, 'Subtype')?.toString() === '/Form')
        .map(() => ({ found: 'one with `Ref`' })),
  },
  {
    id: '7.20-2',
    expected: 'forms with tagged content that are drawn once',
    check: (file) => (drawsTaggedFormTwice(file) ? [{ found: 'one that is drawn twice' }] : []),
  },
];

/** Events with a tag that a form itself opens, counted by form and number: a second drawing repeats them. */
function drawsTaggedFormTwice({ pages }: UaFile): boolean {
  const seen = new Map<unknown, Set<number>>();
  for (const { content } of pages) {
    for (const { kind, forms, marks } of content) {
      const mcid = marks.at(-1)?.properties.mcid;
      const form = forms.at(-1);
      if (kind !== 'open' || form === undefined || mcid === undefined || isRef(form)) continue;
      const numbers = seen.get(form) ?? new Set();
      if (numbers.has(mcid)) return true;
      seen.set(form, numbers.add(mcid));
    }
  }
  return false;
}
