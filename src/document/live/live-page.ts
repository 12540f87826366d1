/** Takes a deck's tree and leaves the page of the dev server in parts: slides by their content, so that a change replaces what changed. */
import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Config } from '../../config/config.js';
import type { DeckState, Hello, LiveShell, LiveSlide } from '../../deck/live-deck.js';
import type { Sources } from '../../deck/sources.js';
import { renderDocument } from '../render-document.js';
import { markSources } from './mark-sources.js';

/** The page in parts. */
export interface LivePage extends Omit<DeckState, 'slides'>, Hello {
  /** HTML of the slides by their keys. */
  readonly slides: ReadonlyMap<string, string>;
  /** Write the whole page. */
  write(): string;
}

/** Make the page. `config.live` is the token that its script knows. */
export function renderLivePage(tree: Root, file: VFile, config: Config, sources: Sources): LivePage {
  const document = renderDocument(tree, file, { ...config, document: 'present' }, sources);
  const [head, main] = [findElement(document, 'head'), findElement(document, 'main')];
  const container = childElements(main)[0];
  const slides = new Map<string, string>();
  const take = (section: Element): LiveSlide => {
    const { marked, source } = markSources(section, file);
    const html = toHtml(marked);
    const key = digest(html);
    slides.set(key, html);
    // From here on the copy is the slide: the whole page carries the keys that its script compares.
    Object.assign(section, marked, { properties: { ...marked.properties, ...slideMarks(key, source) } });
    return { key, ...source };
  };
  const outline = childElements(container).map((section) =>
    isStack(section) ? childElements(section).map(take) : take(section),
  );
  const styles = childElements(head)
    .filter(({ tagName }) => tagName === 'style')
    .map((style) => toString(style));
  const shell = readShell(document, main);
  const scripts = digest(
    childElements(findElement(document, 'body'))
      .filter(({ tagName }) => tagName === 'script')
      .map((script) => toString(script))
      .join(),
  );
  const hash = digest(JSON.stringify([outline, styles.map(digest), shell, scripts]));
  Object.assign(main.properties, { dataHash: hash, dataScripts: scripts });
  return { outline, slides, styles, shell, scripts, hash, write: () => toHtml(document) };
}

function slideMarks(key: string, { file, line }: { readonly file: string; readonly line: number }) {
  return { dataKey: key, dataFile: file, dataLine: String(line) };
}

function readShell(document: Root, main: Element): LiveShell {
  const html = findElement(document, 'html');
  const data = Object.entries(main.properties)
    .filter(([name]) => name.startsWith('data') && name !== 'dataLive')
    .map(([name, value]) => [name[4]?.toLowerCase() + name.slice(5), String(value)]);
  return {
    title: toString(findElement(html, 'title')),
    lang: html.properties.lang ?? '',
    dir: html.properties.dir ?? '',
    data: Object.fromEntries(data),
  };
}

function isStack({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('stack');
}

function childElements(parent: Element | Root | undefined): Element[] {
  return (parent?.children ?? []).filter((child): child is Element => child.type === 'element');
}

/** Find an element that every document has. */
function findElement(root: Root | Element, tagName: string): Element {
  let found: Element | undefined;
  visit(root, 'element', (element) => {
    if (element.tagName !== tagName) return undefined;
    found = element;
    return EXIT;
  });
  if (!found) throw new Error(`Unexpected document without <${tagName}>`);
  return found;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
