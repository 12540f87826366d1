/**
 * Takes the slides and reports what a speaker would not want to find out on stage: slides with nothing on them, without notes where
 * the deck wants some, more to say than there is time for, headings that skip a rank, second titles. Changes nothing.
 */
import type { Heading, Nodes, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Slide } from '../deck/nodes.js';
import { withoutNoteSteps } from '../deck/note-steps.js';
import { defaultDeckOptions } from '../deck/options.js';
import { pace, spokenMinutes } from '../deck/speaking-time.js';
import { report } from '../diagnostics/report.js';
import { manyHeadings } from './remark-check-habits.js';
import { listSlides } from './remark-to-hast.js';
import { isMarked, writtenRank } from './slides/written-rank.js';

/** Report what is wrong with the content of slides. */
export function remarkCheckContent() {
  return (tree: Root, file: VFile): void => {
    const { notes, minutes } = file.data.deck ?? defaultDeckOptions;
    const slides = listSlides(tree);
    let spoken = 0;
    for (const slide of slides) {
      const own = minutesOfNotes(slide);
      spoken += own;
      if (isEmpty(slide)) reportEmpty(slide, file);
      if (notes === 'required' && notesOf(slide).length === 0) reportNotes(slide, file);
      const planned = slide.options.minutes;
      if (planned !== undefined && own > planned + 0.5)
        reportTime(own, planned, slide, '`minutes` of this slide', file);
      checkRanks(slide, file);
      checkTitles(slide, file);
    }
    if (minutes > 0 && spoken > minutes + 0.5)
      reportTime(spoken, minutes, slides[0], '`minutes` of the deck', file);
  };
}

function notesOf(slide: Slide): ContainerDirective[] {
  return slide.children.filter(
    (child): child is ContainerDirective => child.type === 'containerDirective' && child.name === 'notes',
  );
}

function minutesOfNotes(slide: Slide): number {
  const text = notesOf(slide).map((one) => toString(one));
  return spokenMinutes(withoutNoteSteps(text.join('\n')));
}

/** A picture behind it is content; notes are not, nobody sees them. */
function isEmpty(slide: Slide): boolean {
  if (slide.title || slide.options.background) return false;
  return slide.children.every(
    (child) =>
      (child.type === 'html' && child.value.startsWith('<!--')) ||
      (child.type === 'containerDirective' && (child.name === 'notes' || child.name === 'handout')),
  );
}

function reportEmpty(slide: Slide, file: VFile): void {
  report(file, 'slide-empty', slide, 'Unexpected slide with nothing on it, expected a heading or content', {
    note: 'Remove it, or give it `background=` if it is to be a pause.',
  });
}

function reportNotes(slide: Slide, file: VFile): void {
  report(
    file,
    'notes-missing',
    slide,
    'Unexpected slide without notes, expected some, as `notes: required` says',
    {
      note: 'Write what you will say into `:::notes` on the slide.',
    },
  );
}

function reportTime(
  spoken: number,
  planned: number,
  place: Nodes | undefined,
  of: string,
  file: VFile,
): void {
  const reason = `Unexpected notes of ${spoken.toFixed(1)} minutes, expected at most the ${planned} ${of}`;
  report(file, 'minutes-exceeded', place, reason, {
    note: `At ${pace.words} words a minute; shorten the notes or plan for more time.`,
  });
}

/** The slide's title gives the first rank inside; from there on, a step down is one rank. */
function checkRanks(slide: Slide, file: VFile): void {
  let before: Heading | undefined;
  visit(slide, (node) => {
    if (node.type === 'containerDirective' && node.name !== 'columns') return SKIP;
    if (node.type !== 'heading') return undefined;
    if (before && node.depth > before.depth + 1) {
      const marks = (depth: number) => `\`${'#'.repeat(depth)}\``;
      const reason = `Unexpected heading ${marks(node.depth)} below ${marks(before.depth)}, expected ${marks(before.depth + 1)}`;
      report(file, 'heading-rank-skipped', node, reason, {
        note: 'Those who listen to the page hear the rank, and miss one.',
      });
    }
    before = node;
    return undefined;
  });
}

/** A heading of the title's rank is a second title; many of them have a message of their own. */
function checkTitles({ title, children }: Slide, file: VFile): void {
  // A title of dashes has its message: they were to be a break.
  if (!title || !isMarked(title, file)) return;
  const rank = writtenRank(title, file);
  const headings = children.filter((child): child is Heading => child.type === 'heading');
  const [second] = headings.filter((heading) => writtenRank(heading, file) <= rank);
  if (!second || headings.length >= manyHeadings) return;
  const marks = '#'.repeat(writtenRank(second, file));
  const reason = `Unexpected second title \`${marks} ${toString(second)}\` on a slide, expected one`;
  report(file, 'slide-title-second', second, reason, {
    note: `Write \`---\` above it to begin a slide, or \`${'#'.repeat(rank + 1)}\` for a heading below the title.`,
  });
}
