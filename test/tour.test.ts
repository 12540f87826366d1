/** The tour shows the language: a slide and a fixture for every row of the README's syntax tour, and nothing that the README does not name. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { deckOptions } from '../src/deck/options.js';
import { layouts, slideOptionTable } from '../src/deck/slide-options.js';
import { formatMessages } from '../src/diagnostics/format.js';
import { directives } from '../src/directives.js';
import { calloutKinds } from '../src/plugins/callouts/kinds.js';
import { compileFile, fixtureNames, fixturesFolder, projectFolder } from './support.js';

const deckPath = path.join(projectFolder, 'slides', 'tour', 'deck.md');
const tour = readFileSync(deckPath, 'utf8');
const readme = readFileSync(path.join(projectFolder, 'README.md'), 'utf8');

const fixtures = fixtureNames.map((name) =>
  readFileSync(path.join(fixturesFolder, name, 'input.md'), 'utf8'),
);

/** What shows a row of the README's table "You want, you write" on a slide of the tour. */
const shownBy: Readonly<Record<string, readonly RegExp[]>> = {
  'A new slide': [/^---$/m],
  'A slide at every heading': [/^slide-level: 2/m],
  'Slides above one another': [/^::::stack$/m],
  'Options of a slide': [/^::slide\{#/m],
  'A layout': [/^::slide\{.*layout=/m],
  'A slide that is cut rather than made smaller, or left alone': [/^::slide\{.*fit=split/m, /`fit: none`/],
  'A background': [
    / background="linear-/,
    / background="\S+\.svg".* background-opacity=/,
    / background="\S+\.webm"/,
  ],
  'One deck for many talks': [/^talks:$/m],
  'Blocks for some talks or audiences': [/^:::only\{talk=/m, /^:::except\{talk=/m],
  'A value that changes': [/^vars:/m, /\{\{event\}\}/],
  'Slides of another file': [/^::include\{src=/m],
  'A slide that is kept for another day': [/^::slide\{.*hidden\}/m],
  'Parts that move from one slide to the next': [/^::slide\{.*auto-animate/m, /^::slide\{.*transition=fade/m],
  'A slide that goes on by itself': [/^::slide\{.*auto-advance=/m],
  'The same on every slide': [/^header:/m, /^footer:/m, /^logo:/m, /^::slide\{.*no-header no-footer/m],
  'An agenda': [/^::agenda\{depth=1\}$/m, /^::agenda\{current\}$/m],
  Columns: [/^::::columns\{ratio=/m, /^::column$/m],
  Steps: [/^:::steps$/m, /^:::steps\{depth=2\}$/m],
  'Steps in another order': [/^:::steps\{order=reverse\}$/m, /order=together/, /^:::steps\{order="/m],
  'Steps that do something else': [/^:::steps\{.*effect=up/m, /effect=strike/, /effect=spotlight/],
  'Notes for the speaker': [/^:::notes$/m],
  'Text for readers of the handout': [/^:::handout$/m],
  'A picture with size, place and caption': [/^!\[.+\]\(.+ ".+"\)\{width=40% \.right\}$/m],
  "A drawing in the theme's colours and fonts": [/\.svg\)\{\.inline/],
  'A picture on the network': [/`--allow-remote`/],
  'Code in colour': [/^```python/m],
  'A title over code, line numbers': [/^```ts title=".+" numbers/m],
  'Lines of code stressed': [/^```python \{\d+\}$/m],
  'Code in steps': [/^```ts .*\{1-2\|.*all\}$/m],
  'Changes in code': [/^```ts diff/m, /^```diff$/m],
  'Code from a file': [/^::code\{src=/m],
  'A part of a file': [/^::code\{.* region=/m],
  Math: [/^\$\$$/m, /\$L = /],
  'Tables, task lists, strikethrough, links': [/^\| :--/m, /- \[x\] /, /~~/, /\]\(#/],
  'A callout': [/^> \[!TIP\]$/m, /^> \[!WARNING\] \S/m],
  'An emoji': [/is :copyright:/],
  'A video or a sound': [/^!\[.+\]\(\S+\.webm .*autoplay muted loop poster=/m, /^!\[.+\]\(\S+\.wav/m],
  'An embedded page': [/^<iframe src=/m],
  'A footnote on its slide': [/^\[\^note\]:/m],
  'A source at the foot of the slide': [/^Source: /m],
  'A link to a slide': [/^## .+ \{#named-title\}$/m, /\]\(#named-title\)/],
  'Whose words a quote holds': [/^::slide\{.*layout=quote[^]*?^> — /m],
  'Styles of your own': [/^css: tour\.css$/m, /^<style>$/m],
  'A word in a subject’s colour': [/^<span class="subject-1">/m],
  'Words in another language': [/<span lang="fr">/],
  'A title that is heard and not seen': [/^## .* \{\.visually-hidden\}$/m],
  HTML: [/^<p class=/m, /^<!-- A comment/m],
  'Pros and cons': [/^:::proscons/m],
  'Which one to take': [/^:::decide/m],
  'Features in a grid': [/^:::features/m],
  'Questions and answers': [/^:::faq/m],
  'A quotation with its source': [/^:::quote/m],
  'Numbers in large type': [/^:::stats/m],
  'Numbers as bars': [/^:::bars/m],
  'What was said, and what holds': [/^:::claims/m],
  'Programs side by side': [/^:::code-compare/m],
  'Who uses it': [/^:::users/m],
  'All sources of the deck': [/^::sources/m],
  'Where the talk is': [/^progress: sections$/m],
  'A comparison, a timeline': [/^:::comparison/m, /^:::timeline/m],
  'A table from a file': [/^src: data\/community\.csv$/m],
};

/** What a fixture holds of a row, where the tour writes it with names or values of its own. */
const triedBy: Readonly<Record<string, readonly RegExp[]>> = {
  'A slide that is cut rather than made smaller, or left alone': [
    /^::slide\{.*fit=split/m,
    /^::slide\{fit=none/m,
  ],
  'A background': [
    /background="linear-/,
    /background="\S+\.svg".* background-opacity=/,
    /background="\S+\.mp4"/,
  ],
  'An agenda': [/^::agenda\[.+\]\{depth=2\}$/m, /^::toc\{current\}$/m],
  'A picture with size, place and caption': [
    /^!\[.+\]\(.+\)\{width=40% \.right\}$/m,
    /^!\[.+\]\(\S+ ".+"\)/m,
  ],
  'A picture on the network': [/^!\[.+\]\(https:/m],
  'Lines of code stressed': [/^```\w+ \{\d[\d,-]*\}$/m],
  'Code in steps': [/^```\w+ .*\{\d[^}]*\|.*\}/m],
  Math: [/^\$\$$/m, /\$e\^/],
  'A callout': [/^> \[!TIP\]$/m, /^> \[!WARNING\] \S/m],
  'An emoji': [/:[a-z_]+:/],
  'A video or a sound': [
    /^!\[.+\]\(\S+\.mp4 .*autoplay loop muted poster=/m,
    /^!\[.+\]\(\S+\.(?:mp3|wav|ogg)/m,
  ],
  'A footnote on its slide': [/^\[\^\w+\]:/m],
  'A link to a slide': [/^## .+ \{#[\w-]+\}$/m, /\]\(#[\w-]+\)/],
  'Styles of your own': [/^css: \S/m, /^<style>$/m],
  'A word in a subject’s colour': [/<span class="subject-1">/],
  'Words in another language': [/<span lang="[\w-]+">/],
  HTML: [/^<p class=/m, /^<!-- \w/m],
  'A table from a file': [/^:::comparison.*\{src="?\S+\.csv/m],
};

/** The rows of the README's table, by what the author wants. */
function readRows(): string[] {
  const table = readme.slice(readme.indexOf('| You want | You write |')).split(/\n\n/, 1)[0] ?? '';
  return table
    .split('\n')
    .slice(2)
    .map((line) => line.slice(2, line.indexOf(' | ')));
}

test('every row of the README’s syntax tour is known here', () => {
  expect(readRows()).toEqual(Object.keys(shownBy));
});

test.each(Object.entries(shownBy))('%s: a slide shows it', (_, patterns) => {
  expect(patterns.filter((pattern) => !pattern.test(tour))).toEqual([]);
});

test.each(Object.keys(shownBy))('%s: a fixture holds it', (row) => {
  const patterns = triedBy[row] ?? shownBy[row] ?? [];
  expect(patterns.length).toBeGreaterThan(0);
  expect(patterns.filter((pattern) => !fixtures.some((text) => pattern.test(text)))).toEqual([]);
});

test('every directive is used, and stands in the README', () => {
  const names = directives.map(({ name }) => name);
  expect(names.filter((name) => !new RegExp(`^:{2,}${name}\\b`, 'm').test(tour))).toEqual([]);
  expect(names.filter((name) => !new RegExp(`::${name}\\b`).test(readme))).toEqual([]);
});

test('every layout but the one that goes without saying is used', () => {
  const [, ...others] = layouts;
  // The title slide is one by itself: it is the first, and holds a heading alone.
  const named = others.filter((layout) => layout !== 'title');
  expect(named.filter((layout) => !new RegExp(`^::slide\\{.*layout=${layout}[ }]`, 'm').test(tour))).toEqual(
    [],
  );
});

test('every option of a slide, front-matter key and kind of callout is used or named', () => {
  const names = [
    ...Object.keys(slideOptionTable),
    ...deckOptions.map(({ key }) => key),
    ...Object.keys(calloutKinds),
  ];
  expect(names.filter((name) => !new RegExp(`(^|[\\s\`{])${name}[\\s\`:=}]`, 'im').test(tour))).toEqual([]);
});

test('the tour has no message, and keeps none quiet', async () => {
  const { file } = await compileFile(deckPath);
  expect(formatMessages(file)).toBe('');
  expect(tour).not.toMatch(/lectern-ignore|^rules:/m);
});
