/**
 * Takes unist-util-visit-parents and leaves it lean, for the bundle. It makes a function for every node it meets, named after it so that a
 * trace of its stack reads well, and asks a test that may be anything, which is most often a name or a few: that is most of the time of a
 * visit, and visits are a third of a build. Here it calls itself, compares names, passes by what has no children and no such name, and lists
 * the ancestors of a node when somebody is told of it, not of every node on the way.
 */
import { readFile } from 'node:fs/promises';

/** The plugin for esbuild. */
export const leanVisitor = {
  name: 'lean-visitor',
  setup({ onLoad }) {
    onLoad({ filter: /unist-util-visit-parents[\\/]lib[\\/]index\.js$/ }, async ({ path }) => {
      let code = await readFile(path, 'utf8');
      for (const [from, to] of changes) {
        const lean = code.replace(from, to);
        if (lean === code) throw new Error('unist-util-visit-parents has changed: look at lean-visitor.mjs');
        code = lean;
      }
      return { contents: code, loader: 'js' };
    });
  },
};

const names = `
  const isName = (one) => typeof one === 'string'
  const wanted = isName(check) ? check : undefined
  const several = Array.isArray(check) && check.every(isName) ? new Set(check) : undefined
  const isNamed = (type) => wanted === undefined ? several.has(type) : type === wanted
  const byName = wanted !== undefined || several !== undefined
  const listAncestors = (family) => {
    if (family === undefined) return []
    family.list ??= [...listAncestors(family.around), family.node]
    return family.list
  }
`;

const changes = [
  [
    /^ {2}function factory\(node, index, parents\) \{$.*?^ {4}function visit\(\) \{$/ms,
    '  function visit(node, index, parents) {',
  ],
  [/^ {4}\}\n {2}\}\n\}$/m, '  }\n}'],
  ['factory(tree, undefined, [])()', 'visit(tree, undefined, undefined)'],
  ['[...parents, nodeAsParent]', '{node: nodeAsParent, around: parents, list: undefined}'],
  ['enter(node, parents, index)', 'enter(node, listAncestors(parents), index)'],
  ['exit(node, parents, index)', 'exit(node, listAncestors(parents), index)'],
  [
    'const subresult = factory(child, offset, grandparents)()',
    `if (byName && child.children === undefined && !isNamed(child.type)) {
              offset += step
              continue
            }
            const subresult = visit(child, offset, grandparents)`,
  ],
  ['const step =', `${names}  const step =`],
  [
    /!check \|\| is\(node, index, parents\[parents\.length - 1\] \|\| undefined\)/,
    '!check || (byName ? isNamed(node.type) : is(node, index, parents?.node))',
  ],
];
