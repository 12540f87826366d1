import { describe, expect, it } from 'vitest';
import { sheetRows } from '../../src/components/comparison/sheet.js';
import { textOf } from '../../src/values/inline.js';
import { compileComparison, table, winnersOf } from './comparison-example.js';

const kvp = `:::comparison[Keras vs PyTorch at a glance]{#kvp asof=2026-11}

| Criterion | Keras<br>3.15 | PyTorch<br>2.13 |
| :-- | :-- | :-- |
| **Origin** | | |
| First public code | 2015-03-27 | 2016-09 (alpha) [^alpha] |
| License | Apache-2.0 | BSD-3-Clause |
| Written in | Python | C++, CUDA, Python |
| **Programming model** | | |
| API level | High; \`keras.ops\` underneath | Tensors; \`torch.nn\` on top |
| Execution | Eager or compiled, by backend | Eager; \`torch.compile\` if wanted |
| Runs on | JAX, TensorFlow, PyTorch [^k3] | Itself; also a Keras backend |
| TensorBoard | yes | yes, since 1.1 (2019) |
| ONNX export | yes, since 3.8 (2025) | yes |
| **Community, October 2025** | | |
| GitHub stars ↑ | 63K | **94K** |
| Contributors ↑ | 1.4K | **6K** |
| Downloads per month ↑ | 17M | **65M** |
| **Verdict** | One model, three engines | The research default |

Source: repository tags; best-of-ml-python, 16 October 2025.

[^alpha]: Public release in January 2017.
[^k3]: Since Keras 3.0, November 2023. OpenVINO for inference only.

:::
`;

const speed = `:::comparison[Step time, Keras 3 vs native PyTorch]{#speed highlight=auto}
<!--
reveal: groups
asof: 2024-03
-->

| ms/step ↓ | *Batch* | PyTorch eager | PyTorch compiled | Keras 3 best |
| :-- | --: | --: | --: | --: |
| **Training** | | | | |
| SegmentAnything | 1 | 1,305.52 | 1,222.85 | 355.25 |
| Stable Diffusion | 8 | 481.48 | 385.58 | 391.21 |
| BERT | 32 | 693.37 | 202.43 | 214.49 |
| **Inference** | | | | |
| BERT | 256 | 1,849.80 | 733.16 | 418.72 |
| Gemma, generate | 32 | 2,745.18 | 2,735.18 | 1,128.21 |

Source: [keras.io benchmarks](https://keras.io/getting_started/benchmarks/), one A100 40 GB.
The Keras team measured this. "Best" picks the fastest of three backends.

:::
`;

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

  it('ties what overlaps', () => {
    const rows = [
      '| images/s ↑ | Chainer | MXNet | TensorFlow | PyTorch |',
      '| :-- | --: | --: | --: | --: |',
      '| AlexNet | 778 ± 15 | 1554 ± 22 | 1422 ± 27 | 1547 ± 316 |',
      '| VGG-19 | n/a | 113 ± 1 | 66 ± 2 | 119 ± 1 |',
      '| ResNet-50 | 219 ± 1 | 218 ± 2 | 200 ± 1 | 212 ± 2 |',
    ];
    expect(winnersOf(compileComparison(table(rows, '{highlight=auto}')))).toEqual([
      'MXNet, PyTorch',
      'PyTorch',
      'Chainer, MXNet',
    ]);
    expect(winnersOf(compileComparison(table(rows, '{highlight=auto tie=exact}')))).toEqual([
      'MXNet',
      'PyTorch',
      'Chainer',
    ]);
  });

  it('ranks ratings without an arrow, and marks none where all are equal', () => {
    const rows = [
      '| Task | Keras | PyTorch |',
      '| :-- | :-: | :-: |',
      '| First model | 5/5 | 4/5 |',
      '| Custom training loop | 3/5 | 5/5 |',
      '| Debugging | 4/5 | 4/5 |',
      '| **Verdict** | Start here | Grow here |',
    ];
    const result = compileComparison(table(rows, '{highlight=auto reveal=columns}'));
    expect(winnersOf(result)).toEqual(['Keras', 'PyTorch', '']);
    expect(result.html).toMatch(/<tfoot><tr class="fragment" data-fragment-index="2">/);
    expect(result.html).toMatch(/<th scope="col" [^>]*data-fragment-index="1"[^>]*>PyTorch/);
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
