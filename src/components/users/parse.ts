/** Takes a `:::users` and leaves its users: a name or a picture, and what stands behind the dash. */
import type { ListItem, PhrasingContent } from 'mdast';
import { report } from '../../diagnostics/report.js';
import { isBlank } from '../../values/inline.js';
import type { ComponentContext, ComponentDirective } from '../component.js';
import { type Block, readContainer, splitItem } from '../container.js';
import { cutInline, spanOf } from '../cut-inline.js';
import { checkOptions, readOptionsComment } from '../options.js';
import { checkUsers } from './check.js';
import type { User, UserPart, UsersNode } from './node.js';
import { optionTable } from './options.js';

const dash = /\s+[—–-]\s+/;

/** Parse a wall of users; the author's text stays visible when there is no list. */
export function parseUsers(directive: ComponentDirective, context: ComponentContext): UsersNode | undefined {
  const comment = readOptionsComment(directive, context.file);
  const options = checkOptions(directive, optionTable, context.file, comment?.options);
  const { id, classes, caption, blocks } = readContainer(directive);
  if (!blocks.some((block) => block.type === 'list')) {
    report(context.file, 'users-list-missing', directive, 'Unexpected `users` without a list, expected one', {
      note: 'Write a list of links or pictures: `- [Name](https://example.org)`.',
    });
    return undefined;
  }
  const children = blocks.flatMap((block): (User | Block)[] =>
    block.type === 'list' ? block.children.map(readUser) : [block],
  );
  checkUsers(directive, options.asof, blocks, context);
  return {
    type: 'users',
    id,
    classes,
    asOf: typeof options.asof === 'string' ? options.asof : undefined,
    stepwise: options.reveal === 'items',
    children: [...(caption ? [caption] : []), ...children],
    ...(directive.position && { position: directive.position }),
  };
}

function readUser(item: ListItem): User {
  const { words, detail } = splitItem(item);
  const halves = cutInline(words, dash) ?? { before: [...words], after: [] };
  return {
    type: 'user',
    children: [...part('userName', halves.before), ...part('userDetail', halves.after), ...detail],
    ...(item.position && { position: item.position }),
  };
}

function part(type: UserPart['type'], children: PhrasingContent[]): UserPart[] {
  return children.some((node) => !isBlank(node)) ? [{ type, children, ...spanOf(children) }] : [];
}
