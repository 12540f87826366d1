import { describe, expect, it } from 'vitest';
import { sheetRows } from '../../src/components/comparison/sheet.js';
import { textOf } from '../../src/values/inline.js';
import { compileComparison, table, winnersOf } from './comparison-example.js';
import { workedComparisons } from './worked-comparisons.js';

const { kvp, speed } = workedComparisons;

describe('the worked examples', () => {
  it('keeps bold winners, groups, types and the verdict of the flagship', () => {
    const result = compileComparison(kvp);
    expect(result.messages).toEqual([]);
    expect(result.node?.sheet.bodies.map((body) => textOf(body.label ?? []))).toEqual([
      'Origin',
      'Programming model',
      'Community, October 2025',
    ]);
    expect(winnersOf(result).slice(-3)).toEqual(['PyTorch', 'PyTorch', 'PyTorch']);
    expect(result.html).toContain('<time datetime="2015-03-27">27 March 2015</time>');
    expect(result.html).toMatch(
      /<time datetime="2016-09">September 2016<\/time> <span class="detail">\(alpha\)<\/span><sup>/,
    );
    expect(result.html).toMatch(
      /<tfoot><tr><th scope="row" id="kvp-verdict"><strong>Verdict<\/strong><\/th>/,
    );
    expect(result.html).toContain('As of Nov 2026');
  });

  it('computes winners beside a context column, and steps by group', () => {
    const result = compileComparison(speed);
    expect(result.messages).toEqual([]);
    expect(winnersOf(result)).toEqual([
      'Keras 3 best',
      'PyTorch compiled',
      'PyTorch compiled',
      'Keras 3 best',
      'Keras 3 best',
    ]);
    expect(result.html.match(/<tbody>/g)).toHaveLength(2);
    expect(new Set(result.html.match(/data-fragment-index="\d+"/g)).size).toBe(2);
    expect(result.html).toContain('<td data-kind="quantity" data-role="context" align="right"');
  });

  it('takes no tie for one where only the best may win', () => {
    const exact = workedComparisons.neurips.replace('auto', 'auto tie=exact');
    expect(winnersOf(compileComparison(exact))).toEqual(['MXNet', 'PyTorch', 'Chainer']);
  });
});

describe('semantics', () => {
  const { html } = compileComparison(speed);

  it('names the figure by the caption and describes it by the source', () => {
    expect(html).toContain(
      '<figure class="comparison" id="speed" aria-labelledby="speed-caption" aria-describedby="speed-source">',
    );
    expect(html).toContain('<caption id="speed-caption">Step time, Keras 3 vs native PyTorch</caption>');
    expect(html).toContain('<p class="source" id="speed-source">Source: ');
  });

  it('has columns, and headers by id where there are groups', () => {
    expect(html).toMatch(
      /<colgroup><col class="stub" style="width:[\d.]+%"><col class="context" style="width:[\d.]+%"><col class="subject" style="width:[\d.]+%">/,
    );
    expect(html).toContain('<th scope="rowgroup" colspan="5" id="speed-g1">Training</th>');
    expect(html).toContain('<th scope="row" id="speed-r1" headers="speed-g1">SegmentAnything</th>');
    expect(html).toContain('headers="speed-g2 speed-r4 speed-c4"');
    const plain = compileComparison(table(['| | A | B |', '| - | - | - |', '| Row | 1 | 2 |'])).html;
    expect(plain).not.toContain('headers=');
    expect(plain.match(/scope="(?:col|row)"/g)).toHaveLength(4);
  });

  it('says in words what it shows by marks', () => {
    expect(html).toContain('<span class="visually-hidden"> lower is better</span>');
    expect(html).toMatch(
      /data-winner="computed"[^>]*><strong><data value="355.25">355.25<\/data><\/strong><svg[^>]* aria-hidden="true"/,
    );
    expect(html).toContain('<span class="visually-hidden"> best in row</span>');
    const focus = compileComparison(table(['| | A | B |', '| - | - | - |', '| R | ? | |'], '{focus=b}')).html;
    expect(focus).toContain('B<span class="visually-hidden"> (in focus)</span>');
    expect(focus).toContain('? <span class="visually-hidden"> unknown</span>');
    expect(focus).toContain('<span class="visually-hidden"> not given</span>');
  });

  it('writes dates in the language of the deck, and as they are written where it has none', () => {
    const rows = ['| | A | B |', '| - | - | - |', '| Start | 2015-03-27 | 2016-09 |'];
    expect(compileComparison(table(rows), 'de').html).toContain('>27. März 2015</time>');
    expect(compileComparison(table(rows), 'nl').html).toContain('>2015-03-27</time>');
  });

  it('keeps every id once in a table without names', () => {
    const ids = (html.match(/ id="[^"]*"/g) ?? []).sort();
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('columns', () => {
  it('chooses subjects and keeps context unless it is named', () => {
    const rows = ['| | *Year* | A | B | C |', '| - | - | - | - | - |', '| R | 2001 | 1 | 2 | 3 |'];
    const names = (options: string) =>
      compileComparison(table(rows, options)).node?.sheet.columns.map((column) => column.head.name);
    expect(names('{only="a, C"}')).toEqual(['Year', 'A', 'C']);
    expect(names('{except=B}')).toEqual(['Year', 'A', 'C']);
    expect(names('{except="Year, B"}')).toEqual(['A', 'C']);
    const { node } = compileComparison(table(rows, '{only="A, C"}'));
    expect(node?.sheet.columns.map((column) => column.subject)).toEqual([0, 1, 3]);
  });

  it('ends columns of numbers at one edge, unless the author aligned them', () => {
    const rows = ['| | A | B | C |', '| - | - | :- | - |', '| R | 1 | 2 | x |', '| S | n/a | 2 | 3 |'];
    const { node } = compileComparison(table(rows));
    expect(node?.sheet.columns.map((column) => column.align)).toEqual(['right', 'left', undefined]);
  });

  it('reads names, units and notes of labels', () => {
    const { node } = compileComparison(
      table([
        '| Head ↓ | **A**<br>1.0 | *Year*[^1] |',
        '| - | - | - |',
        '| Time (ms) ↑ [^1] | 1 | 2 |',
        '',
        '[^1]: N.',
      ]),
    );
    expect(node?.sheet.stub.better).toBe('lower');
    expect(node?.sheet.columns.map(({ head, role }) => `${head.name} ${role}`)).toEqual([
      'A subject',
      'Year context',
    ]);
    const [row] = node ? sheetRows(node.sheet) : [];
    expect([row?.head.name, row?.head.better]).toEqual(['Time (ms)', 'higher']);
  });
});
