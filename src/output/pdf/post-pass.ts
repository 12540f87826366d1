/**
 * Takes a PDF as Chromium prints it, leaves it with title, author, language, metadata, labels and whole tags, without a clock
 * and at half its size. A step of its own because Chromium writes none of it and stamps the time.
 */
import { createHash } from 'node:crypto';
import { markPages } from './artifacts.js';
import { attachFiles } from './attachments.js';
import type { PdfFacts } from './facts.js';
import { completeOutline } from './outline.js';
import { labelRanges } from './page-labels.js';
import { openSkiaFile, splitDictionary } from './skia-file.js';
import { type PdfObject, sliceObjects, writeObjects } from './skia-objects.js';
import { repairTags } from './tags.js';
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

/** Complete one of Skia's regular files, which costs a tenth of parsing it; leave `undefined` when it is not one. */
export function updateSkiaFile(bytes: Uint8Array, facts: PdfFacts): Uint8Array | undefined {
  const file = openSkiaFile(bytes);
  const objects = file && sliceObjects(file);
  const catalog = splitDictionary(objects?.get(file?.root ?? 0)?.text ?? '');
  const info = splitDictionary(objects?.get(file?.info ?? 0)?.text ?? '');
  if (!file || !objects || !catalog || !info || catalog.get('/Type') !== '/Catalog') return undefined;
  const producer = info.get('/Producer') ?? '(Chromium)';
  objects.set(file.info, { text: infoDictionary(facts, producer) });
  for (const [key, value] of attachFiles(objects, file.size + 1, facts.attachments ?? [])) {
    catalog.set(key, value);
  }
  objects.set(file.root, { text: catalogDictionary(catalog, facts, file.size) });
  objects.set(file.size, metadataStream(Buffer.from(xmpPacket(facts, plain(producer)), 'utf8')));
  completeOutline(objects, file.root, facts.slides ?? []);
  repairTags(objects);
  markPages(objects);
  return writeObjects(objects, { root: file.root, info: file.info, id: fileId(objects) });
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

function metadataStream(xmp: Buffer): PdfObject {
  return { text: `<</Type /Metadata\n/Subtype /XML\n/Length ${xmp.length}>>`, stream: xmp };
}

/** Skia's own producer is ASCII in brackets. */
function plain(producer: string): string {
  return producer.replace(/^\(|\)$/g, '').replace(/\\([\\()])/g, '$1');
}

/** The same file has the same id, a changed one another; nothing secret hangs on it. */
function fileId(objects: ReadonlyMap<number, PdfObject>): string {
  const hash = createHash('md5');
  for (const { text, stream } of objects.values()) {
    hash.update(text);
    if (stream) hash.update(stream);
  }
  return hash.digest('hex').toUpperCase();
}
