/** Takes the slides and reports what authors bring from other tools and what would silently do nothing here. Changes nothing. */

import type { Code, Heading, Html, Image, Node, Paragraph, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { readChunk } from '../deck/code-info.js';
import type { Slide } from '../deck/nodes.js';
import { type Edit, report, silence } from '../diagnostics/report.js';
import { lookUp } from '../look-up.js';
import { foreignComments } from './habits/foreign-comments.js';
import { foreignPictureCure } from './habits/foreign-pictures.js';
import {
  foreignBeginnings,
  foreignCode,
  foreignFences,
  foreignHeading,
  foreignParagraphs,
  foreignPhrases,
  type Habit,
} from './habits/foreign-texts.js';
import { fixBox, fixMkDocs, fixNote, fixTarget } from './habits/habit-fixes.js';
import { fixMyst } from './habits/myst-fences.js';
import { listSlides } from './remark-to-hast.js';
import { writtenRank } from './slides/written-rank.js';

/** From this many headings on, one slide is probably an article. */
export const manyHeadings = 4;

/** Report foreign syntax, and articles that are one slide. */
export function remarkCheckHabits() {
  return (tree: Root, file: VFile): void => {
    const slides = listSlides(tree);
    const holders = new Map<Node, Slide>();
    for (const slide of slides) {
      checkBeginning(slide, file);
      for (const block of slide.children) if (block.type === 'paragraph') holders.set(block, slide);
    }
    for (const root of [tree, ...slides.flatMap(({ title }) => title ?? [])]) {
      visit(root, (node) => checkNode(node, holders.get(node), file));
    }
    for (const slide of slides) checkArticle(slide, slides.length === 1, file);
  };
}

/** @param slide the slide whose block it is */
function checkNode(node: Node, slide: Slide | undefined, file: VFile): typeof SKIP | undefined {
  if (is<Html>(node, 'html')) checkComment(node, file);
  if (is<Heading>(node, 'heading') && checkHeading(node, file)) return SKIP;
  if (is<Code>(node, 'code')) checkCode(node, file);
  if (is<Text>(node, 'text')) checkHabits(foreignPhrases, node, node.value, file, () => fixBox(node, file));
  if (is<Image>(node, 'image')) checkPicture(node, file);
  if (!is<Paragraph>(node, 'paragraph')) return undefined;
  const text = writtenText(node, file);
  // One message for one mistake: a grid table or a shortcode holds much that looks like something else.
  const fix = () => fixParagraph(node, text, slide, file);
  const habits = foreignParagraphs.filter(({ isBlock }) => slide || !isBlock);
  return text.startsWith(':::') || checkHabits(habits, node, text, file, fix) ? SKIP : undefined;
}

function fixParagraph(
  node: Paragraph,
  text: string,
  slide: Slide | undefined,
  file: VFile,
): readonly Edit[] | undefined {
  if (text.startsWith('///')) return fixMkDocs(node, file);
  if (text.startsWith('(')) return fixTarget(node, file);
  return slide && fixNote(slide, node, file);
}

function is<T extends Node>(node: Node, type: T['type']): node is T {
  return node.type === type;
}

function writtenText({ position }: Node, file: VFile): string {
  return String(file.value).slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

function checkHabits(
  habits: readonly Habit[],
  node: Node,
  text: string,
  file: VFile,
  fix?: () => readonly Edit[] | undefined,
): boolean {
  const habit = habits.find(({ pattern }) => pattern.test(text));
  if (habit) reportHabit(habit, node, text, file, habit.mends ? fix?.() : undefined);
  return habit !== undefined;
}

function reportHabit(
  { pattern, tool, cure }: Habit,
  node: Node,
  text: string,
  file: VFile,
  fix: readonly Edit[] | undefined,
): void {
  const [line = ''] = (pattern.exec(text)?.[0] ?? '').trim().split('\n');
  const shown = line.length > 40 ? `${line.slice(0, 39)}…` : line;
  report(
    file,
    'syntax-foreign',
    node,
    `Unexpected ${tool} syntax \`${shown}\`, expected what Lectern reads`,
    {
      note: `${cure} As it stands it is text.`,
      fix,
    },
  );
}

/** What stands in the first paragraph of a slide without a title, or under the title. */
function checkBeginning(slide: Slide, file: VFile): void {
  const [first] = slide.children;
  const above = slide.title?.position?.start.line ?? Number.POSITIVE_INFINITY;
  if (first?.type !== 'paragraph' || (first.position?.start.line ?? 0) > above) return;
  checkHabits(foreignBeginnings, first, writtenText(first, file), file);
}

function checkHeading(heading: Heading, file: VFile): boolean {
  const last = heading.children.at(-1);
  return last?.type === 'text' && checkHabits([foreignHeading], heading, last.value, file);
}

function checkCode(code: Code, file: VFile): void {
  const chunk = readChunk(`${code.lang ?? ''} ${code.meta ?? ''}`);
  if (chunk === undefined) {
    checkHabits(foreignCode, code, code.value, file);
    return;
  }
  const directive = lookUp(foreignFences, chunk);
  if (directive) {
    const reason = `Unexpected MyST syntax \`{${chunk}}\`, expected what Lectern reads`;
    const fix = fixMyst(code, chunk, file);
    report(file, 'syntax-foreign', code, reason, { note: `${directive} As it stands it is code.`, fix });
    return;
  }
  const reason = `Unexpected chunk \`{${chunk}}\` that another tool would run, expected the language alone`;
  const note = `Write \` \`\`\`${chunk} \`, and the output below it, as text or as a picture. Here code is shown, never run.`;
  report(file, 'syntax-foreign', code, reason, { note });
}

function checkPicture(picture: Image, file: VFile): void {
  const alt = picture.alt ?? '';
  const cure = foreignPictureCure(alt, picture.url);
  if (cure === undefined) return;
  const reason = `Unexpected Marp syntax \`![${alt}]\`, expected what the picture shows`;
  report(file, 'syntax-foreign', picture, reason, {
    note: `${cure} As it stands it is read to those who cannot see it.`,
  });
}

function checkComment(node: Html, file: VFile): void {
  const found = foreignComments.find(([pattern]) => pattern.test(node.value.trim()));
  if (!found) return;
  const [, tool, cure] = found;
  const shown = node.value.trim().replace(/\s+/g, ' ').slice(0, 60);
  report(file, 'comment-foreign', node, `Unexpected ${tool} comment \`${shown}\`, expected a directive`, {
    note: `${cure} As a comment it does nothing here.`,
  });
}

/** Headings of rank 1 in the middle of a slide are meant to begin one; lower ones only where nothing cuts the deck. */
function checkArticle(slide: Slide, isOnly: boolean, file: VFile): void {
  const ranks = slide.children.flatMap((node) => (node.type === 'heading' ? [writtenRank(node, file)] : []));
  const rank = Math.min(...ranks);
  if (ranks.length < manyHeadings || !(isOnly || ranks.filter((one) => one === 1).length >= manyHeadings))
    return;
  const reason = `Unexpected single slide with ${ranks.length + 1} headings, expected several slides`;
  report(file, 'slide-breaks-missing', slide, reason, {
    note: `Write \`slide-level: ${rank}\` in the front matter to start a slide at every \`${'#'.repeat(rank)}\`, or \`---\` between slides.`,
  });
  const { start, end } = slide.position ?? {};
  if (start && end) silence(file, ['heading-rank-skipped'], start.line, end.line);
}
