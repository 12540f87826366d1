/** THE table of what other tools read as syntax in a paragraph and what is plain text here, with what says the same. */

/** A habit: where it is found, whose it is, and its cure. */
export interface Habit {
  readonly pattern: RegExp;
  readonly tool: string;
  readonly cure: string;
  /** Whether it can be written here in one way only (`habit-fixes.ts`). */
  readonly mends?: boolean;
  /** Whether it is one only as a block of the slide itself: a point of a list may begin with such words. */
  readonly isBlock?: boolean;
}

const admonition =
  'Write `> [!NOTE]` (or `TIP`, `WARNING` …) and the text on the next lines, each with `>` before it.';
const steps = 'Put what appears step by step into `:::steps` … `:::`.';

/** What a paragraph as written begins with, or holds as a line of its own. */
export const foreignParagraphs: readonly Habit[] = [
  { pattern: /^\. \. \.$/m, tool: 'Pandoc', cure: steps },
  {
    pattern: /^(--|--?-?v|vvv)\s*$/m,
    tool: 'reveal.js or remark',
    cure: `Write \`---\` between slides, \`::::stack\` … \`::::\` around slides above one another. ${steps}`,
  },
  {
    pattern: /^\?\?\?\s*$/m,
    tool: 'remark',
    cure: 'Put what only the speaker sees into `:::notes` … `:::`.',
  },
  {
    pattern: /^(speaker )?notes?:(\s.*|$)/i,
    tool: 'reveal.js',
    cure: 'Put what only the speaker sees into `:::notes` … `:::`; for what all are to see write `> [!NOTE]`.',
    mends: true,
    isBlock: true,
  },
  {
    pattern: /^\{\{[<%].*/,
    tool: 'Quarto or Hugo',
    cure: 'Write what it stands for: a video is `![What it shows](clip.mp4)`, a page `<iframe src="…" title="…">`.',
  },
  {
    pattern: /^\([\w:.-]+\)=$/m,
    tool: 'MyST',
    cure: 'Write the id behind the heading that follows: `## Title {#name}`.',
    mends: true,
  },
  { pattern: /^(\/\/\/|!!!|\?\?\?\+?)\s*[a-z].*/im, tool: 'MkDocs', cure: admonition, mends: true },
  {
    pattern: /^\+[-=:]{2,}[-=:+]*\+\s*$/m,
    tool: 'Pandoc',
    cure: 'Write a table with pipes: `| a | b |`, then `| :-- | --: |`, then its rows.',
  },
  {
    pattern: /^::[\w-]+::\s*$/m,
    tool: 'Slidev',
    cure: 'Write `:::columns`, and `::column` where the next one begins.',
  },
  {
    pattern: /^\.[\w.-]+\[.*/m,
    tool: 'remark',
    cure: 'Write `:::columns`, or HTML: `<div class="name">`, `<span class="name">`.',
  },
  {
    pattern: /^\\(pause|newpage|pagebreak|clearpage)\b/m,
    tool: 'LaTeX',
    cure: `Write \`---\` where a slide ends. ${steps}`,
  },
];

/** What stands first on a slide. */
export const foreignBeginnings: readonly Habit[] = [
  {
    pattern: /^(class|name|template|layout|count|exclude|background-image):\s.*/,
    tool: 'remark',
    cure: 'Write `::slide{#name .class layout=center background="x.png"}` first on the slide.',
  },
  { pattern: /^% .*/, tool: 'Pandoc', cure: 'Write a front matter: `---`, `title: …`, `author: …`, `---`.' },
];

/** What a text holds anywhere. */
export const foreignPhrases: readonly Habit[] = [
  {
    pattern: /^\[\](?=\s)/,
    tool: 'task list',
    cure: 'A box that is not ticked has a blank in it: `- [ ] task`.',
    mends: true,
  },
  { pattern: /\]\{[.#][^{}\n]*\}/, tool: 'Pandoc', cure: 'Write HTML: `<span class="name">words</span>`.' },
  {
    pattern: /(^|\s)\{[.#:][\w-]+[^{}\n]*\}\s*$/,
    tool: 'Pandoc',
    cure: 'Braces belong to `::slide{…}`, to `:::name{…}` and to pictures. A list that appears step by step stands in `:::steps`.',
  },
  {
    pattern: /(?<=^|[\s(;])\[-?@[a-z][\w:.-]*\d[^\]\n]*\]/i,
    tool: 'Pandoc',
    cure: 'Write a footnote, `[^key]` and `[^key]: the source`, or a paragraph that begins with `Source:`.',
  },
  {
    pattern: /\{(?:term|cite(?::\w+)?|ref|numref|doc|eq|abbr|kbd|math|download|sub-ref)\}$/,
    tool: 'MyST',
    cure: 'Write the words alone, a link `[words](#id)`, or a footnote `[^key]`.',
  },
  {
    pattern:
      /!\[[^\]\n]*\]\([^()<>\n"']*[^\s()<>"'][ \t][^()<>\n"']*\.(?:png|jpe?g|gif|svg|webp|avif|mp4|webm|mp3|ogg|wav)\)/i,
    tool: 'picture',
    cure: 'A path with blanks stands between `<` and `>`: `![What it shows](<my pictures/x.png>)`.',
  },
  { pattern: /==[^\s=][^=\n]*==/, tool: 'Obsidian', cure: 'Write `<mark>words</mark>`.' },
];

/** Attributes behind a heading. */
export const foreignHeading: Habit = {
  pattern: /\{\s*(?:[.#-][^{}\n]*|[\w-]+=[^{}\n]*)\}\s*$/,
  tool: 'Pandoc or Quarto',
  cure: 'Write `::slide{#id .class background="…"}` on a line above the heading.',
};

/** Lines of code that are commands elsewhere. */
export const foreignCode: readonly Habit[] = [
  {
    pattern: /^(#|\/\/|--|%%)\| .*/m,
    tool: 'Quarto',
    cure: 'Take these lines out; a title and stressed lines stand behind the language: ` ```r title="fit.R" {2-3} `.',
  },
  {
    pattern: /#<<\s*$/m,
    tool: 'xaringan',
    cure: 'Take the sign out and write the numbers of the lines behind the language: ` ```r {3} `.',
  },
];

const stressedCode =
  'Write the language behind the fence, and what is said of the code behind it: ` ```python title="fit.py" {2-3} numbers `.';

/** Fences that MyST reads as directives. */
export const foreignFences: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['note', 'tip', 'hint', 'important', 'warning', 'caution', 'admonition'].map((name) => [
      name,
      admonition,
    ]),
  ),
  table: 'Take both fences away, the table stays; a caption is a paragraph.',
  'figure-md': 'Write `![What it shows](x.png "Caption")`.',
  figure: 'Write `![What it shows](x.png "Caption")`.',
  image: 'Write `![What it shows](x.png)`.',
  'code-block': stressedCode,
  code: stressedCode,
  math: 'Write the formula between two lines of `$$`.',
};
