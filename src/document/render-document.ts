/** Takes the finished slides and leaves a whole document of one kind. The tree is not changed: several kinds come from one. */
import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type Config, lowerTrust } from '../config/config.js';
import { type DeckOptions, defaultDeckOptions } from '../deck/options.js';
import { planTalk } from '../deck/plan-talk.js';
import { listSections } from '../deck/sections.js';
import type { Sources } from '../deck/sources.js';
import { selectPageWords, selectStrings } from '../strings.js';
import { fontFaces, katexStyles } from './fonts.js';
import { inlineScript, renderHead } from './head.js';
import { withAsides } from './print/elements.js';
import { aboutTalk, pageRules } from './print/page-rule.js';
import { planPrint } from './print/plan.js';
import { renderPrint } from './print/print-body.js';
import { readShipped } from './sources.js';
import { chooseThemeStyles, type ThemeStyles } from './theme-styles.js';

/** The order of the cascade: the deck's own words win over the theme, the theme over components. */
const layers = '@layer reveal, lectern.base, lectern.components, lectern.theme, lectern.deck;';

const credits = `
Made with Lectern (MIT). Fonts inside: Source Serif 4, IBM Plex Sans and JetBrains Mono, each under the
SIL Open Font License 1.1 (https://openfontlicense.org); formulas use KaTeX and its fonts (MIT). reveal.js (MIT).
`;

/** Build the document of a kind around the slides. */
export function renderDocument(tree: Root, file: VFile, config: Config, sources: Sources): Root {
  const deck = file.data.deck ?? defaultDeckOptions;
  const { body, scripts } = renderBody(tree, deck, config, sources, file);
  const theme = chooseThemeStyles(file, sources, isOnWhite(config, deck));
  const styles = [...documentStyles(body, config, sources, deck, theme), ...deckStyles(file)];
  const trusted = config.document === 'present' && lowerTrust(config.trust, deck.trust) === 'full';
  const sharing = config.document === 'present' ? { card: config.sharedPicture } : undefined;
  const head = renderHead({ deck, styles, scripts, trusted, live: config.live !== undefined, sharing });
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      { type: 'comment', value: credits },
      h('html', { lang: deck.lang, dir: deck.dir }, [head, body]),
    ],
  };
}

/** A text is printed on the white of the paper, whatever the theme of the slides, and so are slides that spare ink. */
function isOnWhite({ document, print }: Config, deck: DeckOptions): boolean {
  return document === 'outline' || (document !== 'present' && planPrint(document, print, deck).inkSaver);
}

function renderBody(
  tree: Root,
  deck: DeckOptions,
  config: Config,
  sources: Sources,
  file: VFile,
): { readonly body: Element; readonly scripts: readonly string[] } {
  const { document } = config;
  if (document === 'present') return renderPresent(tree, deck, config, sources, file);
  const plan = planPrint(document, config.print, deck);
  return {
    body: renderPrint(listSections(tree), plan, deck, selectStrings(deck.lang, deck.strings)),
    scripts: [],
  };
}

function renderPresent(tree: Root, deck: DeckOptions, config: Config, sources: Sources, file: VFile) {
  const asides = (config.notes ?? deck.notes) ? ['notes'] : [];
  const slides = tree.children
    .filter((child): child is Element => child.type === 'element')
    .map((child) => keepAsides(child, asides));
  const client = config.live === undefined ? 'client.js' : 'live.js';
  const scripts = ['reveal.js', client].map((name) => readShipped(sources, name));
  const plan = planTalk(file.data.slides ?? [], deck.minutes, file.data.rehearsed);
  const properties = {
    className: ['reveal'],
    dataWidth: String(deck.size.width),
    dataHeight: String(deck.size.height),
    dataTransition: deck.transition,
    // The bar of sections stands on the slides themselves.
    dataProgress: String(deck.progress === true),
    ...(deck.minutes > 0 && { dataMinutes: String(deck.minutes) }),
    ...(plan && { dataPlan: plan.join(' ') }),
    ...(config.live !== undefined && { dataLive: config.live }),
    dataStrings: JSON.stringify(selectPageWords(deck.lang, deck.strings)),
  };
  const body = h('body', { className: ['present'] }, [
    h('main', properties, [h('div', { className: ['slides'] }, slides)]),
    ...scripts.map(inlineScript),
  ]);
  return { body, scripts };
}

/** Keep asides in a slide, or in the slides of a stack. */
function keepAsides(section: Element, asides: readonly string[]): Element {
  const classes = section.properties.className;
  const stack = Array.isArray(classes) && classes.includes('stack');
  if (!stack) return withAsides(section, asides);
  const children = section.children.map((child) =>
    child.type === 'element' ? withAsides(child, asides) : child,
  );
  return { ...section, children };
}

function documentStyles(
  body: Element,
  config: Config,
  sources: Sources,
  deck: DeckOptions,
  theme: ThemeStyles,
): string[] {
  const { document } = config;
  const strings = selectStrings(deck.lang, deck.strings);
  const { html, characters } = readText(body, [
    deck.title,
    ...aboutTalk(deck),
    strings.pageOf,
    '0123456789·',
  ]);
  const isPresent = document === 'present';
  const { width, height } = deck.size;
  const pages = isPresent
    ? `@page{size:${width}px ${height}px;margin:0}`
    : pageRules(planPrint(document, config.print, deck), deck, strings);
  return [
    [
      layers,
      ...(isPresent ? [readShipped(sources, 'reveal.css')] : []),
      readShipped(sources, 'base.css'),
    ].join('\n'),
    theme.css,
    readShipped(sources, isPresent ? 'screen.css' : 'print.css'),
    `:root{--lectern-width:${width}px;--lectern-height:${height}px}${pages}`,
    fontFaces(sources, characters, isPresent ? 'screen' : 'print', theme.families),
    ...(html.includes('katex') ? [katexStyles(sources, html)] : []),
  ];
}

/** The deck's own rules come last in the cascade. */
function deckStyles(file: VFile): string[] {
  const styles = file.data.styles ?? [];
  return styles.length > 0 ? [`@layer lectern.deck{${styles.join('\n').replaceAll('</', '<\\/')}}`] : [];
}

/**
 * Collect class names (for KaTeX's faces) and code points (for the text faces) of a document.
 *
 * @param more texts that stand on its pages and not in its body
 */
function readText(
  body: Element,
  more: readonly string[],
): { readonly html: string; readonly characters: ReadonlySet<number> } {
  const classes = new Set<string>();
  const characters = new Set([...more.join('')].map((letter) => letter.codePointAt(0) ?? 0));
  visit(body, (node: ElementContent) => {
    if (node.type === 'text') for (const letter of node.value) characters.add(letter.codePointAt(0) ?? 0);
    if (node.type !== 'element' || node.tagName === 'script')
      return node.type === 'element' ? 'skip' : undefined;
    const { className } = node.properties;
    if (Array.isArray(className)) for (const name of className) classes.add(name);
    return undefined;
  });
  return { html: [...classes].join(' '), characters };
}
