/** Takes quotations that begin with `[!NOTE]`, as on GitHub, and leaves callouts: a mark, a word, a title if there is one, the text. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Blockquote, Node, Paragraph, Parent, PhrasingContent, Root, Strong, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { defaultDeckOptions } from '../deck/options.js';
import { report } from '../diagnostics/report.js';
import { suggestNote } from '../diagnostics/suggest.js';
import { type Strings, selectStrings } from '../strings.js';
import { type CalloutName, calloutKinds, isCalloutName } from './callouts/kinds.js';

/** Words that stand apart from the text around them. */
export interface Callout extends Parent {
  type: 'callout';
  children: (CalloutTitle | Blockquote['children'][number])[];
}

/** The first line of a callout. */
export interface CalloutTitle extends Parent {
  type: 'calloutTitle';
  children: (CalloutMark | CalloutWord | PhrasingContent)[];
}

/** The word for the kind, where a title says more. */
export interface CalloutWord extends Parent {
  type: 'calloutWord';
  children: Text[];
}

/** The drawing before the title. */
export interface CalloutMark extends Node {
  type: 'calloutMark';
}

declare module 'mdast' {
  interface RootContentMap {
    callout: Callout;
    calloutTitle: CalloutTitle;
    calloutMark: CalloutMark;
    calloutWord: CalloutWord;
  }
  interface BlockContentMap {
    callout: Callout;
  }
}

/** `[!NOTE]` at the start; the sign that folds a callout in Obsidian means nothing on a slide. */
const marker = /^\[!([a-z][\w-]*)\](?:[+-](?=\s|$))?(?=\s|$)[ \t]*/i;

const lineEnding = /\r\n|\r|\n/;

/**
 * Turn marked quotations into callouts.
 *
 * before: blockquote > paragraph > text "[!TIP] Title\nText"
 * after:  callout{div.callout} > calloutTitle > (calloutMark, calloutWord "Tip", strong "Title"), paragraph > text "Text"
 */
export function remarkCallouts() {
  return (tree: Root, file: VFile): void => {
    const { lang, strings } = file.data.deck ?? defaultDeckOptions;
    const words = selectStrings(lang, strings);
    visit(tree, 'blockquote', (quote, index, parent) => {
      const found = readMarker(quote);
      if (!found || isEscaped(found.text, file) || !parent || index === undefined) return undefined;
      const name = found.name.toLowerCase();
      if (!isCalloutName(name)) {
        reportUnknown(found, file);
        return undefined;
      }
      parent.children[index] = makeCallout(quote, found, name, words);
      // The callout may hold quotations of its own.
      return [SKIP, index];
    });
  };
}

interface Marker {
  readonly name: string;
  /** Characters up to the title, or up to the line's end. */
  readonly length: number;
  readonly paragraph: Paragraph;
  readonly text: Text;
}

function readMarker({ children: [paragraph] }: Blockquote): Marker | undefined {
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (paragraph?.type !== 'paragraph' || text?.type !== 'text') return undefined;
  const match = marker.exec(text.value);
  return match?.[1] ? { name: match[1], length: match[0].length, paragraph, text } : undefined;
}

/** `\[!NOTE]` is a quotation; only its source still tells. */
function isEscaped({ position }: Text, file: VFile): boolean {
  return String(file.value)[position?.start.offset ?? -1] === '\\';
}

function reportUnknown({ name, text }: Marker, file: VFile): void {
  const known = Object.keys(calloutKinds).map((kind) => kind.toUpperCase());
  report(
    file,
    'callout-unknown',
    text,
    `Unexpected callout \`[!${name}]\`, expected one that Lectern knows`,
    {
      note: suggestNote(name, known),
      actual: name,
      expected: known,
    },
  );
}

function makeCallout(quote: Blockquote, found: Marker, name: CalloutName, words: Strings): Callout {
  const { title, rest } = splitTitle(found);
  const { position } = found.paragraph;
  const word: Text = { type: 'text', value: words[calloutKinds[name].word] };
  const strong: Strong = { type: 'strong', children: title.length > 0 ? title : [word] };
  const space: Text = { type: 'text', value: ' ' };
  const head: CalloutTitle = {
    type: 'calloutTitle',
    children: [makeMark(name), ...(title.length > 0 ? [makeWord(word), space] : []), strong],
    data: { hName: 'p', hProperties: { className: ['callout-title'] } },
    position,
  };
  const text: Paragraph[] = rest.length > 0 ? [{ ...found.paragraph, children: rest }] : [];
  return {
    type: 'callout',
    children: [head, ...text, ...quote.children.slice(1)],
    data: { hName: 'div', hProperties: { className: ['callout'], role: 'note', dataCallout: name } },
    position: quote.position,
  };
}

/** The rest of the marker's line is the title, the lines below are text. */
function splitTitle({ paragraph, text, length }: Marker): {
  readonly title: PhrasingContent[];
  readonly rest: PhrasingContent[];
} {
  const children = [{ ...text, value: text.value.slice(length) }, ...paragraph.children.slice(1)];
  const cut = children.findIndex((node) => node.type === 'break' || endsLine(node));
  const last = children[cut];
  if (!last) return { title: children.filter(hasContent), rest: [] };
  const title = children.slice(0, cut);
  const rest = children.slice(cut + 1);
  if (last.type === 'text') {
    const [first = ''] = last.value.split(lineEnding, 1);
    title.push({ ...last, value: first });
    rest.unshift({ ...last, value: last.value.slice(first.length).replace(lineEnding, '') });
  }
  return { title: title.filter(hasContent), rest: rest.filter(hasContent) };
}

function endsLine(node: PhrasingContent): boolean {
  return node.type === 'text' && lineEnding.test(node.value);
}

function hasContent(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value !== '';
}

function makeWord(word: Text): CalloutWord {
  const data = { hName: 'span', hProperties: { className: ['callout-word'] } };
  return { type: 'calloutWord', children: [word], data };
}

/** The word beside it says the same, so nobody needs to hear the mark. */
function makeMark(name: CalloutName): CalloutMark {
  const drawing: Element = s(
    'svg',
    { className: ['callout-mark'], viewBox: '0 0 24 24', ariaHidden: 'true' },
    calloutKinds[name].draw(),
  );
  return {
    type: 'calloutMark',
    data: { hName: drawing.tagName, hProperties: drawing.properties, hChildren: drawing.children },
  };
}
