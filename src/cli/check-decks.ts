/** Takes the decks of a command line and leaves them checked, and mended where that was asked for, all with one browser. */
import type { VFileMessage } from 'vfile-message';
import type { Sources } from '../deck/sources.js';
import { checkCompiled, checkDeck } from '../output/check/check-deck.js';
import type { LinkCache } from '../output/check/check-remote-links.js';
import { fixDeck } from '../output/check/fix-deck.js';
import type { DeckMeasurer } from '../output/check/measure-deck.js';
import type { DeckPath } from '../output/find-decks.js';
import { sourceSeconds } from '../output/source-date.js';
import { listInputs } from '../output/watch/list-inputs.js';
import type { CheckedDeck } from './check-output.js';
import type { CliContext, CliValues } from './command.js';
import { readConfig } from './deck-options.js';

/** Check decks one after the other. */
export async function checkDecks(
  decks: readonly DeckPath[],
  values: CliValues,
  shipped: Sources,
  context: CliContext,
): Promise<CheckedDeck[]> {
  const links: LinkCache | undefined = values.links ? new Map() : undefined;
  const measurer = values['no-browser'] ? undefined : await startMeasurer(values, context);
  const today = sourceSeconds(context.env) ?? Date.now() / 1000;
  const options = { ...readConfig(values), signal: context.signal, today, links, measurer };
  const wants = wantedFixes(values);
  const checked: CheckedDeck[] = [];
  try {
    for (const { name, path, talk } of decks) {
      if (context.signal.aborted) break;
      context.progress(`checking ${name} (${checked.length + 1} of ${decks.length})`);
      const ofTalk = { ...options, talk };
      const compile = (bytes: Uint8Array) => checkCompiled(path, { ...ofTalk, bytes }, shipped);
      const { fixed, refused } = wants ? await fixDeck(path, compile, wants) : { fixed: 0, refused: false };
      const loaded = await checkDeck(path, ofTalk, shipped);
      checked.push({ name, file: loaded.deck.file, fixed, refused, inputs: listInputs(path, loaded) });
    }
  } finally {
    await measurer?.close();
  }
  return checked;
}

/** The browser is loaded and started for decks that are measured alone. */
async function startMeasurer(values: CliValues, { env, signal }: CliContext): Promise<DeckMeasurer> {
  const { openMeasurer } = await import('../output/check/measure-deck.js');
  const choice = values.browser === undefined ? env.LECTERN_BROWSER : String(values.browser);
  return openMeasurer({ choice, env, signal });
}

/** `--fix` mends all, `--write` only what is a copy of a data file. */
function wantedFixes({ fix, write }: CliValues): ((message: VFileMessage) => boolean) | undefined {
  if (fix) return () => true;
  return write ? ({ ruleId }) => ruleId === 'data-mirror-differs' : undefined;
}
