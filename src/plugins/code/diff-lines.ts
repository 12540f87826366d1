/** Takes the text of changed code and leaves which lines came and went; the signs step aside while the code is coloured. */
import type { CodeLine } from './split-lines.js';

/** What happened to a line. */
export type Change = 'added' | 'removed';

/** Tell what happened to each line. `+++` and `---` name the files of a patch. */
export function readChanges(lines: readonly string[], patch: boolean): (Change | undefined)[] {
  return lines.map((line) => {
    if (patch && /^(?:\+\+\+|---)(?: |$)/.test(line)) return undefined;
    if (line.startsWith('+')) return 'added';
    return line.startsWith('-') ? 'removed' : undefined;
  });
}

/** Put a space for each sign, so that a grammar reads the code and nothing moves. */
export function hideSigns(code: string): string {
  return code.replaceAll(/^[+-]/gm, ' ');
}

/** Put the sign back: a coloured line begins with the space that stood for it, alone or inside an element. */
export function restoreSign(line: CodeLine, change: Change): void {
  const [first] = line;
  if (first?.type === 'element') restoreSign(first.children, change);
  else if (first?.type === 'text') first.value = (change === 'added' ? '+' : '-') + first.value.slice(1);
}
