/** Takes the events of a timeline and reports amounts without a source: a reader cannot check them. Dates and versions are none. */
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';
import { report } from '../../diagnostics/report.js';
import type { ComponentContext } from '../component.js';
import { eventsOf, lanesOf, type TimelineChild, type TimelineEvent } from './node.js';

/** A share, a number in thousands, or one with a word for its size. */
const amount = /\d ?%|\d{1,3},\d{3}\b|\d(?:\.\d+)?(?:[KMB]\b| (?:thousand|million|billion|trillion)\b)/;

/** Check that amounts have a source: a note, a paragraph under the drawing, or `Source:`. */
export function checkSource(children: readonly TimelineChild[], { file }: ComponentContext): void {
  const events = lanesOf({ children }).flatMap(eventsOf);
  const first = events.find((event) => amount.test(labelOf(event)));
  if (!first || children.some(({ type }) => type === 'timelineSource' || type === 'paragraph')) return;
  if (hasNote(children)) return;
  report(
    file,
    'facts-source-missing',
    first,
    'Unexpected number without a source, expected `Source: …` or a footnote',
    {
      note: 'Add a paragraph below the lists that begins with `Source:`.',
    },
  );
}

/** What is said in a label; blocks under an item are the speaker's. */
function labelOf(event: TimelineEvent): string {
  return event.children
    .filter(({ type }) => type !== 'timelineDetail')
    .map((part) => toString(part))
    .join(' ');
}

function hasNote(children: readonly TimelineChild[]): boolean {
  let found = false;
  visit({ type: 'root', children } as Nodes as Root, 'footnoteReference', () => {
    found = true;
    return EXIT;
  });
  return found;
}
