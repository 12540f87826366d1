/** Takes the bytes of a picture and tells its kind, or what is wrong with it: names lie, first bytes do not. */

/** A picture that can be shown, or the reason why not. */
export type MediaCheck =
  | { readonly type: string; readonly extension: string; readonly problem?: undefined }
  | { readonly problem: string };

interface Signature {
  readonly type: string;
  readonly extension: string;
  readonly starts: readonly (number | undefined)[];
  /** Bytes that the whole file must end with (trailing zeros are forgiven). */
  readonly ends?: readonly number[];
}

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

const signatures: readonly Signature[] = [
  {
    type: 'image/png',
    extension: 'png',
    starts: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a],
    ends: [...ascii('IEND'), 0xae, 0x42, 0x60, 0x82],
  },
  { type: 'image/jpeg', extension: 'jpg', starts: [0xff, 0xd8, 0xff], ends: [0xff, 0xd9] },
  { type: 'image/gif', extension: 'gif', starts: ascii('GIF8'), ends: [0x3b] },
  {
    type: 'image/webp',
    extension: 'webp',
    starts: [...ascii('RIFF'), undefined, undefined, undefined, undefined, ...ascii('WEBP')],
  },
  {
    type: 'image/avif',
    extension: 'avif',
    starts: [undefined, undefined, undefined, undefined, ...ascii('ftypavif')],
  },
  {
    type: 'video/mp4',
    extension: 'mp4',
    starts: [undefined, undefined, undefined, undefined, ...ascii('ftyp')],
  },
  { type: 'video/webm', extension: 'webm', starts: [0x1a, 0x45, 0xdf, 0xa3] },
  { type: 'audio/mpeg', extension: 'mp3', starts: ascii('ID3') },
  // Without tags an MP3 begins with its first frame.
  ...[0xfb, 0xf3, 0xf2].map((second) => ({ type: 'audio/mpeg', extension: 'mp3', starts: [0xff, second] })),
  { type: 'audio/ogg', extension: 'ogg', starts: ascii('OggS') },
  {
    type: 'audio/wav',
    extension: 'wav',
    starts: [...ascii('RIFF'), undefined, undefined, undefined, undefined, ...ascii('WAVE')],
  },
];

/** Tell what a medium is by its bytes: type and extension, or a problem in words that fit "Unexpected …". */
export function checkMedia(bytes: Uint8Array): MediaCheck {
  if (bytes.length === 0) return { problem: 'empty file' };
  const signature = signatures.find(({ starts }) =>
    starts.every((byte, index) => byte === undefined || bytes[index] === byte),
  );
  if (signature) {
    if (signature.ends && !endsWith(bytes, signature.ends)) return { problem: 'picture that is cut off' };
    return { type: signature.type, extension: signature.extension };
  }
  const head = new TextDecoder().decode(bytes.subarray(0, 4096));
  if (/<svg[\s>]/i.test(head)) {
    const tail = new TextDecoder().decode(bytes.subarray(-512));
    return /<\/svg\s*>|\/>\s*$/.test(tail)
      ? { type: 'image/svg+xml', extension: 'svg' }
      : { problem: 'picture that is cut off' };
  }
  return { problem: 'file that is no picture' };
}

/** JPEG writers and cameras pad the end; a missing end mark within the last bytes means the file is cut. */
function endsWith(bytes: Uint8Array, ends: readonly number[]): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 64));
  for (let from = tail.length - ends.length; from >= 0; from--) {
    if (ends.every((byte, index) => tail[from + index] === byte)) return true;
  }
  return false;
}
