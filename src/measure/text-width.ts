/**
 * Takes a text and its style and leaves its width in px, from a table of advance widths: a build needs no browser.
 * A step of its own because everything that is laid out at build time stands on it.
 */

/** What decides how wide a text is. */
export interface TextStyle {
  /** Font size in px. */
  readonly size: number;
  readonly weight: 400 | 600;
  /** `sans` by default; code is `mono`. */
  readonly family?: 'sans' | 'mono';
}

/**
 * Advance widths of U+0020 to U+007E in 1/1000 em.
 * Source: IBM Plex Sans variable (`@fontsource-variable/ibm-plex-sans` 5.3, latin, `wdth` 100), one character at a
 * time through HarfBuzz (`harfbuzzjs` 1.6) with `wght` set. No kerning: real lines are about 1 % narrower.
 */
const advances: Readonly<Record<400 | 600, readonly number[]>> = {
  400: widths(
    '236 284 419 713 598 927 694 242 335 335 450 600 272 399 272 383 600 600 600 600 600 600 600 600 600 600 292 292 600 600 600 477 891 641 653 621 671 583 559 695 707 400 510 634 501 812 707 708 606 708 640 581 572 678 609 891 613 593 580 317 383 317 600 565 600 534 580 503 580 549 324 528 568 250 250 527 272 873 568 560 580 580 367 487 351 568 492 768 507 499 464 343 314 343 600',
  ),
  600: widths(
    '236 309 471 656 600 960 713 260 337 337 556 600 299 402 299 437 600 600 600 600 600 600 600 600 600 600 319 319 600 600 600 493 899 672 663 642 689 600 577 712 719 423 545 678 521 817 719 712 641 712 664 611 580 689 638 949 655 632 599 329 437 329 600 559 600 559 600 513 600 558 350 545 588 275 275 562 294 888 588 563 600 600 393 499 374 588 524 819 544 524 502 363 376 363 600',
  ),
};

/** Punctuation of ordinary prose that no ASCII letter stands for, the wider of both weights. */
const punctuation: Readonly<Record<string, number>> = {
  '–': 588,
  '—': 780,
  '…': 869,
  '’': 292,
  '‘': 292,
  '“': 517,
  '”': 517,
  '·': 349,
  '→': 600,
  '\u00a0': 236,
};

/** Every character of the mono face is as wide as this. */
const monoAdvance = 600;

/** A character that the table does not know, CJK above all, is taken to be a full em: too wide never overlaps. */
const unknownAdvance = 1000;

/** Measure a text that stands on one line. */
export function measureText(text: string, { size, weight, family = 'sans' }: TextStyle): number {
  let sum = 0;
  // Letters with marks are as wide as their base letters, so the marks are taken off and count nothing.
  for (const character of text.normalize('NFD')) {
    sum += family === 'mono' ? monoWidth(character) : sansWidth(character, weight);
  }
  return (sum * size) / 1000;
}

function sansWidth(character: string, weight: 400 | 600): number {
  if (/\p{Mark}/u.test(character)) return 0;
  const known = advances[weight][(character.codePointAt(0) ?? 0) - 0x20];
  return known ?? punctuation[character] ?? unknownAdvance;
}

function monoWidth(character: string): number {
  if (/\p{Mark}/u.test(character)) return 0;
  return (character.codePointAt(0) ?? 0) < 0x2500 ? monoAdvance : unknownAdvance;
}

function widths(table: string): number[] {
  return table.split(' ').map(Number);
}
