/**
 * Takes `:::only` and `:::except` and leaves what they hold where the talk shows it, and nothing where it does not:
 *
 *     containerDirective(only talk=full)        paragraph
 *     └─ paragraph                       →
 *
 * What is left out is gone from the tree, and so from every document.
 */
import type { Html, Node, Nodes, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { type Condition, holds, splitNames } from '../deck/conditions.js';
import { checkOptions, type OptionTable } from '../diagnostics/check-options.js';
import { report } from '../diagnostics/report.js';
import { checkCondition, hearingOf, isMet } from './talks/check-condition.js';

declare module 'mdast' {
  interface HtmlData {
    /** Set on the comment that stands where a condition left something out: what it was. */
    leftOut?: 'text' | 'blocks' | undefined;
  }
}

/** What `:::only` and `:::except` take. */
export const conditionOptions = {
  talk: {
    summary: 'Names of talks, with commas: in any of them',
    kind: 'text',
    test: (value) => value.split(',').every((one) => one.trim() !== ''),
    expected: 'names of talks such as `lightning, full`',
  },
  audience: {
    summary: 'Names of audiences, with commas: for any of them',
    kind: 'text',
    test: (value) => value.split(',').every((one) => one.trim() !== ''),
    expected: 'names of audiences such as `students`',
  },
} as const satisfies OptionTable;

/** Keep what the talk shows. */
export function remarkConditions() {
  return (tree: Root, file: VFile): void => {
    const conditions = new Map<Node, Condition>();
    const hearing = hearingOf(file);
    visitParents(tree, isConditional, (node, ancestors) => {
      const condition = readCondition(node, file);
      if (condition) conditions.set(node, condition);
      if (condition) checkNesting(node, ancestors, conditions, file);
    });
    visitParents(tree, isConditional, (node, ancestors) => {
      const condition = conditions.get(node);
      const parent = ancestors.at(-1);
      // One that is not understood stays, and what it holds is shown with its message.
      const shown = !condition || holds(condition, hearing);
      if (!parent || !('children' in parent)) return undefined;
      const children: RootContent[] = parent.children;
      const index = children.indexOf(node);
      children.splice(index, 1, ...(shown ? node.children : [leaveMark(node)]));
      return [SKIP, shown ? index : index + 1];
    });
  };
}

/** An empty comment says that something stood here: a slide is not a section because its content is left out. */
function leaveMark({ children, position }: ContainerDirective): Html {
  const isText = children.every(({ type }) => type === 'paragraph');
  return {
    type: 'html',
    value: '<!-- -->',
    data: { leftOut: isText ? 'text' : 'blocks' },
    ...(position && { position }),
  };
}

function isConditional(node: Node): node is ContainerDirective {
  return (
    node.type === 'containerDirective' && 'name' in node && (node.name === 'only' || node.name === 'except')
  );
}

function readCondition(node: ContainerDirective, file: VFile): Condition | undefined {
  const { talk, audience } = checkOptions(node, conditionOptions, file);
  const condition = {
    talk: splitNames(talk),
    audience: splitNames(audience),
    isNegated: node.name === 'except',
  };
  if (condition.talk || condition.audience) {
    checkCondition(condition, node, file);
    return condition;
  }
  if (!node.attributes?.talk && !node.attributes?.audience) {
    const reason = `Unexpected \`:::${node.name}\` without a condition, expected \`talk=\` or \`audience=\``;
    report(file, 'condition-empty', node, reason, { note: 'What it holds is shown in every talk.' });
  }
  return undefined;
}

/** Conditions around one another that no talk meets together hide something from everybody. */
function checkNesting(
  node: ContainerDirective,
  ancestors: readonly Nodes[],
  conditions: ReadonlyMap<Node, Condition>,
  file: VFile,
): void {
  const outer = ancestors.flatMap((one) => conditions.get(one) ?? []);
  const own = conditions.get(node);
  if (!own || outer.length === 0) return;
  if (!isMet([own], file) || !isMet(outer, file) || isMet([...outer, own], file)) return;
  const reason = `Unexpected \`:::${node.name}\` that contradicts the one around it, expected a talk that shows both`;
  report(file, 'condition-contradiction', node, reason, { note: 'What it holds is in no talk.' });
}
