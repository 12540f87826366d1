/** Takes the background of a slide and leaves its element: paint as a style, a picture or a video as what the assets step finds. */

import { lexer } from 'css-tree';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Slide } from './nodes.js';
import { parseCss } from './parse-css.js';

/** Tell whether a value is a CSS colour or gradient; nothing that could fetch or run counts as one. */
export function isBackgroundPaint(value: string): boolean {
  if (/url\(|image-set|[;{}<>]/i.test(value) || /\.(png|jpe?g|gif|svg|webp|avif|mp4|webm)$/i.test(value))
    return false;
  const match = lexer.match('<color> | <gradient>', parseCss(value, { context: 'value' }));
  return match.error === null;
}

/** Render what lies behind a slide, decorative for everyone who does not see it. */
export function renderBackground({ options }: Slide): Element[] {
  const { background, directive } = options;
  if (!background) return [];
  const { value, size, position, opacity } = background;
  const faded = opacity < 1 ? `;opacity:${opacity}` : '';
  const properties = { className: ['slide-background'], ariaHidden: 'true' };
  if (isBackgroundPaint(value)) return [h('div', { ...properties, style: `background:${value}${faded}` })];
  const fit = size.endsWith('%') ? `width:${size};height:auto;object-fit:contain` : `object-fit:${size}`;
  const style = `${fit};object-position:${position}${faded}`;
  const medium = /\.(mp4|webm)$/i.test(value)
    ? h('video', { src: value, autoPlay: true, muted: true, loop: true, playsInline: true, style })
    : h('img', { src: value, alt: '', style });
  if (directive?.position) medium.position = directive.position;
  return [h('div', properties, [medium])];
}
