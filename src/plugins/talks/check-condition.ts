/** Takes a condition as written and reports names that nobody has and conditions that nobody meets. Blocks and slides share it. */
import type { Node } from 'mdast';
import type { VFile } from 'vfile';
import { type Condition, type Hearing, holds } from '../../deck/conditions.js';
import { report } from '../../diagnostics/report.js';
import { suggestNote } from '../../diagnostics/suggest.js';

/** Who listens to what is being made. */
export function hearingOf(file: VFile): Hearing {
  return { talk: file.data.talk?.name, audience: file.data.deck?.audience ?? [] };
}

/** All who may listen: those who get the whole deck, and those of each talk. */
function listHearings(file: VFile): readonly Hearing[] {
  return file.data.hearings ?? [hearingOf(file)];
}

/** Tell whether anybody meets all of some conditions. */
export function isMet(conditions: readonly Condition[], file: VFile): boolean {
  return listHearings(file).some((hearing) => conditions.every((one) => holds(one, hearing)));
}

/** Check the names of a condition, and whether anybody meets it. */
export function checkCondition(condition: Condition, place: Node | undefined, file: VFile): void {
  const all = listHearings(file);
  const talks = all.flatMap(({ talk }) => talk ?? []);
  const audiences = [...new Set(all.flatMap(({ audience }) => audience))];
  const wrong = [
    ...(condition.talk ?? [])
      .filter((name) => !talks.includes(name))
      .map((name) => ['talk', name, talks] as const),
    ...(condition.audience ?? [])
      .filter((name) => !audiences.includes(name))
      .map((name) => ['audience', name, audiences] as const),
  ];
  for (const [kind, name, known] of wrong) {
    const reason = `Unexpected ${kind} \`${name}\`, expected one that the deck defines`;
    report(file, `${kind}-unknown`, place, reason, { actual: name, note: suggestNote(name, known) });
  }
  if (wrong.length > 0 || isMet([condition], file)) return;
  report(
    file,
    'condition-contradiction',
    place,
    'Unexpected condition that no talk meets, expected one that some talk does',
    { note: 'Both must hold: a talk of that name for an audience of that name.' },
  );
}
