/** Takes the slides and reports headings that skip a rank, counted through the whole deck. */
import type { Element } from 'hast';
import type { VFile } from 'vfile';
import { listHeadings } from '../../deck/sections.js';
import type { Say } from './report-once.js';

/** List the ranks of a slide's headings. */
export function listRanks(slide: Element): number[] {
  return listHeadings(slide).map(({ tagName }) => Number(tagName.slice(1)));
}

/** Check the headings of a deck: Markdown's are in order by now, those of raw HTML are as they were written. */
export function checkHeadings(
  slides: readonly { readonly slide: Element }[],
  ranks: readonly (readonly number[])[],
  file: VFile,
  say: Say,
): void {
  let before = 0;
  for (const [index, { slide }] of slides.entries()) {
    // A slide that goes on may begin below a heading of the one before it.
    const goesOn = (file.data.slides?.[index]?.part?.index ?? 1) > 1;
    for (const [place, rank] of (ranks[index] ?? []).entries()) {
      const skips = rank > Math.max(before, 1) + 1 && !(goesOn && place < 2);
      const heading = skips ? listHeadings(slide)[place] : undefined;
      if (heading) reportSkip(heading, rank, before, file, say);
      before = rank;
    }
  }
}

function reportSkip(heading: Element, rank: number, before: number, file: VFile, say: Say): void {
  const expected = Math.max(before, 1) + 1;
  const text = String(file.value).slice(heading.position?.start.offset ?? 0);
  const [marks = ''] = /^#+/.exec(text) ?? [];
  // In Markdown ranks are those of the slide, in HTML those of the page.
  const [written, better] =
    marks === '' ? [`<h${rank}>`, `<h${expected}>`] : [marks, marks.slice(rank - expected) || '#'];
  say(
    'heading-rank-skipped',
    heading,
    `Unexpected heading \`${written}\` that skips a rank, expected \`${better}\``,
    {
      note: 'Those who listen to the page hear the rank, and miss one.',
    },
  );
}
