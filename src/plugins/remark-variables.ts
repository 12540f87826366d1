/**
 * Takes `variable` nodes and `{{name}}` in attributes, alternative texts and the deck's options, and leaves them with their values:
 *
 *     paragraph                          paragraph
 *     ├─ text "At "              →       └─ text "At PyCon!"
 *     ├─ variable "event"
 *     └─ text "!"
 *
 * A value is text, whatever signs are in it. A name that nobody defined stays as it is written.
 */
import type { Nodes, Parents, Root, Text } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type DeckOptions, defaultDeckOptions } from '../deck/options.js';
import { report } from '../diagnostics/report.js';
import { suggestNote } from '../diagnostics/suggest.js';

type Values = ReadonlyMap<string, string>;
type Fill = (text: string, place: Nodes) => string;

/** Options of the deck that are variables too. */
const named = ['title', 'subtitle', 'author', 'event', 'place', 'date', 'lang', 'header', 'footer'] as const;

/** Put values where variables stand. */
export function remarkVariables() {
  return (tree: Root, file: VFile): void => {
    const deck = file.data.deck ?? defaultDeckOptions;
    const values = listValues(deck, file);
    const fill: Fill = (text, place) =>
      fillText(text, values, (name) => reportName(name, values, place, file));
    visit(tree, (node) => {
      if (node.type === 'image' || node.type === 'imageReference')
        node.alt = node.alt && fill(node.alt, node);
      if (node.type === 'containerDirective' || node.type === 'leafDirective') fillAttributes(node, fill);
      if ('children' in node && node.children.some(({ type }) => type === 'variable'))
        fillChildren(node, fill);
    });
    file.data.deck = fillOptions(deck, values, file);
  };
}

/** The values of a deck by name; a name without a value is none. */
function listValues(deck: DeckOptions, file: VFile): Values {
  const facts = named.map((name) => [name, deck[name]] as const);
  const { talk } = file.data;
  const all: [string, string][] = [
    ...facts.map(([name, value]): [string, string] => [name, value]),
    ['speaker', deck.author],
    ['audience', deck.audience.join(', ')],
    ['minutes', deck.minutes > 0 ? String(deck.minutes) : ''],
    ['talk', talk?.name ?? ''],
  ];
  return new Map([...all.filter(([, value]) => value !== ''), ...Object.entries(deck.vars)]);
}

function fillText(text: string, values: Values, tell: (name: string) => void): string {
  if (!text.includes('{{')) return text;
  return text.replaceAll(/\{\{([\p{L}\p{N}.-]+)\}\}/gu, (written, name: string) => {
    const value = values.get(name);
    if (value === undefined) tell(name);
    return value ?? written;
  });
}

function fillAttributes(node: ContainerDirective | LeafDirective, fill: Fill): void {
  for (const [name, value] of Object.entries(node.attributes ?? {})) {
    if (node.attributes && value) node.attributes[name] = fill(value, node);
  }
}

/** Variables become text, and text beside text becomes one: later steps read a sentence in one piece. */
function fillChildren(parent: Parents, fill: Fill): void {
  const children: Nodes[] = [];
  for (const child of parent.children) {
    const node: Nodes =
      child.type === 'variable'
        ? {
            type: 'text',
            value: fill(child.value, child),
            ...(child.position && { position: child.position }),
          }
        : child;
    const before = children.at(-1);
    if (node.type === 'text' && before?.type === 'text') joinText(before, node);
    else children.push(node);
  }
  parent.children = children as typeof parent.children;
}

function joinText(before: Text, { value, position }: Text): void {
  before.value += value;
  if (before.position && position) before.position = { start: before.position.start, end: position.end };
}

/** Options take values too, but not their own: `title: "{{title}}"` has none. */
function fillOptions(deck: DeckOptions, values: Values, file: VFile): DeckOptions {
  const filled: Record<string, unknown> = { ...deck };
  for (const name of named) {
    const others = new Map([...values].filter(([one]) => one !== name || deck.vars[name] !== undefined));
    filled[name] = fillText(deck[name], others, (unknown) =>
      reportName(unknown, others, file.data.optionPlaces?.get(name), file),
    );
  }
  return filled as unknown as DeckOptions;
}

/** Where the deck has variables a name it does not have is a mistake; elsewhere the braces are somebody else's language. */
function reportName(name: string, values: Values, place: Parameters<typeof report>[2], file: VFile): void {
  const deck = file.data.deck ?? defaultDeckOptions;
  const isDefining = Object.keys(deck.vars).length > 0 || (file.data.talks?.length ?? 0) > 0;
  const reason = `Unexpected variable \`${name}\`, expected one that has a value`;
  if (isDefining) {
    report(file, 'variable-unknown', place, reason, {
      actual: name,
      note: suggestNote(name, [...values.keys()]),
    });
  } else {
    const note = `Give it one under \`vars:\` in the front matter, or write \`\\{{${name}}}\` if the braces are meant.`;
    report(file, 'variable-undefined', place, reason, { actual: name, note });
  }
}
