/**
 * Takes the id of a process, leaves nothing of it and its children.
 * A step of its own because a browser is a dozen processes, and a hung one does not listen to "please close".
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Kill a process, its children and theirs, at once; synchronous, so that it also works while Node exits. */
export function killTree(pid: number): void {
  if (process.platform === 'win32') {
    quietly(() => execFileSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' }));
    return;
  }
  // Collect first: once the parent is dead its children belong to init and cannot be found through it any more.
  const family = descendants(pid);
  quietly(() => process.kill(-pid, 'SIGKILL'));
  for (const member of [pid, ...family]) quietly(() => process.kill(member, 'SIGKILL'));
}

/** List the children of a process and theirs; empty where there is no `/proc`. */
export function descendants(pid: number): number[] {
  const childrenOf = new Map<number, number[]>();
  for (const [child, parent] of parents()) {
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), child]);
  }
  const found: number[] = [];
  const queue = [pid];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const children = childrenOf.get(next) ?? [];
    found.push(...children);
    queue.push(...children);
  }
  return found;
}

function parents(): [child: number, parent: number][] {
  const pairs: [number, number][] = [];
  for (const name of readProc()) {
    quietly(() => {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      // "pid (name) state parent …": the name may hold spaces and brackets, so count from its last bracket.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      pairs.push([Number(name), Number(fields[1])]);
    });
  }
  return pairs;
}

function readProc(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** A process may end between look and act: that is what we want anyway. */
function quietly(action: () => unknown): void {
  try {
    action();
  } catch {
    // It is gone.
  }
}
