import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Every process that `pid` started, directly or not, and that still runs. */
export function descendants(pid: number): number[] {
  const pairs = listProcesses();
  const children = (parent: number): number[] =>
    pairs.filter(([, of]) => of === parent).flatMap(([child]) => [child, ...children(child)]);
  return children(pid);
}

/** Those of them whose command says `what`; on Linux. */
export function commanded(pid: number, what: string): number[] {
  return descendants(pid).filter((each) =>
    readFileSync(`/proc/${each}/cmdline`, 'utf8').replaceAll('\0', ' ').includes(what),
  );
}

/** Waits until all of these have ended, at most so long; gives those that still run. */
export async function stillRunning(pids: number[], milliseconds: number): Promise<number[]> {
  const until = Date.now() + milliseconds;
  while (true) {
    const running = listProcesses().map(([pid]) => pid);
    const left = pids.filter((pid) => running.includes(pid));
    if (left.length === 0 || Date.now() > until) return left;
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Pairs of process and parent; those that have ended and wait to be collected do not count. */
function listProcesses(): [number, number][] {
  if (!existsSync('/proc/self/stat')) return listByPs();
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(name));
}

function readStat(pid: string): [number, number][] {
  try {
    // The program's name stands in brackets and may itself contain spaces and brackets.
    const after = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)\s/s, '');
    const [state, parent] = after.split(' ');
    return state === 'Z' ? [] : [[Number(pid), Number(parent)]];
  } catch {
    return [];
  }
}

function listByPs(): [number, number][] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,state='], { encoding: 'utf8' });
  return lines
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([pid, , state]) => pid && !state?.startsWith('Z'))
    .map(([pid, parent]) => [Number(pid), Number(parent)]);
}
