/** Takes the background of a slide and leaves its element: paint as a style, a picture or a video as what the assets step finds. */

import { lexer } from 'css-tree';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Slide } from './nodes.js';

/** Tell whether a value is a CSS colour or gradient; nothing that could fetch or run counts as one. */
export function isBackgroundPaint(value: string): boolean {
  if (/url\(|image-set|[;{}<>]/i.test(value) || /\.(png|jpe?g|gif|svg|webp|avif|mp4|webm)$/i.test(value))
    return false;
  // As a text: parsing it first throws where it is no CSS at all, such as `http://example.org/`.
  return lexer.match('<color> | <gradient>', value).error === null;
}

/** Render what lies behind a slide, decorative for everyone who does not see it. */
export function renderBackground({ options }: Slide): Element[] {
  const { background, directive } = options;
  if (!background) return [];
  const { value, size, position, opacity } = background;
  const faded = opacity < 1 ? `;opacity:${opacity}` : '';
  const properties = { className: ['slide-background'], ariaHidden: 'true' };
  if (isBackgroundPaint(value)) return [h('div', { ...properties, style: `background:${value}${faded}` })];
  const isPart = size.endsWith('%');
  const { x, y } = readPlace(position);
  const place = isPart
    ? `--size:${size};--x:${x};--y:${y}`
    : `object-fit:${size};object-position:${position}`;
  const look = { ...(isPart && { className: ['placed'] }), style: `${place}${faded}` };
  const medium = /\.(mp4|webm)$/i.test(value)
    ? h('video', { src: value, autoPlay: true, muted: true, loop: true, playsInline: true, ...look })
    : h('img', { src: value, alt: '', ...look });
  if (directive?.position) medium.position = directive.position;
  return [h('div', properties, [medium])];
}

/** Read a place as CSS reads `background-position`: words in any order, shares across and down; what is left out is the middle. */
function readPlace(position: string): { readonly x: string; readonly y: string } {
  const across: Readonly<Record<string, string>> = { left: '0%', right: '100%' };
  const down: Readonly<Record<string, string>> = { top: '0%', bottom: '100%' };
  const words = position.split(' ');
  const x = words.find((word) => word in across);
  const y = words.find((word) => word in down);
  const rest = words
    .filter((word) => word !== x && word !== y)
    .map((word) => (word === 'center' ? '50%' : word));
  return {
    x: (x ? across[x] : rest.shift()) ?? '50%',
    y: (y ? down[y] : rest.shift()) ?? '50%',
  };
}
