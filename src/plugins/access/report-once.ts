/**
 * Takes messages and leaves each once: what a slide repeats on its parts, such as the head of a table, has one place in the text, and
 * what was found in Markdown is not said again of its HTML.
 */
import type { Element } from 'hast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { type ReportDetails, report } from '../../diagnostics/report.js';
import type { RuleId } from '../../diagnostics/rules.js';

/** Report something at an element or a place. */
export type Say = (rule: RuleId, place: Element | Position, reason: string, details: ReportDetails) => void;

/** Make a function that reports every thing once. */
export function reportOnce(file: VFile): Say {
  const keyOf = (rule: string | undefined, at: Position | undefined) =>
    JSON.stringify([rule, at?.start.line, at?.start.column]);
  const said = new Set(
    file.messages.map(({ ruleId, deckPlace, place }) => keyOf(ruleId, deckPlace ?? positionOf(place))),
  );
  return (rule, place, reason, details) => {
    const key = keyOf(rule, positionOf(place));
    if (said.has(key)) return;
    said.add(key);
    report(file, rule, place, reason, details);
  };
}

function positionOf(place: VFileMessage['place'] | Element): Position | undefined {
  if (place === undefined || 'line' in place) return undefined;
  return 'start' in place ? place : place.position;
}
