/** Takes a `:::claims` and leaves its claims, one an item. */
import { report } from '../../diagnostics/report.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { type Block, readContainer } from '../container.js';
import { checkOptions, readOptionsComment } from '../options.js';
import { checkClaim, checkSources } from './check.js';
import type { Claim, ClaimsNode } from './node.js';
import { optionTable } from './options.js';
import { readClaim } from './read-claim.js';

/** Parse claims; the author's text stays visible when there is no list. */
export function parseClaims(
  directive: ComponentDirective,
  context: ComponentContext,
): ClaimsNode | undefined {
  const { file, strings } = context;
  const comment = readOptionsComment(directive, file);
  const options = checkOptions(directive, optionTable, file, comment?.options);
  const { id, classes, caption, blocks } = readContainer(directive);
  if (!blocks.some((block) => block.type === 'list')) {
    report(file, 'claims-list-missing', directive, 'Unexpected `claims` without a list, expected one', {
      note: 'Write a list of `- ~~what was said~~ → what holds`.',
    });
    return undefined;
  }
  const status = options.status === 'wrong' ? 'wrong' : 'outdated';
  const children = blocks.flatMap((block): (Claim | Block)[] =>
    block.type === 'list' ? block.children.map((item) => readClaim(item, status, strings)) : [block],
  );
  for (const child of children) if (child.type === 'claim') checkClaim(child, context);
  checkSources(directive, blocks, context);
  return {
    type: 'claims',
    id,
    classes,
    heads: {
      was: text(options.was) ?? strings.claimThen,
      now: text(options.now) ?? strings.claimNow,
    },
    asOf: text(options.asof),
    reveal: options.reveal === 'rows' || options.reveal === 'answers' ? options.reveal : 'none',
    children: [...(caption ? [caption] : []), ...children],
    ...(directive.position && { position: directive.position }),
  };
}

function text(value: string | true | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
