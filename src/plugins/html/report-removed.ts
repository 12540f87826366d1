/** Takes a tree before and after the sanitiser and leaves a message for everything that is gone; the sanitiser itself is silent. */
import type { Element, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.js';
import { isAllowedElement, isStripped } from './schema.js';

/** Report the elements and attributes that the sanitiser removed, and give `data` back, which it does not copy. */
export function reportRemoved(before: Root, after: Root, file: VFile): void {
  compareChildren(before.children, { nodes: after.children, index: 0 }, [], file);
}

/** Report one removed attribute. */
export function reportAttribute(element: Element, property: string, file: VFile): void {
  const name = attributeName(property);
  const value = element.properties[property];
  const reason = `Unexpected attribute \`${name}\` on \`<${element.tagName}>\`, expected one that is safe on a slide`;
  report(file, 'html-removed', element, reason, {
    actual: `${name}="${shorten(Array.isArray(value) ? value.join(' ') : String(value))}"`,
    note: withCure(
      property,
      `It was removed, the element stays.${nameAddresses(listValues(element, property))}`,
    ),
  });
}

/** Report one removed element. */
export function reportElement(element: Element, file: VFile, withContent: boolean): void {
  const reason = `Unexpected element \`<${element.tagName}>\`, expected one that is safe on a slide`;
  report(file, 'html-removed', element, reason, {
    actual: `<${element.tagName}>`,
    note: withCure(
      element.tagName,
      (withContent ? 'It was removed with its content.' : 'It was removed, its content stays.') +
        nameAddresses(listAllValues(element, withContent)),
    ),
  });
}

/** Slidev's steps are so common that they deserve their cure. */
function withCure(name: string, what: string): string {
  return /^v-?clicks?\b/i.test(name) ? `${what} Put what appears step by step into \`:::steps\`.` : what;
}

/** Name what it would have fetched or opened: only then does the author know what is missing, and a reader what was tried. */
function nameAddresses(values: readonly string[]): string {
  const found = values.flatMap((value) => value.match(address) ?? []).map(shorten);
  const named = [...new Set(found)].slice(0, 3).map((one) => `\`${one}\``);
  return named.length > 0 ? ` It named ${named.join(', ')}.` : '';
}

const address = /\b(?:https?|wss?|ftp):\/\/[^\s"'`)<>]+|(?<![\w:/])\/\/[\w[][^\s"'`)<>]*/gi;

function listValues({ properties }: Element, property: string): string[] {
  const value = properties[property];
  return [Array.isArray(value) ? value.join(' ') : String(value)];
}

function listAllValues(element: Element, withContent: boolean): string[] {
  const own = Object.keys(element.properties).flatMap((property) => listValues(element, property));
  return withContent ? [...own, toHtml(element.children)] : own;
}

/** Where the walk is among the siblings that are left; what an unsafe element leaves behind stands among them. */
interface Cursor {
  readonly nodes: readonly RootContent[];
  index: number;
}

function compareChildren(
  children: readonly RootContent[],
  cursor: Cursor,
  ancestors: readonly string[],
  file: VFile,
): void {
  for (const child of children) {
    if (child.type === 'text') cursor.index++;
    else if (child.type === 'raw') {
      report(file, 'html-removed', child, 'Unexpected HTML here, expected it on a slide', {
        actual: child.value,
      });
    } else if (child.type === 'element') compareElement(child, cursor, ancestors, file);
  }
}

function compareElement(element: Element, cursor: Cursor, ancestors: readonly string[], file: VFile): void {
  const { tagName, children } = element;
  const inside = [...ancestors, tagName];
  if (!isAllowedElement(tagName, ancestors)) {
    const stripped = isStripped(tagName);
    reportElement(element, file, stripped);
    if (!stripped) compareChildren(children, cursor, inside, file);
    return;
  }
  const safe = cursor.nodes[cursor.index++];
  if (safe?.type !== 'element') return;
  for (const [property, value] of Object.entries(element.properties)) {
    if (value !== null && value !== undefined && !Object.hasOwn(safe.properties, property)) {
      reportAttribute(element, property, file);
    }
  }
  if (element.data) safe.data = element.data;
  compareChildren(children, { nodes: safe.children, index: 0 }, inside, file);
}

/** The attribute's name as an author writes it: `dataSrc` -> `data-src`, `onClick` -> `onclick`. */
function attributeName(property: string): string {
  const prefixed = /^(data|aria)(?=[A-Z])/.exec(property)?.[0];
  if (!prefixed) return property.toLowerCase();
  const rest = property.slice(prefixed.length);
  return prefixed === 'aria'
    ? `aria-${rest.toLowerCase()}`
    : `data${rest.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
