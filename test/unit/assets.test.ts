import { describe, expect, test } from 'vitest';
import { checkMedia } from '../../src/deck/media-type.js';
import { resolvePath } from '../../src/deck/sources.js';

describe('resolvePath', () => {
  test.each([
    ['media/x.png', { kind: 'inside', path: 'media/x.png' }],
    ['./media/../x%20y.png?v=1#a', { kind: 'inside', path: 'x y.png' }],
    ['../x.png', { kind: 'outside' }],
    ['a/../../x.png', { kind: 'outside' }],
    ['%2e%2e/x.png', { kind: 'outside' }],
    ['/etc/passwd', { kind: 'outside' }],
    ['file:///etc/passwd', { kind: 'outside' }],
    ['..\\x.png', { kind: 'outside' }],
    ['https://example.org/x.png', { kind: 'remote' }],
    ['//example.org/x.png', { kind: 'remote' }],
  ])('%s', (url, expected) => {
    expect(resolvePath(url)).toEqual(expected);
  });
});

describe('checkMedia', () => {
  const bytes = (...parts: (number[] | string)[]) =>
    Uint8Array.from(
      parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
    );

  test.each([
    [
      'a JPEG',
      bytes([0xff, 0xd8, 0xff, 0xe0], 'data', [0xff, 0xd9]),
      { type: 'image/jpeg', extension: 'jpg' },
    ],
    [
      'a JPEG with padding',
      bytes([0xff, 0xd8, 0xff], [0xff, 0xd9, 0, 0]),
      { type: 'image/jpeg', extension: 'jpg' },
    ],
    ['a GIF', bytes('GIF89a', [0x3b]), { type: 'image/gif', extension: 'gif' }],
    [
      'an SVG',
      bytes('<?xml version="1.0"?><svg xmlns="x"><g/></svg>\n'),
      { type: 'image/svg+xml', extension: 'svg' },
    ],
    ['an MP4', bytes([0, 0, 0, 24], 'ftypisom'), { type: 'video/mp4', extension: 'mp4' }],
    ['a cut JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], 'data'), { problem: 'picture that is cut off' }],
    ['a cut SVG', bytes('<svg xmlns="x"><g>'), { problem: 'picture that is cut off' }],
    ['nothing', bytes(), { problem: 'empty file' }],
    ['text', bytes('hello'), { problem: 'file that is no picture' }],
  ])('%s', (_, content, expected) => {
    expect(checkMedia(content)).toEqual(expected);
  });
});
