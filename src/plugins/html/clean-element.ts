/**
 * Takes an element and leaves it without what is unsafe by its value: styles that fetch, data that is no picture, ids that name
 * parts of the page. The rest of the sanitiser knows names only.
 */
import type { Element } from 'hast';
import { toString as hastToString } from 'hast-util-to-string';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.js';
import { filterStyle } from '../css/filter-style.js';
import { paintAttributes } from './allowed-foreign.js';
import { isClobberingId } from './clobbering-ids.js';
import { reportAttribute } from './report-removed.js';

/** What `data:` addresses may hold, by element. SVG in an `<img>` runs no script. */
const dataTypes: Readonly<Record<string, RegExp>> = {
  img: /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/,
  source: /^data:(?:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)|video\/[\w.+-]+|audio\/[\w.+-]+)[;,]/,
  video: /^data:(?:image\/(?:png|jpeg|gif|webp|avif)|video\/[\w.+-]+)[;,]/,
  audio: /^data:audio\/[\w.+-]+[;,]/,
};

/** What makes a path of a disk, `C:\x.png` or `file:///x.png`, look like an address of an unknown kind. */
const diskPath = /^\s*(?:file:\/*|(?=[a-z]:))/i;

/** Attributes by which reveal.js fetches, opens or replaces things; on our own `<section>` they are ours. */
const revealGadget = /^data(?:Src|Srcset|Background.*|Preview.*|Markdown|State|Notes|Template|LazyLoaded)$/;

/** Remove from an element what its values make unsafe, with a message each. */
export function cleanElement(element: Element, file: VFile, { safeOnly = false } = {}): void {
  const { properties, tagName } = element;
  if (typeof properties.style === 'string') cleanStyle(element, properties.style, file, safeOnly);
  if (tagName !== 'section') cleanId(element, file);
  // As a plain path it is said to lie outside of the deck's folder, and its words take its place.
  for (const name of ['src', 'poster']) {
    const path = properties[name];
    if (typeof path === 'string' && diskPath.test(path)) properties[name] = path.replace(diskPath, '/');
  }
  for (const property of Object.keys(properties)) {
    if (isSafeValue(tagName, property, properties[property])) continue;
    reportAttribute(element, property, file);
    delete properties[property];
  }
  // `<svg><title>` is HTML inside to a parser; a tooltip needs its words only.
  if (tagName === 'title' || tagName === 'desc') {
    element.children = [{ type: 'text', value: hastToString(element) }];
  }
}

/** Tell whether an element is a field to type in; the box of a task list is not. */
export function isFormField({ tagName, properties }: Element): boolean {
  return tagName === 'input' && !(properties.type === 'checkbox' && properties.disabled);
}

function isSafeValue(tagName: string, property: string, value: Element['properties'][string]): boolean {
  if (revealGadget.test(property)) return tagName === 'section';
  if (typeof value !== 'string') return true;
  if (property === 'src' || property === 'poster') {
    return !/^\s*data:/i.test(value) || (dataTypes[tagName]?.test(value) ?? false);
  }
  if (property === 'srcSet') return hasWebSchemesOnly(value);
  // Only links leave the drawing; `<use>` would bring another document's elements in.
  if (property === 'xLinkHref' || (property === 'href' && tagName !== 'a')) return value.startsWith('#');
  if (paintAttributes.includes(property)) return filterStyle(`fill:${value}`).removed.length === 0;
  return true;
}

function hasWebSchemesOnly(candidates: string): boolean {
  const schemes = candidates.matchAll(/(?:^|[\s,])([a-z][a-z0-9+.-]*):/gi);
  return [...schemes].every(([, scheme]) => /^https?$/i.test(scheme ?? ''));
}

function cleanStyle(element: Element, written: string, file: VFile, safeOnly: boolean): void {
  const { style, removed } = filterStyle(written, { safeOnly });
  if (style !== '') element.properties.style = style;
  else delete element.properties.style;
  for (const declaration of removed) {
    const reason = `Unexpected style \`${declaration}\`, expected one that neither fetches nor leaves the slide`;
    report(file, 'style-removed', element, reason, { actual: declaration });
  }
}

function cleanId(element: Element, file: VFile): void {
  const { id } = element.properties;
  // An id of a directive cannot hide a part of the page: a figure takes no name that `window` has already.
  if (typeof id !== 'string' || !isClobberingId(id) || file.data.directiveIds?.has(id)) return;
  element.properties.id = `user-${id}`;
  report(
    file,
    'html-id-clobber',
    element,
    `Unexpected id \`${id}\`, expected one that is no part of the page`,
    {
      actual: id,
      expected: [`user-${id}`],
      note: `It is now \`user-${id}\`; a link to it needs that name, or choose another.`,
    },
  );
}
