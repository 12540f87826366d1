/**
 * Takes the bytes of a tar archive, leaves its files.
 * A step of its own because the embedded browser's libraries come as a tar, and forty lines spare a dependency.
 */

/** One file of an archive. */
export interface TarEntry {
  readonly path: string;
  readonly mode: number;
  readonly body: Uint8Array;
}

const BLOCK = 512;
const REGULAR_FILE = new Set(['0', '\0']);

/** Read the regular files of a ustar archive; folders and links are passed over. */
export function untar(archive: Uint8Array): TarEntry[] {
  const entries: TarEntry[] = [];
  const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  let offset = 0;
  while (offset + BLOCK <= buffer.length && buffer[offset] !== 0) {
    const header = buffer.subarray(offset, offset + BLOCK);
    const size = octal(header, 124, 12);
    const start = offset + BLOCK;
    if (start + size > buffer.length) throw new Error('Unexpected end of the tar archive');
    if (REGULAR_FILE.has(header.toString('latin1', 156, 157))) {
      entries.push({
        path: safePath(text(header, 0, 100)),
        mode: octal(header, 100, 8) & 0o777,
        body: buffer.subarray(start, start + size),
      });
    }
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}

function text(header: Buffer, start: number, length: number): string {
  const field = header.toString('utf8', start, start + length);
  const end = field.indexOf('\0');
  return end === -1 ? field : field.slice(0, end);
}

function octal(header: Buffer, start: number, length: number): number {
  const value = Number.parseInt(text(header, start, length).trim(), 8);
  if (!Number.isSafeInteger(value)) throw new Error('Unexpected number in the tar archive');
  return value;
}

/** An archive must not write outside the folder it is unpacked to. */
function safePath(path: string): string {
  if (path.startsWith('/') || path.split('/').includes('..')) {
    throw new Error(`Unexpected path \`${path}\` in the tar archive`);
  }
  return path;
}
