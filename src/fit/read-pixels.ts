/** Takes a picture and the deck's files and leaves its size in px: a vector drawing without one is as wide as it may be. */
import type { Definition, Image, ImageReference, Node } from 'mdast';
import { readPictureSize } from '../deck/picture-size.js';
import { resolvePath, type Sources } from '../deck/sources.js';
import type { Size } from './box.js';
import { unbounded } from './metrics.js';

/** What a video takes, whose file tells its size to nobody but a player. */
const video: Size = { width: 1920, height: 1080 };
const sound: Size = { width: 560, height: 54 };

/** Make the reader of pictures of a deck; every file is read once. */
export function createPixelReader(
  sources: Sources,
  definitions: ReadonlyMap<string, Definition>,
): (node: Node) => Size | undefined {
  const known = new Map<string, Size | undefined>();
  return (node) => {
    const url = urlOf(node, definitions);
    if (url === undefined) return undefined;
    if (!known.has(url)) known.set(url, readPixels(url, sources));
    return known.get(url);
  };
}

function urlOf(node: Node, definitions: ReadonlyMap<string, Definition>): string | undefined {
  if (node.type === 'image') return (node as Image).url;
  if (node.type !== 'imageReference') return undefined;
  return definitions.get((node as ImageReference).identifier)?.url;
}

function readPixels(url: string, sources: Sources): Size | undefined {
  const path = resolvePath(url);
  const bytes = path.kind === 'inside' ? sources.get(path.path) : dataOf(url);
  if (!bytes) return undefined;
  if (/\.(?:mp4|m4v|mov|webm)(?:[?#]|$)/i.test(url)) return video;
  if (/\.(?:mp3|m4a|ogg|oga|opus|wav)(?:[?#]|$)/i.test(url)) return sound;
  // What is no picture is reported where it is placed.
  const size = readPictureSize(bytes);
  if (!size) return undefined;
  const { width, height, type, orientation } = size;
  // A drawing that names no size of its own is as wide as it may be; only its ratio counts.
  if (type === 'svg' && !namesSize(bytes)) return { width: unbounded, height: (unbounded * height) / width };
  return (orientation ?? 1) > 4 ? { width: height, height: width } : { width, height };
}

function namesSize(bytes: Uint8Array): boolean {
  const [root = ''] = /<svg\b[^>]*>/i.exec(new TextDecoder().decode(bytes)) ?? [];
  return /\swidth\s*=\s*["']\s*[\d.]+(?:px)?\s*["']/i.test(root);
}

/** The bytes of a picture that is written as an address. */
export function dataOf(url: string): Uint8Array | undefined {
  const [, base64] = /^data:image\/[\w+.-]+;base64,(.*)$/i.exec(url) ?? [];
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64');
}
