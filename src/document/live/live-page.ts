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
import { findSource, markSources } from './mark-sources.js';

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
  const sections = childElements(container);
  const slides = new Map<string, string>();
  const written = new Map<Element, LiveSlide>();
  const write = createSlideWriter(file, config);
  const take = (section: Element): LiveSlide => {
    const { key, html } = write(section);
    slides.set(key, html);
    const slide = { key, ...findSource(section, file) };
    written.set(section, slide);
    return slide;
  };
  const outline = sections.map((section) =>
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
  const writePage = (): string => {
    for (const [section, { key, file: path, line }] of written) {
      // The whole page carries the keys that its script compares.
      const marks = { dataKey: key, dataFile: path, dataLine: String(line) };
      Object.assign(section, markSources(section), { properties: { ...section.properties, ...marks } });
    }
    // Asked for twice, it is what it was.
    written.clear();
    return toHtml(document);
  };
  return { outline, slides, styles, shell, scripts, hash, write: writePage };
}

/** What is known of a slide's HTML. */
interface WrittenSlide {
  readonly key: string;
  readonly html: string;
}

/**
 * Make what writes slides, one after the other in their order. One that was drawn from what it was drawn from before, in a deck whose
 * pictures are what they were, is not written again: between drawing and here only they, and notes that are left out, change a slide.
 */
function createSlideWriter({ data }: VFile, { memo, notes }: Config): (section: Element) => WrittenSlide {
  const around = digest(JSON.stringify([notes, data.deck?.notes, [...(data.placedMedia ?? [])]]));
  let index = 0;
  const writeAnew = (section: Element): WrittenSlide => {
    const html = toHtml(markSources(section));
    return { key: digest(html), html };
  };
  return (section) => {
    const from = data.drawnFrom?.[index];
    index += 1;
    if (!memo || from === undefined) return writeAnew(section);
    const name = `live:${around}:${from}`;
    const kept = memo.get(name) as WrittenSlide | undefined;
    if (kept) return kept;
    const made = writeAnew(section);
    memo.keep(name, made);
    return made;
  };
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
