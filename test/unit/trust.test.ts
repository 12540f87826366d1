/** What the three levels of trust make of the same deck, and that the highest one is never taken silently. */
import { describe, expect, test } from 'vitest';
import { stringifyDocument } from '../../src/compile.js';
import type { Trust } from '../../src/config/config.js';
import { cutComments } from '../../src/plugins/html/cut-comments.js';
import { compileText, shippedFiles, slidesHtml } from '../support.js';

const script = '<script>document.title = "mine"</script>';
const deck = (trust: string, body: string) => `---\ntrust: ${trust}\n---\n\n# One\n\n${body}\n`;
const rulesOf = ({ file }: Awaited<ReturnType<typeof compileText>>) =>
  file.messages.map(({ ruleId, line, fatal }) => [ruleId, line ?? 0, fatal]);

describe('a deck of trust `safe`', () => {
  test.each([
    ['a block', '<div class="a">words</div>', '<code', '&#x3C;div class="a">words&#x3C;/div>'],
    ['a script', script, '<code', '&#x3C;script>'],
    ['tags in a line', 'some <b>bold</b> words', '<p>', 'some &#x3C;b>bold&#x3C;/b> words'],
    ['a tag in a heading', '## Two <br> words', '<h', 'Two &#x3C;br> words'],
    ['a tag in a cell', '| a |\n| - |\n| <i>x</i> |', '<td>', '&#x3C;i>x&#x3C;/i>'],
    ['a frame', '<iframe src="https://a.b" title="T"></iframe>', '<code', '&#x3C;iframe'],
    ['a comment that never ends', 'x\n\n<!-- hides\n\nall', '<code', '&#x3C;!-- hides'],
  ])('shows %s as it is written, and says so', async (_, body, element, words) => {
    const made = await compileText(deck('full', body), { trust: 'safe' });
    const html = slidesHtml(made).replaceAll(/<span[^>]*>|<\/span>/g, '');
    expect(html).toContain(element);
    expect(html).toContain(words);
    expect(html).not.toMatch(/<(?:script|iframe|b|i|br)\b/);
    expect(rulesOf(made).filter(([rule]) => rule === 'html-untrusted')).toHaveLength(1);
    expect(made.file.messages[0]?.line).toBeGreaterThan(5);
  });

  test('keeps comments to itself, and the cure is where its trust was lowered', async () => {
    const made = await compileText(deck('safe', '<!-- mine -->\n\nwords <!-- mine --> <b>x</b>'));
    expect(slidesHtml(made)).not.toContain('mine');
    expect(rulesOf(made)).toEqual([['html-untrusted', 9, false]]);
    expect(made.file.messages[0]?.note).toContain('take `trust: safe` out');
    const lowered = await compileText(deck('full', '<b>x</b>'), { trust: 'safe' });
    expect(lowered.file.messages[0]?.note).toContain('`--trust default`');
  });
});

describe('full trust', () => {
  test.each<[Trust, string, boolean]>([
    ['full', 'full', true],
    ['full', 'default', false],
    ['default', 'full', false],
    ['safe', 'full', false],
  ])('given `%s`, and `%s` in the deck: scripts run and it is said: %s', async (trust, own, isFull) => {
    const made = await compileText(deck(own, script), { trust });
    expect(rulesOf(made).some(([rule]) => rule === 'trust-full')).toBe(isFull);
    const page = stringifyDocument(made, 'present', await shippedFiles()).replaceAll('&#x27;', "'");
    expect(page.includes(script)).toBe(isFull);
    expect(/script-src [^;]*'unsafe-inline'/.test(page)).toBe(isFull);
    const printed = stringifyDocument(made, 'slides', await shippedFiles());
    expect(printed.includes('script-src &#x27;none&#x27;')).toBe(true);
  });

  test('is a warning for every deck, without a place, and names what it opens', async () => {
    const made = await compileText('# One\n', { trust: 'full' });
    expect(rulesOf(made)).toEqual([['trust-full', 0, false]]);
    expect(made.file.messages[0]?.note).toMatch(/Scripts and frames/);
  });
});

test.each([
  ['a<!-- b -->c', 'ac'],
  ['<!-- a --><!-- b -->', ''],
  ['<!--><b>', '<b>'],
  ['<!---><b>', '<b>'],
  ['<!-- a --!><b>', '<b>'],
  ['<!-- never', '<!-- never'],
  ['a <!-- b --> <!-- never', 'a  <!-- never'],
  ['<b>', '<b>'],
])('%s without its comments is %s', (html, kept) => expect(cutComments(html)).toBe(kept));
