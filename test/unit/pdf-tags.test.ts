/** Tags of a printed file are completed, and what has none is marked as decoration. */
import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { markContent, markPages } from '../../src/output/pdf/artifacts.js';
import type { PdfObject } from '../../src/output/pdf/skia-objects.js';
import { repairTags } from '../../src/output/pdf/tags.js';

/** Tags by number: `type parent kids more`. */
function makeTags(tags: Readonly<Record<number, string>>): Map<number, PdfObject> {
  return new Map(
    Object.entries(tags).map(([number, line]) => {
      const [type, parent, kids, ...more] = line.split(' | ');
      const entries = `/S /${type}\n/P ${parent} 0 R\n/K ${kids}${more.map((one) => `\n${one}`).join('')}`;
      return [Number(number), { text: `<</Type /StructElem\n${entries}>>` }];
    }),
  );
}

function repaired(tags: Readonly<Record<number, string>>): string[] {
  const objects = makeTags(tags);
  repairTags(objects);
  return [...objects].map(([number, { text }]) => {
    const read = (key: string) => new RegExp(`/${key} (.*)`).exec(text)?.[1]?.replace(/>>$/, '');
    return `${number} ${read('S')} in ${read('P')}: ${read('K') ?? '-'}`;
  });
}

describe('tags', () => {
  test('an item gets a body for what is no mark, and content of its own stays', () => {
    expect(
      repaired({ 2: 'L | 1 | 3 0 R', 3: 'LI | 2 | [4 0 R 7 5 0 R]', 4: 'Lbl | 3 | 0', 5: 'P | 3 | 1' }),
    ).toEqual([
      '2 /L in 1 0 R: 3 0 R',
      '3 /LI in 2 0 R: [4 0 R 7 6 0 R]',
      '4 /Lbl in 3 0 R: 0',
      '5 /P in 6 0 R: 1',
      '6 /LBody in 3 0 R: [5 0 R]',
    ]);
  });

  test('what stands in a list and is no item becomes one', () => {
    expect(repaired({ 2: 'L | 1 | 3 0 R', 3: 'NonStruct | 2 | 0' })[1]).toBe('3 /LI in 2 0 R: 0');
  });

  test('a figure without words is a part, one with words stays', () => {
    expect(repaired({ 2: 'Figure | 1 | 0', 3: 'Figure | 1 | 1 | /Alt (x)' })).toEqual([
      '2 /Div in 1 0 R: 0',
      '3 /Figure in 1 0 R: 1',
    ]);
  });

  test('headings begin with H1 and skip no rank', () => {
    const tags = {
      2: 'Document | 1 | [3 0 R 4 0 R 5 0 R]',
      3: 'H2 | 2 | 0',
      4: 'H4 | 2 | 1',
      5: 'H2 | 2 | 2',
    };
    expect(repaired(tags).map((line) => line.split(' ')[1])).toEqual(['/Document', '/H1', '/H2', '/H2']);
  });

  test('an empty cell is put where its column is', () => {
    const tags = {
      2: 'Table | 1 | [3 0 R 6 0 R]',
      3: 'TR | 2 | [4 0 R 5 0 R]',
      4: 'TH | 3 | 0 | /ID (a)',
      5: 'TH | 3 | 1 | /ID (b)',
      6: 'TR | 2 | [7 0 R]',
      7: 'TD | 6 | 2 | /A [<</O /Table /Headers [(b)]>>]',
    };
    expect(repaired(tags).slice(4)).toEqual([
      '6 /TR in 2 0 R: [8 0 R 7 0 R]',
      expect.stringContaining('7 /TD in 6 0 R'),
      '8 /TD in 6 0 R: -',
    ]);
  });

  /** A table of three named columns and one row. */
  const rowOf = (kids: string, cells: Readonly<Record<number, string>>) => ({
    2: 'Table | 1 | [3 0 R 7 0 R]',
    3: 'TR | 2 | [4 0 R 5 0 R 6 0 R]',
    4: 'TH | 3 | 0 | /ID (a)',
    5: 'TH | 3 | 1 | /ID (b)',
    6: 'TH | 3 | 2 | /ID (c)',
    7: `TR | 2 | [${kids}]`,
    ...cells,
  });
  const headers = (ids: string, more = '') => `/A [<</O /Table /Headers [${ids}]>>${more}]`;

  test('an empty cell in a row with a name', () => {
    const cells = { 8: 'TH | 7 | 3', 9: `TD | 7 | 4 | ${headers('(c)')}` };
    expect(repaired(rowOf('8 0 R 9 0 R', cells))).toContain('7 /TR in 2 0 R: [8 0 R 10 0 R 9 0 R]');
  });

  test('an empty cell beside one over two columns', () => {
    const cells = { 8: `TD | 7 | 3 | ${headers('(b) (c)', ' <</O /Table /ColSpan 2>>')}` };
    expect(repaired(rowOf('8 0 R', cells))).toContain('7 /TR in 2 0 R: [9 0 R 8 0 R]');
  });

  test('a cell that could be anywhere stays where it is', () => {
    expect(repaired(rowOf('8 0 R', { 8: 'TD | 7 | 3' }))).toContain('7 /TR in 2 0 R: [8 0 R]');
  });

  test('an empty corner above the names of rows', () => {
    const tags = {
      2: 'Table | 1 | [3 0 R 5 0 R]',
      3: 'TR | 2 | 4 0 R',
      4: 'TH | 3 | 0 | /ID (a)',
      5: 'TR | 2 | [6 0 R 7 0 R]',
      6: 'TH | 5 | 1',
      7: 'TD | 5 | 2 | /A [<</O /Table /Headers [(a)]>>]',
    };
    expect(repaired(tags)).toEqual(
      expect.arrayContaining(['3 /TR in 2 0 R: [8 0 R 4 0 R]', '8 /TD in 3 0 R: -']),
    );
  });

  test('the cells below a header alone in its row name it, up to the next one and not in the verdict', () => {
    const wide = '/A [<</O /Table /ColSpan 2>>]';
    const objects = makeTags({
      2: 'Table | 1 | [3 0 R 6 0 R 8 0 R 11 0 R 13 0 R 16 0 R]',
      3: 'TR | 2 | [4 0 R 5 0 R]',
      4: 'TH | 3 | 0',
      5: 'TH | 3 | 1 | /ID (node1)',
      6: 'TR | 2 | 7 0 R',
      7: `TH | 6 | 2 | ${wide}`,
      8: 'TR | 2 | [9 0 R 10 0 R]',
      9: 'TH | 8 | 3 | /ID (node2)',
      10: `TD | 8 | 4 | ${headers('(node1) (node2)')}`,
      11: 'TR | 2 | 12 0 R',
      12: `TH | 11 | 5 | ${wide}`,
      13: 'TR | 2 | [14 0 R 15 0 R]',
      14: 'TH | 13 | 6 | /ID (node3)',
      15: `TD | 13 | 7 | ${headers('(node1) (node3)')}`,
      16: 'TR | 2 | [17 0 R 19 0 R]',
      17: 'TH | 16 | 18 0 R | /ID (node4)',
      18: 'Strong | 17 | 8',
      19: `TD | 16 | 9 | ${headers('(node1) (node4)')}`,
    });
    objects.set(30, { text: '<</Type /StructTreeRoot\n/K 2 0 R\n/IDTree 31 0 R>>' });
    objects.set(31, { text: '<</Kids [32 0 R]>>' });
    objects.set(32, { text: '<</Limits [(node1) (node4)]\n/Names [(node1) 5 0 R]>>' });
    repairTags(objects);
    const named = [10, 15, 19].map((cell) => /Headers \[(.*?)\]/.exec(objects.get(cell)?.text ?? '')?.[1]);
    // Names are counted in reading order, whatever they were.
    expect(named).toEqual([
      '(tag00000002) (tag00000001) (tag00000003)',
      '(tag00000004) (tag00000001) (tag00000005)',
      '(tag00000001) (tag00000006)',
    ]);
    expect(objects.get(31)?.text).toBe('<</Kids [32 0 R]>>');
    expect(objects.get(32)?.text).toBe(
      '<</Limits [(tag00000001) (tag00000006)]\n/Names [(tag00000001) 5 0 R (tag00000002) 7 0 R (tag00000003) 9 0 R (tag00000004) 12 0 R (tag00000005) 14 0 R (tag00000006) 17 0 R]>>',
    );
  });
});

describe('decoration', () => {
  test.each([
    ['a path', '0 0 5 5 re\nf', '/Artifact BMC\n0 0 5 5 re\nf\nEMC'],
    ['a path that only clips', '0 0 5 5 re\nW* n', '0 0 5 5 re\nW* n'],
    ['a text', 'BT\n(a) Tj\nET', '/Artifact BMC\nBT\n(a) Tj\nET\nEMC'],
    ['a picture', '/X6 Do', '/Artifact BMC\n/X6 Do\nEMC'],
    [
      'what has a tag',
      '/P <</MCID 0 >>BDC\n0 0 5 5 re\nf\n/X6 Do\nEMC',
      '/P <</MCID 0 >>BDC\n0 0 5 5 re\nf\n/X6 Do\nEMC',
    ],
    [
      'letters from right to left in a tag',
      '/P <</MCID 0 >>BDC\nBT\n/ReversedChars BMC\n/Span<</ActualText <feff0627> >> BDC\nTj\nEMC\nEMC\nET\n/X6 Do\nEMC',
      '/P <</MCID 0 >>BDC\nBT\n/ReversedChars BMC\n/Span<</ActualText <feff0627> >> BDC\nTj\nEMC\nEMC\nET\n/X6 Do\nEMC',
    ],
    [
      'letters that are read otherwise in no tag',
      'BT\n/Span <</ActualText <feff0627> >>BDC\nTj\nEMC\nET',
      '/Artifact BMC\nBT\n/Span <</ActualText <feff0627> >>BDC\nTj\nEMC\nET\nEMC',
    ],
    [
      'a path behind a tag',
      '/P <</MCID 0 >>BDC\nEMC\n1 2 m\n3 4 l\nS',
      '/P <</MCID 0 >>BDC\nEMC\n/Artifact BMC\n1 2 m\n3 4 l\nS\nEMC',
    ],
  ])('%s', (_, before, after) => {
    expect(markContent(before)).toBe(after);
  });

  test('a form with tags is marked inside, not around', () => {
    const form = '/P <</MCID 0 >>BDC\nEMC\n0 0 5 5 re\nf';
    const packed = (content: string, entries = ''): PdfObject => {
      const stream = deflateSync(Buffer.from(content));
      return { text: `<<${entries}/Filter /FlateDecode\n/Length ${stream.length}>>`, stream };
    };
    const objects = new Map<number, PdfObject>([
      [1, { text: '<</Type /Page\n/Resources <</XObject <</X3 3 0 R>>>>\n/Contents 2 0 R>>' }],
      [2, packed('/X3 Do')],
      [3, packed(form, '/Subtype /Form\n')],
    ]);
    markPages(objects);
    const read = (number: number) => inflateSync(objects.get(number)?.stream ?? Buffer.alloc(0)).toString();
    expect(read(2)).toBe('/X3 Do');
    expect(read(3)).toContain('/Artifact BMC\n0 0 5 5 re\nf\nEMC');
    expect(objects.get(3)?.text).toContain('/Subtype /Form');
  });
});
