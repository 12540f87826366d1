/** A deck with something for every tool of the page, and the way to give a built page what its slides do not write yet. */
import { readFile, writeFile } from 'node:fs/promises';
import type { BuildResult } from '../../src/output/build.js';

/** Two rectangles; as large as the picture of a chart. */
const picture = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="270"><rect width="480" height="270" fill="#dce6e8"/><rect x="60" y="90" width="120" height="180" fill="#005767"/><rect x="260" y="40" width="120" height="230" fill="#b5491f"/></svg>',
)}`;

/** Ids in the order of the talk. */
export const toolSlides = ['start', 'chart', 'steps', 'table', 'grow', 'grown', 'end'] as const;

/** The deck. */
export const toolDeck = `---
title: A talk with tools
lang: en-GB
---

::slide{#start layout=title}

# A talk with tools

Everything by keyboard

---

::slide{#chart}

## What the café sold

![Tea against coffee, two bars](${picture})

The [source](https://example.org/source) of the numbers.

---

::slide{#steps}

## One after the other

:::steps

- the first thing to say
- a kangaroo in the second step
- the third one

:::

---

::slide{#table}

## Numbers

| Drink  | Sold |
| :----- | ---: |
| Tea    |   40 |
| Coffee |   95 |

---

::slide{#grow}

## Growing

- one word

---

::slide{#grown}

## Growing

A line above the list pushes it down.

- one word
- and another

---

::slide{#end}

## The end

Nothing more than 4 words.
`;

/** Give slides of a built page further attributes, and its body further elements. */
export async function changePage(
  { path }: BuildResult,
  attributes: Readonly<Record<string, string>>,
  inside: Readonly<Record<string, string>> = {},
): Promise<void> {
  let html = await readFile(path, 'utf8');
  for (const [id, text] of Object.entries(attributes))
    html = html.replace(new RegExp(`(<section[^>]* id="${id}")`), `$1 ${text}`);
  for (const [id, text] of Object.entries(inside))
    html = html.replace(
      new RegExp(`(<section[^>]* id="${id}"[^>]*>\\s*<div class="slide-canvas">)`),
      `$1${text}`,
    );
  await writeFile(path, html);
}
