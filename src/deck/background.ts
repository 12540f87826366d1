/** Tells a background that is paint (a colour, a gradient) from one that is a picture. */
import { lexer, parse } from 'css-tree';

/** Tell whether a value is a CSS colour or gradient; nothing that could fetch or run counts as one. */
export function isBackgroundPaint(value: string): boolean {
  if (/url\(|image-set|[;{}<>]/i.test(value) || /\.(png|jpe?g|gif|svg|webp|avif)$/i.test(value)) return false;
  const match = lexer.match('<color> | <gradient>', parse(value, { context: 'value' }));
  return match.error === null;
}
