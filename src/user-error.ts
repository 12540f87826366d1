/**
 * What the person at the terminal can fix: a file that is missing, a port that is taken, no browser.
 * Mistakes inside a deck are messages (`diagnostics/`), never errors; anything else that is thrown is a bug.
 */

import { showControls } from './diagnostics/show-controls.js';

/** The codes a `UserError` may carry; `--json` prints them. */
export type UserErrorCode =
  | 'deck-not-found'
  | 'deck-is-directory'
  | 'deck-unreadable'
  | 'deck-encoding'
  | 'deck-changed'
  | 'deck-timeout'
  | 'input-empty'
  | 'output-exists'
  | 'input-not-found'
  | 'input-invalid'
  | 'option-invalid'
  | 'config-invalid'
  | 'output-unwritable'
  | 'output-busy'
  | 'output-duplicate'
  | 'port-taken'
  | 'browser-not-found'
  | 'browser-failed'
  | 'browser-memory'
  | 'browser-timeout'
  | 'package-damaged';

/** An environment that refused. The command line prints message and hint and exits with 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly hint: string;

  /**
   * @param code stable, kebab-case, for programs
   * @param message one sentence that names the thing, for people
   * @param hint how to fix it, in the imperative
   */
  constructor(
    readonly code: UserErrorCode,
    message: string,
    hint: string,
    options?: ErrorOptions,
  ) {
    super(showControls(message), options);
    this.hint = showControls(hint);
  }
}

/** Read the system's code (`ENOENT`) of anything thrown, to tell what a person can fix from a bug. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
