/** The check of PDFs against PDF/UA-1: files made for one mistake each, and the corpus of veraPDF where it is at hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPdfUa, uaRules } from '../../src/output/pdf/ua/check.js';
import { readOperators } from '../../src/output/pdf/ua/operators.js';

const metadata = `<x xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:dc="d"><pdfuaid:part>1</pdfuaid:part>
<dc:title><li xml:lang="en">T</li></dc:title></x>`;

interface Draft {
  /** Content of the one page. */
  content: string;
  /** Kids of the structure's root: `[type, marked content or kids, more entries]`. */
  structure: readonly Part[];
  catalog: Record<string, unknown>;
  metadata: string;
}
type Part = readonly [type: string, kids: number | readonly Part[], entries?: Record<string, unknown>];

const sound: Draft = {
  content: '/H1 <</MCID 0>> BDC 0 0 10 10 re f EMC /Artifact BMC 0 0 1 1 re f EMC',
  structure: [['Document', [['H1', 0]]]],
  catalog: {},
  metadata,
};

async function makePdf(draft: Partial<Draft>): Promise<Uint8Array> {
  const { content, structure, catalog, metadata: xml } = { ...sound, ...draft };
  const document = await PDFDocument.create();
  const { context } = document;
  const page = document.addPage([100, 100]);
  page.node.set(PDFName.of('Contents'), context.register(context.stream(content)));
  const make = ([type, kids, entries = {}]: Part): PDFObject =>
    context.register(
      context.obj({
        Type: 'StructElem',
        S: type,
        Pg: page.ref,
        K: typeof kids === 'number' ? kids : kids.map(make),
        ...(entries as Record<string, never>),
      }),
    );
  const entries = {
    MarkInfo: { Marked: true },
    ViewerPreferences: { DisplayDocTitle: true },
    StructTreeRoot: context.register(context.obj({ Type: 'StructTreeRoot', K: structure.map(make) })),
    Metadata: context.register(context.stream(xml, { Type: 'Metadata', Subtype: 'XML' })),
    ...catalog,
  };
  document.setLanguage('en');
  for (const [key, value] of Object.entries(entries)) {
    if (value === undefined) document.catalog.delete(PDFName.of(key));
    else document.catalog.set(PDFName.of(key), context.obj(value as never));
  }
  return document.save({ useObjectStreams: false });
}

const broken = async (draft: Partial<Draft>): Promise<string[]> =>
  [...new Set((await checkPdfUa(await makePdf(draft))).map(({ rule }) => rule.id))].sort();

test('a sound file breaks no rule', async () => {
  expect(await broken({})).toEqual([]);
});

test.each<readonly [what: string, draft: Partial<Draft>, rules: readonly string[]]>([
  ['no structure', { catalog: { StructTreeRoot: undefined } }, ['7.1-11']],
  ['no metadata', { catalog: { Metadata: undefined } }, ['5-1', '7.1-8']],
  ['another prefix', { metadata: metadata.replaceAll('pdfuaid', 'ua') }, ['5-3']],
  ['a title in no language', { metadata: metadata.replace(/<dc:title[^]*title>/, '') }, ['7.1-9']],
  ['the file’s name in the window', { catalog: { ViewerPreferences: {} } }, ['7.1-10']],
  ['something drawn without a tag', { content: '0 0 5 5 re f' }, ['7.1-3']],
  ['an artifact in a heading', { content: '/H1 <</MCID 0>> BDC /Artifact BMC EMC EMC' }, ['7.1-1']],
  ['a heading in an artifact', { content: '/Artifact BMC /H1 <</MCID 0>> BDC EMC EMC' }, ['7.1-2']],
  [
    'a skipped rank',
    {
      structure: [
        [
          'Document',
          [
            ['H1', 0],
            ['H3', []],
          ],
        ],
      ],
    },
    ['7.4.2-1'],
  ],
  ['a type of its own', { structure: [['Document', [['Em', 0]]]] }, ['7.1-5']],
  ['text in a list item', { structure: [['L', [['LI', [['P', 0]]]]]] }, ['7.2-20']],
  ['a figure without words', { structure: [['Figure', 0]] }, ['7.3-1']],
  [
    'a cell without header',
    {
      structure: [
        [
          'Table',
          [
            [
              'TR',
              [
                ['TH', 0],
                ['TH', []],
              ],
            ],
            [
              'TR',
              [
                ['TH', []],
                ['TD', []],
              ],
            ],
          ],
        ],
      ],
    },
    ['7.5-1'],
  ],
  [
    'a short row',
    {
      structure: [
        [
          'Table',
          [
            [
              'TR',
              [
                ['TH', 0],
                ['TH', []],
              ],
            ],
            ['TR', [['TH', []]]],
          ],
        ],
      ],
    },
    ['7.2-43'],
  ],
  ['a note without name', { structure: [['Note', 0]] }, ['7.9-1']],
])('%s', async (_, draft, rules) => {
  expect(await broken(draft)).toEqual(rules);
});

test('ids are veraPDF’s, each once', () => {
  expect(uaRules.filter(({ id }) => !/^\d+(\.\d+)*-\d+$/.test(id))).toEqual([]);
  expect(new Set(uaRules.map(({ id }) => id)).size).toBe(uaRules.length);
});

describe('operators', () => {
  test.each([
    ['1 .5 -2 re', [['re', 1, 0.5, -2]]],
    [
      '/F#31 12 Tf (a\\)b\\101) Tj',
      [
        ['Tf', 'F1', 12],
        ['Tj', Buffer.from('a)bA')],
      ],
    ],
    ['[(a) -3 <62>] TJ % end', [['TJ', [Buffer.from('a'), -3, Buffer.from('b')]]]],
    ['BI /W 1 ID xEIx EI Q', [['BI'], ['ID', 'W', 1], ['Q']]],
  ])('%s', (text, expected) => {
    const plain = (value: unknown): unknown =>
      value instanceof Uint8Array ? Buffer.from(value) : Array.isArray(value) ? value.map(plain) : value;
    const read = readOperators(Buffer.from(text, 'latin1'));
    expect(read.map(({ operator, operands }) => [operator, ...operands.map(plain)])).toEqual(expected);
  });

  test('any bytes are read to their end', () => {
    const nasty = fc.array(fc.constantFrom(...'()<>[]{}/%\\ BIDEMC09.-#\n'), { maxLength: 200 });
    fc.assert(
      fc.property(nasty, (letters) => {
        expect(readOperators(Buffer.from(letters.join('')))).toBeInstanceOf(Array);
      }),
    );
  });
});

const corpus = fileURLToPath(new URL('../../../shared/pdfua/PDF_UA-1', import.meta.url));
const missing = !existsSync(corpus);

describe.skipIf(missing)(`veraPDF’s corpus${missing ? ' (skipped: ../shared/pdfua is missing)' : ''}`, () => {
  const files = missing
    ? []
    : readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'));

  test('at least 75 rules, 125 of 155 mistakes found by their rule, at most 4 false alarms', async () => {
    const caught: string[] = [];
    const alarms: string[] = [];
    for (const file of files) {
      const [, clause, number, kind] = /([\d.-]+)-t0?(\d+)-(fail|pass)[^/]*$/.exec(file) ?? [];
      const ids = (await checkPdfUa(readFileSync(`${corpus}/${file}`))).map(({ rule }) => rule.id);
      if (kind === 'fail' && ids.includes(`${clause?.replace('7-18', '7.18')}-${number}`)) caught.push(file);
      if (kind === 'pass' && ids.length > 0) alarms.push(`${file}: ${ids.join(' ')}`);
    }
    console.log(
      `PDF/UA-1: ${uaRules.length} rules, ${caught.length} mistakes caught, ${alarms.length} false alarms`,
    );
    expect(files.length).toBe(296);
    expect(uaRules.length).toBeGreaterThanOrEqual(75);
    expect(caught.length).toBeGreaterThanOrEqual(125);
    expect(alarms.slice(4)).toEqual([]);
  });
});
