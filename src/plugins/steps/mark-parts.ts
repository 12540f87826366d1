/** Takes a `div.steps` and leaves its parts as fragments with their effect and their place in its order. */
import type { Element } from 'hast';
import type { VFile } from 'vfile';
import { effects, isEffect } from '../../components/steps/effects.js';
import { readOrder } from '../../components/steps/order.js';
import { report } from '../../diagnostics/report.js';
import { addClasses, childElements, hasClass, isGroup } from './elements.js';

/** Make the parts of a block of steps fragments; what is nested deeper in lists follows `data-depth`. */
export function markParts(block: Element, file: VFile): void {
  const { dataEffect, dataOrder, dataDepth } = block.properties;
  const classes = ['fragment', ...(isEffect(dataEffect) ? effects[dataEffect] : [])];
  const parts = childElements(block).flatMap(partsOf);
  orderParts(parts, typeof dataOrder === 'string' ? dataOrder : 'forward', block, file);
  for (const part of parts) markPart(part, classes, Number(dataDepth ?? 1));
  for (const name of ['dataEffect', 'dataOrder', 'dataDepth']) delete block.properties[name];
}

function orderParts(parts: readonly Element[], written: string, block: Element, file: VFile): void {
  const { steps, invalid } = readOrder(written, parts.length);
  for (const [index, part] of parts.entries())
    part.properties.dataFragmentIndex = String(steps[index] ?? index);
  if (invalid.length === 0) return;
  report(
    file,
    'directive-option-value',
    block,
    `Unexpected \`${invalid.join('`, `')}\` in the order of steps, expected numbers from 1 to ${parts.length}, each once`,
    {
      actual: written,
      note: 'Parts are the items of lists, the rows of tables, columns, and other blocks, counted from the top.',
    },
  );
}

/** A block of steps inside another is a part without being a step: its own parts are. */
function markPart(part: Element, classes: readonly string[], depth: number): void {
  if (!hasClass(part, 'steps')) addClasses(part, classes);
  if (part.tagName !== 'li' || depth < 2) return;
  const items = childElements(part).flatMap((child) => (isList(child) ? childElements(child) : []));
  for (const item of items) markPart(item, classes, depth - 1);
}

/** A list appears item by item, a table row by row, columns one by one; any other block appears whole. */
function partsOf(block: Element): Element[] {
  if (isList(block)) return childElements(block);
  if (hasClass(block, 'columns')) return childElements(block);
  if (block.tagName !== 'table' || isGroup(block)) return [block];
  const rows = childElements(block)
    .filter((one) => one.tagName === 'tbody')
    .flatMap(childElements);
  return rows.length > 0 ? rows : [block];
}

function isList(element: Element): boolean {
  return element.tagName === 'ul' || element.tagName === 'ol';
}
