/** Takes the bytes of a picture and leaves how many pixels it has, from its head alone: nothing is decoded. */
import { imageSize } from 'image-size';

/** Width and height in pixels; what the file says of its turning; `svg` has the size that it asks for. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly type: string | undefined;
  readonly orientation: number | undefined;
}

/** As many as the largest cameras have; decoded they take 400 MB. */
export const mostPixels = 100_000_000;

/** Read the size of a picture; nothing where it has none, or is none. */
export function readPictureSize(bytes: Uint8Array): PictureSize | undefined {
  try {
    const { width, height, type, orientation } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height, type, orientation } : undefined;
  } catch {
    return undefined;
  }
}

/** Tell whether a picture would take all memory once it is drawn; a vector drawing has no pixels of its own. */
export function hasTooManyPixels({ width, height, type }: PictureSize): boolean {
  return type !== 'svg' && width * height > mostPixels;
}

/** Charts and maps stay far below; a browser takes a second for as many, and minutes for some times more. */
export const mostElements = 50_000;

/** Count the elements of a drawing by their start tags, without reading it as one. */
export function countElements(bytes: Uint8Array): number {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .toString('latin1')
      .match(/<[a-z]/gi)?.length ?? 0
  );
}
