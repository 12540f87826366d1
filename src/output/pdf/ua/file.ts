/** Takes the bytes of a PDF and leaves it open for the rules: catalog, pages, structure and content, each read once. */
import { decodePDFRawStream, PDFDict, PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { type ContentEvent, readContent } from './content.js';
import { asStream, get, items, name, type Value } from './objects.js';
import { readStructure, type Structure } from './structure.js';

/** A PDF as the rules see it. */
export interface UaFile {
  readonly catalog: PDFDict;
  /** All indirect objects, to look for kinds wherever they hang. */
  readonly objects: readonly Value[];
  readonly pages: readonly UaPage[];
  readonly structure: Structure | undefined;
  /** The document's metadata as XML text. */
  readonly xmp: string | undefined;
  /** The encryption dictionary of a protected file. */
  readonly encryption: Value;
}

/** One page. */
export interface UaPage {
  /** From 1. */
  readonly number: number;
  readonly dict: PDFDict;
  readonly annotations: readonly PDFDict[];
  readonly content: readonly ContentEvent[];
}

/**
 * Open a PDF for checking.
 *
 * @throws Error when it is no PDF, or too damaged to be read
 */
export async function openUaFile(bytes: Uint8Array): Promise<UaFile> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    // A file that anybody may open is protected with the empty password.
    password: '',
    parseSpeed: Number.POSITIVE_INFINITY,
  });
  const { catalog, context } = document;
  const { Encrypt: encryption } = context.trailerInfo;
  return {
    catalog,
    objects: context.enumerateIndirectObjects().map(([, object]) => object),
    pages: document.getPages().map(readPage),
    structure: readStructure(catalog),
    xmp: readXmp(get(catalog, 'Metadata')),
    encryption: encryption && context.lookup(encryption),
  };
}

function readPage(page: PDFPage, index: number): UaPage {
  const dict = page.node;
  const annotations = items(get(dict, 'Annots')).filter((one): one is PDFDict => one instanceof PDFDict);
  return { number: index + 1, dict, annotations, content: readContent(dict) };
}

function readXmp(metadata: Value): string | undefined {
  const stream = asStream(metadata);
  if (!stream) return undefined;
  const bytes =
    name(get(stream, 'Filter')) === undefined ? stream.contents : decodePDFRawStream(stream).decode();
  return Buffer.from(bytes).toString('utf8');
}
