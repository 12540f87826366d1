/** Rules over the document as a whole: identification, metadata, viewer settings, protection, forms, layers, attached files. */
import { decode } from './content.js';
import { asStream, boolean, get, getPath, items, number, text, type Value } from './objects.js';
import { documentRule, type UaRule } from './rule.js';

const identification = 'http://www.aiim.org/pdfua/ns/id/';

/** Rules of clauses 5, 7.1, 7.10, 7.11, 7.15 and 7.16 that need neither structure nor content. */
export const documentRules: readonly UaRule[] = [
  documentRule('5-1', 'an identification as PDF/UA in the metadata', ({ xmp }) =>
    xmp?.includes(identification) ? undefined : 'metadata without it',
  ),
  documentRule('5-2', 'part 1 in the identification', ({ xmp }) => {
    const part = readProperty(xmp, 'part')?.value;
    return part === undefined || part === '1' ? undefined : `part \`${part}\``;
  }),
  ...(['part', 'amd', 'corr'] as const).map((property, index) =>
    documentRule(`5-${index + 3}`, `\`pdfuaid:${property}\` with that prefix`, ({ xmp }) => {
      const prefix = readProperty(xmp, property)?.prefix;
      return prefix === undefined || prefix === 'pdfuaid' ? undefined : `prefix \`${prefix}\``;
    }),
  ),
  documentRule('7.1-4', 'tags that are not marked as suspect', ({ catalog }) =>
    boolean(getPath(catalog, 'MarkInfo', 'Suspects')) ? '`Suspects true`' : undefined,
  ),
  documentRule('7.1-8', 'metadata in the catalog', ({ catalog }) =>
    get(catalog, 'Metadata') ? undefined : 'a catalog without `Metadata`',
  ),
  documentRule('7.1-9', 'a title in the metadata', ({ xmp }) =>
    xmp === undefined || /<dc:title[\s>]|\bdc:title=/.test(xmp) ? undefined : 'metadata without `dc:title`',
  ),
  documentRule('7.1-10', 'the title in the window of the viewer', ({ catalog }) =>
    boolean(getPath(catalog, 'ViewerPreferences', 'DisplayDocTitle'))
      ? undefined
      : 'no `DisplayDocTitle true`',
  ),
  documentRule('7.1-11', 'a structure tree', ({ structure }) =>
    structure ? undefined : 'a document without tags',
  ),
  documentRule('7.10-1', 'a name for every configuration of layers', ({ catalog }) =>
    layerConfigurations(catalog).every((one) => text(get(one, 'Name'))) ? undefined : 'one without `Name`',
  ),
  documentRule('7.10-2', 'layers that do not switch by themselves', ({ catalog }) =>
    layerConfigurations(catalog).some((one) => get(one, 'AS')) ? 'a configuration with `AS`' : undefined,
  ),
  documentRule('7.11-1', '`F` and `UF` for every attached file', ({ objects }) => {
    const attached = objects.filter((one) => get(one, 'EF'));
    return attached.every((one) => text(get(one, 'F')) && text(get(one, 'UF'))) ? undefined : 'one without';
  }),
  documentRule('7.15-1', 'forms that do not lay themselves out anew', ({ catalog }) => {
    const xfa = getPath(catalog, 'AcroForm', 'XFA');
    return xfa && /dynamicRender\s*>\s*required/.test(xfaText(xfa)) ? 'a dynamic form' : undefined;
  }),
  documentRule('7.16-1', 'protection that lets assistive technology read', ({ encryption }) => {
    const permissions = number(get(encryption, 'P'));
    if (encryption === undefined || (permissions !== undefined && (permissions & 512) !== 0))
      return undefined;
    return 'a file that forbids it';
  }),
];

/** Find a property of the identification, as an element or as an attribute. */
function readProperty(
  xmp: string | undefined,
  property: string,
): { prefix: string; value: string } | undefined {
  for (const [, prefix = ''] of xmp?.matchAll(
    /xmlns:([\w-]+)\s*=\s*["']http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/["']/g,
  ) ?? []) {
    const written = new RegExp(
      `\\b${prefix}:${property}(?:\\s*=\\s*["']\\s*([^"']*)|[^>]*>\\s*([^<]*))`,
    ).exec(xmp ?? '');
    if (written) return { prefix, value: (written[1] ?? written[2] ?? '').trim() };
  }
  return undefined;
}

function layerConfigurations(catalog: Value): Value[] {
  const layers = get(catalog, 'OCProperties');
  const standard = get(layers, 'D');
  return [...(standard ? [standard] : []), ...items(get(layers, 'Configs'))];
}

/** The form's XML, which may lie in pieces with their names between them. */
function xfaText(xfa: Value): string {
  const parts = asStream(xfa) ? [xfa] : items(xfa);
  return parts
    .flatMap((part) => asStream(part) ?? [])
    .map((part) => Buffer.from(decode(part)).toString('utf8'))
    .join('');
}
