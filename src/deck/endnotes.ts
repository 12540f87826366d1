/** Takes footnote references and leaves their numbers and, for each slide, the notes at its foot, numbered per slide. (`doc-endnotes` is no role of an `<aside>`.) */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { FootnoteReference } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Strings } from '../strings.js';

/** The numbering of one slide. */
interface Numbering {
  readonly slideId: string;
  /** Identifiers in the order in which they were referred to. */
  readonly order: string[];
  /** How many of them have been written as notes. */
  written: number;
}

/**
 * The slide that references now belong to, by the state of one conversion. The state's own `footnoteOrder` stays empty:
 * from it mdast-util-to-hast would make a footer of its own for the whole document.
 */
const currentSlides = new WeakMap<State, Numbering>();

/** Begin the numbering of a slide. */
export function startEndnotes(state: State, slideId: string): void {
  currentSlides.set(state, { slideId, order: [], written: 0 });
}

/** Turn a reference into its number, a link to the note at the slide's foot. */
export function renderFootnoteReference(state: State, node: FootnoteReference): Element {
  const { slideId, order }: Pick<Numbering, 'slideId' | 'order'> = currentSlides.get(state) ?? {
    slideId: '',
    order: [],
  };
  const key = node.identifier.toUpperCase();
  if (!order.includes(key)) order.push(key);
  const number = order.indexOf(key) + 1;
  const link = h('a', { href: `#${slideId}-note-${number}`, role: 'doc-noteref' }, String(number));
  const result = h('sup', { className: ['footnote-reference'] }, [link]);
  state.patch(node, result);
  return result;
}

/**
 * Make the notes that were referred to since the last call, in that order; also those that notes refer to.
 * A slide calls it for its foot, then for each of its asides.
 */
export function renderEndnotes(state: State, slideId: string, strings: Strings): Element | undefined {
  const current = currentSlides.get(state);
  const items: Element[] = [];
  if (!current) return undefined;
  // A note may refer to further notes, which then join the order while it is walked.
  for (; current.written < current.order.length; current.written++) {
    const definition = state.footnoteById.get(current.order[current.written] ?? '');
    const number = current.written + 1;
    if (!definition) continue;
    const item = h(
      'li',
      { id: `${slideId}-note-${number}`, value: number },
      unwrapParagraph(state.all(definition)),
    );
    state.patch(definition, item);
    items.push(item);
  }
  if (items.length === 0) return undefined;
  return h('div', { className: ['footnotes'], role: 'doc-endnotes', ariaLabel: strings.footnotes }, [
    h('ol', items),
  ]);
}

/** A note of one paragraph stands in its line without a paragraph of its own. */
function unwrapParagraph(children: ElementContent[]): ElementContent[] {
  const [only, ...others] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return only?.type === 'element' && only.tagName === 'p' && others.length === 0 ? only.children : children;
}
