/** Takes files and leaves the objects that carry them inside of a PDF, and the entries of its catalog that name them. */
import { deflateSync } from 'node:zlib';
import type { PdfAttachment } from './facts.js';
import type { PdfObject } from './skia-objects.js';
import { pdfText } from './text-string.js';

/** Add files to the objects of a PDF; their entries of the catalog. */
export function attachFiles(
  objects: Map<number, PdfObject>,
  first: number,
  attachments: readonly PdfAttachment[],
): ReadonlyMap<string, string> {
  if (attachments.length === 0) return new Map();
  const specs = attachments.map((attachment, index) => {
    const number = first + 2 * index;
    const packed = deflateSync(attachment.bytes);
    // A slash in a name is written by its number.
    const type = attachment.type.replaceAll('/', '#2F');
    objects.set(number, {
      text: `<</Type /EmbeddedFile\n/Subtype /${type}\n/Params <</Size ${attachment.bytes.length}>>\n/Filter /FlateDecode\n/Length ${packed.length}>>`,
      stream: packed,
    });
    const name = pdfText(attachment.name);
    objects.set(number + 1, {
      text: `<</Type /Filespec\n/F ${name}\n/UF ${name}\n/Desc ${pdfText(attachment.description)}\n/AFRelationship /Source\n/EF <</F ${number} 0 R /UF ${number} 0 R>>>>`,
    });
    return { name, reference: `${number + 1} 0 R` };
  });
  const names = specs.map(({ name, reference }) => `${name} ${reference}`).join(' ');
  return new Map([
    ['/Names', `<</EmbeddedFiles <</Names [${names}]>>>>`],
    ['/AF', `[${specs.map(({ reference }) => reference).join(' ')}]`],
  ]);
}
