/** One small deck that holds one of everything; the browser and the print tests present and print it. */

/** Lines of the long note: more than fit beneath a slide on A4. */
export const longNote = Array.from({ length: 60 }, (_, index) => `Line ${index + 1} of what is said here.`);

/** The eight slides in the order of the talk, each with the number of its steps. */
export const smallDeckSlides = [
  { id: 'welcome', title: 'A small talk', steps: 0 },
  { id: 'contents', title: 'Contents', steps: 0 },
  { id: 'steps', title: 'One after the other', steps: 3 },
  { id: 'above', title: 'Above', steps: 0 },
  { id: 'below', title: 'Below', steps: 0 },
  { id: 'loop', title: 'A loop and its loss', steps: 0 },
  { id: 'choice', title: 'Tea or coffee', steps: 0 },
  { id: 'years', title: 'The years', steps: 0 },
] as const;

/** The deck. */
export const smallDeck = `---
title: A small talk
subtitle: Eight slides, one of everything
author: Ada Example
lang: en-GB
transition: slide
minutes: 12
---

::slide{#welcome layout=title}

# A small talk

Why one file is enough

:::notes

Welcome **everybody**, and say \`hello\`.

- first the language
- then the paper

:::

---

::slide{#contents}

## Contents

First [the loop](#loop), then [the years](#years).

:::notes

PRIVATE-A is for the speaker alone.

${longNote.join('\n\n')}

:::

---

::slide{#steps}

## One after the other

:::steps

- the first step [^source]
- the second step
- the third step

:::

---

::::stack

::slide{#above}

## Above

A claim [^mail] and [its mail](https://example.org/mail).

---

::slide{#below}

## Below

The slide under it.

:::notes

PRIVATE-B is for the speaker, too.

:::

::::

---

::slide{#loop}

## A loop and its loss

\`\`\`python
for batch, target in loader:
    loss = criterion(model(batch), target)
\`\`\`

The loss is $L = -\\log p(y \\mid x)$ at every turn.

:::handout

HANDOUT-A explains the loop to those who read.

:::

---

::slide{#choice}

## Tea or coffee

:::comparison[Which one to drink]

|               | Tea               | Coffee          |
| :------------ | :---------------- | :-------------- |
| Caffeine (mg) ↓ | **40**            | 95              |
| Ready in (min) ↓ | 4                 | **3**           |
| **Verdict**   | For the afternoon | For the morning |

:::

---

::slide{#years}

## The years

:::timeline[Tea and coffee, 2015 to 2020]

### Tea

- **2015-03** First leaf
- **2018** Second leaf

### Coffee

- **2016-05-01** First bean
- **2020-01** Second bean

:::

[^source]: The footnote at the foot.
[^mail]: Another at another foot.
`;
