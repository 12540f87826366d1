/** Takes the PNG of a screenshot (8 bits a channel, not interlaced) and leaves its pixels as bytes; and where two of them differ. */
import { inflateSync } from 'node:zlib';

/** Pixels, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Bytes a pixel. */
  readonly depth: number;
  readonly bytes: Uint8Array;
}

/** Edges in px, from the left upper corner of a picture. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Read a PNG. */
export function readPng(png: Uint8Array): Picture {
  const file = Buffer.from(png);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const depth = file[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString('latin1', at + 4, at + 8) !== 'IDAT') continue;
    parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const filtered = inflateSync(Buffer.concat(parts));
  const bytes = new Uint8Array(width * height * depth);
  const row = width * depth;
  for (let y = 0; y < height; y++) {
    const own = filtered.subarray(y * (row + 1) + 1, (y + 1) * (row + 1));
    const target = bytes.subarray(y * row, (y + 1) * row);
    const above = y === 0 ? new Uint8Array(row) : bytes.subarray((y - 1) * row, y * row);
    unfilter(filtered[y * (row + 1)] ?? 0, own, above, target, depth);
  }
  return { width, height, depth, bytes };
}

/** The five filters of PNG; each byte is the difference to what is left of it, above it, or both. */
function unfilter(kind: number, own: Uint8Array, above: Uint8Array, target: Uint8Array, depth: number): void {
  if (kind === 0) return target.set(own);
  for (let x = 0; x < own.length; x++) {
    const left = x < depth ? 0 : (target[x - depth] ?? 0);
    const up = above[x] ?? 0;
    const corner = x < depth ? 0 : (above[x - depth] ?? 0);
    target[x] = (own[x] ?? 0) + predict(kind, left, up, corner);
  }
}

function predict(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  const sum = left + up - corner;
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Find the edges of what differs between two pictures of one size; nothing where they are equal. */
export function findDifference(one: Picture, other: Picture): Edges | undefined {
  const edges = { left: one.width, top: one.height, right: 0, bottom: 0 };
  const row = one.width * one.depth;
  for (let y = 0; y < one.height; y++) {
    const [first, second] = [one, other].map(({ bytes }) => bytes.subarray(y * row, (y + 1) * row));
    if (!first || !second || Buffer.compare(first, second) === 0) continue;
    edges.top = Math.min(edges.top, y);
    edges.bottom = y + 1;
    const begins = first.findIndex((byte, at) => byte !== second[at]);
    const ends = first.findLastIndex((byte, at) => byte !== second[at]);
    edges.left = Math.min(edges.left, Math.floor(begins / one.depth));
    edges.right = Math.max(edges.right, Math.floor(ends / one.depth) + 1);
  }
  return edges.bottom === 0 ? undefined : edges;
}
