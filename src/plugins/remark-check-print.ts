/** Takes finished slides and reports a range to print that the deck does not have; after fitting, which adds slides. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.js';
import { listSlides } from './remark-to-hast.js';

/** Check `print: range` against the deck. */
export function remarkCheckPrint() {
  return (tree: Root, file: VFile): void => {
    const total = listSlides(tree).length;
    const outside = file.data.deck?.print.range?.find(({ to }) => to > total);
    if (!outside) return;
    const place = file.data.optionPlaces?.get('print');
    report(
      file,
      'print-range',
      place,
      `Unexpected slide ${outside.to} in \`range\`, expected at most ${total}`,
      {
        note: 'Slides are counted as they stand in the deck, the parts of a slide that goes on too.',
        actual: String(outside.to),
        expected: [String(total)],
      },
    );
  };
}
