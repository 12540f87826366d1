/** `:::users`: who uses a thing, as names or pictures, with the day and the source that say so. */
import type { Component } from '../component.js';
import { measureUsers, splitUsers } from './layout.js';
import type { UsersNode } from './node.js';
import { optionTable } from './options.js';
import { parseUsers } from './parse.js';
import { renderUsers } from './render.js';

/** A wall of users. */
export const users: Component<UsersNode> = {
  name: 'users',
  summary: 'Who uses it: names or pictures, with date and source',
  options: optionTable,
  form: 'container',
  parse: parseUsers,
  measure: measureUsers,
  split: splitUsers,
  render: renderUsers,
};
