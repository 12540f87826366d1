/**
 * Takes code and leaves what nobody would see in it visible: characters that turn the order of the text, so that code reads
 * otherwise than it runs, and those without any width. Before code is measured and coloured, so that all documents show the same.
 */
import type { Code, InlineCode, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { nameCharacter } from '../diagnostics/show-controls.js';

/** Bidirectional controls, widths of nothing, and the letters of the block of tags, which say things to machines alone. */
const hidden = /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/gu;

/**
 * Show hidden characters in code by their numbers.
 *
 * before: code "a = 'x\u202e'"
 * after:  code "a = 'x[U+202E]'"
 */
export function remarkHiddenCharacters() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (node.type === 'code' || node.type === 'inlineCode') showHidden(node, file);
    });
  };
}

function showHidden(node: Code | InlineCode, file: VFile): void {
  const found = new Set(node.value.match(hidden));
  if (found.size === 0) return;
  node.value = node.value.replace(hidden, (character) => `[${nameCharacter(character)}]`);
  const names = [...found].map((character) => `\`${nameCharacter(character)}\``).join(', ');
  report(
    file,
    'code-hidden-character',
    node,
    `Unexpected ${names} in code, expected characters that are seen`,
    {
      note: 'It is shown by its number. Write an escape in its place, such as `\\u202e`, if the code needs it.',
    },
  );
}
