/** Takes what the probe found on screen and in print and leaves messages, each thing once, at its line of the deck. */
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Finding } from '../../client/probe/findings.js';
import { report, type Spot } from '../../diagnostics/report.js';
import { baseOf } from './cut-deck.js';
import type { Cures } from './find-cures.js';
import { wordings } from './wordings.js';

/** Where something was found. */
export type Medium = 'screen' | 'print';

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
    // Nothing moves on paper: that it is seen on screen alone says nothing.
    const isShown = both && finding.rule !== 'motion-endless';
    reportFinding(
      file,
      finding,
      isShown ? only : '',
      spotOf(finding, seen),
      cures?.get(baseOf(finding.slide)),
    );
  }
  reportMissing(file, missing);
}

/**
 * Report findings of a handout: slides are drawn small in it, and what is said of them already is not said again.
 *
 * @param perPage how many slides it has on a page
 */
export function reportHandout(file: VFile, findings: readonly Finding[], perPage: number): void {
  for (const finding of findings) {
    const isKnown = file.messages.some(
      ({ ruleId, spot }) => ruleId === finding.rule && spot?.slide === finding.slide,
    );
    const only = `In the handout of ${perPage} a page only. `;
    if (!isKnown) reportFinding(file, finding, only, { slide: finding.slide }, undefined);
  }
}

/** Report slides that the browser did not get done with. */
export function reportHanging(file: VFile, slides: ReadonlySet<string>, timeoutMs: number): void {
  for (const slide of slides) {
    const line = file.data.slides?.find(({ id }) => id === slide)?.line ?? 1;
    const place = { start: { line, column: 1 }, end: { line, column: 1 } };
    const reason = `Unexpected slide \`#${slide}\` that the browser does not get done with, expected it within ${timeoutMs / 1000} s`;
    report(file, 'slide-hangs', place, reason, {
      note: 'Look for a picture or a drawing of very many parts, or a style that multiplies them. The other slides were looked at without it.',
      spot: { slide },
    });
  }
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
