/**
 * Takes the content of a page as Skia writes it, an operator a line, and leaves it with everything that has no tag marked as
 * decoration. A step of its own because Chromium leaves rules, dots and backgrounds between the tags unmarked, and a reader
 * that follows PDF/UA cannot tell them from lost text.
 */
import { deflateSync, inflateSync } from 'node:zlib';
import type { PdfObject } from './skia-objects.js';

const builds = /(?:^|\s)(?:m|l|c|v|y|h|re|W|W\*)$/;
const paints = /^(?:f|F|f\*|B|B\*|b|b\*|s|S)$/;

/** Mark what a page draws without a tag; the object itself when there is nothing to mark. */
export function markArtifacts(content: PdfObject): PdfObject {
  if (!content.stream || !content.text.includes('/FlateDecode')) return content;
  const before = inflateSync(content.stream).toString('latin1');
  const after = markLines(before);
  if (after === before) return content;
  const stream = deflateSync(Buffer.from(after, 'latin1'));
  return { text: `<</Filter /FlateDecode\n/Length ${stream.length}>>`, stream };
}

/** Mark the lines of a content stream: paths, texts and pictures outside of any marked content. */
export function markLines(content: string): string {
  const out: string[] = [];
  let depth = 0;
  // Lines of a path, or of a text, whose end decides whether it draws.
  let open: string[] = [];
  const flush = (draws: boolean) => {
    out.push(...(draws ? ['/Artifact BMC', ...open, 'EMC'] : open));
    open = [];
  };
  for (const line of content.split('\n')) {
    const inText = open[0] === 'BT';
    if (depth === 0 && (line === 'BT' || inText || builds.test(line))) {
      open.push(line);
      if (line === 'ET') flush(true);
      continue;
    }
    if (open.length > 0 && paints.test(line)) {
      open.push(line);
      flush(true);
      continue;
    }
    if (open.length > 0) flush(false);
    if (/(?:BDC|BMC)$/.test(line)) depth += 1;
    if (line === 'EMC') depth -= 1;
    if (depth === 0 && / (?:Do|sh)$/.test(line)) out.push('/Artifact BMC', line, 'EMC');
    else out.push(line);
  }
  flush(false);
  return out.join('\n');
}
