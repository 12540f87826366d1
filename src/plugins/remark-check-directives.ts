/**
 * Takes the tree as parsed and reports what the author meant as a directive and the parser read otherwise:
 * unclosed containers, stray fences, breaks inside containers, options given twice. Changes nothing.
 */
import type { Paragraph, Root } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';

/** Report directives that are not what they look like. */
export function remarkCheckDirectives() {
  return (tree: Root, file: VFile): void => {
    const lines = String(file.value).split(/\r\n|\r|\n/);
    visitParents(tree, (node, ancestors) => {
      const containers = ancestors.filter(
        (one): one is ContainerDirective => one.type === 'containerDirective',
      );
      if (node.type === 'containerDirective') checkContainer(node, lines, file);
      if (node.type === 'containerDirective' || node.type === 'leafDirective')
        checkOpeningLine(node, lines, file);
      if (node.type === 'paragraph' && !node.data?.directiveLabel)
        checkParagraph(node, containers, lines, file);
      if (node.type === 'thematicBreak') checkBreak(node, containers, file);
    });
  };
}

function checkContainer(node: ContainerDirective, lines: readonly string[], file: VFile): void {
  const end = node.position?.end;
  const last = lines[(end?.line ?? 1) - 1]?.trim() ?? '';
  const closed = /(^|[>\s]):{3,}$/.test(last) && end?.line !== node.position?.start.line;
  if (closed) {
    checkFragileEnd(node, lines, file);
    return;
  }
  report(
    file,
    'directive-unclosed',
    node,
    `Unexpected end of the file inside \`${node.name}\`, expected a closing \`:::\``,
    {
      note: `Write \`:::\` on a line of its own where \`${node.name}\` ends; as it stands it holds all that follows.`,
    },
  );
}

/** A table right above the closing fence: a plain viewer, without directives, reads `:::` as one more row. */
function checkFragileEnd(node: ContainerDirective, lines: readonly string[], file: VFile): void {
  const line = node.position?.end.line ?? 0;
  if (node.children.at(-1)?.type !== 'table' || /^[>\s]*$/.test(lines[line - 2] ?? '')) return;
  report(
    file,
    'directive-line-fragile',
    node,
    'Unexpected table right above the closing `:::`, expected a blank line between them',
    {
      note: `Put a blank line before line ${line}: a plain viewer shows \`:::\` as a row of the table.`,
    },
  );
}

function checkOpeningLine(
  node: ContainerDirective | LeafDirective,
  lines: readonly string[],
  file: VFile,
): void {
  const line = lines[(node.position?.start.line ?? 1) - 1] ?? '';
  if (line.length > 80 && node.type === 'containerDirective') {
    report(
      file,
      'directive-line-fragile',
      node,
      `Unexpected line of ${line.length} characters, expected at most 80`,
      {
        note: 'A formatter may wrap it and break the directive; move options to a comment below it.',
      },
    );
  }
  const braces = /\{([^]*)\}\s*$/.exec(line)?.[1];
  const names: readonly string[] =
    braces?.replace(/"[^"]*"|'[^']*'/g, '""').match(/(?<=^|\s)[\w-]+(?==)/g) ?? [];
  for (const name of new Set(names.filter((one, index) => names.indexOf(one) !== index))) {
    report(
      file,
      'directive-option-duplicate',
      node,
      `Unexpected second option \`${name}\`, expected it once`,
      {
        note: 'The last one counts.',
      },
    );
  }
}

function checkParagraph(
  node: Paragraph,
  containers: readonly ContainerDirective[],
  lines: readonly string[],
  file: VFile,
): void {
  // In code it is a word about directives, not one.
  const [first] = node.children;
  if (first?.type !== 'text' || !/^\s*:::/.test(first.value)) return;
  const opening = (lines[(node.position?.start.line ?? 1) - 1] ?? '').trim();
  if (/^:{3,}$/.test(opening)) {
    const outer = containers.at(-1)?.name;
    report(
      file,
      'directive-stray-fence',
      node,
      'Unexpected `:::`, expected an open container that it closes',
      {
        note: outer
          ? `A container inside \`${outer}\` has as many colons: open \`${outer}\` with one colon more.`
          : 'A container inside another needs fewer colons than the outer one, else its end closes both.',
      },
    );
    return;
  }
  report(
    file,
    'directive-malformed',
    node,
    `Unexpected \`${opening.slice(0, 40)}\`, expected \`:::name{option="value"}\``,
    {
      note: reasonOf(opening),
    },
  );
}

function reasonOf(opening: string): string {
  if (/^:{3,}\s+\w/.test(opening)) return 'Remove the space between `:::` and the name.';
  if (/\{[^}]*$/.test(opening)) return 'Write all options on the opening line, and close the brace there.';
  if ((opening.match(/"/g)?.length ?? 0) % 2 === 1) return 'Close the quote.';
  return 'A directive stands on a line of its own: a name, then a label in brackets, then options in braces.';
}

function checkBreak(
  node: Root['children'][number],
  containers: readonly ContainerDirective[],
  file: VFile,
): void {
  const container = containers.at(-1);
  if (!container || container.name === 'stack') return;
  report(
    file,
    'directive-slide-break',
    node,
    `Unexpected slide break inside \`${container.name}\`, expected its closing \`:::\` first`,
    {
      note: `\`${container.name}\` opened on line ${container.position?.start.line} and is probably not closed.`,
    },
  );
}
