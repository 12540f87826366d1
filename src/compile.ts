/** The pure core: `(value, config, sources)` -> a VFile whose value is HTML, whose data are the facts, whose messages the diagnostics. */
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root as MdastRoot } from 'mdast';
import { VFile } from 'vfile';
import { components } from './components/index.js';
import { type Config, type ConfigInput, type DocumentKind, normalizeConfig } from './config/config.js';
import { isWithinBounds, mayBePart, reportOverflow } from './deck/check-bounds.js';
import { decodeText } from './deck/decode-text.js';
import type { Sources } from './deck/sources.js';
import { report } from './diagnostics/report.js';
import { type LivePage, renderLivePage } from './document/live/live-page.js';
import { renderDocument } from './document/render-document.js';
import { listMedia, rehypeAssets } from './plugins/rehype-assets.js';
import { listStylesheets, rehypeDeckCss } from './plugins/rehype-deck-css.js';
import { listThemeFiles, rehypeTheme } from './plugins/rehype-theme.js';
import { listBrand } from './plugins/remark-brand.js';
import { listCodeFiles } from './plugins/remark-code-files.js';
import { listComponentFiles } from './plugins/remark-components.js';
import { listPictures } from './plugins/remark-fit.js';
import { listIncludes } from './plugins/remark-includes.js';
import { createSourceProcessor, createTreeProcessor } from './processor.js';

/** A deck as text or bytes; a VFile brings its path along, which messages then name. */
export type DeckValue = string | Uint8Array | VFile;

/** A deck put together: what it includes is in it, and it has the options and values of its talk. */
export interface ParsedDeck {
  readonly tree: MdastRoot;
  readonly file: VFile;
  readonly config: Config;
}

/** A deck between reading and writing: safe slides, paths as written. Several documents can be made of one. */
export interface DeckTree {
  readonly tree: Root;
  readonly file: VFile;
  readonly config: Config;
}

/**
 * Compile a deck to one HTML document.
 *
 * Reads nothing but its arguments; a source that is missing is a message. Never throws for what an author wrote.
 *
 * @param sources what `listSources` names, and the package's own files (`loadPackage`)
 */
export async function compile(value: DeckValue, config: ConfigInput, sources: Sources): Promise<VFile> {
  const deck = await compileTree(value, config, sources);
  placeAssets(deck, sources);
  deck.file.value = stringifyDocument(deck, deck.config.document, sources);
  return deck.file;
}

/**
 * List the files that a deck names, relative to its folder.
 *
 * @param sources what is known already: files that included files name are listed once those are there
 */
export async function listSources(
  value: DeckValue,
  config: ConfigInput = {},
  sources: Sources = new Map(),
): Promise<string[]> {
  const includes = listIncludedFiles(value, config, sources);
  const parsed = parseDeck(value, config, sources);
  // Before the tree is transformed, which takes the names away.
  const texts = listEarlySources(parsed);
  const options = listBrand(parsed.file);
  const deck = await transformDeck(parsed, sources);
  return [...new Set([...includes, ...options, ...texts, ...listNames(deck, sources)])];
}

/** Turn a deck into safe slides: the first half of `compile`, which needs only the sources of `listEarlySources`. */
export async function compileTree(
  value: DeckValue,
  config: ConfigInput = {},
  sources: Sources = new Map(),
): Promise<DeckTree> {
  return transformDeck(parseDeck(value, config, sources), sources);
}

/** Put a deck together, so that what it takes from other files can be read before the rest is done. */
export function parseDeck(
  value: DeckValue,
  config: ConfigInput = {},
  sources: Sources = new Map(),
): ParsedDeck {
  const file = toFile(value);
  const complete = normalizeConfig(config);
  const nothing: MdastRoot = { type: 'root', children: [] };
  if (!isWithinBounds(file, complete.maxSize)) return { tree: nothing, file, config: complete };
  try {
    const processor = createSourceProcessor(complete, sources);
    const tree: MdastRoot = processor.parse(file);
    processor.runSync(tree, file);
    return { tree, file, config: complete };
  } catch (error) {
    reportOverflow(file, error);
    return { tree: nothing, file, config: complete };
  }
}

/** List the files that a deck includes, and those that they include, as far as they are not among the sources yet. */
export function listIncludedFiles(value: DeckValue, config: ConfigInput, sources: Sources): string[] {
  const { text } = decodeText(value instanceof VFile ? value.value : value);
  // Most decks include nothing, and need not be parsed to know it.
  if (!text.includes('::include')) return [];
  const complete = normalizeConfig(config);
  const processor = createSourceProcessor(complete, sources);
  // What cannot be parsed names nothing; the reason is said when the deck is put together.
  const parse = (markdown: string): MdastRoot =>
    mayBePart(markdown, complete.maxSize)
      ? processor.parse(new VFile(markdown))
      : { type: 'root', children: [] };
  const name = value instanceof VFile ? (value.basename ?? '') : '';
  return listIncludes(parse(text), name, sources, parse);
}

/** List the files that slides are made from: texts that become part of them, pictures whose sizes say what fits. */
export function listEarlySources({ tree }: ParsedDeck): string[] {
  return [
    ...new Set([...listCodeFiles(tree), ...listComponentFiles(tree, components), ...listPictures(tree)]),
  ];
}

/** Turn a parsed deck into safe slides. */
export async function transformDeck({ tree, file, config }: ParsedDeck, sources: Sources): Promise<DeckTree> {
  const processor = createTreeProcessor(config, sources);
  try {
    return { tree: await processor.run(tree, file), file, config };
  } catch (error) {
    reportOverflow(file, error);
    return { tree: { type: 'root', children: [] }, file, config };
  }
}

/** List the files that a tree names: its media, its stylesheets, its theme. */
export function listNames({ tree, file, config }: DeckTree, sources: Sources): string[] {
  return [...listMedia(tree), ...listStylesheets(file), ...listThemeFiles(file, config, sources)];
}

/** List the files that decide a deck's options, as far as they are not among the sources yet. */
export function listOptionFiles({ file }: ParsedDeck, sources: Sources): string[] {
  return listBrand(file).filter((name) => !sources.has(name));
}

/** Put media and stylesheets into the deck or beside it; once, before documents are made. */
export function placeAssets({ tree, file, config }: DeckTree, sources: Sources): void {
  rehypeAssets(config, sources)(tree, file);
  rehypeDeckCss(config, sources)(tree, file);
  rehypeTheme(config, sources)(tree, file);
}

/** Write one document of a deck. */
export function stringifyDocument(deck: DeckTree, document: DocumentKind, sources: Sources): string {
  const html = toHtml(renderDocument(deck.tree, deck.file, { ...deck.config, document }, sources));
  // An escape in YAML can make what no file of HTML may hold: NUL, and halves of characters.
  return html.replaceAll('\0', '\uFFFD').toWellFormed();
}

/** Write the page of a dev server in parts (`config.live`). */
export function renderLive({ tree, file, config }: DeckTree, sources: Sources): LivePage {
  return renderLivePage(tree, file, config, sources);
}

function toFile(value: DeckValue): VFile {
  const file = value instanceof VFile ? value : new VFile({ value });
  const { text, problem } = decodeText(file.value);
  file.value = text;
  if (problem === 'encoding') {
    report(file, 'deck-encoding', undefined, 'Unexpected bytes, expected UTF-8 text', {
      note: 'Save the file as UTF-8; what cannot be read is shown as `\uFFFD`.',
    });
  }
  if (text.includes('\0')) {
    report(file, 'deck-nul', undefined, 'Unexpected NUL character, expected text', {
      note: 'It is shown as `\uFFFD`; the file may be damaged.',
    });
  }
  return file;
}
