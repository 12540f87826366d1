import { describe, expect, it } from 'vitest';
import { filterStyle } from '../../src/plugins/css/filter-style.js';

describe('a style', () => {
  it.each([
    '',
    'color: red',
    'height:0.6833em;vertical-align:-0.0833em;',
    'margin-right:0.2222em;',
    'position: absolute; inset: 0; top: 10%',
    'position:relative;',
    '--columns: 2 1',
    '--lectern-x: 0.25; left: calc(var(--lectern-x) * 100%)',
    'background: linear-gradient(45deg, #fff, rgb(0 0 0 / 50%))',
    'fill: url(#gradient)',
    'font-family: "Source Serif 4", serif',
    'aspect-ratio: 16 / 9',
    'transform: rotate(3deg) !important',
  ])('%j passes unchanged', (style) => {
    expect(filterStyle(style)).toEqual({ style, removed: [] });
  });

  it.each([
    'background: url(http://evil.example/a.png)',
    'background:url("//evil.example")',
    "background: URL('x.png')",
    'background: \\75\\72\\6c(http://evil.example)',
    'background: u\\rl(http://evil.example)',
    'background: image-set("http://evil.example" 1x)',
    'background: -webkit-image-set("a" 1x)',
    'background: image("a")',
    'background: src("a")',
    'background: cross-fade(url(a), url(b))',
    'background: element(#a)',
    'background: paint(worklet)',
    'list-style-image: url(a)',
    'cursor: url(a), auto',
    'filter: url(a.svg#b)',
    'content: attr(title url)',
    '--x: url(http://evil.example)',
    '--x: image-set("a" 1x)',
    '--x: {background: url(a)}',
    'width: expression(alert(1))',
    'filter: progid:DXImageTransform.Microsoft.AlphaImageLoader(src="a")',
    'behavior: url(a.htc)',
    'behavior: a.htc',
    '-moz-binding: url(a.xml#b)',
    'position: fixed',
    'position: sticky',
    'POSITION: FIXED !important',
    'position: fi\\78 ed',
    'po\\73ition: fixed',
    'position: -webkit-sticky',
    'position: var(--x)',
    'position/**/:/**/fixed',
    'background: url(http://evil.example',
    'background: url( "http://evil.example"',
    '@import "http://evil.example"',
    '{background: url(a)}',
  ])('%j is removed', (style) => {
    const { style: kept, removed } = filterStyle(style);
    expect(kept).toBe('');
    expect(removed.length).toBeGreaterThan(0);
  });

  it('keeps what stands beside', () => {
    expect(filterStyle('color: red; background: url(a); top: 1px')).toEqual({
      style: 'color:red;top:1px',
      removed: ['background: url(a)'],
    });
  });

  it('loses comments and escapes, which another reader may see differently', () => {
    expect(filterStyle('color: red /* ; position: fixed */').style).toBe('color:red');
  });

  it('of a safe deck keeps sizes, spaces and colours only', () => {
    const style = 'height:1em;--x:3;color:red;position:relative;font-size:90px;background:url(a);opacity:0';
    expect(filterStyle(style, { safeOnly: true })).toEqual({
      style: 'height:1em;--x:3;color:red;position:relative',
      removed: ['font-size:90px', 'background:url(a)', 'opacity:0'],
    });
  });

  it('of any length is filtered in one pass', () => {
    const style = `${'a'.repeat(100_000)}:${'('.repeat(2_000)}`;
    expect(() => filterStyle(style)).not.toThrow();
    expect(filterStyle('\\'.repeat(50_000)).style).toBe('');
  });
});
