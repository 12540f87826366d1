/**
 * Takes the text of a `style` attribute and leaves what may stay, and what was removed and why.
 * Pure and apart from the sanitiser, so that the list of what CSS can do to a reader is in one place.
 */
import { type CssNode, type Declaration, generate, ident, walk } from 'css-tree';
import { parseCss } from '../../deck/parse-css.js';

/** A style after filtering. */
export interface FilteredStyle {
  /** The text as given when nothing was removed, else the declarations that stay; empty when none does. */
  readonly style: string;
  /** The declarations that were removed, as written. */
  readonly removed: readonly string[];
}

/** Nothing that fetches or runs can be written with these characters alone: it takes `(`, a quote or an escape. */
const harmless = /^[-+.,:;%#\w\s]*$/;
const needsLook = /position|behavior|binding/i;

/** Properties that run code in some browser, present or past. */
const runningProperties = new Set(['behavior', '-ms-behavior', '-moz-binding', '-o-link', '-o-link-source']);

/** Functions that fetch or run. `url()` and `src()` fetch by address, `attr()` may make an address in newer browsers. */
const fetchingFunctions =
  /^(?:url|src|url-prefix|domain|(?:-\w+-)?image(?:-set)?|(?:-\w+-)?cross-fade|(?:-\w+-)?element|paint|expression|attr|progid.*)$/;

/** Over the slide's edge is as far as a box may go: `fixed` and `sticky` cover what belongs to the page. */
const keptPositions = new Set(['static', 'relative', 'absolute', 'inherit', 'initial', 'unset']);

/** Properties that `safe` decks keep: sizes, spaces and colours, which formulas, pictures and components need. */
const safeProperties =
  /^(?:--.+|(?:min-|max-)?(?:width|height)|(?:margin|padding)(?:-\w+)?|top|right|bottom|left|vertical-align|text-align|color|background(?:-color)?|border(?:-\w+){0,2}|position)$/;

/** Remove what could fetch, run, or leave the slide; with `safeOnly` all but sizes, spaces and colours. */
export function filterStyle(style: string, { safeOnly = false } = {}): FilteredStyle {
  if (!safeOnly && harmless.test(style) && !needsLook.test(style)) return { style, removed: [] };
  try {
    return filterDeclarations(style, safeOnly);
  } catch {
    // Two thousand nested parentheses overflow css-tree's stack; nobody means them.
    return { style: '', removed: [style] };
  }
}

function filterDeclarations(style: string, safeOnly: boolean): FilteredStyle {
  const kept: string[] = [];
  const removed: string[] = [];
  const list = parseCss(style, { context: 'declarationList', parseCustomProperty: true, positions: true });
  if (list.type !== 'DeclarationList') return { style: '', removed: [style] };
  list.children.forEach((node) => {
    // What css-tree cannot read as a declaration (`{}`, `@import`) a browser might.
    const stays = node.type === 'Declaration' && isSafe(node, safeOnly);
    if (stays) kept.push(generate(node));
    else removed.push(sliceSource(style, node));
  });
  if (removed.length === 0 && !/[\\{}<]|\/\*/.test(style)) return { style, removed };
  return { style: kept.join(';'), removed };
}

/** Tell whether a declaration can neither fetch, nor run, nor leave the slide. */
export function isSafe(declaration: Declaration, safeOnly = false): boolean {
  const property = ident.decode(declaration.property).toLowerCase();
  if (runningProperties.has(property)) return false;
  if (safeOnly && !safeProperties.test(property)) return false;
  if (property === 'position' && !keptPositions.has(generate(declaration.value).toLowerCase())) return false;
  return !canFetch(declaration.value);
}

function canFetch(value: CssNode): boolean {
  let found = false;
  walk(value, (node) => {
    if (node.type === 'Url') found ||= !node.value.startsWith('#');
    else if (node.type === 'Function')
      found ||= fetchingFunctions.test(ident.decode(node.name).toLowerCase());
    // A value css-tree gave up on may hold anything.
    else if (node.type === 'Raw') found ||= !harmless.test(node.value);
  });
  return found;
}

function sliceSource(style: string, { loc }: CssNode): string {
  return loc ? style.slice(loc.start.offset, loc.end.offset).trim() : style;
}
