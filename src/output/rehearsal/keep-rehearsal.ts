/** Takes the times that a page reports and keeps them in the file beside the deck: one rehearsal a page, once it got anywhere. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  formatRehearsals,
  isSeconds,
  parseRehearsals,
  type Rehearsal,
  rehearsalName,
} from '../../deck/rehearsal.js';
import { UserError } from '../../user-error.js';
import type { DeckPath } from '../find-decks.js';
import { writeFileAtomically } from '../write-file.js';

/** A slide that was shown for less was passed by. */
const leastSeconds = 1;

/** Name the file of rehearsals of a deck. */
export function rehearsalPath(deckPath: string): string {
  const { dir, name } = path.parse(path.resolve(deckPath));
  return path.join(dir, rehearsalName(name));
}

/**
 * Read the rehearsals of a deck; none when there is no file.
 *
 * @throws UserError when the file is damaged: what is in it would be lost with the next rehearsal
 */
export async function readRehearsals(deckPath: string): Promise<readonly Rehearsal[]> {
  const file = rehearsalPath(deckPath);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const runs = text === undefined ? [] : parseRehearsals(text);
  if (runs) return runs;
  throw new UserError(
    'input-invalid',
    `\`${path.basename(file)}\` is not what \`lectern rehearse\` wrote`,
    'Delete the file, or take back what was changed in it.',
  );
}

/** Rehearsals that are going on. */
export interface RehearsalKeeper {
  /** Take what a page reports; false when it is no report. */
  take(text: string): boolean;
  /** Write the rehearsals of this run behind the earlier ones. */
  write(): Promise<readonly Rehearsal[]>;
}

/** Keep the rehearsals of a deck from now on. @param now the time of day */
export async function keepRehearsals(
  { path: deckPath, talk }: DeckPath,
  now: () => Date,
): Promise<RehearsalKeeper> {
  const earlier = await readRehearsals(deckPath);
  const current = new Map<string, Rehearsal>();
  return {
    take(text) {
      const { run, seconds } = readReport(text);
      if (run === undefined || !seconds) return false;
      const began = current.get(run)?.began ?? now().toISOString();
      current.set(run, { ...(talk !== undefined && { talk }), began, seconds });
      return true;
    },
    async write() {
      const made = [...current.values()].filter(({ seconds }) => Object.keys(seconds).length > 0);
      const all = [...earlier, ...made];
      if (made.length > 0) await writeFileAtomically(rehearsalPath(deckPath), formatRehearsals(all));
      return all;
    },
  };
}

function readReport(text: string): { readonly run?: string; readonly seconds?: Record<string, number> } {
  try {
    const { run, seconds } = JSON.parse(text) as Record<string, unknown>;
    if (typeof run !== 'string' || typeof seconds !== 'object' || seconds === null) return {};
    const entries = Object.entries(seconds);
    if (!entries.every(([, value]) => isSeconds(value))) return {};
    const shown = entries.filter(([, value]) => Number(value) >= leastSeconds);
    return {
      run,
      seconds: Object.fromEntries(shown.map(([id, value]) => [id, Math.round(Number(value) * 10) / 10])),
    };
  } catch {
    return {};
  }
}
