/**
 * Takes CSS and leaves css-tree's tree of it, the same whatever was parsed before.
 * css-tree keeps its buffer of tokens from one text to the next and reads one entry behind the new ones: where an older text
 * had an opening brace there, the tree differs or parsing never ends.
 */
import { type CssNode, type ParseOptions, parse } from 'css-tree';

/** Offsets of tokens have 24 bits: in a longer text they wrap around. */
const longest = 2 ** 24 - 1;

/**
 * Parse CSS.
 *
 * @throws RangeError when the text is too long, or nested too deeply
 */
export function parseCss(css: string, options: ParseOptions = {}): CssNode {
  if (css.length > longest) throw new RangeError('A stylesheet of more than 16 MB cannot be read');
  // Semicolons fill the buffer beyond the end of this text and are skipped without a node.
  parse(';'.repeat(css.length + 1), { context: 'declarationList' });
  return parse(css, options);
}
