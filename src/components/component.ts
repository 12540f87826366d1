/** The contract of a component: what `parse` takes, what the tree holds, what `render` leaves. One folder each, listed in `index.ts`. */
import type { Element } from 'hast';
import type { Node } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import type { VFile } from 'vfile';
import type { DataBlock } from '../data/data-block.js';
import type { DataFile } from '../data/data-value.js';
import type { OptionTable } from '../diagnostics/check-options.js';
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
  /** Number of the day that the deck is built on, days since 1970; unknown unless the caller says it. */
  readonly today?: number | undefined;
  /** The bytes of a file that `Component.sources` named; nothing when it is not there. */
  readonly read: (path: string) => Uint8Array | undefined;
}

/** The place that a component has on its slide, in px at the slide's own size. */
export interface Room {
  readonly width: number;
  /** `Infinity` where the deck does not want slides to be cut: then only what the author asked for is. */
  readonly height: number;
  /** Height on the slides that continue it, where nothing else stands. */
  readonly nextHeight: number;
  /** What content sizes are multiplied with (`--fit`), 0.8 to 1. */
  readonly fit: number;
}

/** A feature of the language that is written as a block directive. */
export interface Component<N extends Node = Node> {
  /** The directive's name, the node's type and the CSS class, all one. */
  readonly name: N['type'];
  /** One line for the documentation. */
  readonly summary: string;
  /** What it takes besides `#id` and `.class`; the documentation is made from it. */
  readonly options: OptionTable;
  /** `container` for `:::name … :::`, `leaf` for `::name`. */
  readonly form: 'container' | 'leaf';
  /**
   * Turn a directive into a node that keeps mdast children, and report what the author got wrong.
   * Nothing is returned when there is nothing to draw: the author's text then stays visible.
   */
  parse(directive: ComponentDirective, context: ComponentContext): N | undefined;
  /** Name the files a directive takes its content from, as written, relative to the deck. */
  sources?(directive: ComponentDirective): readonly string[];
  /**
   * Write what the file of `src=` says as the table or list that an author would have written; `parse` then finds it among the
   * directive's children. Nothing is returned when the file says nothing that could be drawn; `data.report` tells why.
   */
  fromData?(data: DataFile, directive: ComponentDirective): DataBlock | undefined;
  /** Estimate the height in px that the node takes in a room, from font metrics. */
  measure?(node: N, room: Room, context: ComponentContext): number;
  /**
   * Cut a node into whole nodes, one for each slide, so that every one fits its room; an author's own `split=` is
   * obeyed also where all would fit. One node, the same, where nothing is to be cut. Pure: no text is lost or repeated
   * but for the frame (captions, headers, sources).
   */
  split?(node: N, room: Room, context: ComponentContext): readonly N[];
  /** Turn the node into hast; `state.all`, `state.one` and `state.patch` do the rest of the tree. */
  render(state: State, node: N, context: ComponentContext): Element;
  /**
   * Write the node for a document that is read as text (`outline`): all that the author wrote, in its order, also what a slide
   * leaves out; nothing placed or fitted. Without it `render` is used.
   */
  write?(state: State, node: N, context: ComponentContext): Element;
}
