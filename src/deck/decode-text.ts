/** Takes a deck as bytes and leaves its text: UTF-8, or UTF-16 by its byte order mark. */

/** A text, and what was wrong with its bytes. */
export interface DecodedText {
  readonly text: string;
  readonly problem?: 'encoding' | undefined;
}

/**
 * Decode a deck. Bytes that are no text become U+FFFD, and that is said. A byte order mark is dropped; a lone CR, as very old systems
 * wrote, is a line end of one character like any other, so that no place moves.
 */
export function decodeText(value: string | Uint8Array): DecodedText {
  const decoded = decode(value);
  return decoded.text.includes('\r')
    ? { ...decoded, text: decoded.text.replace(/\r(?!\n)/g, '\n') }
    : decoded;
}

function decode(value: string | Uint8Array): DecodedText {
  if (typeof value === 'string') return { text: value.replace(/^\uFEFF/, '') };
  const encoding =
    value[0] === 0xff && value[1] === 0xfe
      ? 'utf-16le'
      : value[0] === 0xfe && value[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(value) };
  } catch {
    return { text: new TextDecoder(encoding).decode(value), problem: 'encoding' };
  }
}
