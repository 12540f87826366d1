/**
 * Takes anything thrown, leaves the system's code for it (`ENOENT`), if it has one.
 * A step of its own because everything in `output/` asks, and TypeScript knows a thrown value only as `unknown`.
 */

/** Read the system's code of an error. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
