/**
 * Takes the deck's slides and leaves what is drawn at a time: a slide with all that it goes on with, or a stack, and the definitions
 * from elsewhere that it refers to.
 */
import type { Definition, FootnoteDefinition, Node, Root, RootContent } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import { origin } from '../../deck/content-key.js';
import type { Slide } from '../../deck/nodes.js';
import { listSlides } from '../remark-to-hast.js';

/** Slides that are drawn at a time. */
export interface Unit {
  readonly slides: readonly Slide[];
  /** Definitions that stand elsewhere. */
  readonly foreign: readonly AnyDefinition[];
  /** These definitions, then the slides. */
  readonly tree: Root;
  /** Where it begins. */
  readonly start: Point;
}

/** What references lead to. */
export type AnyDefinition = Definition | FootnoteDefinition;

/** Make the units of a deck; with `isWhole` it is one. */
export function createUnits(tree: Root, isWhole: boolean): Unit[] {
  const definitions = readDefinitions(tree);
  const groups = isWhole ? [tree.children] : groupSlides(tree.children);
  return groups.map((children) => {
    const slides = listSlides({ type: 'root', children });
    const foreign = isWhole ? [] : listForeign(children, definitions);
    const own: Root = { type: 'root', children: [...foreign, ...children] };
    return { slides, foreign, tree: own, start: slides[0]?.position?.start ?? origin };
  });
}

/** Slides that one slide of the author's became stay together: their code may be one text. */
function groupSlides(nodes: readonly RootContent[]): RootContent[][] {
  const groups: RootContent[][] = [];
  for (const node of nodes) {
    if (node.type !== 'slide' && node.type !== 'stack') continue;
    const goesOn = node.type === 'slide' && (node.part?.index ?? 1) > 1;
    if (goesOn) groups.at(-1)?.push(node);
    else groups.push([node]);
  }
  return groups;
}

/** The first definition of a name counts. */
function readDefinitions(tree: Root): Map<string, AnyDefinition> {
  const definitions = new Map<string, AnyDefinition>();
  visit(tree, (node) => {
    if (!isDefinition(node)) return;
    const name = nameOf(node);
    if (!definitions.has(name)) definitions.set(name, node);
  });
  return definitions;
}

/** List the definitions that nodes refer to, also through notes, as far as they stand outside of them. */
function listForeign(
  nodes: readonly RootContent[],
  definitions: ReadonlyMap<string, AnyDefinition>,
): AnyDefinition[] {
  if (definitions.size === 0) return [];
  const found = new Set<AnyDefinition>();
  const own = new Set<object>();
  // Titles, captions and cells are no children, and refer all the same.
  const follow = (value: unknown, isInside: boolean): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isInside) own.add(value);
    const definition = isReference(value) ? definitions.get(nameOf(value)) : undefined;
    if (definition && !found.has(definition)) {
      found.add(definition);
      follow(definition, false);
    }
    for (const one of value instanceof Map ? value.values() : Object.values(value)) follow(one, isInside);
  };
  follow(nodes, true);
  return [...found].filter((definition) => !own.has(definition));
}

type Reference = Node & { readonly identifier: string };

function isDefinition(node: Node): node is AnyDefinition {
  return node.type === 'definition' || node.type === 'footnoteDefinition';
}

function isReference(value: object): value is Reference {
  return 'type' in value && /^(?:link|image|footnote)Reference$/.test(String(value.type));
}

/** Notes and links have names of their own, compared as mdast-util-to-hast does. */
function nameOf({ type, identifier }: Reference): string {
  return `${type.startsWith('footnote') ? '^' : ''}${identifier.toUpperCase()}`;
}
