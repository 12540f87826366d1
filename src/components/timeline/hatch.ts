/** Takes a rectangle and leaves the slanted lines that fill it: a hatch that needs no pattern, so no id. */

/** A rectangle as SVG writes it. */
export interface SvgBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Draw lines at 45 degrees, `pitch` px apart, cut at the edges of the box. */
export function hatch({ x, y, width, height }: SvgBox, pitch: number): string {
  let path = '';
  for (let at = pitch; at < width + height; at += pitch) {
    const [left, right] = [Math.max(0, at - height), Math.min(width, at)];
    if (right - left < 0.5) continue;
    path += `M${round(x + left)} ${round(y + at - left)}l${round(right - left)}-${round(right - left)}`;
  }
  return path;
}

/** Round to tenths of a px: finer than any screen, and the file stays small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
