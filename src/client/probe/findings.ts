/** What the probe says of a slide. Types alone: the checker in Node reads them too. */

/** A part of a slide, in shares of its width and height, within its edges. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One thing that is wrong with what a slide shows; `px` and the like are at the slide's own size. */
export interface Finding {
  readonly rule:
    | 'slide-overflow'
    | 'fit-needless'
    | 'text-clipped'
    | 'text-overlap'
    | 'text-small'
    | 'image-upscaled'
    | 'font-missing-glyph'
    | 'word-broken'
    | 'title-widow'
    | 'font-unloaded'
    | 'target-small'
    | 'colour-alone'
    | 'motion-endless'
    | 'text-over-picture'
    | 'access-barrier';
  /** Id of the slide. */
  readonly slide: string;
  /** Line of the deck of the nearest element that has one. */
  readonly line: number | undefined;
  /** How much: px of overflow, size of a text, factor of a picture. */
  readonly amount: number;
  /** The side of an overflow, or what is clipped, overlapped, missing. */
  readonly what: string;
  /** Text that tells the place: the last that is seen, and the first that is not. */
  readonly seen: string;
  readonly hidden: string;
  /** Where it is seen; what is not seen at all, at the edge that it is beyond. */
  readonly box: Box;
}
