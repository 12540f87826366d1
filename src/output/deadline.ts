/**
 * Takes work that does not wait, such as parsing, and ends it at a deadline, wherever it is: the engine itself stops it, in a loop or
 * in a regular expression, and the process lives on. A worker could do no more, and would cost every deck its start.
 */
import { runInNewContext } from 'node:vm';

/** Run work, or throw what is thrown when its time is over. */
export type WithinDeadline = <T>(work: () => T) => T;

/**
 * Give several pieces of work one time between them.
 *
 * @param milliseconds how long all of them may take; waiting between them does not count
 * @param refuse what to throw when it is over
 */
export function createDeadline(milliseconds: number, refuse: () => Error): WithinDeadline {
  let left = milliseconds;
  return (work) => {
    // The engine takes no time below a millisecond, and 0 for none at all.
    if (left < 1) throw refuse();
    const started = performance.now();
    try {
      return runInNewContext('work()', { work }, { timeout: Math.floor(left) });
    } catch (error) {
      if (isTimeout(error)) throw refuse();
      throw error;
    } finally {
      left -= performance.now() - started;
    }
  };
}

/** The error of the engine is one of its own context, and no `Error` here. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
