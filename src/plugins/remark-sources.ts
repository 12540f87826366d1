/**
 * Takes the empty lists that `::sources` left and fills in the deck's sources, each once, in order of first use.
 * Before slides are cut to fit, since a long list is cut too; after the components, which know what of a deck is a source.
 *
 *     slide > sources   →   slide > sources > sourceEntry, sourceEntry …
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { SourceEntry } from '../components/sources/node.js';
import { report } from '../diagnostics/report.js';
import { listUses } from './sources/list-uses.js';

/** Fill the lists of sources. */
export function remarkSources() {
  return (tree: Root, file: VFile): void => {
    let entries: SourceEntry[] | undefined;
    visit(tree, 'sources', (node) => {
      entries ??= listEntries(tree);
      node.children.push(...structuredClone(entries));
      if (entries.length > 0) return;
      const reason = 'Unexpected `::sources` in a deck that names none, expected footnotes or `Source: …`';
      report(file, 'sources-empty', node, reason, {
        note: 'Write `Source: …` as a paragraph on a slide, or a footnote: `[^1]`.',
      });
    });
  };
}

function listEntries(tree: Root): SourceEntry[] {
  const entries = new Map<string, SourceEntry>();
  for (const { key, content, node } of listUses(tree)) {
    if (entries.has(key)) continue;
    entries.set(key, {
      type: 'sourceEntry',
      key,
      number: entries.size + 1,
      places: [],
      children: content,
      ...(node.position && { position: node.position }),
    });
  }
  return [...entries.values()];
}
