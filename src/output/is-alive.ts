/**
 * Takes the id of a process and tells whether it is there.
 * A step of its own because locks and leftovers bear the id of who made them, and writing needs nothing else of processes.
 */
import { errorCode } from '../user-error.js';

/** Tell whether a process exists; one of another user does, too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
