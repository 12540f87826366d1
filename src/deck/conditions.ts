/** Takes a condition and who listens, and says whether what stands under it is shown. Blocks and slides share it. */

/** Who listens: the talk that is given, none for the whole deck, and its audience. */
export interface Hearing {
  readonly talk: string | undefined;
  readonly audience: readonly string[];
}

/** When something is shown: attributes are AND, the names of one are OR. */
export interface Condition {
  readonly talk: readonly string[] | undefined;
  readonly audience: readonly string[] | undefined;
  /** `except`: shown whenever the rest does not hold. */
  readonly isNegated: boolean;
}

/** Tell whether what stands under a condition is shown. */
export function holds({ talk, audience, isNegated }: Condition, hearing: Hearing): boolean {
  const isTalk = !talk || (hearing.talk !== undefined && talk.includes(hearing.talk));
  const isAudience = !audience || audience.some((one) => hearing.audience.includes(one));
  return (isTalk && isAudience) !== isNegated;
}

/** Read the names of a condition as written: `lightning, full`. */
export function splitNames(value: string | true | undefined): readonly string[] | undefined {
  if (typeof value !== 'string') return undefined;
  return value.split(',').map((one) => one.trim());
}
