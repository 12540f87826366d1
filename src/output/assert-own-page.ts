/** Takes the path of a page that is to be written and refuses when a file of somebody else is there. */
import { readFile } from 'node:fs/promises';
import { UserError } from '../user-error.js';

/**
 * Make sure that only a page of Lectern is replaced.
 *
 * @param hint what to do instead
 */
export async function assertOwnPage(target: string, hint: string): Promise<void> {
  const old = await readFile(target, 'utf8').catch(() => undefined);
  if (old === undefined || old.includes('<meta name="generator" content="Lectern">')) return;
  throw new UserError('output-exists', `\`${target}\` is a file that Lectern did not write`, hint);
}
