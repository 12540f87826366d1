/** A printed PDF is completed and packed; a real reader finds title, author, language, metadata and labels. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { labelRanges } from '../../src/output/pdf/page-labels.js';
import { finishParts, finishPdf, type PdfFacts, updateSkiaFiles } from '../../src/output/pdf/post-pass.js';
import { splitDictionary } from '../../src/output/pdf/skia-file.js';

/** A file laid out exactly as Skia lays out its own, printed at a given second. */
function skiaPdf(second = '00'): Uint8Array {
  const objects = [
    `<</Title (T)\n/Creator (Mozilla \\(X11\\))\n/Producer (Skia/PDF m156)\n/CreationDate (D:202611240228${second}+00'00')\n/ModDate (D:202611240228${second}+00'00')>>`,
    '<</Type /Catalog\n/Pages 3 0 R\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/ViewerPreferences <</Type /ViewerPreferences\n/DisplayDocTitle true>>\n/Lang (en)>>',
    '<</Type /Pages\n/Count 2\n/Kids [4 0 R 5 0 R]>>',
    '<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 960 540]>>',
    '<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 960 540]>>',
  ];
  let text = '%PDF-1.4\n%\xD3\xEB\xE9\xE1\n';
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  text += `xref\n0 6\n0000000000 65535 f \n${lines.join('')}`;
  const xref = text.indexOf('xref\n');
  return Buffer.from(
    `${text}trailer\n<</Size 6\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`,
    'latin1',
  );
}

const facts: PdfFacts = {
  title: 'Größe (1) \\ 中 😀',
  author: 'Ada & <Bob>',
  subject: 'A (small) subject',
  lang: 'en-GB',
  keywords: 'one, two',
  pageLabels: ['Slide 1', 'Slide 2'],
};

async function read(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const metadata = document.catalog.lookup(PDFName.of('Metadata'));
  if (!(metadata instanceof PDFRawStream)) throw new Error('Unexpected absence of XMP');
  const lang = document.catalog.lookup(PDFName.of('Lang'));
  const labels = document.catalog.lookupMaybe(PDFName.of('PageLabels'), PDFDict);
  return {
    document,
    xmp: Buffer.from(metadata.getContents()).toString('utf8'),
    lang: lang instanceof PDFString || lang instanceof PDFHexString ? lang.decodeText() : undefined,
    labels: labels?.lookup(PDFName.of('Nums'), PDFArray),
    displayTitle: document.catalog
      .lookup(PDFName.of('ViewerPreferences'), PDFDict)
      .get(PDFName.of('DisplayDocTitle')),
  };
}

/** The same file, but in a shape Skia does not write: the whole file must be read. */
async function otherShape(): Promise<Uint8Array> {
  return (await PDFDocument.load(skiaPdf(), { updateMetadata: false })).save({ useObjectStreams: true });
}

describe.each([
  ['appended to a Skia file', async () => skiaPdf()],
  ['written anew for a file of another shape', otherShape],
])('finishPdf, %s', (_, makeInput) => {
  it('completes what readers and screen readers look for', async () => {
    const { document, xmp, lang, labels, displayTitle } = await read(
      await finishPdf(await makeInput(), facts),
    );
    expect(document.getPageCount()).toBe(2);
    expect(document.getTitle()).toBe(facts.title);
    expect(document.getAuthor()).toBe(facts.author);
    expect(document.getSubject()).toBe(facts.subject);
    expect(document.getKeywords()).toBe(facts.keywords);
    expect(document.getCreator()).toBe('Lectern');
    expect(document.getProducer()).toBe('Skia/PDF m156');
    expect(lang).toBe('en-GB');
    expect(String(displayTitle)).toBe('true');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain('>Größe (1) \\ 中 😀</rdf:li>');
    expect(xmp).toContain('<rdf:li>Ada &amp; &lt;Bob&gt;</rdf:li>');
    expect(xmp).toContain('<rdf:li>en-GB</rdf:li>');
    expect(labels?.size()).toBe(2);
    expect(labels?.lookup(1, PDFDict).lookup(PDFName.of('St'), PDFNumber).asNumber()).toBe(1);
  });

  it('carries the date it is given, and none otherwise', async () => {
    const input = await makeInput();
    const date = new Date('2026-01-02T03:04:05Z');
    const dated = await read(await finishPdf(input, { ...facts, date }));
    expect(dated.document.getCreationDate()).toEqual(date);
    expect(dated.document.getModificationDate()).toEqual(date);
    expect(dated.xmp).toContain('<xmp:CreateDate>2026-01-02T03:04:05Z</xmp:CreateDate>');
    const undated = await finishPdf(input, facts);
    expect((await read(undated)).document.getCreationDate()).toBeUndefined();
    expect(Buffer.from(undated).toString('latin1')).not.toContain('D:2026');
  });

  it('gives equal bytes for equal input and a new id for another title', async () => {
    const input = await makeInput();
    const [one, two, other] = await Promise.all([
      finishPdf(input, facts),
      finishPdf(input, facts),
      finishPdf(input, { ...facts, title: 'Other' }),
    ]);
    expect(Buffer.compare(one, two)).toBe(0);
    expect(String(await idOf(one))).not.toBe(String(await idOf(other)));
  });
});

async function idOf(bytes: Uint8Array) {
  return (await PDFDocument.load(bytes, { updateMetadata: false })).context.trailerInfo.ID;
}

it('prints parts that are not as Skia writes them once more, at once', async () => {
  const whole = await otherShape();
  const finished = await finishParts([skiaPdf(), await otherShape()], facts, async () => whole);
  expect(finished).toEqual(await finishPdf(whole, facts));
});

describe('updateSkiaFiles', () => {
  it('does not show at which second it was printed', () => {
    const [one, two] = [updateSkiaFiles([skiaPdf('11')], facts), updateSkiaFiles([skiaPdf('59')], facts)];
    expect(one).toBeDefined();
    expect(one).toEqual(two);
  });

  it('packs objects and leaves nothing of the old file behind', async () => {
    const output = Buffer.from(updateSkiaFiles([skiaPdf()], facts) ?? []).toString('latin1');
    expect(output).toMatch(/^%PDF-1\.7\n/);
    expect(output.match(/ObjStm/g)).toHaveLength(1);
    expect(output).not.toContain('Mozilla');
  });

  it('leaves the caller’s bytes alone', () => {
    const input = skiaPdf();
    updateSkiaFiles([input], facts);
    expect(input).toEqual(skiaPdf());
  });

  it.each([
    ['nothing', ''],
    ['an offset that points elsewhere', 'startxref\n9'],
    ['a trailer of another order', '/Info 1 0 R\n/Root'],
  ])('refuses %s', (_, text) => {
    const input = Buffer.from(skiaPdf()).toString('latin1');
    const damaged = text === '' ? '' : input.replace(/startxref\n\d+|\/Root/, text);
    expect(updateSkiaFiles([Buffer.from(damaged, 'latin1')], facts)).toBeUndefined();
  });

  it.each(['\u0000\u0007', '\uD800 half', ')(', '\\', '<</Root 9 0 R>>', 'endobj\nendstream'])(
    'survives the title %j',
    async (title) => {
      const output = updateSkiaFiles([skiaPdf()], { ...facts, title });
      const { document, xmp } = await read(output ?? new Uint8Array());
      expect(document.getTitle()).toBe(title.replace('\uD800', '\uFFFD'));
      expect(xmp).not.toContain('\u0000');
    },
  );
});

describe('splitDictionary', () => {
  it('keeps values as written', () => {
    const text = '<</A /Name\n/B [1 /C <</D 2>>]\n/E (a \\) >> /F)\n/G <</H (x)\n/I <AB>>>\n/J 3 0 R>>';
    expect(Object.fromEntries(splitDictionary(text) ?? [])).toEqual({
      '/A': '/Name',
      '/B': '[1 /C <</D 2>>]',
      '/E': '(a \\) >> /F)',
      '/G': '<</H (x)\n/I <AB>>>',
      '/J': '3 0 R',
    });
  });
});

describe('labelRanges', () => {
  it('joins labels that count on', () => {
    expect(labelRanges(['i', '1', '2', '2a', 'A-9', 'A-10', 'A-007', '3'])).toEqual([
      { firstPage: 0, prefix: 'i' },
      { firstPage: 1, prefix: '', start: 1 },
      { firstPage: 3, prefix: '2a' },
      { firstPage: 4, prefix: 'A-', start: 9 },
      { firstPage: 6, prefix: 'A-00', start: 7 },
      { firstPage: 7, prefix: '', start: 3 },
    ]);
  });
});
