/**
 * Takes a PDF as Chromium prints it, leaves it with title, author, language, metadata, labels and whole tags, without a clock
 * and at half its size. A step of its own because Chromium writes none of it and stamps the time.
 */
import { markPages } from './artifacts.js';
import { attachFiles } from './attachments.js';
import type { PdfFacts } from './facts.js';
import { openFiles } from './join-files.js';
import { nameLetterParts } from './letter-parts.js';
import { completeOutline } from './outline.js';
import { labelRanges } from './page-labels.js';
import { splitDictionary } from './skia-file.js';
import { type PdfObject, writeObjects } from './skia-objects.js';
import { lastNumber } from './tag-tree.js';
import { repairTags } from './tags.js';
import { pdfDate, pdfText } from './text-string.js';
import { xmpPacket } from './xmp.js';

export type { PdfFacts } from './facts.js';

/** Complete a printed PDF; equal pages and facts give equal bytes. */
export async function finishPdf(bytes: Uint8Array, facts: PdfFacts): Promise<Uint8Array> {
  return finishParts([bytes], facts, async () => bytes);
}

/**
 * Complete a PDF that was printed in parts, as `finishPdf` does.
 *
 * @param printWhole prints it once more, at once: needed where the parts are not as Skia writes them
 */
export async function finishParts(
  parts: readonly Uint8Array[],
  facts: PdfFacts,
  printWhole: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const finished = updateSkiaFiles(parts, facts);
  if (finished !== undefined) return finished;
  // To read the whole file takes ten times as long.
  const { finishAnyPdf } = await import('./post-pass-any.js');
  return finishAnyPdf(await printWhole(), facts);
}

/**
 * Complete a document in one or several of Skia's regular files, which costs a tenth of parsing them; leave `undefined` when
 * they are not such.
 */
export function updateSkiaFiles(parts: readonly Uint8Array[], facts: PdfFacts): Uint8Array | undefined {
  const file = openFiles(parts);
  if (!file) return undefined;
  const { objects } = file;
  const catalog = splitDictionary(objects.get(file.root)?.text ?? '');
  const info = splitDictionary(objects.get(file.info)?.text ?? '');
  if (!catalog || !info || catalog.get('/Type') !== '/Catalog') return undefined;
  const producer = info.get('/Producer') ?? '(Chromium)';
  const xmp = lastNumber(objects) + 1;
  objects.set(file.info, { text: infoDictionary(facts, producer) });
  for (const [key, value] of attachFiles(objects, xmp + 1, facts.attachments ?? [])) catalog.set(key, value);
  objects.set(file.root, { text: catalogDictionary(catalog, facts, xmp) });
  objects.set(xmp, metadataStream(Buffer.from(xmpPacket(facts, plain(producer)), 'utf8')));
  completeOutline(objects, file.root, facts.slides ?? []);
  repairTags(objects);
  markPages(objects);
  nameLetterParts(objects);
  return writeObjects(objects, { root: file.root, info: file.info });
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
