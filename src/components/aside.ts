/** What `:::notes` and `:::handout` share: a container without options that becomes `<aside class="name">`, not on the slide. */
import type { Parent } from 'mdast';
import type { Component } from './component.js';
import { checkOptions } from './options.js';

/** Text that belongs to a slide and is not on it. */
export interface AsideNode extends Parent {
  type: 'notes' | 'handout';
}

declare module 'mdast' {
  interface BlockContentMap {
    notes: AsideNode;
    handout: AsideNode;
  }
  interface RootContentMap {
    notes: AsideNode;
    handout: AsideNode;
  }
}

/** Make the component of one kind of aside. */
export function asideComponent(name: AsideNode['type'], summary: string): Component<AsideNode> {
  return {
    name,
    summary,
    options: {},
    form: 'container',
    parse(directive, { file }) {
      checkOptions(directive, {}, file);
      return {
        type: name,
        children: directive.children,
        ...(directive.position && { position: directive.position }),
      };
    },
    render(state, node) {
      return {
        type: 'element',
        tagName: 'aside',
        properties: { className: [name] },
        children: state.wrap(state.all(node), true),
      };
    },
  };
}
