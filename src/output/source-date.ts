/** Takes the environment and leaves the moment that a build counts as: the reproducible-builds convention, no clock. */

/** Read `SOURCE_DATE_EPOCH`, in seconds since 1970. */
export function sourceSeconds(env: Readonly<Record<string, string | undefined>>): number | undefined {
  const seconds = Number(env.SOURCE_DATE_EPOCH);
  return env.SOURCE_DATE_EPOCH && Number.isFinite(seconds) ? seconds : undefined;
}
