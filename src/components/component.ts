/** The contract of a component: what `parse` takes, what the tree holds, what `render` leaves. One folder each, listed in `index.ts`. */
import type { Element } from 'hast';
import type { Node } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import type { VFile } from 'vfile';
import type { Strings } from '../strings.js';

/** The directive of a component as the parser left it. */
export type ComponentDirective = ContainerDirective | LeafDirective;

/** What every step of a component may know of the deck; it can reach nothing else. */
export interface ComponentContext {
  /** Where messages go (`report(context.file, …)`). */
  readonly file: VFile;
  /** Generated words in the deck's language. */
  readonly strings: Strings;
  /** BCP 47 tag of the deck, `en` by default. */
  readonly lang: string;
}

/** A feature of the language that is written as a block directive. */
export interface Component<N extends Node = Node> {
  /** The directive's name, the node's type and the CSS class, all one. */
  readonly name: N['type'];
  /** `container` for `:::name … :::`, `leaf` for `::name`. */
  readonly form: 'container' | 'leaf';
  /**
   * Turn a directive into a node that keeps mdast children, and report what the author got wrong.
   * Nothing is returned when there is nothing to draw: the author's text then stays visible.
   */
  parse(directive: ComponentDirective, context: ComponentContext): N | undefined;
  /** Turn the node into hast; `state.all`, `state.one` and `state.patch` do the rest of the tree. */
  render(state: State, node: N, context: ComponentContext): Element;
}
