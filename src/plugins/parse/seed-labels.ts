/** Takes labels and leaves them known to the parser before it reads: those of definitions and footnotes that stand in another part. */
import type { Construct, Extension, TokenizeContext } from 'micromark-util-types';
import { visit } from 'unist-util-visit';
import type { TextPart } from './split-text.js';

/** Tells the parser labels while a function runs. */
export interface Seed {
  readonly extension: Extension;
  during<T>(labels: readonly string[], parse: () => T): T;
}

/** What labels of footnotes begin with here, and no definition's can. */
const footnote = '[^';

const exclamationMark = 33;
const leftBracket = 91;
const rightBracket = 93;

/** Make the extension: a construct before all others of brackets, which never matches. */
export function createSeed(): Seed {
  let known: readonly string[] = [];
  let seeded: TokenizeContext['parser'] | undefined;
  const construct: Construct = {
    name: 'seed',
    tokenize(_effects, _ok, nok) {
      if (seeded !== this.parser) {
        seeded = this.parser;
        seeded.gfmFootnotes ??= [];
        for (const label of known) {
          if (label.startsWith(footnote)) seeded.gfmFootnotes.push(label.slice(footnote.length));
          else seeded.defined.push(label);
        }
      }
      return nok;
    },
  };
  return {
    extension: {
      text: { [exclamationMark]: construct, [leftBracket]: construct, [rightBracket]: construct },
    },
    during(labels, parse) {
      known = labels;
      try {
        return parse();
      } finally {
        known = [];
        seeded = undefined;
      }
    },
  };
}

/** List what the definitions and footnotes of all parts are called, as references to them are written. */
export function listLabels(parts: readonly TextPart[]): string[] {
  const labels = new Set<string>();
  for (const { text, tree } of parts) {
    // Most parts define nothing.
    if (!text.includes(']:')) continue;
    visit(tree, (node) => {
      if (node.type === 'definition') labels.add(normalizeLabel(node.identifier));
      if (node.type === 'footnoteDefinition') labels.add(footnote + normalizeLabel(node.identifier));
    });
  }
  return [...labels].sort();
}

/** List those of the labels that a part may refer to; too many do no harm. */
export function listUsedLabels(text: string, labels: readonly string[]): string[] {
  if (labels.length === 0 || !text.includes('[')) return [];
  const normal = normalizeLabel(text);
  // Inside a quotation the lines of a label have marks between them, which the label has not.
  return labels.filter((label) => label.includes(' ') || normal.includes(label));
}

/** As micromark does: small and then large letters make those equal that one of them alone would not. */
function normalizeLabel(text: string): string {
  return text
    .replace(/[\t\n\r ]+/g, ' ')
    .toLowerCase()
    .toUpperCase();
}
