/**
 * Takes a deck and leaves what the trust in its author allows: raw HTML of a `safe` deck is text, and `full` trust is said each time.
 * Before every step that reads HTML, so that none of a stranger's is ever parsed, measured or drawn as such.
 */
import type { Code, Html, Nodes, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { lowerTrust, type Trust } from '../config/config.js';
import { report } from '../diagnostics/report.js';
import { cutComments } from './html/cut-comments.js';

/** What holds words in a line; a tag in it is a part of the line, elsewhere it is a block. */
const lineHolders: ReadonlySet<string> = new Set<Nodes['type']>([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
]);

/**
 * Turn raw HTML of a `safe` deck into the text it is; comments stay, which are shown nowhere.
 *
 * before: html "<div>", paragraph > html "<b>", text "x", html "</b>"
 * after:  code[html] "<div>", paragraph > text "<b>", text "x", text "</b>"
 */
export function remarkTrust({ trust }: { readonly trust: Trust }) {
  return (tree: Root, file: VFile): void => {
    const own = file.data.deck?.trust ?? 'full';
    const level = lowerTrust(trust, own);
    if (level === 'full') reportFull(file);
    if (level === 'safe') showHtml(tree, file, own === 'safe');
  };
}

function reportFull(file: VFile): void {
  report(
    file,
    'trust-full',
    undefined,
    'Unexpected trust `full`, expected it for a deck whose every line you know',
    {
      note: 'Scripts and frames of the deck run as they are written, for everybody who opens its page; paper shows nothing of them.',
    },
  );
}

function showHtml(tree: Root, file: VFile, isOwnWish: boolean): void {
  const told = new Set<Nodes>();
  visit(tree, 'html', (node, index, parent) => {
    const value = cutComments(node.value);
    if (!parent || index === undefined || value.trim() === '') return undefined;
    const inLine = lineHolders.has(parent.type);
    parent.children[index] = inLine ? toText(node, value) : toCode(node, value);
    // The tags of one line need one message.
    if (!inLine || !told.has(parent)) reportHtml(node, value, file, isOwnWish);
    told.add(parent);
    return SKIP;
  });
}

function toText({ position }: Html, value: string): Text {
  return { type: 'text', value, ...(position && { position }) };
}

function toCode({ position }: Html, value: string): Code {
  return { type: 'code', lang: 'html', value: value.trim(), ...(position && { position }) };
}

function reportHtml(node: Html, value: string, file: VFile, isOwnWish: boolean): void {
  const [line = ''] = value.trim().split(/\r\n|\r|\n/);
  const shown = line.length > 40 ? `${line.slice(0, 39)}…` : line;
  const reason = `Unexpected HTML ${quote(shown)} in a deck of trust \`safe\`, expected Markdown`;
  const more = isOwnWish
    ? 'take `trust: safe` out of the front matter'
    : 'give the deck more trust with `--trust default`';
  report(file, 'html-untrusted', node, reason, {
    actual: shown,
    note: `It is shown as it is written. Write it in Markdown, or ${more}.`,
  });
}

/** Backticks around words that may hold some. */
function quote(words: string): string {
  return words.includes('`') ? `\`\` ${words} \`\`` : `\`${words}\``;
}
