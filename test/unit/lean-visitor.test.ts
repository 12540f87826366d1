/** The lean visitor of the bundle meets the nodes that the library's own meets, in the same order and with the same answers. */
import { build } from 'esbuild';
import fc from 'fast-check';
import type { Node, Parent } from 'unist';
import { visitParents } from 'unist-util-visit-parents';
import { beforeAll, expect, test } from 'vitest';
// @ts-expect-error: a script of the build, without types.
import { leanVisitor } from '../../.build/lean-visitor.mjs';
import { projectFolder } from '../support.js';

type Visit = (tree: Node, check: unknown, visitor: (node: Node, parents: Parent[]) => unknown) => void;

let lean: Visit;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: "export { visitParents } from 'unist-util-visit-parents'", resolveDir: projectFolder },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    plugins: [leanVisitor],
  });
  const code = Buffer.from(outputFiles[0]?.text ?? '').toString('base64');
  ({ visitParents: lean } = (await import(`data:text/javascript;base64,${code}`)) as { visitParents: Visit });
});

const kinds = fc.constantFrom('a', 'b', 'c', 'd');
const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.record({ type: kinds, id: fc.nat() }),
    fc.record({ type: kinds, id: fc.nat(), children: fc.array(tie('tree'), { maxLength: 4 }) }),
  ),
}));
const check = fc.oneof(
  kinds,
  fc.array(kinds, { maxLength: 3 }),
  fc.constant(undefined),
  kinds.map((type) => ({ type })),
  kinds.map((type) => (node: Node) => node.type === type),
);
/** What the visitor says, in turn. */
const answers = fc.array(fc.constantFrom<unknown>(undefined, true, 'skip', ['skip', 2], 1, false), {
  minLength: 1,
  maxLength: 6,
});

test('the lean visitor visits as the library does', () => {
  fc.assert(
    fc.property(tree, check, answers, fc.boolean(), (root, wanted, said, removes) => {
      const walk = (visit: Visit) => {
        const own = structuredClone(root);
        const seen: unknown[] = [];
        visit(own, wanted, (node, parents) => {
          seen.push([node, parents.map((parent) => parent.type)]);
          if (seen.length > 60) return false;
          const parent = parents.at(-1);
          if (removes && parent && seen.length % 3 === 0)
            parent.children.splice(parent.children.indexOf(node), 1);
          return said[seen.length % said.length];
        });
        return { own, seen };
      };
      expect(walk(lean)).toEqual(walk(visitParents as unknown as Visit));
    }),
    { numRuns: process.env.LECTERN_FULL === '1' ? 5000 : 300 },
  );
});
