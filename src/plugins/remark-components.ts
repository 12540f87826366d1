/** Takes directives and leaves component nodes; an unknown or invalid one is reported and keeps the author's text. */
import type { Parents, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Component, ComponentContext } from '../components/component.js';
import { defaultDeckOptions } from '../deck/options.js';
import { resolvePath, type Sources } from '../deck/sources.js';
import { report } from '../diagnostics/report.js';
import { suggestNote } from '../diagnostics/suggest.js';
import { selectStrings } from '../strings.js';
import { foreignDirectiveCure } from './habits/foreign-directives.js';

/** Directive names that are part of a slide or of a component, and no component themselves. */
const structure = ['slide', 'stack', 'column', 'code', 'agenda', 'toc', 'only', 'except', 'include'];

const secondsOfDay = 86_400;

/** Make the context that components get from a file. */
export function componentContext(file: VFile, sources: Sources = new Map(), now?: number): ComponentContext {
  const { lang, strings } = file.data.deck ?? defaultDeckOptions;
  const read = (path: string) => {
    const resolved = resolvePath(path);
    return resolved.kind === 'inside' ? sources.get(resolved.path) : undefined;
  };
  const today = now === undefined ? undefined : Math.floor(now / secondsOfDay);
  return { file, lang, strings: selectStrings(lang, strings), read, today };
}

/** List the files that components take their content from, as keys of `Sources`. */
export function listComponentFiles(tree: Root, components: readonly Component[]): string[] {
  const paths = new Set<string>();
  visit(tree, ['containerDirective', 'leafDirective'], (node) => {
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return;
    const component = components.find(({ name }) => name === node.name);
    for (const written of component?.sources?.(node) ?? []) {
      const path = resolvePath(written);
      if (path.kind === 'inside' && path.path !== '') paths.add(path.path);
    }
  });
  return [...paths];
}

/** Turn every directive of a known name into its node, outer ones first. */
export function remarkComponents(components: readonly Component[], sources: Sources, now?: number) {
  return (tree: Root, file: VFile): void => {
    const context = componentContext(file, sources, now);
    const byName = new Map(components.map((component) => [component.name, component]));
    visit(tree, ['containerDirective', 'leafDirective'], (node, index, parent) => {
      if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return undefined;
      const component = byName.get(node.name);
      const form = node.type === 'containerDirective' ? 'container' : 'leaf';
      if (!component || component.form !== form) {
        if (node.name === 'column' && isUnknown(parent, byName)) return undefined;
        reportUnknown(node.name, form, component, node, [...byName.keys()], file);
        return undefined;
      }
      const replacement = component.parse(node, context);
      if (!replacement || !parent || index === undefined) return undefined;
      parent.children[index] = replacement as (typeof parent.children)[number];
      // The new node's children may hold directives of their own.
      return [SKIP, index];
    });
  };
}

/** Inside a misspelt `:::colums` the `::column` is right; one message for one mistake. */
function isUnknown(parent: Parents | undefined, byName: ReadonlyMap<string, Component>): boolean {
  return parent?.type === 'containerDirective' && !byName.has(parent.name);
}

function reportUnknown(
  name: string,
  form: 'container' | 'leaf',
  component: Component | undefined,
  node: Parameters<Component['parse']>[0],
  names: readonly string[],
  file: VFile,
): void {
  if (component) {
    const right = component.form === 'container' ? `:::${name}` : `::${name}`;
    report(
      file,
      'directive-malformed',
      node,
      `Unexpected \`${form === 'leaf' ? '::' : ':::'}${name}\`, expected \`${right}\``,
    );
    return;
  }
  if (name === 'slide') {
    report(
      file,
      'slide-options-place',
      node,
      'Unexpected `::slide` inside another block, expected it at the slide’s root',
    );
    return;
  }
  // What is wrong with it has been said where files are included.
  if (name === 'include') return;
  if (name === 'column') {
    const inside = 'expected it inside `:::columns` or on a slide with `layout=two-columns`';
    if (form === 'leaf') report(file, 'column-stray', node, `Unexpected \`::column\`, ${inside}`);
    else {
      report(
        file,
        'column-stray',
        node,
        'Unexpected `:::column`, expected `::column`, a line without an end',
        {
          note: 'Write it with two colons where the next column begins; one `:::columns` … `:::` stands around all of them.',
        },
      );
    }
    return;
  }
  const known = [...names, ...structure];
  report(
    file,
    'directive-unknown',
    node,
    `Unexpected component \`${name}\`, expected one that Lectern knows`,
    {
      note: foreignDirectiveCure(name) ?? suggestNote(name, known),
      actual: name,
      expected: known,
    },
  );
}
