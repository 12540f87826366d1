/** Takes the blocks of an included file and a list such as `2,5-7` and leaves the blocks of those slides, breaks between them. */
import type { RootContent, ThematicBreak } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { cutSlides } from '../slides/cut-slides.js';
import { isContainer } from '../slides/node-kinds.js';

/** Numbers of slides, in the order in which they are wanted. */
export function readNumbers(written: string): number[] | undefined {
  const numbers: number[] = [];
  for (const part of written.split(',')) {
    const [, from, to = from] = /^\s*(\d{1,4})\s*(?:[-–]\s*(\d{1,4})\s*)?$/.exec(part) ?? [];
    if (from === undefined || Number(from) < 1 || Number(to) < Number(from)) return undefined;
    for (let number = Number(from); number <= Number(to); number++) numbers.push(number);
  }
  return numbers;
}

/** Count the slides of a file as its own PDF would, those of stacks one by one. */
export function countSlides(blocks: readonly RootContent[], level: number): number {
  return listSlides(blocks, level).length;
}

/** Choose slides; those of one stack that follow one another stay a stack. */
export function selectSlides(
  blocks: readonly RootContent[],
  level: number,
  numbers: readonly number[],
): RootContent[] {
  const slides = listSlides(blocks, level);
  const chosen = numbers.flatMap((number) => slides[number - 1] ?? []);
  const groups: { stack: ContainerDirective | undefined; slides: RootContent[][] }[] = [];
  for (const { blocks: content, stack } of chosen) {
    const last = groups.at(-1);
    if (stack && last?.stack === stack) last.slides.push(content);
    else groups.push({ stack, slides: [content] });
  }
  return joinSlides(
    groups.map(({ stack, slides: parts }) =>
      stack ? [{ ...stack, children: joinSlides(parts) as ContainerDirective['children'] }] : parts.flat(),
    ),
  );
}

/** Put slide breaks between. */
export function joinSlides(slides: readonly (readonly RootContent[])[]): RootContent[] {
  return slides.flatMap((blocks, index) => (index === 0 ? blocks : [breakBefore(blocks), ...blocks]));
}

/** A break belongs where the slide behind it begins. */
export function breakBefore([first]: readonly RootContent[]): ThematicBreak {
  const start = first?.position?.start;
  return { type: 'thematicBreak', ...(start && { position: { start, end: start } }) };
}

/** The blocks of a slide, and the stack it stands in. */
interface SlideBlocks {
  readonly blocks: RootContent[];
  readonly stack: ContainerDirective | undefined;
}

function listSlides(blocks: readonly RootContent[], level: number): SlideBlocks[] {
  return cutSlides(blocks, level).flatMap((slide): SlideBlocks[] => {
    const [only] = slide;
    const stack = slide.length === 1 && only && isContainer(only, 'stack') ? only : undefined;
    if (!stack) return [{ blocks: slide, stack }];
    return cutSlides(stack.children, level).map((one) => ({ blocks: one, stack }));
  });
}
