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
  /** Whether pages of the web may be shown inside of this one. */
  readonly frames: boolean;
  /** Whether the page asks its own server for changes. */
  readonly live: boolean;
}

/** Build the head of a document. */
export function renderHead({ deck, styles, scripts, frames, live }: HeadContent): Element {
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: contentPolicy(scripts, frames, live) }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', deck.title || 'Untitled talk'),
    ...(deck.author ? [h('meta', { name: 'author', content: deck.author })] : []),
    h('meta', { name: 'generator', content: 'Lectern' }),
    // Without it the browser asks the server for /favicon.ico.
    h('link', { rel: ['icon'], href: 'data:,' }),
    ...styles.map((style) => h('style', inlineText(style, 'style'))),
  ]);
}

function contentPolicy(scripts: readonly string[], frames: boolean, live: boolean): string {
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.length > 0 ? hashes.join(' ') : "'none'"}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob: 'self'",
    "media-src data: blob: 'self'",
    "font-src data: 'self'",
    ...(frames ? ['frame-src https: http:'] : []),
    `connect-src ${live ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
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
