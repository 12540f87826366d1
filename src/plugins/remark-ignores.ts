/**
 * Takes `<!-- lectern-ignore rule-id: reason -->` and leaves the lines for which that rule is not heard of: the slide, when the
 * comment stands above everything on it, else the block that follows. What has been reported already is taken back.
 */
import type { Html, Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { isSlide, type Slide } from '../deck/nodes.js';
import { type Ignore, isIgnored } from '../diagnostics/ignores.js';
import { report } from '../diagnostics/report.js';
import { type RuleId, rules } from '../diagnostics/rules.js';
import { suggest } from '../diagnostics/suggest.js';

const comment = /^<!--\s*lectern-ignore\b([^]*?)-->$/;

/** Note where which rules are not to be heard of. */
export function remarkIgnores() {
  return (tree: Root, file: VFile): void => {
    const ignores: Ignore[] = [];
    const slides: Slide[] = [];
    visitParents(tree, (node) => void (isSlide(node) && slides.push(node)));
    visitParents(tree, 'html', (node: Html, ancestors) => {
      const written = comment.exec(node.value.trim())?.[1];
      if (written === undefined) return;
      const lines = findLines(node, ancestors, slides);
      for (const ruleId of readRules(written, node, file)) {
        ignores.push({ ruleId, place: node.position, ...lines, used: false });
      }
    });
    if (ignores.length === 0) return;
    file.data.ignores = ignores;
    const kept = file.messages.filter(
      ({ ruleId, place, deckPlace }) =>
        !isIgnored(file, ruleId ?? '', deckPlace ?? (place && 'start' in place ? place : undefined)),
    );
    file.messages.splice(0, file.messages.length, ...kept);
  };
}

/** Read `rule-id, other-rule: reason`; a comment without a reason counts all the same, and is reported. */
function readRules(written: string, node: Html, file: VFile): RuleId[] {
  const [names = '', ...reason] = written.split(':');
  const ids = names.split(/[\s,]+/).filter(Boolean);
  const isReasoned = reason.join(':').trim() !== '' && ids.length > 0;
  if (!isReasoned) {
    report(
      file,
      'ignore-reason-missing',
      node,
      'Unexpected comment without a rule or a reason, expected `lectern-ignore rule-id: reason`',
      { note: 'Say why, so that the next person knows when it can go.' },
    );
  }
  return ids.filter((id): id is RuleId => {
    if (Object.hasOwn(rules, id)) return true;
    // Without a colon what is meant as a reason stands among the names.
    if (isReasoned) reportUnknown(id, node, file);
    return false;
  });
}

function reportUnknown(id: string, node: Html, file: VFile): void {
  const known = Object.keys(rules);
  const close = suggest(id, known) ?? known.find((one) => one.startsWith(`${id}-`));
  report(file, 'ignore-rule-unknown', node, `Unexpected rule \`${id}\`, expected one of Lectern’s rules`, {
    // There are some two hundred.
    note: close
      ? `Did you mean \`${close}\`?`
      : 'The name of a rule stands behind its message; `lectern rules` lists all.',
    actual: id,
  });
}

/** The lines that a comment is about; where nothing follows it, those of the next slide. */
function findLines(
  node: Html,
  ancestors: readonly Nodes[],
  slides: readonly Slide[],
): { from: number; to: number } {
  const line = node.position?.start.line ?? 0;
  const parent = ancestors.at(-1);
  const slide = ancestors.findLast(isSlide);
  if (slide && parent === slide && isOnTop(node, slide)) return linesOf(slide.position, line);
  const siblings: readonly Nodes[] = parent && 'children' in parent ? parent.children : [];
  const next = siblings.slice(siblings.indexOf(node) + 1).find((one) => !isComment(one));
  // A slide's heading is no child of it.
  const title = slide?.title?.position;
  if (parent === slide && title && title.start.line > line) return linesOf(title, line);
  return linesOf(
    next?.position ?? slides.find((one) => (one.position?.start.line ?? 0) > line)?.position,
    line,
  );
}

function isOnTop(node: Html, slide: Slide): boolean {
  const line = node.position?.start.line ?? 0;
  const first = slide.children.find((child) => !isComment(child));
  const starts = [slide.title, first].map((one) => one?.position?.start.line ?? Infinity);
  return starts.every((start) => line <= start);
}

function isComment(node: Nodes): boolean {
  return node.type === 'html' && node.value.startsWith('<!--');
}

function linesOf(position: Position | undefined, line: number): { from: number; to: number } {
  return { from: position?.start.line ?? line, to: position?.end.line ?? line };
}
