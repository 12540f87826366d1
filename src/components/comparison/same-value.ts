/** Tells whether cells say the same: as values, as written, or node by node. */
import type { PhrasingContent } from 'mdast';
import { readUnit } from '../../values/units.js';
import { type Cell, type Column, type Row, subjectCells } from './node.js';

/**
 * Tell whether a row does not tell its subjects apart. What is unknown or missing equals nothing.
 *
 * @param strict whether details count too: `yes, since 3.8` is not `yes`
 */
export function isSameRow(row: Row, columns: readonly Column[], strict: boolean): boolean {
  const keys = subjectCells(row, columns).map((cell) => keyOf(cell, row, strict));
  return keys.length > 1 && keys[0] !== undefined && keys.every((key) => key === keys[0]);
}

/** What a cell says, as a text that is equal where that is equal. */
function keyOf(cell: Cell, row: Row, strict: boolean): string | undefined {
  const { value } = cell;
  const words = cell.text.toLowerCase().replace(/\s+/g, ' ');
  const detail = strict ? words : '';
  switch (value.kind) {
    case 'empty':
    case 'unknown':
      return undefined;
    case 'na':
      return 'na';
    case 'status':
      return `status ${value.status} ${detail}`;
    case 'rating':
      return `rating ${value.value / value.max} ${detail}`;
    case 'date':
      return `date ${value.date.first} ${value.date.last} ${detail}`;
    case 'version':
      return `version ${value.value}`;
    case 'quantity': {
      const { dimension, factor } = readUnit(value.unit ?? row.unit ?? '');
      const numbers = [value.low, value.value, value.high].map((one) => (one * factor).toPrecision(12));
      return `quantity ${dimension} ${numbers.join(' ')}`;
    }
    default:
      return `text ${words}`;
  }
}

/** Tell whether one cell can stand for two: alike to the last link, and a value that is known. */
export function isSameCell(one: Cell, other: Cell): boolean {
  if (one.winner || other.winner || ['empty', 'unknown'].includes(one.value.kind)) return false;
  return fingerprint(one) === fingerprint(other);
}

/** All that would be drawn of a cell: places in the deck are not. */
function fingerprint({ content, notes, text, bold }: Cell): string {
  const write = (nodes: readonly PhrasingContent[]) =>
    JSON.stringify(nodes, (key, value: unknown) => (key === 'position' ? undefined : value));
  return `${bold} ${text} ${write(content)} ${write(notes)}`;
}
