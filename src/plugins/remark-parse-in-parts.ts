/**
 * Takes the parser and leaves one that reads a deck part by part, a part being a slide or a few: the parser's cost grows faster than
 * a text, and a part that is as it was need not be read again. The tree is the one of the whole text, to the last position.
 */
import type { Root } from 'mdast';
import type { Parser, Processor } from 'unified';
import { VFile } from 'vfile';
import { digestKey } from '../deck/content-key.js';
import type { Memo } from '../memo.js';
import { joinParts } from './parse/join-parts.js';
import { proposeCuts } from './parse/propose-cuts.js';
import { createSeed, listLabels, listUsedLabels, type Seed } from './parse/seed-labels.js';
import { splitText, type TextPart } from './parse/split-text.js';

/**
 * Parse in parts. After the parser and the syntax, which it uses as they are.
 *
 * @param memo keeps the trees of parts
 */
export function remarkParseInParts(this: Processor, memo?: Memo): void {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- unified hands its processor over so
  replaceParser(this, memo);
}

function replaceParser(processor: Processor, memo: Memo | undefined): void {
  const data = processor.data();
  const parse = processor.parser as Parser<Root>;
  const seed = createSeed();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), seed.extension];
  const parser = createPartParser((text) => parse(text, new VFile(text)), seed, memo);
  processor.parser = (text) => parseParts(text, parser);
}

/** Reads a part; `labels` are those that the rest of the deck defines. The tree may be shared. */
type PartParser = (text: string, labels: readonly string[]) => Root;

function createPartParser(parse: (text: string) => Root, seed: Seed, memo: Memo | undefined): PartParser {
  return (text, labels) => {
    const key = `parse:${digestKey(JSON.stringify([labels, text]))}`;
    const kept = memo?.get(key) as Root | undefined;
    if (kept) return kept;
    const tree = seed.during(labels, () => parse(text));
    memo?.keep(key, tree);
    return tree;
  };
}

function parseParts(text: string, parse: PartParser): Root {
  // The parser takes the mark away and counts from behind it.
  const cuts = text.startsWith('\uFEFF') ? [] : proposeCuts(text);
  const parts = splitText(text, cuts, (part) => parse(part, []));
  return joinParts(withLabels(parts, parse));
}

/**
 * A label counts in the whole deck, and the parser must know it before it reads a reference. Blocks do not depend on labels, so that
 * the definitions found without them are all there are; only parts with references are read once more.
 */
function withLabels(parts: readonly TextPart[], parse: PartParser): readonly TextPart[] {
  const labels = listLabels(parts);
  if (labels.length === 0) return parts;
  return parts.map((part) => {
    const used = listUsedLabels(part.text, labels);
    return used.length > 0 ? { ...part, tree: parse(part.text, used) } : part;
  });
}
