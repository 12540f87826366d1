// Draws themes/tokens.svg: two slides in the colours of `paper`, and what each token of themes/README.md changes on them.
// `npm run gallery` writes it; a test holds it against the tables.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

const [width, slideWidth, slideHeight] = [1360, 800, 450];
const left = (width - slideWidth) / 2;
const serif = "'Source Serif 4', Georgia, serif";
const sans = "'IBM Plex Sans', Helvetica, Arial, sans-serif";
const mono = "'JetBrains Mono', Menlo, monospace";

/** Draw the picture of a theme's colours and sizes. */
export function drawTokens(theme) {
  const colour = (token) => new RegExp(`--lectern-${token}: (#[0-9a-f]{6});`).exec(theme)[1];
  const slides = [drawTable(colour), drawCode(colour), drawSizes(colour)];
  const height = slides.length * (slideHeight + 90) + 40;
  const ground = `<rect width="${width}" height="${height}" fill="#ffffff"/>`;
  const parts = slides.map(
    (one, index) => `<g transform="translate(0 ${60 + index * (slideHeight + 90)})">${one}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${sans}">
<title>What each token changes</title>
${ground}
${parts.join('\n')}
</svg>
`;
}

/** A slide with its labels: `[token, side, y of the label, x and y of what it names on the slide]`. */
function slide(colour, title, content, labels) {
  const notes = labels.map(([token, side, y, toX, toY]) => {
    const x = side === 'left' ? left - 24 : left + slideWidth + 24;
    const anchor = side === 'left' ? 'end' : 'start';
    const line = `<path d="M${x + (side === 'left' ? 6 : -6)} ${y} L${left + toX} ${toY}" stroke="#8a867d" fill="none"/>`;
    return `${line}<circle cx="${left + toX}" cy="${toY}" r="2.5" fill="#8a867d"/><text x="${x}" y="${y + 5}" text-anchor="${anchor}" font-size="15" fill="#1c1b1a" font-family="${mono}">${token}</text>`;
  });
  const frame = `<rect x="${left}" width="${slideWidth}" height="${slideHeight}" fill="${colour('ground')}" stroke="#b9b4a8"/>`;
  return `<text x="${left}" y="-18" font-size="17" font-weight="600" fill="#1c1b1a">${title}</text>${frame}<g transform="translate(${left} 0)">${content}</g>${notes.join('')}`;
}

function text(x, y, size, fill, words, more = '') {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" ${more}>${words}</text>`;
}

function rule(x, y, length, stroke, thickness) {
  return `<path d="M${x} ${y}h${length}" stroke="${stroke}" stroke-width="${thickness}"/>`;
}

function drawTable(colour) {
  const subjects = [1, 2, 3, 4, 5, 6];
  const column = (index) => 190 + index * 95;
  const content = [
    text(45, 62, 27, colour('ink'), 'A comparison of six', `font-family="${serif}" font-weight="600"`),
    text(45, 96, 15, colour('soft'), 'A subtitle, captions, heads of tables'),
    ...subjects.map(
      (n, index) =>
        `<rect x="${column(index) - 10}" y="118" width="88" height="150" fill="${colour(`subject-${n}-tint`)}"/>`,
    ),
    ...subjects.map((n, index) =>
      text(
        column(index),
        142,
        16,
        colour(`subject-${n}`),
        `Subject ${n}`,
        `font-family="${serif}" font-weight="600"`,
      ),
    ),
    rule(45, 154, 710, colour('ink'), 2),
    ...[0, 1, 2].flatMap((row) => [
      text(45, 180 + row * 38, 14, colour('ink'), ['Licence', 'Since', 'Speed'][row]),
      ...subjects.map((_, index) =>
        text(column(index), 180 + row * 38, 14, colour('ink'), ['MIT', '2015', '62 ms'][row]),
      ),
    ]),
    rule(45, 192, 710, colour('hair'), 1),
    rule(45, 230, 710, colour('line'), 1),
    rule(45, 268, 710, colour('ink'), 2),
    `<circle cx="51" cy="304" r="3" fill="${colour('mark')}"/>`,
    text(66, 309, 15, colour('ink'), 'A point of a list, and'),
    `<rect x="214" y="294" width="112" height="20" fill="${colour('highlight')}"/>`,
    text(218, 309, 15, colour('ink'), 'marked words'),
    `<rect x="45" y="338" width="330" height="52" fill="${colour('panel')}"/>`,
    text(60, 369, 14, colour('ink'), 'Ground of code and eras'),
    text(45, 432, 11, colour('faint'), '1  A source, its date, the foot'),
    text(755, 432, 11, colour('faint'), '7 / 31', 'text-anchor="end"'),
  ];
  return slide(colour, 'Colours of a slide', content.join(''), [
    ['ground', 'left', 20, 20, 20],
    ['soft', 'left', 92, 45, 92],
    ['hair', 'left', 192, 45, 192],
    ['line', 'left', 230, 45, 230],
    ['ink', 'left', 268, 45, 268],
    ['mark', 'left', 304, 48, 304],
    ['panel', 'left', 364, 52, 364],
    ['faint', 'left', 428, 45, 428],
    ...subjects.map((n, index) => [`subject-${n}`, 'right', 20 + index * 24, column(index) + 30, 128]),
    ...subjects.map((n, index) => [`subject-${n}-tint`, 'right', 310 - index * 24, column(index) + 66, 261]),
    ['highlight', 'right', 360, 322, 308],
    ['letterbox', 'right', 428, 800, 440],
  ]);
}

function drawCode(colour) {
  const lines = [
    [['code-comment', '# Trains a model']],
    [['code-attribute', '@cached']],
    [
      ['code-keyword', 'def '],
      ['code-title', 'train'],
      ['ink', '(data: '],
      ['code-type', 'list'],
      ['ink', '):'],
    ],
    [
      ['ink', '    rate = '],
      ['code-number', '0.01'],
    ],
    [
      ['ink', '    name = '],
      ['code-string', '"adam"'],
    ],
    [['code-deletion', '-   loss = old(data)']],
  ];
  const spans = (line) =>
    line.map(([token, words]) => `<tspan fill="${colour(token)}">${words}</tspan>`).join('');
  const content = [
    text(45, 62, 27, colour('ink'), 'Code', `font-family="${serif}" font-weight="600"`),
    `<rect x="45" y="90" width="710" height="300" fill="${colour('panel')}"/>`,
    ...lines.map(
      (line, index) =>
        `<text x="70" y="${136 + index * 44}" font-size="19" font-family="${mono}" xml:space="preserve">${spans(line)}</text>`,
    ),
  ];
  return slide(colour, 'Colours of code', content.join(''), [
    ['code-comment', 'left', 130, 70, 130],
    ['code-attribute', 'left', 174, 70, 174],
    ['code-keyword', 'left', 218, 70, 218],
    ['code-deletion', 'left', 350, 70, 350],
    ['code-title', 'right', 174, 145, 208],
    ['code-type', 'right', 218, 296, 212],
    ['code-number', 'right', 262, 243, 258],
    ['code-string', 'right', 306, 268, 302],
  ]);
}

const voices = [
  ['font-display', 'hero-size'],
  ['font-sans', 'text-size'],
  ['font-mono', 'code-size'],
];

function drawSizes(colour) {
  const scale = slideWidth / 1280;
  const steps = [
    ['hero-size', 96, serif, 600],
    ['section-size', 72, serif, 600],
    ['quote-size', 50, serif, 400],
    ['title-size', 44, serif, 600],
    ['heading-size', 26, sans, 600],
    ['lead-size', 26, sans, 400],
    ['text-size', 24, sans, 400],
    ['table-size', 21, sans, 400],
    ['small-size', 20, sans, 400],
    ['code-size', 20, mono, 400],
    ['foot-size', 15, sans, 400],
  ];
  let y = 56 * scale;
  const placed = steps.map(([token, size, family, weight]) => {
    y += Math.max(size, 30) * scale * 1.12;
    return { token, size, family, weight, y };
  });
  const content = [
    `<rect x="${72 * scale}" y="${56 * scale}" width="${slideWidth - 144 * scale}" height="${slideHeight - 82 * scale}" fill="none" stroke="${colour('line')}" stroke-dasharray="4 4"/>`,
    ...placed.map(({ size, family, weight, y: at }) =>
      text(
        72 * scale,
        at,
        size * scale,
        colour('ink'),
        `Aa ${size} px`,
        `font-family="${family}" font-weight="${weight}"`,
      ),
    ),
  ];
  return slide(colour, 'Sizes, voices and the grid, at 1280 × 720', content.join(''), [
    ...placed.map(({ token, y: at, size }) => [
      token,
      'left',
      at - size * scale * 0.3,
      72 * scale - 4,
      at - size * scale * 0.3,
    ]),
    ['side', 'left', 26, 36 * scale, 40],
    ['height', 'left', 446, 300, slideHeight],
    ['top', 'right', 18, 500, 28 * scale],
    ...voices.map(([voice, token]) => {
      const { y: at, size } = placed.find((one) => one.token === token);
      return [voice, 'right', at, 72 * scale + size * scale * 4.8, at - size * scale * 0.3];
    }),
    ['width', 'right', 400, slideWidth, 400],
    ['bottom', 'right', 438, 600, slideHeight - 13 * scale],
  ]);
}

/** Write the picture. */
export async function writeTokenPicture() {
  const theme = await readFile(join(root, 'themes/paper.css'), 'utf8');
  await writeFile(join(root, 'themes/tokens.svg'), drawTokens(theme));
}
