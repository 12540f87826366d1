/** Takes a template or an article and leaves the folder of a new talk: its deck, and the pictures that the article names. */
import { copyFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { convertArticle, type Draft } from '../article/convert-article.js';
import { decodeText } from '../deck/decode-text.js';
import { resolvePath, type Sources } from '../deck/sources.js';
import { suggestNote } from '../diagnostics/suggest.js';
import { readShipped } from '../document/sources.js';
import { UserError } from '../user-error.js';
import { checkCompiled } from './check/check-deck.js';
import { fixDeck } from './check/fix-deck.js';
import { makeFolders } from './make-folders.js';
import { writeFileAtomically } from './write-file.js';

/** What the front matter of a new deck says. */
export interface DeckFacts {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
}

/** A deck that was made of an article. */
export interface CreatedDraft {
  readonly path: string;
  readonly counts: Draft['counts'];
  /** Files that the article names and that could not be copied. */
  readonly missing: readonly string[];
  /** How often the syntax of another tool was written as Lectern reads it. */
  readonly rewritten: number;
}

/** Name the templates that the package ships. */
export function listTemplates(sources: Sources): string[] {
  const all = [...sources.keys()].flatMap((key) => /^lectern:templates\/(.+)\.md$/.exec(key)?.[1] ?? []);
  // It shows a theme and is no talk.
  const names = all.filter((name) => name !== 'look');
  // The plain one first: it is what a person gets who does not choose.
  return names.sort(
    (one, other) => Number(other === 'talk') - Number(one === 'talk') || one.localeCompare(other),
  );
}

/**
 * Make a deck of a template.
 *
 * @returns the path of the deck
 * @throws UserError when the template is unknown or the folder holds something
 */
export async function createFromTemplate(
  folder: string,
  template: string,
  facts: DeckFacts,
  shipped: Sources,
): Promise<string> {
  const known = listTemplates(shipped);
  if (!known.includes(template))
    throw new UserError(
      'option-invalid',
      `There is no template \`${template}\``,
      suggestNote(template, known),
    );
  await prepareFolder(folder);
  const deckPath = path.join(folder, 'deck.md');
  await writeFileAtomically(deckPath, fillTemplate(readShipped(shipped, `templates/${template}.md`), facts));
  return deckPath;
}

/**
 * Make a first deck of an article.
 *
 * @throws UserError when the article cannot be read or the folder holds something
 */
export async function createFromArticle(
  folder: string,
  article: string,
  facts: DeckFacts,
  shipped: Sources,
): Promise<CreatedDraft> {
  const text = await readArticle(article);
  const relocate = (url: string) => relocateLink(url, path.dirname(article), folder);
  const draft = await convertArticle(text, path.parse(article).name, relocate);
  await prepareFolder(folder);
  const deckPath = path.join(folder, 'deck.md');
  await writeFileAtomically(deckPath, fillFrontMatter(draft.deck, facts));
  const copied = draft.files.map((name) => copyInto(name, path.dirname(article), folder));
  const missing = (await Promise.all(copied)).flatMap((name) => name ?? []);
  const check = (bytes: Uint8Array, files: ReadonlyMap<string, Uint8Array>) =>
    checkCompiled(deckPath, { bytes, files }, shipped);
  const { fixed } = await fixDeck(deckPath, check, () => true);
  return { path: deckPath, counts: draft.counts, missing, rewritten: fixed };
}

/** Put the facts of a talk in the place of a template's. */
function fillTemplate(template: string, facts: DeckFacts): string {
  const title = /^title: (.*)$/m.exec(template)?.[1];
  const body =
    facts.title && title ? template.replace(`\n# ${title}\n`, () => `\n# ${facts.title}\n`) : template;
  return fillFrontMatter(body, facts);
}

function fillFrontMatter(deck: string, facts: DeckFacts): string {
  const [whole, yaml = ''] = /^---\n([^]*?)---\n/.exec(deck) ?? [];
  if (whole === undefined) return deck;
  const document = parseDocument(yaml);
  for (const [key, value] of Object.entries(facts)) if (value) document.set(key, value);
  return `---\n${document.toString()}---\n${deck.slice(whole.length)}`;
}

async function readArticle(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const hint = 'Write the path of a Markdown file; it is relative to the folder you are in.';
    throw new UserError('deck-not-found', `\`${file}\` cannot be read`, hint, { cause: error });
  });
  const { text, problem } = decodeText(bytes);
  if (problem || text.includes('\0')) {
    const hint = 'Write the path of a Markdown file, and save it as UTF-8 if it is one.';
    throw new UserError('deck-encoding', `\`${file}\` is no text in UTF-8`, hint);
  }
  if (text.trim() !== '') return text;
  throw new UserError('input-empty', `\`${file}\` holds nothing`, 'Save it, or leave out `--from`.');
}

/** Make a folder; one that holds something is somebody's work. */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await makeFolders(folder);
    if ((await readdir(folder)).length === 0) return;
  } catch (error) {
    throw new UserError(
      'output-unwritable',
      `\`${folder}\` cannot be made`,
      'Choose another name or place.',
      {
        cause: error,
      },
    );
  }
  throw new UserError(
    'output-exists',
    `\`${folder}\` is there already and not empty`,
    'Choose another name, or empty the folder first.',
  );
}

/** Lead a link to a neighbour of the article there from the deck's folder; what is no path stays. */
function relocateLink(url: string, from: string, to: string): string {
  const [, file = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  if (file === '' || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(file)) return url;
  const target = path.resolve(from, decodePath(file));
  const relative = path.relative(path.resolve(to), target).split(path.sep).join('/');
  const written = encodeURI(relative).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
  return `${written}${file.endsWith('/') ? '/' : ''}${rest}`;
}

function decodePath(file: string): string {
  try {
    return decodeURI(file);
  } catch {
    return file;
  }
}

/** Copy a file that an article names to the same place beside the deck; its name when that cannot be. */
async function copyInto(url: string, from: string, to: string): Promise<string | undefined> {
  const place = resolvePath(url);
  if (place.kind !== 'inside') return url;
  try {
    await makeFolders(path.dirname(path.join(to, place.path)));
    await copyFile(path.join(from, place.path), path.join(to, place.path));
    return undefined;
  } catch {
    return url;
  }
}
