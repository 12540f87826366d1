/** Takes colours as a browser computes them and leaves how far apart they are (WCAG 2, relative luminance). */

/** Red, green, blue of 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Read `rgb(…)`; what shines through has no colour of its own. */
export function readColour(text: string): Colour | undefined {
  const [red, green, blue, ...others] = (/^rgb\(([^)]*)\)$/.exec(text)?.[1] ?? '')
    .split(/[\s,/]+/)
    .map(Number);
  return red === undefined || green === undefined || blue === undefined || others.length > 0
    ? undefined
    : [red, green, blue];
}

/** Tell how far two colours are apart, 1 to 21. */
export function contrastOf(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) =>
    value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
