/** Takes the finished slides and reports ids that stand twice and links to places that do not exist. Changes nothing. */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { suggestNote } from '../diagnostics/suggest.js';

/** Report broken internal links and duplicate ids. */
export function rehypeCheckLinks() {
  return (tree: Root, file: VFile): void => {
    const ids = collectIds(tree, file);
    visit(tree, 'element', (element) => {
      const href = element.properties.href;
      if (element.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#')) return;
      const id = decodeFragment(href.slice(1).replace(/^\//, ''));
      if (id === '' || ids.has(id)) return;
      const slides = (file.data.slides ?? []).map((slide) => slide.id);
      report(
        file,
        'link-slide-missing',
        element,
        `Unexpected link to \`#${id}\`, expected the id of a slide`,
        {
          note: suggestNote(id, slides),
          actual: id,
        },
      );
    });
  };
}

function collectIds(tree: Root, file: VFile): Set<string> {
  const ids = new Set<string>();
  visit(tree, 'element', (element: Element) => {
    const { id } = element.properties;
    if (typeof id !== 'string' || id === '') return;
    if (ids.has(id)) {
      report(file, 'slide-id-duplicate', element, `Unexpected second id \`${id}\`, expected every id once`, {
        note: 'Links lead to the first one.',
        actual: id,
      });
    }
    ids.add(id);
  });
  return ids;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
