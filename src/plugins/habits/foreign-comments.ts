/** THE table of comments that are commands in other tools, and what says the same here. */

import type { Node } from 'mdast';

/** Comments by pattern. */
export const foreignComments: readonly (readonly [pattern: RegExp, tool: string, cure: string])[] = [
  [
    /^<!--\s*\.slide:/,
    'reveal.js',
    'Write `::slide{…}` first on the slide: `background=`, `transition=`, `#id`, `hidden`.',
  ],
  [
    /^<!--\s*\.?element:?\s/,
    'reveal.js',
    'Put what appears step by step into `:::steps`; give a picture its size and classes in braces.',
  ],
  [
    /^<!--\s*_?(class|paginate|color|background(Color|Image|Size|Position)|header|footer|theme|size|style|math|headingDivider|marp)\s*:/,
    'Marp',
    'Write `::slide{…}` first on the slide, or a key of the front matter.',
  ],
  [
    /^<!--\s*fit\s*-->/,
    'Marp',
    'Write `layout=center` or `layout=section` on the `::slide{…}` of few large words.',
  ],
  [
    /^<!--\s*(end_slide|pause|column_layout|column|reset_layout|jump_to_middle|new_lines?|incremental_lists|speaker_note)\b/,
    'presenterm',
    'Write `---`, `:::steps`, `:::columns` or `:::notes`.',
  ],
];

/** Tell whether a node is a command of another tool: what it asked for is worth a slide and a message. */
export function isForeignComment(node: Node): boolean {
  return 'value' in node && foreignComments.some(([pattern]) => pattern.test(String(node.value).trim()));
}
