/** Takes a `:::proscons` and leaves its sides: each heading with the lists under it. What stands between stays beside them. */
import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Strings } from '../../strings.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { type Block, readContainer } from '../container.js';
import { checkOptions } from '../options.js';
import { checkSides, reportNothing } from './check.js';
import type { ProsConsNode, ProsConsSide, Side } from './node.js';
import { optionTable, type Reveal } from './options.js';

/** Parse pros and cons; the author's text stays visible when there is no list under a heading. */
export function parseProsCons(
  directive: ComponentDirective,
  context: ComponentContext,
): ProsConsNode | undefined {
  const options = checkOptions(directive, optionTable, context.file);
  const { id, classes, caption, blocks } = readContainer(directive);
  const { sides, others } = gatherSides(blocks, context.strings);
  if (!sides.some((side) => side.children.length > 1)) {
    reportNothing(directive, context);
    return undefined;
  }
  checkSides(directive, sides, context);
  return {
    type: 'proscons',
    id,
    classes,
    reveal: (options.reveal as Reveal | undefined) ?? 'none',
    children: [...(caption ? [caption] : []), ...sides, ...others],
    ...(directive.position && { position: directive.position }),
  };
}

/** Sort blocks: a heading opens a side, the lists that follow are its, all else is kept beside. */
function gatherSides(
  blocks: readonly Block[],
  strings: Strings,
): { readonly sides: ProsConsSide[]; readonly others: Block[] } {
  const sides: ProsConsSide[] = [];
  const others: Block[] = [];
  for (const block of blocks) {
    const side = sides.at(-1);
    if (block.type === 'heading') sides.push(openSide(block, strings));
    else if (block.type === 'list' && side) {
      side.children.push(block);
      if (side.position && block.position)
        side.position = { start: side.position.start, end: block.position.end };
    } else others.push(block);
  }
  return { sides, others };
}

function openSide(heading: Heading, strings: Strings): ProsConsSide {
  return {
    type: 'prosconsSide',
    side: sideOf(toString(heading), strings),
    children: [heading],
    ...(heading.position && { position: heading.position }),
  };
}

/** The pair of the deck's language, or the English one. */
function sideOf(name: string, strings: Strings): Side {
  const key = name.trim().toLowerCase();
  if (key === 'pros' || key === strings.pros.toLowerCase()) return 'pros';
  if (key === 'cons' || key === strings.cons.toLowerCase()) return 'cons';
  return 'other';
}
