/**
 * Takes a PDF as Chromium prints it, leaves it with title, author, language, metadata and labels, and without a clock.
 * A step of its own because Chromium writes none of it and stamps the time; as an appended update it costs milliseconds.
 */
import { createHash } from 'node:crypto';
import type { PdfFacts } from './facts.js';
import { labelRanges } from './page-labels.js';
import {
  appendObjects,
  openSkiaFile,
  readObject,
  type SkiaFile,
  type SkiaObject,
  splitDictionary,
} from './skia-file.js';
import { pdfDate, pdfText } from './text-string.js';
import { xmpPacket } from './xmp.js';

export type { PdfFacts } from './facts.js';

/** Complete a printed PDF; equal pages and facts give equal bytes. */
export async function finishPdf(bytes: Uint8Array, facts: PdfFacts): Promise<Uint8Array> {
  const finished = updateSkiaFile(bytes, facts);
  if (finished !== undefined) return finished;
  // Not as Skia writes them: read the whole file, which takes ten times as long.
  const { finishAnyPdf } = await import('./post-pass-any.js');
  return finishAnyPdf(bytes, facts);
}

/** Complete a PDF by appending to it; leave `undefined` when it is not one of Skia's regular files. */
export function updateSkiaFile(bytes: Uint8Array, facts: PdfFacts): Uint8Array | undefined {
  const file = openSkiaFile(bytes);
  const oldInfo = file && readObject(file, file.info);
  const root = file && readObject(file, file.root);
  const catalog = root && splitDictionary(root.text);
  const info = oldInfo && splitDictionary(oldInfo.text);
  if (!file || !oldInfo || !catalog || !info || catalog.get('/Type') !== '/Catalog') return undefined;
  stopClock(file, oldInfo);
  const producer = info.get('/Producer') ?? '(Chromium)';
  const xmp = Buffer.from(xmpPacket(facts, plain(producer)), 'utf8');
  const objects = new Map<number, string | Buffer>([
    [file.info, infoDictionary(facts, producer)],
    [file.root, catalogDictionary(catalog, facts, file.size)],
    [file.size, metadataStream(xmp)],
  ]);
  return appendObjects(file, objects, fileId(file.bytes, objects.values()));
}

/** The old dates stay in the file, so they are overwritten in place, length for length: no offset moves. */
function stopClock(file: SkiaFile, info: SkiaObject): void {
  const stopped = info.text.replace(
    /(\/(?:CreationDate|ModDate) \(D:)\d{14}[+-]\d\d'\d\d'\)/g,
    "$119800101000000+00'00')",
  );
  file.bytes.write(stopped, info.start, 'latin1');
}

function infoDictionary({ title, author, subject, keywords, date }: PdfFacts, producer: string): string {
  const entries = [
    `/Title ${pdfText(title)}`,
    author && `/Author ${pdfText(author)}`,
    subject && `/Subject ${pdfText(subject)}`,
    keywords && `/Keywords ${pdfText(keywords)}`,
    '/Creator (Lectern)',
    `/Producer ${producer}`,
    date && `/CreationDate ${pdfDate(date)}`,
    date && `/ModDate ${pdfDate(date)}`,
  ];
  return `<<${entries.filter(Boolean).join('\n')}>>`;
}

function catalogDictionary(
  catalog: Map<string, string>,
  { lang, pageLabels }: PdfFacts,
  xmp: number,
): string {
  const entries = new Map(catalog);
  entries.set('/Lang', pdfText(lang));
  entries.set('/ViewerPreferences', '<</DisplayDocTitle true>>');
  entries.set('/Metadata', `${xmp} 0 R`);
  if (pageLabels?.length) entries.set('/PageLabels', labelTree(pageLabels));
  return `<<${[...entries].map(([key, value]) => `${key} ${value}`).join('\n')}>>`;
}

function labelTree(labels: readonly string[]): string {
  const nums = labelRanges(labels).map(({ firstPage, prefix, start }) => {
    const number = start === undefined ? '' : `/S /D /St ${start}`;
    return `${firstPage} <<${number}${prefix === '' ? '' : ` /P ${pdfText(prefix)}`}>>`;
  });
  return `<</Nums [${nums.join('\n')}]>>`;
}

function metadataStream(xmp: Buffer): Buffer {
  const head = `<</Type /Metadata\n/Subtype /XML\n/Length ${xmp.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), xmp, Buffer.from('\nendstream')]);
}

/** Skia's own producer is ASCII in brackets. */
function plain(producer: string): string {
  return producer.replace(/^\(|\)$/g, '').replace(/\\([\\()])/g, '$1');
}

/** The same file has the same id, a changed one another; nothing secret hangs on it. */
function fileId(bytes: Buffer, objects: Iterable<string | Buffer>): string {
  const hash = createHash('md5').update(bytes);
  for (const object of objects) hash.update(object);
  return hash.digest('hex').toUpperCase();
}
