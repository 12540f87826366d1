/** Takes the file of rehearsals beside the deck and leaves `file.data.rehearsed`: what slides took, for plans of the talk. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Config } from '../config/config.js';
import { decodeText } from '../deck/decode-text.js';
import type { Rehearsed } from '../deck/plan-talk.js';
import { medianTimes, parseRehearsals, rehearsalName } from '../deck/rehearsal.js';
import type { Sources } from '../deck/sources.js';
import { report } from '../diagnostics/report.js';

declare module 'vfile' {
  interface DataMap {
    /** Median seconds of slides that were rehearsed, by id. */
    rehearsed?: Rehearsed;
  }
}

/** Read the rehearsals of the talk. */
export function remarkRehearsal({ talk }: Config, sources: Sources) {
  return (_tree: Root, file: VFile): void => {
    const name = rehearsalName(file.stem ?? '');
    const bytes = sources.get(name);
    if (!bytes) return;
    const runs = parseRehearsals(decodeText(bytes).text);
    if (runs) file.data.rehearsed = medianTimes(runs, talk);
    else {
      report(
        file,
        'rehearsal-damaged',
        undefined,
        `Unexpected text in \`${name}\`, expected what \`lectern rehearse\` wrote`,
        {
          note: 'Delete the file, or take back what was changed in it; until then nothing is planned from it.',
        },
      );
    }
  };
}
