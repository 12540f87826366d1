/**
 * Takes any PDF, leaves it completed like `post-pass.ts` does, by reading and writing all of it.
 * A step of its own because it is only needed when a browser writes PDFs in another shape, and loads a large library.
 */
import { createHash } from 'node:crypto';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { PdfFacts } from './facts.js';
import { labelRanges } from './page-labels.js';
import { xmpPacket } from './xmp.js';

/** Complete a PDF of any shape. */
export async function finishAnyPdf(bytes: Uint8Array, facts: PdfFacts): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY,
  });
  const producer = document.getProducer() ?? 'Chromium';
  replaceInfo(document, facts, producer);
  completeCatalog(document, facts, producer);
  for (const { name, description, type, bytes: content } of facts.attachments ?? []) {
    await document.attach(content, name, { mimeType: type, description });
  }
  const id = PDFHexString.of(fileId(bytes, facts));
  document.context.trailerInfo.ID = document.context.obj([id, id]);
  return document.save({
    useObjectStreams: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}

/** A new dictionary instead of changed entries: the old dates would stay in the file otherwise. */
function replaceInfo(document: PDFDocument, facts: PdfFacts, producer: string): void {
  const { context } = document;
  const old = context.trailerInfo.Info;
  if (old instanceof PDFRef) context.delete(old);
  context.trailerInfo.Info = context.register(PDFDict.withContext(context));
  document.setTitle(facts.title);
  if (facts.author) document.setAuthor(facts.author);
  if (facts.subject) document.setSubject(facts.subject);
  if (facts.keywords) document.setKeywords([facts.keywords]);
  document.setCreator('Lectern');
  document.setProducer(producer);
  if (facts.date) {
    document.setCreationDate(facts.date);
    document.setModificationDate(facts.date);
  }
}

function completeCatalog(document: PDFDocument, facts: PdfFacts, producer: string): void {
  const { catalog, context } = document;
  const xmp = context.stream(Buffer.from(xmpPacket(facts, producer), 'utf8'), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  document.setLanguage(facts.lang);
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  catalog.set(PDFName.of('Metadata'), context.register(xmp));
  if (!facts.pageLabels?.length) return;
  const nums = context.obj([]);
  for (const { firstPage, prefix, start } of labelRanges(facts.pageLabels)) {
    const label = context.obj({});
    if (start !== undefined) label.set(PDFName.of('S'), PDFName.of('D'));
    if (start !== undefined) label.set(PDFName.of('St'), context.obj(start));
    if (prefix !== '') label.set(PDFName.of('P'), PDFHexString.fromText(prefix));
    nums.push(context.obj(firstPage));
    nums.push(label);
  }
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: nums }));
}

/** The time of printing must not show in the id. */
function fileId(bytes: Uint8Array, facts: PdfFacts): string {
  const timeless = Buffer.from(bytes)
    .toString('latin1')
    .replace(/D:\d{14}/g, '');
  return createHash('md5').update(timeless, 'latin1').update(JSON.stringify(facts)).digest('hex');
}
