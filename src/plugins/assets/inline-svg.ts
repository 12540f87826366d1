/**
 * Takes the bytes of an SVG and leaves its elements, made safe, to stand in the slide itself: only so does a drawing
 * see the theme's colours (`var(--lectern-ink)`) and fonts. As a picture file it would see neither.
 */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { rehypeSanitize, type SanitizeOptions } from '../rehype-sanitize.js';

/**
 * Parse an SVG into an element with the words of the picture it replaces.
 *
 * @param image the `<img>`: its `alt` becomes the name, its style stays
 * @returns nothing when the file holds no `<svg>`
 */
export function inlineSvg(
  bytes: Uint8Array,
  image: Element,
  file: VFile,
  { trust }: SanitizeOptions,
): Element | undefined {
  const tree = fromHtml(new TextDecoder().decode(bytes), { fragment: true });
  // Messages name the place in the deck, not in the drawing.
  visit(tree, (node) => {
    if (image.position) node.position = image.position;
  });
  const safe = rehypeSanitize({ trust })(tree, file);
  const svg = safe.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'svg',
  );
  if (!svg) return undefined;
  const { alt, style } = image.properties;
  svg.properties = {
    ...svg.properties,
    ...(style && { style }),
    ...(alt ? { role: 'img', ariaLabel: alt } : { ariaHidden: 'true' }),
    focusable: 'false',
  };
  return svg;
}
