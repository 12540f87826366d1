/** Stylesheets of authors: what stays, what goes, and that nothing leaves the scope. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterStylesheet } from '../../src/plugins/css/filter-stylesheet.js';

describe('filterStylesheet', () => {
  test.each([
    ['h2{color:red}', '@scope (.slide){h2{color:red}}'],
    ['h2{color:red;position:fixed}', '@scope (.slide){h2{color:red}}'],
    ['@import "x.css";p{margin:0}', '@scope (.slide){p{margin:0}}'],
    ['@media print{p{background:url(x)}}', '@scope (.slide){@media print{p{}}}'],
    ['@keyframes a{to{opacity:1}}', '@keyframes a{to{opacity:1}}'],
    ['p{}}body{color:red}', '@scope (.slide){p{}}'],
    ['.card{color:red;&:hover{color:blue}}', '@scope (.slide){.card{color:red;&:hover{color:blue}}}'],
    ['@media }{}', ''],
    ['', ''],
  ])('%s', (css, expected) => {
    expect(filterStylesheet(css, '.slide').css).toBe(expected);
  });

  test('says what it removed', () => {
    const { removed } = filterStylesheet('@font-face{src:url(x)} p{behavior:url(x);color:red}', '.slide');
    expect(removed).toEqual(['@font-face{src:url(x)}', 'behavior:url(x)']);
  });

  test.each(["{}\\p}{'", '{a}}*/{', '{:}}\\'])(
    'ends, and the same, whatever was filtered before: %s',
    (css) => {
      const alone = filterStylesheet(css, '.slide');
      filterStylesheet('{{{{{{{{{{{', '.slide');
      expect(filterStylesheet(css, '.slide')).toEqual(alone);
    },
  );

  test('never throws, never ends its scope, never fetches', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      'a',
      'p',
      ':',
      ';',
      'url(x)',
      '@import',
      '"',
      "'",
      '/*',
      '*/',
      '\\',
      '@media',
      '(',
      ')',
      ' ',
      'color:red',
      '</style>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { css } = filterStylesheet(pieces.join(''), '.slide');
        // Braces in strings and escaped ones are text.
        const outside = css.replace(/\\[^]/g, '').replace(/"[^"]*"|'[^']*'/g, '');
        expect(outside.split('{').length).toBe(outside.split('}').length);
        // `redurl(x)` is a function of another name and fetches nothing.
        expect(outside).not.toMatch(/(?<![\w-])url\(|@import/i);
      }),
      { numRuns: 300 },
    );
  });
});
