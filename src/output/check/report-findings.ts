/** Takes what the probe found on screen and in print and leaves messages, each thing once, at its line of the deck. */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Finding } from '../../client/probe/findings.js';
import { report, type Spot } from '../../diagnostics/report.js';
import { baseOf } from './cut-deck.js';
import type { Cures } from './find-cures.js';

/** Where something was found. */
export type Medium = 'screen' | 'print';

/** Longest text that a note quotes. */
const longestQuote = 60;

/**
 * Report findings of the media that were looked at; what shows on both is said once.
 *
 * @param cures what makes slides fit, when that was tried
 */
export function reportFindings(
  file: VFile,
  found: Readonly<Partial<Record<Medium, readonly Finding[]>>>,
  cures?: Cures,
): void {
  const print = indexFindings(found.print);
  const screen = indexFindings(found.screen);
  const both = found.print !== undefined && found.screen !== undefined;
  const missing: Finding[] = [];
  for (const [key, finding] of [...screen, ...[...print].filter(([one]) => !screen.has(one))]) {
    if (finding.rule === 'font-missing-glyph') {
      if (!missing.some(({ what }) => what === finding.what)) missing.push(finding);
      continue;
    }
    const seen = screen.has(key);
    const only = !print.has(key) ? 'On screen only. ' : !seen ? 'In print only. ' : '';
    reportFinding(file, finding, both ? only : '', spotOf(finding, seen), cures?.get(baseOf(finding.slide)));
  }
  reportMissing(file, missing);
}

/** Characters that no face holds, where they stand; the letters of a script in one message, since there is one cause. */
function reportMissing(file: VFile, missing: readonly Finding[]): void {
  const letters = missing.filter(({ what }) => /\p{L}/u.test(what));
  const [first] = letters;
  if (first && letters.length > 1) {
    const some = letters.slice(0, 3).map(({ what }) => `\`${what}\``);
    const reason = `Unexpected ${letters.length} letters such as ${some.join(', ')}, expected letters of the bundled faces`;
    report(file, 'font-missing-glyph', placeOf(file, first), reason, {
      note: 'Each machine draws them with a font of its own. A stylesheet can bring one that holds them: `css: deck.css`.',
      spot: { slide: first.slide },
    });
  }
  for (const finding of missing) {
    if (letters.length > 1 && letters.includes(finding)) continue;
    const { reason, note } = wordings['font-missing-glyph'](finding);
    report(file, 'font-missing-glyph', placeOf(file, finding), reason, {
      note,
      actual: finding.what,
      spot: { slide: finding.slide },
    });
  }
}

/** The first place of a character from the line of its block on. */
function placeOf(file: VFile, { line: from = 1, what }: Finding): Position {
  const lines = String(file.value).split(/\r\n|\r|\n/);
  const index = lines.findIndex((text, at) => at + 1 >= from && text.includes(what));
  const start = {
    line: index < 0 ? from : index + 1,
    column: index < 0 ? 1 : (lines[index]?.indexOf(what) ?? 0) + 1,
  };
  return { start, end: { line: start.line, column: start.column + (index < 0 ? 0 : what.length) } };
}

function indexFindings(findings: readonly Finding[] = []): Map<string, Finding> {
  return new Map(findings.map((finding) => [keyOf(finding), finding]));
}

function keyOf({ rule, slide, line, what, seen }: Finding): string {
  return JSON.stringify(rule === 'slide-overflow' ? [rule, slide] : [rule, slide, line, what, seen]);
}

function reportFinding(
  file: VFile,
  finding: Finding,
  only: string,
  spot: Spot,
  cures: readonly string[] | undefined,
): void {
  const facts = file.data.slides?.find((slide) => slide.id === finding.slide);
  const start = { line: finding.line ?? facts?.line ?? 1, column: 1 };
  const { reason, note } = wordings[finding.rule](finding, cures);
  report(file, finding.rule, { start, end: start }, reason, {
    note: `${only}${note}`,
    actual: String(Math.round(finding.amount)),
    spot,
  });
}

/** A slide is shown as it is on screen: what is seen on paper alone has no place there. */
function spotOf({ slide, box }: Finding, onScreen: boolean): Spot {
  return onScreen ? { slide, box } : { slide };
}

interface Wording {
  readonly reason: string;
  readonly note: string;
}

const wordings: Readonly<Record<Finding['rule'], (finding: Finding, cures?: readonly string[]) => Wording>> =
  {
    'slide-overflow': ({ amount, what, seen, hidden, slide }, cures) => ({
      reason: `Unexpected ${Math.round(amount)} px of content ${what} the slide, expected it to fit`,
      note: `${hidden ? `On \`#${slide}\` ${seen ? `the last line that is seen is ${quote(seen)}, ` : ''}the first that is not is ${quote(hidden)}. ` : `It is cut on \`#${slide}\`. `}${describeCures(cures)}`,
    }),
    'text-clipped': ({ amount, what }) => ({
      reason: `Unexpected ${Math.round(amount)} px of text outside of its ${what}, expected it to fit`,
      note: 'Shorten the text, or give it more room: fewer columns, a smaller density, a wider column.',
    }),
    'text-overlap': ({ seen, hidden }) => ({
      reason: `Unexpected text over other text: ${quote(hidden)} over ${quote(seen)}, expected a place of its own`,
      note: 'Shorten one of them, or leave one out.',
    }),
    'text-small': ({ amount, what, seen }) => ({
      reason: `Unexpected text of ${amount} px, expected at least ${what}`,
      note: `It reads ${quote(seen)}. Say less instead: what is small is not read.`,
    }),
    'image-upscaled': ({ amount, what }) => ({
      reason: `Unexpected picture at ${amount.toFixed(1)} times its ${what} pixels, expected no more than them`,
      note: 'Use a picture with more pixels, an SVG, or a smaller size: `![…](…){width=…}`.',
    }),
    'font-missing-glyph': ({ what }) => ({
      reason: `Unexpected character \`${what}\` (${codePoint(what)}), expected one of the bundled faces`,
      note: 'Each machine draws it with a font of its own. Use another character, or a theme whose faces hold it.',
    }),
    'word-broken': ({ seen }) => ({
      reason: `Unexpected break inside the word ${quote(seen)}, expected it on one line`,
      note: 'Give it more room, use a shorter word, or say where it may break with a soft hyphen (`&shy;`).',
    }),
    'title-widow': ({ seen }) => ({
      reason: `Unexpected title whose last line is ${quote(seen)} alone, expected two words or more`,
      note: 'Shorten the title, or say more.',
    }),
  };

function describeCures(cures: readonly string[] | undefined): string {
  if (!cures) return '`lectern check` tries what would make it fit, and says it.';
  if (cures.length > 0) return `It fits with ${cures.join(', or with ')}.`;
  return 'Neither a smaller size nor `---` between its blocks helps: shorten it, or move text to `:::handout`.';
}

function quote(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return `“${line.length > longestQuote ? `${line.slice(0, longestQuote - 1).trimEnd()}…` : line}”`;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
