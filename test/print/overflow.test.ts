/** What does not fit is said when it is printed, with file and line; what fits is not. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, runCli } from '../cli/run-cli.js';
import { projectFolder } from '../support.js';

const list = Array.from({ length: 30 }, (_, index) => `- point ${index + 1}`).join('\n');
const code = `\`\`\`js\n${'const words = "x"; '.repeat(12)}\n\`\`\``;

test('129: a slide that is too tall and one that is too wide are named with their lines', async () => {
  const folder = makeFolder({
    'talk.md': `---\nfit: none\n---\n\n## Fits\n\n---\n\n## Too tall\n\n${list}\n`,
  });
  const { code: exit, stderr } = await runCli(['print', 'talk.md', '--browser', 'embedded'], folder);
  expect(exit).toBe(1);
  expect(stderr).toMatch(
    /^talk\.md:22:1 error Unexpected \d+ px of content below the slide, expected it to fit slide-overflow$/m,
  );
  expect(stderr).toContain('`#too-tall`');
  expect(stderr).not.toContain('#fits');
});

test('what is printed and what is checked is said alike', async () => {
  const folder = makeFolder({
    'talk.md': `---\nfit: none\n---\n\n## Too tall\n\n${list}\n\n---\n\n## Too wide\n\n${code}\n`,
  });
  const [printed, checked] = [
    await runCli(['print', 'talk.md', '--browser', 'embedded'], folder),
    await runCli(['check', 'talk.md', '--browser', 'embedded'], folder),
  ].map(({ stderr }) => stderr.split('\n').filter((line) => line.includes('slide-overflow')));
  expect(printed).not.toEqual([]);
  expect(printed).toEqual(checked);
});

test('a slide that is too tall goes on on the next ones unless told', async () => {
  const folder = makeFolder({ 'talk.md': `## Too tall\n\n${list}\n` });
  const { code: exit, stderr } = await runCli(['print', 'talk.md', '--browser', 'embedded'], folder);
  expect(stderr).not.toContain('slide-overflow');
  expect(exit).toBe(0);
});

test('a slide that was cut or made smaller in vain is named, and nothing is wrong', async () => {
  const style = '<style>\n.slide-body li { margin: 0; line-height: 1 }\n</style>\n\n';
  const points = (count: number) => `${style}${list.split('\n').slice(0, count).join('\n')}\n`;
  const text = `## Cut\n\n${points(18)}\n---\n\n## Smaller\n\n${points(12)}\n---\n\n## Full\n\n${list}\n`;
  const folder = makeFolder({ 'talk.md': text });
  const { code: exit, stderr } = await runCli(['print', 'talk.md', '--browser', 'embedded'], folder);
  expect(stderr.match(/^talk\.md:\d+:1 info .*(?= fit-needless$)/gm)).toEqual([
    'talk.md:1:1 info Unexpected slide in 2 parts, expected one: it was estimated to be longer than it is',
    'talk.md:28:1 info Unexpected content at 95 % of its size, expected 100 %: it was estimated to be longer than it is',
  ]);
  expect(exit).toBe(0);
});

test('a line of code that is too long is not lost silently', async () => {
  const folder = makeFolder({ 'talk.md': `## Code\n\n${code}\n` });
  const { stderr } = await runCli(['print', 'talk.md', '--browser', 'embedded'], folder);
  expect(stderr).toMatch(/slide-overflow|code-/);
});

test('the decks of the project fit', async () => {
  const folder = makeFolder();
  const decks = ['keras-vs-pytorch', 'tour'].map((name) => path.join(projectFolder, 'slides', name));
  const { code: exit, stderr } = await runCli(['print', ...decks, '--browser', 'embedded'], folder);
  expect(stderr).toBe('');
  expect(exit).toBe(0);
});
