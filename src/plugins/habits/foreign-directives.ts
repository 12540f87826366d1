/** THE table of containers that other tools know by another name, and what says the same here. */
import { lookUp } from '../../look-up.js';

const steps = 'Write `:::steps` … `:::` around what appears step by step.';
const calloutForm =
  '`> [!NOTE]` (or `TIP`, `IMPORTANT`, `WARNING`, `CAUTION`) and the text on the next lines, each with `>` before it.';
const callout = `Write ${calloutForm}`;
const columns =
  'Write one `:::columns` … `:::` around both, and `::column` alone on the line where the next one begins.';
/** A letter less than `:::notes`, or the note that other tools show to all: only the author knows. */
const note = `Write \`:::notes\` for what only the speaker sees. For a box that all see, write ${calloutForm}`;
const notes = 'Write `:::notes` … `:::`.';

const cures: Readonly<Record<string, string>> = {
  incremental: steps,
  nonincremental: 'Leave the container out: a list appears as a whole unless it stands in `:::steps`.',
  fragment: steps,
  'v-click': steps,
  'v-clicks': steps,
  step: steps,
  ...Object.fromEntries(
    ['info', 'tip', 'important', 'warning', 'caution', 'danger', 'details'].map((name) => [name, callout]),
  ),
  note,
  column: columns,
  col: columns,
  cols: columns,
  row: columns,
  left: columns,
  right: columns,
  center: 'Write `::slide{layout=center}` first on the slide.',
  speaker: notes,
  comment: notes,
  toc: 'Write `::agenda`.',
  'r-stack': 'Write one slide for each, or `:::steps`.',
  absolute: 'Write HTML with a `style`, or choose a `layout` for the slide.',
};

/** Say how a container of another tool is written here; nothing for a name that no tool knows. */
export function foreignDirectiveCure(name: string): string | undefined {
  const known = name.startsWith('callout-') ? 'tip' : name;
  return lookUp(cures, known);
}

/** Say how a MyST directive, `:::{note}`, is written here: there a note is a box, never the speaker's. */
function mystCure(name: string): string | undefined {
  return name === 'note' || name === 'admonition' || name === 'seealso'
    ? callout
    : foreignDirectiveCure(name);
}

/** How a container of another tool is written here, by its opening line; nothing for a name that no tool knows. */
export function foreignOpeningCure(line: string): string | undefined {
  const [, myst] = /^:{3,}\{([A-Za-z][\w-]*)\}/.exec(line) ?? [];
  if (myst !== undefined) return mystCure(myst);
  const foreign = readForeignOpening(line);
  return foreign && foreignDirectiveCure(foreign.name);
}

/**
 * Read the name out of an opening line as other tools write it: `::: notes`, `::: {.column width="50%"}`, `::::: {#id .columns}`.
 */
export function readForeignOpening(
  line: string,
): { readonly name: string; readonly braces: boolean } | undefined {
  const [, blank = '', plain, inBraces] =
    /^:{3,}(\s*)(?:([\w-]+)(?:[\s{].*)?:*$|\{[^}]*?\.([\w-]+)[^}]*\}\s*:*$)/.exec(line) ?? [];
  if (inBraces !== undefined) return { name: inBraces, braces: true };
  return plain !== undefined && blank !== '' ? { name: plain, braces: false } : undefined;
}
