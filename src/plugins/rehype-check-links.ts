/** Takes the finished slides and reports ids that stand twice and links to places that do not exist. Changes nothing. */
import { slug } from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { listSections } from '../deck/sections.js';
import { report } from '../diagnostics/report.js';
import { suggest, suggestNote } from '../diagnostics/suggest.js';

/** Report broken internal links and duplicate ids. */
export function rehypeCheckLinks() {
  return (tree: Root, file: VFile): void => {
    const ids = collectIds(tree, file);
    visit(tree, 'element', (element) => {
      const href = element.properties.href;
      if (element.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#')) return;
      const id = decodeFragment(href.slice(1).replace(/^\//, ''));
      // A link without words has a message of its own.
      if (id === '' || ids.has(id) || isEmpty(element)) return;
      report(
        file,
        'link-slide-missing',
        element,
        `Unexpected link to \`#${id}\`, expected the id of a slide`,
        {
          note: cureOf(id, ids, tree, file),
          actual: id,
        },
      );
    });
  };
}

function isEmpty(element: Element): boolean {
  return toString(element).trim() === '' && !JSON.stringify(element.children).includes('"img"');
}

/** Where a heading of this name stands on a slide of another, else the closest id. */
function cureOf(id: string, ids: ReadonlySet<string>, tree: Root, file: VFile): string {
  const slides = listSections(tree);
  const holds = ({ children }: Element) => {
    let found = false;
    visit({ type: 'root', children }, 'element', (element: Element) => {
      found ||= /^h[1-6]$/.test(element.tagName) && slug(toString(element)) === id;
    });
    return found;
  };
  const slide = slides.find(holds)?.properties.id;
  if (typeof slide === 'string')
    return `A heading of this name stands on the slide \`#${slide}\`: link to that, or name the heading, \`{#${id}}\` behind it.`;
  const names = (file.data.slides ?? []).map((one) => one.id);
  const close =
    suggest(id, names) ??
    suggest(
      id,
      [...ids].filter((one) => !/-(?:title|note-\d+)$/.test(one)),
    );
  if (close) return `Did you mean \`#${close}\`?`;
  return names.length > 8
    ? 'An id is given by `::slide{#id}`, or by `{#id}` behind a heading.'
    : suggestNote(id, names);
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
