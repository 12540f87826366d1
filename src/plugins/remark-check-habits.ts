/** Takes the slides and reports what authors bring from other tools and what would silently do nothing here. Changes nothing. */
import type { Html, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { listSlides } from './remark-to-hast.js';

/** Comments that are commands elsewhere, and what says the same here. */
const commands: readonly (readonly [pattern: RegExp, tool: string, cure: string])[] = [
  [
    /^<!--\s*\.slide:/,
    'reveal.js',
    'Write `::slide{…}` first on the slide: `background=`, `transition=`, `#id`, `hidden`.',
  ],
  [
    /^<!--\s*\.element:/,
    'reveal.js',
    'Put what appears step by step into `:::steps`; give a picture its size and classes in braces.',
  ],
  [
    /^<!--\s*_?(class|paginate|backgroundColor|backgroundImage|header|footer)\s*:/,
    'Marp',
    'Write `::slide{…}` first on the slide, or a key of the front matter.',
  ],
  [
    /^<!--\s*(end_slide|pause|column_layout|column|speaker_note)\b/,
    'presenterm',
    'Write `---`, `:::steps`, `:::columns` or `:::notes`.',
  ],
];

/** From this many headings on, one slide is probably an article. */
const manyHeadings = 4;

/** Report foreign commands in comments, and articles that are one slide. */
export function remarkCheckHabits() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'html', (node) => checkComment(node, file));
    const slides = listSlides(tree);
    const [only] = slides;
    if (slides.length !== 1 || !only) return;
    const headings = only.children.filter((node) => node.type === 'heading').length;
    if (headings < manyHeadings) return;
    report(
      file,
      'slide-breaks-missing',
      only,
      `Unexpected single slide with ${headings + 1} headings, expected several slides`,
      {
        note: 'Write `slide-level: 2` in the front matter to start a slide at every `##`, or `---` between slides.',
      },
    );
  };
}

function checkComment(node: Html, file: VFile): void {
  const found = commands.find(([pattern]) => pattern.test(node.value.trim()));
  if (!found) return;
  const [, tool, cure] = found;
  const shown = node.value.trim().replace(/\s+/g, ' ').slice(0, 60);
  report(file, 'comment-foreign', node, `Unexpected ${tool} comment \`${shown}\`, expected a directive`, {
    note: `${cure} As a comment it does nothing here.`,
  });
}
