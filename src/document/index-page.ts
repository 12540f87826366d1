/** Takes the decks of a folder and leaves the page that leads to them: each with its title as on its first slide, in its own colours. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { DeckOptions } from '../deck/options.js';
import type { Sources } from '../deck/sources.js';
import { selectStrings } from '../strings.js';
import type { CompleteTheme } from '../theme/complete-theme.js';
import { fontFaces } from './fonts.js';
import { renderHead } from './head.js';

/** A deck as the index shows it. */
export interface IndexEntry {
  /** Address relative to the index. */
  readonly href: string;
  readonly name: string;
  readonly deck: DeckOptions;
  readonly theme: CompleteTheme;
  /** Printed documents beside the page, by what they are. */
  readonly documents: readonly { readonly href: string; readonly label: string }[];
}

const styles = `
*{box-sizing:border-box;margin:0}
body{background:#fbfaf6;color:#1c1b1a;font:18px/1.45 "Lectern Sans",sans-serif;padding:56px 6vw;max-width:1440px;margin:0 auto}
h1{font:600 40px/1.15 "Lectern Display",serif;margin-bottom:36px}
ul{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:40px 32px}
.card{display:flex;flex-direction:column;justify-content:flex-end;aspect-ratio:16/9;padding:8%;text-decoration:none;background:var(--ground);color:var(--ink);border:1px solid #d9d5cb;overflow:hidden}
.card:focus-visible{outline:3px solid #005767;outline-offset:3px}
.card strong{font:600 28px/1.1 "Lectern Display",serif;text-wrap:balance;overflow-wrap:anywhere}
.card span{color:var(--soft);font-size:16px;margin-top:10px}
.facts{font-size:15px;color:#5a5752;margin-top:10px}
.facts a{color:inherit}
`;

/** Write the index of decks. */
export function renderIndex(entries: readonly IndexEntry[], sources: Sources): string {
  const [first] = entries;
  if (!first) throw new Error('Unexpected index of no deck, expected at least one');
  const { lang, dir, robots } = first.deck;
  const title = selectStrings(lang).talks;
  const body = h('body', [h('main', [h('h1', title), h('ul', entries.map(renderEntry))])]);
  const characters = new Set([...toHtml(body)].map((letter) => letter.codePointAt(0) ?? 0));
  const faces = fontFaces(sources, characters, 'screen', ['Lectern Display', 'Lectern Sans']);
  const deck = { ...first.deck, title, author: '', description: '', robots, print: {} };
  const head = renderHead({
    deck,
    styles: [styles, faces],
    scripts: [],
    trusted: false,
    live: false,
    sharing: { card: undefined },
  });
  return toHtml({ type: 'root', children: [{ type: 'doctype' }, h('html', { lang, dir }, [head, body])] });
}

function renderEntry({ href, name, deck, theme, documents }: IndexEntry): Element {
  const colour = (token: string) => theme.tokens.get(token) ?? 'inherit';
  const style = `--ground:${colour('ground')};--ink:${colour('ink')};--soft:${colour('soft')}`;
  const about = deck.subtitle || deck.description;
  const facts = [deck.author, deck.event, deck.date].filter(Boolean).join(' · ');
  return h('li', { lang: deck.lang, dir: deck.dir }, [
    h('a', { className: ['card'], href, style }, [
      h('strong', deck.title || name),
      ...(about ? [h('span', about)] : []),
    ]),
    h('p', { className: ['facts'] }, [
      facts,
      ...documents.flatMap(({ href: target, label }) => [' ', h('a', { href: target }, label)]),
    ]),
  ]);
}
