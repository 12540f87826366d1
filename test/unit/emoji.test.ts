/** Which names of emoji become characters. */
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import { compileText, slidesHtml } from '../support.js';

async function textOf(markdown: string): Promise<string> {
  const { tree } = await compileText(`---\nslide-number: none\n---\n\n${markdown}`);
  return toText(tree).trim();
}

describe('names of emoji', () => {
  test.each([
    [':rocket:', '🚀'],
    [':+1: and :-1:', '👍 and 👎'],
    ['(:tada:)', '(🎉)'],
    [':tada::tada:', '🎉🎉'],
    ['**:bulb:**', '💡'],
    ['[:link:](https://example.org)', '🔗'],
    ['発表:rocket:開始', '発表🚀開始'],
    [':rocket: 10:30:00 :tada:', '🚀 10:30:00 🎉'],
    [':x::nosuchname::x:', '❌:nosuchname:❌'],
  ])('%j is %j', async (markdown, text) => expect(await textOf(markdown)).toBe(text));

  test.each([
    'at 10:30:00',
    'a:b:c',
    'std::x::y',
    'key:v:x',
    ':rockett:',
    ':Rocket:',
    ':constructor: :valueof:',
    'https://example.org/:x:/y',
    'www.example.org/a:x:b',
    'naïve:x:é',
    ':rocket',
    ': x :',
  ])('%j stays', async (text) => expect(await textOf(text)).toBe(text));

  test('code and addresses stay', async () => {
    const html = slidesHtml(await compileText('`:x:` [a](https://e.org/:x:) <https://e.org/?:x:>'));
    expect(html).not.toContain('❌');
  });

  test('the id of a slide comes from the name, its title from the character', async () => {
    const { file } = await compileText('## :rocket: Launch');
    expect(file.data.slides?.[0]).toMatchObject({ id: 'rocket-launch', title: '🚀 Launch' });
  });
});
