/**
 * Takes the `<section>` of a slide and writes on its elements where the author wrote them, for the page of the dev server alone: the
 * slide says its file and line, what is on it lines counted from there, so that a slide stays the same when one above it grows.
 */
import type { Element, ElementContent } from 'hast';
import type { VFile } from 'vfile';
import { findPart, partPath } from '../../diagnostics/file-parts.js';

/** Where a slide begins. */
export interface SlideSource {
  /** As messages name it. */
  readonly file: string;
  readonly line: number;
}

/** Write `data-at="line:column"` on what is on a slide, in a copy of it; line 0 is the slide's first. */
export function markSources(section: Element): Element {
  const line = section.position?.start.line ?? 1;
  const last = section.position?.end.line ?? Number.POSITIVE_INFINITY;
  const mark = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    const start = node.position?.start;
    // What another file gave (code, a row of data) has positions of its own.
    const own = start && start.line >= line && start.line <= last;
    return {
      ...node,
      properties: own
        ? { ...node.properties, dataAt: `${start.line - line}:${start.column}` }
        : node.properties,
      children: node.children.map(mark),
    };
  };
  return { ...section, children: section.children.map(mark) };
}

/** Find where a slide begins. */
export function findSource({ position }: Element, file: VFile): SlideSource {
  const part = findPart(file, position);
  const before = part?.line ?? 0;
  return {
    file: part ? partPath(file, part) : (file.path ?? ''),
    line: (position?.start.line ?? before + 1) - before,
  };
}
