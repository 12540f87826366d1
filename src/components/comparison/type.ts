/** Sizes of the type in a comparison, as `style.css` draws it: heights and widths are measured with them. */
import type { TextStyle } from '../../measure/text-width.js';
import type { SheetColumn } from './sheet.js';

/** The height of a line by its size. */
export const lineHeight = 1.32;

/** Type in the header: names of subjects, all else. */
export const headStyles = {
  subject: { size: 26, weight: 600, family: 'display' },
  context: { size: 16, weight: 400 },
} as const satisfies Record<string, TextStyle>;

/** Type of the verdict. */
export const verdictStyle = { size: 22, weight: 600, family: 'display' } as const satisfies TextStyle;

/** Type of notes under the table, and of the key to its marks. */
export const noteStyle = { size: 20, weight: 400 } as const satisfies TextStyle;
export const legendStyle = { size: 16, weight: 400 } as const satisfies TextStyle;

/** Type of the body at a scale. */
export function contentStyle(classes: readonly string[], fit: number): TextStyle {
  return { size: (classes.includes('compact') ? 18 : 21) * fit, weight: 400 };
}

/** Height in px that a row has besides its lines: padding and hairline. */
export function rowPadding(classes: readonly string[]): number {
  return classes.includes('compact') ? 11 : 15;
}

/** Width in px that a cell has besides its words. */
export function paddingOf(
  { align, focus, role }: Pick<SheetColumn, 'align' | 'focus' | 'role'>,
  fit: number,
): number {
  return (align === 'right' && role !== 'context' ? 31 * fit : 20) + (focus ? 16 : 0);
}

/** A style at a scale. */
export function scaled(style: TextStyle, fit: number): TextStyle {
  return { ...style, size: style.size * fit };
}
