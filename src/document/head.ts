/** Takes a deck and its styles and scripts and leaves the `<head>`: what the browser may load is written here (CSP). */
import { createHash } from 'node:crypto';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { DeckOptions } from '../deck/options.js';

/** What goes into a head. */
export interface HeadContent {
  readonly deck: DeckOptions;
  readonly styles: readonly string[];
  /** Inline scripts of the page, in the order of the body; only these may run. */
  readonly scripts: readonly string[];
  /** Whether the deck's own scripts may run, and pages of the web be shown inside of this one. */
  readonly trusted: boolean;
  /** Whether the page asks its own server for changes. */
  readonly live: boolean;
  /** What shared links show, for the page that people open; `card` is the path of a picture beside it. */
  readonly sharing: { readonly card: string | undefined } | undefined;
}

/** Build the head of a document. */
export function renderHead({ deck, styles, scripts, trusted, live, sharing }: HeadContent): Element {
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: contentPolicy(scripts, trusted, live) }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', deck.title || 'Untitled talk'),
    ...(deck.author ? [h('meta', { name: 'author', content: deck.author })] : []),
    h('meta', { name: 'generator', content: 'Lectern' }),
    ...(sharing ? describe(deck, sharing.card) : []),
    // Without it the browser asks the server for /favicon.ico.
    h('link', { rel: ['icon'], href: 'data:,' }),
    ...styles.map((style) => h('style', inlineText(style, 'style'))),
  ]);
}

/** What search engines and shared links show. A picture is only found by its whole address. */
function describe(deck: DeckOptions, card: string | undefined): Element[] {
  const { title, description, robots, print } = deck;
  const named = (name: string, content: string) => (content ? [h('meta', { name, content })] : []);
  const shared = (property: string, content: string) => (content ? [h('meta', { property, content })] : []);
  const address = print.address ?? '';
  const image = card && address ? new URL(card, address.endsWith('/') ? address : `${address}/`).href : '';
  return [
    ...named('description', description),
    ...named('robots', robots === 'all' ? '' : robots),
    ...shared('og:type', 'website'),
    ...shared('og:title', title),
    ...shared('og:description', description),
    ...shared('og:url', address),
    ...shared('og:image', image),
    ...named('twitter:card', image && 'summary_large_image'),
  ];
}

function contentPolicy(scripts: readonly string[], trusted: boolean, live: boolean): string {
  return [
    "default-src 'none'",
    `script-src ${trusted ? "'unsafe-inline' https:" : listHashes(scripts)}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob: 'self'",
    "media-src data: blob: 'self'",
    "font-src data: 'self'",
    ...(trusted ? ['frame-src https: http:'] : []),
    `connect-src ${live ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A hash would make the browser refuse every script without one, so that a deck's own need none at all. */
function listHashes(scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return hashes.length > 0 ? hashes.join(' ') : "'none'";
}

/** Make an inline script element; its text must be the one that was hashed. */
export function inlineScript(script: string): Element {
  return h('script', inlineText(script, 'script'));
}

/** Text inside `<style>` and `<script>` is written raw: an end tag in it would end the element. */
function inlineText(text: string, tagName: string): ElementContent[] {
  if (new RegExp(`</${tagName}`, 'i').test(text)) {
    throw new Error(
      `Unexpected \`</${tagName}\` in shipped text, expected text that can stand inside <${tagName}>`,
    );
  }
  return [{ type: 'text', value: text }];
}
