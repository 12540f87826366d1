/** Takes the words of an item and leaves the parts of a claim: `**Wrong:** ~~what was said~~ → what holds`. */
import type { ListItem, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Strings } from '../../strings.js';
import { isBlank } from '../../values/inline.js';
import { splitItem } from '../container.js';
import { cutInline, spanOf, trimEnd } from '../cut-inline.js';
import type { Claim, ClaimPart, Verdict } from './node.js';

const arrow = /\s*(?:→|-+>)\s*/;

/** Read an item; what is missing of a claim is simply not there, and `checkClaim` says so. */
export function readClaim(item: ListItem, fallback: Verdict, strings: Strings): Claim {
  const { words, detail } = splitItem(item);
  const { status, rest } = takeStatus(words);
  const halves = cutInline(rest, arrow) ?? { before: [...rest], after: [] };
  const [only, ...others] = halves.before.filter((node) => !isBlank(node) && !isNote(node));
  const struck = only?.type === 'delete' && others.length === 0;
  return {
    type: 'claim',
    verdict: status.length > 0 ? readVerdict(toString(status), strings) : fallback,
    struck,
    children: [
      ...part('claimStatus', status),
      ...part('claimThen', halves.before),
      ...part('claimNow', halves.after),
      ...detail,
    ],
    ...(item.position && { position: item.position }),
  };
}

/** A bold or slanted word before what is struck out says what became of it; its colon is only punctuation. */
function takeStatus(words: readonly PhrasingContent[]): {
  readonly status: PhrasingContent[];
  readonly rest: PhrasingContent[];
} {
  const index = words.findIndex((node) => !isBlank(node));
  const first = words[index];
  const isWord = first?.type === 'strong' || first?.type === 'emphasis';
  if (!isWord || !words.some((node) => node.type === 'delete')) return { status: [], rest: [...words] };
  return { status: withoutColon(first.children), rest: withoutStart(words.slice(index + 1)) };
}

function withoutColon(content: PhrasingContent[]): PhrasingContent[] {
  const last = content.at(-1);
  if (last?.type !== 'text') return content;
  return trimEnd([...content.slice(0, -1), { ...last, value: last.value.replace(/\s*:\s*$/, '') }]);
}

function withoutStart(content: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...others] = content;
  if (first?.type !== 'text') return [...content];
  const value = first.value.replace(/^\s*:?\s*/, '');
  return value === '' ? others : [{ ...first, value }, ...others];
}

/** The deck's own words, and the English ones that everybody knows from the documentation. */
function readVerdict(word: string, strings: Strings): Verdict | undefined {
  const said = word.trim().toLowerCase();
  if (said === 'wrong' || said === strings.claimWrong.toLowerCase()) return 'wrong';
  return said === 'outdated' || said === strings.claimOutdated.toLowerCase() ? 'outdated' : undefined;
}

function isNote(node: PhrasingContent): boolean {
  return node.type === 'footnoteReference';
}

function part(type: ClaimPart['type'], children: PhrasingContent[]): ClaimPart[] {
  return children.some((node) => !isBlank(node)) ? [{ type, children, ...spanOf(children) }] : [];
}
