/** Takes a comparison and leaves the widths of its columns in per cent: subjects share equally what stub and context leave. */
import type { ComparisonNode } from './node.js';
import { bodyRows } from './node.js';

/** A character and the padding of a column, in per cent of a table that is as wide as the slide; `gap` parts numbers from a mark before them. */
const character = 0.92;
const padding = 2;
const gap = 3;

/** Edges stay where they are from slide to slide: the stub leaves its usual width only when it has to. */
const stubWidths = { least: 27, crowded: 20, most: 34 } as const;
const contextWidths = { least: 7, most: 18 } as const;

/** Measure columns: the stub first, then all others in order. A browser widens what a long word does not fit. */
export function measureColumns(node: ComparisonNode): number[] {
  const rows = bodyRows(node);
  const subjects = node.columns.filter((column) => column.role === 'subject').length;
  const isCrowded = node.classes.includes('wide') || node.columns.length > 4;
  const least = isCrowded ? stubWidths.crowded : stubWidths.least;
  const labels = rows.map((row) => row.name);
  const stub = clamp(widthOf(labels), least, isCrowded ? stubWidths.least : stubWidths.most);
  const contexts = node.columns.map(({ role, align }, index) => {
    if (role === 'subject') return 0;
    const width = widthOf(rows.map((row) => row.cells[index]?.text ?? ''));
    return clamp(width + (align === 'right' ? gap : 0), contextWidths.least, contextWidths.most);
  });
  const rest = 100 - stub - contexts.reduce((sum, width) => sum + width, 0);
  const subject = Math.max(0, rest) / Math.max(1, subjects);
  return [stub, ...contexts.map((width) => width || subject)].map((width) => Math.round(width * 100) / 100);
}

function widthOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length)) * character + padding;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
