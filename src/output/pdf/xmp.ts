/**
 * Takes what is known of a document, leaves its XMP packet.
 * A step of its own because Chromium writes none, and PDF/UA readers look only there for title and language.
 */
import type { PdfFacts } from './facts.js';
import { wellFormed } from './text-string.js';

/** Write the metadata of a document as XMP, ending in a line feed; equal facts give equal bytes. */
export function xmpPacket(facts: PdfFacts, producer: string): string {
  const { title, author, subject, lang, keywords, date } = facts;
  const time = date?.toISOString().replace(/\.\d+Z$/, 'Z');
  const lines = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title>${alternatives(title)}</dc:title>`,
    author && `<dc:creator><rdf:Seq><rdf:li>${escape(author)}</rdf:li></rdf:Seq></dc:creator>`,
    subject && `<dc:description>${alternatives(subject)}</dc:description>`,
    `<dc:language><rdf:Bag><rdf:li>${escape(lang)}</rdf:li></rdf:Bag></dc:language>`,
    keywords && `<pdf:Keywords>${escape(keywords)}</pdf:Keywords>`,
    `<pdf:Producer>${escape(producer)}</pdf:Producer>`,
    `<xmp:CreatorTool>Lectern</xmp:CreatorTool>`,
    time && `<xmp:CreateDate>${time}</xmp:CreateDate>`,
    time && `<xmp:ModifyDate>${time}</xmp:ModifyDate>`,
    `<pdfuaid:part>1</pdfuaid:part>`,
  ];
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    ...lines.filter(Boolean),
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
    '',
  ].join('\n');
}

function alternatives(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no way at all to write most control characters, not even escaped. */
function escape(text: string): string {
  return wellFormed(text)
    .replace(/[^\t\n\r\x20-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
