/**
 * Takes the content of pages as Skia writes it, an operator a line, and leaves it with everything that has no tag marked as
 * decoration. A step of its own because Chromium leaves rules, dots and backgrounds between the tags unmarked, and a reader
 * that follows PDF/UA cannot tell them from lost text.
 */
import { deflateSync, inflateSync } from 'node:zlib';
import { compression, type PdfObject } from './skia-objects.js';

const builds = /(?:^|\s)(?:m|l|c|v|y|h|re|W|W\*)$/;
const paints = /^(?:f|F|f\*|B|B\*|b|b\*|s|S)$/;

/** Mark the decoration of every page, and of the forms with tags that pages draw. */
export function markPages(objects: Map<number, PdfObject>): void {
  const seen = new Set<number>();
  for (const { text, stream } of objects.values()) {
    const content = /\/Contents (\d+) 0 R/.exec(text)?.[1];
    if (stream || !content || !text.startsWith('<</Type /Page\n')) continue;
    markStream(Number(content), text, objects, seen);
  }
}

/** @param owner the dictionary that says which objects the names in the stream mean */
function markStream(number: number, owner: string, objects: Map<number, PdfObject>, seen: Set<number>): void {
  const object = objects.get(number);
  const before = object && readContent(object);
  if (before === undefined || seen.has(number)) return;
  seen.add(number);
  const forms: number[] = [];
  const after = markLines(before, (name) => {
    const form = Number(new RegExp(`${name} (\\d+) 0 R`).exec(owner)?.[1]);
    if (!readContent(objects.get(form))?.includes('/MCID')) return false;
    forms.push(form);
    return true;
  });
  for (const form of forms) markStream(form, objects.get(form)?.text ?? '', objects, seen);
  if (after !== before) objects.set(number, { ...object, ...compress(object?.text ?? '', after) });
}

/** Read the operators of a page or a form; a picture has none. */
function readContent(object: PdfObject | undefined): string | undefined {
  if (!object?.stream || object.text.includes('/Subtype /Image')) return undefined;
  if (!object.text.includes('/FlateDecode')) return object.stream.toString('latin1');
  return inflateSync(object.stream).toString('latin1');
}

function compress(text: string, content: string): PdfObject {
  const stream = deflateSync(Buffer.from(content, 'latin1'), compression);
  const plain = text.replace(/\/Filter \/FlateDecode\s*/, '');
  return { text: plain.replace(/\/Length \d+/, `/Filter /FlateDecode\n/Length ${stream.length}`), stream };
}

/**
 * Mark the lines of a content stream: paths, texts and pictures outside of any marked content.
 *
 * @param hasTags tells of an object that is drawn (`/X6`) whether tags are inside: it is left to be marked there
 */
export function markLines(content: string, hasTags: (name: string) => boolean = () => false): string {
  const out: string[] = [];
  let depth = 0;
  // Lines of a path, or of a text, whose end decides whether it draws.
  let open: string[] = [];
  const flush = (draws: boolean) => {
    out.push(...(draws ? ['/Artifact BMC', ...open, 'EMC'] : open));
    open = [];
  };
  for (const line of content.split('\n')) {
    if (depth === 0 && (line === 'BT' || open[0] === 'BT' || builds.test(line))) {
      open.push(line);
      if (line === 'ET') flush(true);
      continue;
    }
    if (open.length > 0 && paints.test(line)) {
      open.push(line);
      flush(true);
      continue;
    }
    flush(false);
    if (/(?:BDC|BMC)$/.test(line)) depth += 1;
    if (line === 'EMC') depth -= 1;
    const drawn = depth === 0 ? /^(\/\S+) (?:Do|sh)$/.exec(line)?.[1] : undefined;
    if (drawn !== undefined && !hasTags(drawn)) out.push('/Artifact BMC', line, 'EMC');
    else out.push(line);
  }
  flush(false);
  return out.join('\n');
}
