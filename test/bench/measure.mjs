/** Takes a Node script with its arguments, runs it cold, leaves wall and CPU time in milliseconds and peak memory in MB. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const preload = fileURLToPath(new URL('usage.cjs', import.meta.url));

/** Reading what a process of some hundred MB uses costs milliseconds: rarely enough not to be seen in the times. */
const sampleMilliseconds = 150;
/** Linux counts processor time in hundredths of a second. */
const tick = 10;

/**
 * Run `node ...args` and measure it.
 *
 * @param tree also count the processes it starts (the browser), by looking at /proc while they run: their CPU time up to
 *   150 ms before their end, and as memory the largest sum of shares (PSS) seen at once
 * @param cwd the folder it runs in; default: this one
 * @param env variables besides those of this process
 * @param program another program than Node; what it uses is then seen only by looking on (`tree`)
 * @param longest milliseconds after which it is ended
 */
export async function measure(args, { usage, tree = false, cwd, env, program, longest }) {
  const started = process.hrtime.bigint();
  const [command, before] = program ? [program, []] : [process.execPath, ['-r', preload]];
  const child = spawn(command, [...before, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd,
    env: { ...process.env, ...env, LECTERN_BENCH_USAGE: usage },
    timeout: longest,
    killSignal: 'SIGKILL',
  });
  const complaints = [];
  child.stderr.on('data', (chunk) => complaints.push(chunk));
  const sampler = tree ? sampleTree(child.pid, Boolean(program)) : undefined;
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  const others = sampler?.stop();
  if (code !== 0)
    throw new Error(
      `\`node ${args.join(' ')}\` ended with ${String(code)}\n${Buffer.concat(complaints).toString()}`,
    );
  const own = program ? { cpu: 0, memory: 0 } : JSON.parse(readFileSync(usage, 'utf8'));
  return {
    wall,
    cpu: own.cpu + (others?.cpu ?? 0),
    memory: Math.max(own.memory, others?.memory ?? 0),
    ...(others && { browserCpu: others.cpu }),
  };
}

function sampleTree(root, withRoot) {
  const ticks = new Map();
  let memory = 0;
  const sample = () => {
    let sum = 0;
    for (const process of listTree(root)) {
      if (withRoot || process.pid !== root) ticks.set(process.pid, process.ticks);
      sum += readShare(process.pid);
    }
    memory = Math.max(memory, sum / 1024);
  };
  const timer = setInterval(sample, sampleMilliseconds);
  return {
    stop() {
      clearInterval(timer);
      return { cpu: [...ticks.values()].reduce((sum, count) => sum + count * tick, 0), memory };
    },
  };
}

/** List a process and all below it. Elsewhere than on Linux there is no /proc: only Node itself is counted. */
function listTree(root) {
  const processes = readProcesses();
  const found = new Set([root]);
  // Children have higher numbers than parents except after a wrap-around, which the second pass covers.
  for (let pass = 0; pass < 2; pass += 1) {
    for (const { pid, parent } of processes) if (found.has(parent)) found.add(pid);
  }
  return processes.filter(({ pid }) => found.has(pid));
}

function readProcesses() {
  return readNames('/proc')
    .filter((name) => /^\d+$/.test(name))
    .sort((one, other) => one - other)
    .flatMap((name) => {
      const stat = readText(`/proc/${name}/stat`);
      // The name of the program stands in brackets and may hold spaces.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields.length < 14) return [];
      return [
        { pid: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) },
      ];
    });
}

function readShare(pid) {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readText(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

function readNames(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A process may end between being listed and being read. */
function readText(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
