/** The nodes of a wall of users: `users > user > (userName, userDetail, blocks …)`. All text stays in `children`. */
import type { Parent, PhrasingContent } from 'mdast';
import type { Block } from '../container.js';
import type { FigureNode } from '../render-figure.js';

/** Who it is, a name or a picture, and what stands behind the dash. */
export interface UserPart extends Parent {
  type: 'userName' | 'userDetail';
  children: PhrasingContent[];
}

/** One user. */
export interface User extends Parent {
  type: 'user';
  children: (UserPart | Block)[];
}

/** A wall of users. */
export interface UsersNode extends FigureNode {
  type: 'users';
  /** As written: `2024-11`. */
  asOf: string | undefined;
  /** Whether they appear one by one. */
  stepwise: boolean;
  children: (User | Block)[];
}

declare module 'mdast' {
  interface BlockContentMap {
    users: UsersNode;
  }
  interface RootContentMap {
    users: UsersNode;
    user: User;
    userPart: UserPart;
  }
}

/** List the users of a wall. */
export function usersOf(node: UsersNode): User[] {
  return node.children.filter((child) => child.type === 'user');
}

/** Find a part of a user. */
export function partOf(user: User, type: UserPart['type']): UserPart | undefined {
  return user.children.find((child): child is UserPart => child.type === type);
}

/** List the blocks below the first line of a user. */
export function blocksOf(user: User): Block[] {
  return user.children.filter((child): child is Block => !child.type.startsWith('user'));
}
