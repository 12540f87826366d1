/**
 * Takes the first process of a browser and calls when its tree needs more memory than it may.
 * A step of its own because a browser knows no such limit itself: without one, a single slide could take the whole machine down.
 */
import { readFileSync } from 'node:fs';
import { UserError } from '../../user-error.js';
import type { Environment } from './find-browser.js';
import { descendants } from './process-tree.js';

/** In megabytes. A deck of 5,000 slides needs a third of it. */
const defaultLimit = 4096;

const lookEveryMs = 250;

/** Read the limit in megabytes. */
export function readMemoryLimit({ LECTERN_BROWSER_MEMORY: text }: Environment): number {
  if (text === undefined || text === '') return defaultLimit;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new UserError(
    'option-invalid',
    `\`LECTERN_BROWSER_MEMORY=${text}\` is no number of megabytes`,
    `Give a whole number, such as ${defaultLimit}.`,
  );
}

/** Look again and again until `stop`; where the system does not say what a process needs, nothing is ever too much. */
export function watchMemory(pid: number, limit: number, exceeded: () => void): { readonly stop: () => void } {
  const timer = setInterval(() => {
    if (measureTree(pid) <= limit) return;
    clearInterval(timer);
    exceeded();
  }, lookEveryMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** What to say of a browser that was ended for it. */
export function tooMuchMemory(limit: number): UserError {
  return new UserError(
    'browser-memory',
    `The browser needed more than ${limit} MB and was ended.`,
    `Split the deck or make its pictures smaller, or allow more: \`LECTERN_BROWSER_MEMORY=${2 * limit}\`.`,
  );
}

/** The memory of a process and its children, in megabytes; what they share counts once. */
function measureTree(pid: number): number {
  return [pid, ...descendants(pid)].reduce((sum, member) => sum + measure(member), 0) / 1024;
}

function measure(pid: number): number {
  try {
    return Number(/^Pss:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1] ?? 0);
  } catch {
    // It has ended, or this is no Linux.
    return 0;
  }
}
