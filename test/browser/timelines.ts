/** Timelines of every kind, for the tests that measure them: the worked example, ten hard ones, many events, many lanes. */
import { example } from '../unit/timeline-example.js';

const fence = (content: string, options = ''): string => `:::timeline${options}\n\n${content}\n\n:::\n`;
const items = (count: number, item: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => item(index)).join('\n');
const words = [
  'first',
  'tool',
  'for teams',
  'with a longer name than usual',
  'works',
  'again, in small steps',
];

/** Name → Markdown of one timeline. */
export const timelines: Readonly<Record<string, string>> = {
  'the worked example': example,
  'one lane in rows': fence(
    items(
      7,
      (at) => `- **${1990 + at * 4}** Release ${at} — ${words[at % 6]}, told in a sentence of some length`,
    ),
    '{orient=vertical scale=even}',
  ),
  'sixty events over forty years': fence(
    items(60, (at) => {
      const title = `Event ${at} ${words[at % 6]}`;
      // In the order of time: months of a year rise.
      return `- **${1980 + Math.floor((at * 2) / 3)}-${(at * 2) % 3 === 0 ? '02' : '09'}** ${at % 10 === 0 ? `**${title}**` : title}`;
    }),
    '{split=gaps overview}',
  ),
  'two events on one day': fence('- **2015-03-27** One\n- **2015-03-27** Another\n- **2017** Later'),
  'one event only': fence('- **2015-03-27** Alone'),
  'a range that crosses the start': fence(
    '- **2012..2016** A range\n- **2017** After\n- **2019** Last',
    '{from=2014}',
  ),
  'from BC to AD': fence(
    '- **753 BC** Rome is founded\n- **44 BC** **Caesar dies**\n- **79 AD** Vesuvius\n- **476** The end in the west',
  ),
  'a title of seventy letters': fence(`- **2014** ${'x'.repeat(70)}\n- **2018** Short\n- **2020** Last`),
  'years only': fence(
    items(9, (at) => `- **${2010 + at}** ${at % 3 === 0 ? '**' : ''}Year ${at}${at % 3 === 0 ? '**' : ''}`),
  ),
  'four lanes': fence(
    ['Oslo', 'Lima', 'Kyoto', 'Accra']
      .map(
        (name, lane) =>
          `### ${name}\n\n${items(5, (at) => `- **${2008 + at * 3 + lane}-0${lane + 2}** ${words[at]}`)}`,
      )
      .join('\n\n'),
  ),
  'an open range, and now before the last event': fence(
    '- **2015..** Still going on\n- **2018** Past\n- [ ] **2027** A plan\n- [ ] **2028..2029** A longer plan',
    '{now=2026-06}',
  ),
  'merged lanes': fence(
    ['Oslo', 'Lima']
      .map(
        (name, lane) =>
          `### ${name}\n\n${items(7, (at) => `- **${2008 + at * 2 + lane}** ${words[at % 6]}`)}`,
      )
      .join('\n\n'),
    '{layout=merged}',
  ),
  'rows on both sides, with eras': fence(
    `${['Oslo', 'Lima'].map((name, lane) => `### ${name}\n\n${items(4, (at) => `- **${2008 + at * 2 + lane}** ${words[at]}`)}`).join('\n\n')}\n\n### Eras\n\n- **2008..2011** Early\n- **2012..2016** Late`,
    '{orient=vertical}',
  ),
  cards: fence(
    items(7, (at) => `- **${2001 + at}** Card ${at} — ${words[at % 6]}\n\n  Detail of it.\n`),
    '{layout=cards}',
  ),
  'a gap cut out': fence(
    '- **1943** a\n- **1958** **b**\n- **1969** c\n- **2012** d\n- **2017** e',
    '{scale=collapsed}',
  ),
  'narrow eras': fence(
    '### A\n\n- **2001** a\n- **2020** b\n\n### Eras\n\n- **2001..2002** A first short time\n- **2003..2004** Another short time\n- **2019..2020** The last of them',
  ),
  'beside text': `:::::columns{ratio="1:2"}\n\nSome words that stand beside it.\n\n::column\n\n${fence(items(3, (at) => `- **${2001 + at * 3}** Event ${at} — ${words[at]}`))}\n:::::\n`,
  'under text': `A paragraph stands above it.\n\n${fence(items(9, (at) => `- **${2001 + at}** Event ${at} ${words[at % 6]}`))}`,
};
