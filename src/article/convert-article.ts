/** Takes a plain article and leaves a first deck of it, and what was done: headings become slides, long text notes, tables and dated lists components. */
import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseDocument, stringify } from 'yaml';
import { parseDeck } from '../compile.js';
import { type ArticleOutline, countWords, outlineArticle, type Section } from './outline-article.js';
import { relocateLinks } from './relocate-links.js';
import { type DraftCounts, sliceOf, writeSlide } from './write-slide.js';

/** A deck made of an article. */
export interface Draft {
  readonly deck: string;
  readonly counts: Readonly<DraftCounts>;
  /** Files that the article names, as written. */
  readonly files: readonly string[];
}

/** Keys of an article's front matter that mean the same in a deck. */
const sharedKeys = ['title', 'subtitle', 'author', 'date', 'lang'];

/** Parts of a section become slides of their own when it has more words than this. */
const mostSectionWords = 80;

/**
 * Make a deck of an article.
 *
 * @param name what to call it when the article has no title
 * @param relocate where a link leads that the deck has from another folder; its files come along, and their addresses stay
 */
export async function convertArticle(
  value: string,
  name: string,
  relocate: (url: string) => string = (url) => url,
): Promise<Draft> {
  const written = value.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { tree: asWritten } = parseArticle(written);
  const files = listFiles(asWritten);
  const source = relocateLinks(written, asWritten, (url) => (files.includes(url) ? url : relocate(url)));
  const { tree } = source === written ? { tree: asWritten } : parseArticle(source);
  const outline = outlineArticle(tree);
  const keys = readKeys(source);
  // The id or classes of the heading are no part of the name.
  const heading = outline.title && headingText(outline.title, source).replace(/\s*\{\s*[#.][^{}]*\}$/, '');
  const title = heading || (keys.title ?? name);
  const counts: DraftCounts = { slides: 0, notes: 0, comparisons: 0, timelines: 0 };
  const slides = await writeSlides(outline, title, source, counts);
  const definitions = outline.definitions.map((node) => sliceOf(node, source));
  const front = stringify({ title: plainText(title), ...withoutTitle(keys) });
  const body = slides.join('\n\n---\n\n');
  const end = definitions.length > 0 ? `\n\n${definitions.join('\n')}` : '';
  return {
    deck: `---\n${front}---\n\n${body}${end}\n`,
    counts: { ...counts, slides: slides.length },
    files,
  };
}

/** The language of decks is a superset of an article's; nothing is reported: it is no deck yet. */
function parseArticle(source: string): { readonly tree: Root } {
  const body = source.replace(/^---\n[^]*?\n---(?=\n|$)/, (front) => front.replace(/[^\n]/g, ' '));
  return { tree: parseDeck(body).tree };
}

function readKeys(source: string): Record<string, string> {
  const [, front = ''] = /^---\n([^]*?)\n---(?:\n|$)/.exec(source) ?? [];
  const keys: unknown = parseDocument(front, { logLevel: 'silent' }).toJS();
  if (typeof keys !== 'object' || keys === null) return {};
  const plain = Object.entries(keys).flatMap(([key, one]) =>
    sharedKeys.includes(key) && (typeof one === 'string' || typeof one === 'number')
      ? [[key, String(one)]]
      : [],
  );
  return Object.fromEntries(plain);
}

function withoutTitle({ title: _, ...keys }: Record<string, string>): Record<string, string> {
  return keys;
}

async function writeSlides(
  { sections, rank }: ArticleOutline,
  title: string,
  source: string,
  counts: DraftCounts,
): Promise<string[]> {
  const [first, ...rest] = sections;
  const intro = first && first.heading === undefined ? first.blocks : [];
  const slides = [await writeOpening(title, intro, source, counts)];
  const groups = groupSections(intro.length > 0 ? rest : sections, rank);
  for (const group of groups) slides.push(...(await writeGroup(group, source, counts)));
  return slides;
}

/** A section of the highest rank with those below it. */
function groupSections(sections: readonly Section[], rank: number): Section[][] {
  const groups: Section[][] = [];
  for (const section of sections) {
    if (section.heading?.depth === rank || groups.length === 0) groups.push([section]);
    else groups.at(-1)?.push(section);
  }
  return groups;
}

async function writeOpening(
  title: string,
  intro: readonly RootContent[],
  source: string,
  counts: DraftCounts,
): Promise<string> {
  const isPlain = intro.every(({ type }) => type === 'paragraph');
  const head = `::slide{layout=title}\n\n# ${title}`;
  if (intro.length === 0) return head;
  if (!isPlain)
    return `${head}\n\n---\n\n::slide{#opening}\n\n## ${title}\n\n${await writeSlide(intro, source, counts)}`;
  const text = intro.map((node) => sliceOf(node, source)).join('\n\n');
  if (countWords(intro) <= 20) return `${head}\n\n${text}`;
  counts.notes += intro.length;
  return `${head}\n\n:::notes\n\n${text}\n\n:::`;
}

/** One slide, or one for each part; a heading with nothing of its own above several parts opens a section of the talk. */
async function writeGroup(group: readonly Section[], source: string, counts: DraftCounts): Promise<string[]> {
  const [first, ...parts] = group;
  if (!first) return [];
  const words = countWords(group.flatMap(({ blocks }) => blocks));
  if (parts.length === 0 || words <= mostSectionWords) return [await writeWhole(group, source, counts)];
  const opens = first.blocks.length === 0;
  const heading = first.heading ? headingText(first.heading, source) : '';
  const opening = opens
    ? `::slide{layout=section}\n\n# ${heading}`
    : `## ${heading}\n\n${await writeSlide(first.blocks, source, counts)}`;
  const rank = Math.min(...parts.map(({ heading: part }) => part?.depth ?? 6));
  const slides = groupSections(parts, rank).map((part) => writeWhole(part, source, counts));
  return [opening, ...(await Promise.all(slides))];
}

/** A slide of a section and all below it: its heading is the title, theirs stand on it. */
async function writeWhole(group: readonly Section[], source: string, counts: DraftCounts): Promise<string> {
  const [first, ...parts] = group;
  const title = first?.heading ? [`## ${headingText(first.heading, source)}`] : [];
  const body = first ? await writeSlide(first.blocks, source, counts) : '';
  const below: string[] = [];
  for (const { heading, blocks } of parts) {
    if (heading) below.push(`### ${headingText(heading, source)}`);
    below.push(await writeSlide(blocks, source, counts));
  }
  return [...title, body, ...below].filter(Boolean).join('\n\n');
}

/** A title without marks of emphasis, code and links. */
function plainText(title: string): string {
  return toString(parseArticle(`# ${title}`).tree) || title;
}

/** The words of a heading as written, without its marks. */
function headingText({ children }: Heading, source: string): string {
  const start = children[0]?.position?.start.offset ?? 0;
  const end = children.at(-1)?.position?.end.offset ?? 0;
  return source.slice(start, end).replace(/\s*\n\s*/g, ' ');
}

function listFiles(tree: Root): string[] {
  const files = new Set<string>();
  const look = (node: Root | RootContent) => {
    if (
      node.type === 'image' ||
      (node.type === 'definition' && /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(node.url))
    )
      files.add(node.url);
    if ('children' in node) for (const child of node.children) look(child);
  };
  look(tree);
  return [...files].filter((url) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(url));
}
