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
  const after = markContent(before, (name) => {
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
  const stream = deflateSync(Buffer.from(content, 'latin1'), { ...compression, windowBits: 13, memLevel: 6 });
  const plain = text.replace(/\/Filter \/FlateDecode\s*/, '');
  return { text: plain.replace(/\/Length \d+/, `/Filter /FlateDecode\n/Length ${stream.length}`), stream };
}

/** What draws, an operator a line. */
const drawing = /^(?:BT|f\*?|F|[Bb]\*?|[sS]|\/\S+ (?:Do|sh))$/m;

/**
 * Mark what a content stream draws outside of marked content: paths, texts and pictures. Most of a stream is marked, and is not
 * read line by line.
 *
 * @param hasTags tells of an object that is drawn (`/X6`) whether tags are inside: it is left to be marked there
 */
export function markContent(content: string, hasTags: (name: string) => boolean = () => false): string {
  const out: string[] = [];
  const add = (stretch: string) => out.push(drawing.test(stretch) ? markLines(stretch, hasTags) : stretch);
  let at = 0;
  for (let tag = content.indexOf(tagged); tag >= 0; tag = content.indexOf(tagged, at)) {
    const begin = content.lastIndexOf('\n', tag) + 1;
    const end = findEnd(content, content.indexOf('BDC\n', tag) + 'BDC'.length);
    add(content.slice(at, begin));
    out.push(content.slice(begin, end));
    at = end;
  }
  add(content.slice(at));
  return out.join('');
}

/** What the line holds that begins the content of an element; letters that are read in another way are marked without a number, in artifacts too. */
const tagged = '<</MCID ';

/** Find where marked content ends; within it there may be more, such as letters that are read in another way, or from right to left. */
function findEnd(content: string, from: number): number {
  const marks = /B[DM]C\n|\nEMC(?!\S)/g;
  marks.lastIndex = from;
  let depth = 1;
  for (let mark = marks.exec(content); mark; mark = marks.exec(content)) {
    depth += mark[0].startsWith('B') ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
    // What ends at a line's end may begin with it.
    marks.lastIndex -= mark[0].startsWith('B') ? 1 : 0;
  }
  return content.length;
}

/** Mark the lines of a stretch in which nothing is marked. */
function markLines(stretch: string, hasTags: (name: string) => boolean): string {
  const out: string[] = [];
  // Lines of a path, or of a text, whose end decides whether it draws.
  let open: string[] = [];
  const flush = (draws: boolean) => {
    out.push(...(draws ? ['/Artifact BMC', ...open, 'EMC'] : open));
    open = [];
  };
  for (const line of stretch.split('\n')) {
    if (line === 'BT' || open[0] === 'BT' || builds.test(line)) {
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
    const drawn = /^(\/\S+) (?:Do|sh)$/.exec(line)?.[1];
    if (drawn !== undefined && !hasTags(drawn)) out.push('/Artifact BMC', line, 'EMC');
    else out.push(line);
  }
  flush(false);
  return out.join('\n');
}
