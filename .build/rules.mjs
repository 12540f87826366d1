// Makes dist/lib/assets/rules.json: what `lectern explain` shows of a rule. The bad example is cut out of a fixture in which the
// rule is broken, at the place of its message; why it is a rule, and a good example, stand in src/diagnostics/explanations.md.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assets, root, write } from './paths.mjs';

const fixtures = join(root, 'test/fixtures');

/** Longest example in lines; a longer slide is shown from the place of the message on. */
const longest = 16;

/** Longest line of an example in characters. */
const widest = 200;

/** Write what is known of each rule. */
export async function buildRules() {
  const rules = new Map();
  const add = (id, parts) => rules.set(id, { ...rules.get(id), ...parts });
  for (const [id, { bad }] of await cutExamples()) add(id, { bad });
  for (const [id, parts] of readExplanations(
    await readFile(join(root, 'src/diagnostics/explanations.md'), 'utf8'),
  ))
    add(id, parts);
  const sorted = Object.fromEntries([...rules].sort(([one], [other]) => (one < other ? -1 : 1)));
  await write(join(assets, 'rules.json'), JSON.stringify(sorted));
}

/** An example of each rule, from the fixture that has the fewest other messages. */
async function cutExamples() {
  const examples = new Map();
  const names = (await readdir(fixtures, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name } of names.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const messages = await readFile(join(fixtures, name, 'messages.txt'), 'utf8').catch(() => '');
    const lines = (await readFile(join(fixtures, name, 'input.md'), 'utf8').catch(() => '')).split(
      /\r\n|\r|\n/,
    );
    const found = [
      ...messages.matchAll(/^\S+?:(\d+):\d+ (?:error|warning|info) .* ([a-z]+(?:-[a-z]+)+)(?: \(.*\))?$/gm),
    ];
    for (const [, line, id] of found) {
      const example = { bad: cutSlide(lines, Number(line) - 1), others: found.length };
      if (!examples.has(id) || example.others < examples.get(id).others) examples.set(id, example);
    }
  }
  return examples;
}

/** The slide around a line; of a long one, what begins there. */
function cutSlide(lines, at) {
  const isBreak = (line) => /^---\s*$/.test(line);
  const front = isBreak(lines[0] ?? '') ? lines.findIndex((line, index) => index > 0 && isBreak(line)) : -1;
  if (at <= front) return lines.slice(0, front + 1).join('\n');
  let [start, end] = [at, at];
  while (start > front + 1 && !isBreak(lines[start - 1])) start--;
  // A line of dashes right under text is part of the example, not its end.
  while (end < lines.length - 1 && !(isBreak(lines[end + 1]) && lines[end].trim() === '')) end++;
  const whole = lines.slice(start, end + 1);
  const cut = whole.length <= longest ? whole : lines.slice(at, Math.min(end + 1, at + longest));
  return cut
    .map(shorten)
    .join('\n')
    .replace(/^\s*\n|\s+$/g, '');
}

/** A line as wide as a terminal shows it; fixtures of what is too long have lines of thousands of characters. */
function shorten(line) {
  return line.length > widest ? `${line.slice(0, widest - 1)}…` : line;
}

/** Read `## rule-id`, then sentences, then fenced examples: a plain fence does better, one of `bad` goes before the fixture's. */
function readExplanations(text) {
  const sections = text.matchAll(
    /^## (\S+)\n((?:(?!~~~).*\n)*?)((?:~~~(?:bad)?\n[^]*?^~~~\n\n?)*)(?=^## |(?![^]))/gm,
  );
  return [...sections].map(([, id, why, fences]) => {
    const examples = [...fences.matchAll(/^~~~(bad)?\n([^]*?)^~~~$/gm)];
    return [
      id,
      {
        why: why.trim().replace(/\n/g, ' '),
        ...Object.fromEntries(examples.map(([, kind = 'good', example]) => [kind, example.trimEnd()])),
      },
    ];
  });
}
