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

/** Soon at first, since most jobs are short, then less and less often: to look means to list all processes of the system. */
const firstLookMs = 250;
const longestPauseMs = 2000;

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
  let timer: NodeJS.Timeout;
  const lookAfter = (pause: number) => {
    timer = setTimeout(() => {
      if (isOver(pid, limit)) exceeded();
      else lookAfter(Math.min(longestPauseMs, 2 * pause));
    }, pause).unref();
  };
  lookAfter(firstLookMs);
  return { stop: () => clearTimeout(timer) };
}

/** What to say of a browser that was ended for it. */
export function tooMuchMemory(limit: number): UserError {
  return new UserError(
    'browser-memory',
    `The browser needed more than ${limit} MB and was ended.`,
    `Split the deck or make its pictures smaller, or allow more: \`LECTERN_BROWSER_MEMORY=${2 * limit}\`.`,
  );
}

/** Whether a process and its children need more megabytes than they may. */
function isOver(pid: number, limit: number): boolean {
  const family = [pid, ...descendants(pid)];
  const sum = (read: (member: number) => number) =>
    family.reduce((total, member) => total + read(member), 0) / 1024;
  // What they share counts for each of them here, so that it is never too little; the exact figure costs the system far more to find.
  return sum(readResident) > limit && sum(readProportional) > limit;
}

/** In kilobytes. */
function readResident(pid: number): number {
  return Number(/^VmRSS:\s*(\d+) kB/m.exec(readProc(pid, 'status'))?.[1] ?? 0);
}

/** In kilobytes, what several processes share counted once. */
function readProportional(pid: number): number {
  return Number(/^Pss:\s*(\d+) kB/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0);
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    // It has ended, or this is no Linux.
    return '';
  }
}
