/** Takes checked decks and leaves one page on the disk that shows their slides with what is wrong with them. */
import type { VFile } from 'vfile';
import { defaultDeckOptions } from '../../deck/options.js';
import type { Sources } from '../../deck/sources.js';
import { toCheckedFiles } from '../../diagnostics/reporters/report-input.js';
import { type CheckPageDeck, renderCheckPage } from '../../document/check-page.js';
import { assertOwnPage } from '../assert-own-page.js';
import { writeFileAtomically } from '../write-file.js';

/** What goes into the page. */
export interface CheckReport {
  readonly decks: readonly ReportedDeck[];
  /** What was found, in one line. */
  readonly summary: string;
  /** Whether a browser looked at the slides. */
  readonly looked: boolean;
  /** The package's files. */
  readonly shipped: Sources;
}

/** A deck that was checked. */
export interface ReportedDeck {
  readonly name: string;
  readonly file: VFile;
  /** Pictures of its slides (JPEG), by their ids. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/**
 * Write the page.
 *
 * @throws UserError when a file is there that Lectern did not write
 */
export async function writeCheckReport(
  target: string,
  { decks, summary, looked, shipped }: CheckReport,
): Promise<void> {
  await assertOwnPage(target, 'Choose another file with `--report=<file>`.');
  await writeFileAtomically(target, renderCheckPage({ decks: decks.map(toPage), summary, looked }, shipped));
}

function toPage({ name, file, pictures }: ReportedDeck): CheckPageDeck {
  return {
    name,
    options: file.data.deck ?? defaultDeckOptions,
    slides: file.data.slides ?? [],
    files: toCheckedFiles(file),
    pictures: new Map(
      [...pictures].map(([id, picture]) => [
        id,
        `data:image/jpeg;base64,${Buffer.from(picture).toString('base64')}`,
      ]),
    ),
  };
}
