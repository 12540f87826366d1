/** Takes the opening line of a directive and reports what is lost or may be: options given twice, a line that a formatter breaks. */
import type { Paragraph } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { components } from '../../components/index.js';
import { type Edit, report } from '../../diagnostics/report.js';
import { suggest } from '../../diagnostics/suggest.js';
import { foreignOpeningCure, readForeignOpening } from '../habits/foreign-directives.js';

/** Names of containers that an author may have meant. */
const containerNames: ReadonlySet<string> = new Set([
  ...components.filter(({ form }) => form === 'container').map(({ name }) => name),
  'stack',
  'only',
  'except',
]);

/** Report what is wrong with the line that opens a directive. */
export function checkOpeningLine(node: ContainerDirective | LeafDirective, line: string, file: VFile): void {
  if (line.length > 80 && node.type === 'containerDirective') {
    report(
      file,
      'directive-line-fragile',
      node,
      `Unexpected line of ${line.length} characters, expected at most 80`,
      { note: 'A formatter may wrap it and break the directive; move options to a comment below it.' },
    );
  }
  const start = node.position?.start;
  const options = listOptions(line);
  for (const name of new Set(options.map((one) => one.name))) {
    const same = options.filter((one) => one.name === name);
    if (same.length < 2) continue;
    const lineStart = (start?.offset ?? 0) - ((start?.column ?? 1) - 1);
    // The last one counts, so nothing changes when the others go.
    const fix = same.slice(0, -1).map((one): Edit => {
      return { start: lineStart + one.start, end: lineStart + one.end, text: '' };
    });
    const reason = `Unexpected second option \`${name}\`, expected it once`;
    report(file, 'directive-option-duplicate', node, reason, { note: 'The last one counts.', fix });
  }
}

interface WrittenOption {
  readonly name: string;
  /** Indexes in the line, with the white space behind it. */
  readonly start: number;
  readonly end: number;
}

/** List the options in the braces at the end of a line. */
function listOptions(line: string): WrittenOption[] {
  // What stands in quotes is no option: as long, and nothing that looks like one.
  const masked = line.replace(/"[^"]*"|'[^']*'/g, (quoted) => '_'.repeat(quoted.length));
  const braces = /\{([^{}]*)\}\s*$/.exec(masked);
  if (!braces?.[1]) return [];
  const from = braces.index + 1;
  return [...braces[1].matchAll(/(?<=^|\s)([\w-]+)=\S*\s*/g)].map(({ index, 0: written, 1: name = '' }) => ({
    name,
    start: from + index,
    end: from + index + written.length,
  }));
}

/** Report a paragraph that begins like a directive and is none. */
export function reportMalformed(node: Paragraph, text: string, file: VFile): void {
  const { start, end } = node.position ?? {};
  const opening = (text.slice(start?.offset, end?.offset).split(/[\r\n]/, 1)[0] ?? '').trim();
  const space = /^(:{3,})([ \t]+)[A-Za-z][\w-]*(\[[^[\]]*\])?(\{[^{}]*\})?$/.exec(opening);
  const at = (start?.offset ?? 0) + (space?.[1]?.length ?? 0);
  report(
    file,
    'directive-malformed',
    node,
    `Unexpected \`${opening.slice(0, 40)}\`, expected \`:::name{option="value"}\``,
    {
      note: reasonOf(opening),
      fix:
        space && !foreignCure(opening)
          ? [{ start: at, end: at + (space[2]?.length ?? 0), text: '' }]
          : undefined,
    },
  );
}

/** How a container of another tool is written here; nothing for a name that no tool knows. */
function foreignCure(opening: string): string | undefined {
  const foreign = readForeignOpening(opening);
  const cure = foreignOpeningCure(opening);
  if (cure || !foreign) return cure;
  if (!foreign.braces && suggest(foreign.name, containerNames)) return undefined;
  if (containerNames.has(foreign.name))
    return `Write \`:::${foreign.name}\`, options behind it in braces, and \`:::\` where it ends.`;
  return `Write HTML, \`<div class="${foreign.name}">\`, a blank line, the text, a blank line, \`</div>\`.`;
}

function reasonOf(opening: string): string {
  const cure = foreignCure(opening);
  if (cure) return cure;
  if (/^:{3,}\s+\w/.test(opening)) return 'Remove the space between `:::` and the name.';
  if (/\{[^}]*$/.test(opening)) return 'Write all options on the opening line, and close the brace there.';
  if ((opening.match(/"/g)?.length ?? 0) % 2 === 1) return 'Close the quote.';
  return 'A directive stands on a line of its own: a name, then a label in brackets, then options in braces.';
}
