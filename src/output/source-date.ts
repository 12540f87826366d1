/** Takes the environment and leaves the moment that a build counts as: the reproducible-builds convention, no clock. */
import { UserError } from '../user-error.js';

/**
 * Read `SOURCE_DATE_EPOCH`, in seconds since 1970.
 *
 * @throws UserError when it is set to something else: a date that is left out in silence would be found out too late
 */
export function sourceSeconds(env: Readonly<Record<string, string | undefined>>): number | undefined {
  const written = env.SOURCE_DATE_EPOCH;
  if (written === undefined || written === '') return undefined;
  // Eleven digits reach to the year 5138; a PDF's date ends with 9999.
  if (/^\d{1,11}$/.test(written)) return Number(written);
  throw new UserError(
    'config-invalid',
    `\`SOURCE_DATE_EPOCH=${written}\` is no moment`,
    'Set it to whole seconds since 1970, such as `git log -1 --format=%ct` prints, or unset it.',
  );
}
