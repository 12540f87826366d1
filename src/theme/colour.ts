/** Takes colours as `#rrggbb` and leaves what eyes make of them (WCAG 2), and mixtures. */

/** Complete a colour: `#abc` and `#AABBCC` become `#aabbcc`; anything else is no colour. */
export function readColour(text: string): string | undefined {
  const [, short, long] = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(text.trim()) ?? [];
  if (long) return `#${long.toLowerCase()}`;
  return short && `#${[...short.toLowerCase()].map((digit) => digit + digit).join('')}`;
}

/** The ratio of the luminances of two colours: 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of a colour: 0 is black, 1 is white. */
export function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Mix a colour into a ground. @param share how much of the colour: 0 to 1 */
export function mixColours(colour: string, ground: string, share: number): string {
  const below = channelsOf(ground);
  const mixed = channelsOf(colour).map(
    (channel, index) => channel * share + (below[index] ?? 0) * (1 - share),
  );
  return `#${mixed
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** Red, green and blue from 0 to 1. */
function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
}
