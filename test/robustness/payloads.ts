/** Hostile HTML of our own, and variants of it by a generator that a seed repeats: other letter cases, quotes, blanks and surroundings. */
import { randomNumbers } from '../browser/random-text.js';

const run = 'window.executedPayloads.push(1)';

/** What runs where nobody takes it away, by the number of its case; written so that each says when it ran. */
export const ownPayloads: readonly (readonly [number, string])[] = [
  [1, `<script>${run}</script>`],
  [2, `<ScRiPt\nx>${run}</ScRiPt>`],
  [3, `<img src=x onerror="${run}">`],
  [4, `<svg onload="${run}"></svg>`],
  [5, `<svg><script>${run}</script></svg>`],
  [
    6,
    `<svg><a><animate attributeName=href values="javascript:${run}" onbegin="${run}" dur=1s /><text y=20>x</text></a></svg>`,
  ],
  [
    7,
    `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='1' onerror='${run}'/></svg>#x"/></svg>`,
  ],
  [8, `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`],
  [9, `<noscript><p title="</noscript><img src=x onerror=${run}>">`],
  [
    10,
    `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${run} src>">`,
  ],
  [11, `<style><style/><img src=x onerror=${run}>`],
  [12, `foo <!--> <script>${run}</script> <!-->`],
  [13, `<!-- --!><img src=x onerror=${run}>`],
  [14, `<![CDATA[><img src=x onerror=${run}>]]>`],
  [15, `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`],
  [16, `<object data="javascript:${run}"></object><embed src="javascript:${run}">`],
  [17, `<base href="//evil.example/"><a href=x>a</a>`],
  [18, `<meta http-equiv=refresh content="0;url=javascript:${run}">`],
  [19, `<link rel=stylesheet href=x onerror="${run}">`],
  [20, `<form action="javascript:${run}"><button autofocus onfocus="${run}">x</button></form>`],
  [21, `<template><script>${run}</script></template>`],
  [22, `<input name=attributes autofocus onfocus="${run}"><a id=Reveal></a><img name=getElementById src=x>`],
  [23, `<div data-background-iframe="javascript:${run}" data-markdown data-src="x">a</div>`],
  [26, `\`\`\`"><img src=x onerror=${run}>\ncode\n\`\`\``],
  [27, `![a "b" <img src=x onerror=${run}>](x.png "t ' \\" <script>${run}</script>")`],
  [28, `### T <img src=x onerror=${run}> \\ ( )`],
  [29, `</script></SCRIPT ><!--<script>${run}`],
  [32, `|a|b|\n|-|-|\n|<img src=x onerror=${run}>|\\| <script>${run}</script>|`],
  [33, `</section></div><script>${run}</script>`],
  [34, `<div><details open ontoggle="${run}"><!--`],
  [
    88,
    `<svg><foreignObject><body onload="${run}"><iframe src="javascript:parent.${run}"></iframe></foreignObject></svg>`,
  ],
  [93, `<img src="data:text/html,<script>${run}</script>" onerror="${run}">`],
  [
    94,
    `<style>@import url("javascript:${run}"); @keyframes x{} </style><p style="animation:x" onanimationstart="${run}">a</p>`,
  ],
  [96, `<p style="position:fixed;inset:0;background:url(javascript:${run})" onmouseover="${run}">a</p>`],
  [97, `<p style="width:expression(${run});-moz-binding:url(x)">a</p>`],
  [98, `<style></style><script>${run}</script></style>`],
];

const shells: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `words ${payload} words`,
  (payload) => `> ${payload.replaceAll('\n', '\n> ')}`,
  (payload) => `- ${payload.replaceAll('\n', '\n  ')}`,
  (payload) => `<div>${payload}</div>`,
  (payload) => `<table><tr><td>${payload}`,
  (payload) => `<svg>${payload}</svg>`,
  (payload) => `<math><mtext>${payload}`,
  (payload) => `<svg><title>${payload}</title></svg>`,
  (payload) => `<details><summary>${payload}`,
  (payload) => `<p title="${payload.replaceAll('"', "'")}">x</p>${payload}`,
  (payload) => `:::columns\n\n${payload}\n\n::column\n\n${payload}\n\n:::`,
  (payload) => `| a |\n| - |\n| ${payload.replaceAll('\n', ' ').replaceAll('|', '')} |`,
  (payload) => `**${payload}** *${payload}*`,
  (payload) => `<textarea>${payload}</textarea>${payload}`,
  (payload) => `<select><option>${payload}`,
  (payload) => `<!-- x -->${payload}<!-- y -->`,
  (payload) => `:::notes\n\n${payload}\n\n:::`,
];

const twists: readonly ((payload: string, random: () => number) => string)[] = [
  (payload) => payload,
  (payload, random) =>
    payload.replace(/<\/?[a-z]+/gi, (tag) =>
      [...tag].map((letter) => (random() < 0.5 ? letter.toUpperCase() : letter)).join(''),
    ),
  (payload, random) =>
    payload.replace(/(?<=<[a-z]+) /gi, () => ['/', '\n', '\t', '\f', ' / '][Math.floor(random() * 5)] ?? ' '),
  (payload) => payload.replace(/="([^"]*)"/g, "='$1'"),
  (payload) => payload.replaceAll('javascript:', 'java\tscript:'),
  (payload) => payload.replaceAll('javascript:', '&#x6a;avascript&colon;'),
  (payload) => payload.replaceAll('javascript:', ' JaVaScRiPt:'),
  (payload) => payload.replaceAll(' on', '\0on'),
  (payload) => payload.replaceAll('>', ' >'),
  (payload, random) => payload.slice(0, Math.floor(payload.length * (0.5 + random() / 2))),
  (payload) => payload + payload,
  (payload) => payload.replace(/<([a-z]+)/i, '<$1 xmlns="http://www.w3.org/1999/xhtml"'),
];

/** Letters that mean something to a parser. */
const marks = [
  '<',
  '>',
  '"',
  "'",
  '`',
  '/',
  '=',
  '&',
  ';',
  '--',
  '<!--',
  '-->',
  ']]>',
  '\n',
  '\n\n',
  '\0',
  '</',
  '<svg>',
  '</svg>',
  '<p>',
  '{',
  '}',
  ':::',
  '|',
  '\\',
];

/** Make variants of a payload. */
export function vary(payload: string, count: number, seed: number): string[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, index) => {
    const twist = twists[Math.floor(index / shells.length) % twists.length] ?? ((one: string) => one);
    const shell = shells[index % shells.length] ?? ((one: string) => one);
    return shell(twist(payload, random));
  });
}

/** Change a payload at random places: marks put in, pieces taken out or doubled. */
export function mutate(payload: string, count: number, seed: number): string[] {
  const random = randomNumbers(seed);
  const place = (text: string) => Math.floor(random() * text.length);
  return Array.from({ length: count }, () => {
    let text = payload;
    for (let change = 0; change < 1 + random() * 4; change += 1) {
      const at = place(text);
      const kind = Math.floor(random() * 3);
      const piece = text.slice(at, at + 1 + Math.floor(random() * 6));
      const rest = kind === 1 ? at + piece.length : at;
      const added = kind === 0 ? (marks[Math.floor(random() * marks.length)] ?? '') : kind === 1 ? '' : piece;
      text = text.slice(0, at) + added + text.slice(rest);
    }
    return text;
  });
}
