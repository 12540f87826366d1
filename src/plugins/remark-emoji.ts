/**
 * Takes text with names such as `:rocket:` and leaves the characters: only names that GitHub knows, everything else stays as written.
 * After the slides have their ids, which on GitHub come from the name; before components, so that all of them see characters.
 */
import type { Link, Nodes, Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** Names in a row, apart from words, numbers and addresses: `10:30:00`, `a:b:c` and `std::x::y` are none. */
const shortcodes = /(?<![\w:/\p{Script=Latin}])(?::[a-z0-9_+-]+:)+(?![\w:\p{Script=Latin}])/gu;

/**
 * Replace the names of emoji by emoji.
 *
 * before: text "Ready :rocket: at 10:30:00"
 * after:  text "Ready 🚀 at 10:30:00"
 */
export function remarkEmoji() {
  return async (tree: Root): Promise<void> => {
    const texts = listTexts(tree);
    if (texts.length === 0) return;
    const { nameToEmoji } = await import('gemoji');
    for (const text of texts) text.value = replaceShortcodes(text.value, nameToEmoji);
  };
}

/** List the texts that may hold a name. The title of a slide is not among its children. */
function listTexts(tree: Root): Text[] {
  const found: Text[] = [];
  const collect = (root: Nodes): void => {
    visit(root, (node) => {
      if (node.type === 'link' && isBareAddress(node)) return SKIP;
      if (node.type === 'text' && node.value.search(shortcodes) >= 0) found.push(node);
      if (node.type === 'slide' && node.title) collect(node.title);
      return undefined;
    });
  };
  collect(tree);
  return found;
}

/** An address that is its own text: a name in it is a part of it. */
function isBareAddress(link: Link): boolean {
  const text = toString(link);
  return text !== '' && link.url.endsWith(text);
}

function replaceShortcodes(text: string, names: Readonly<Record<string, string>>): string {
  return text.replace(shortcodes, (run) =>
    run.replace(/:([a-z0-9_+-]+):/g, (whole, name: string) =>
      Object.hasOwn(names, name) ? (names[name] ?? whole) : whole,
    ),
  );
}
