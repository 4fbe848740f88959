import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../terminal/progress.ts';
import type { Kept } from './processes.ts';

/** What a running portal says of itself to commands on its machine. */
export type Running = {
  pid: number;
  /** How often its processes were replaced at someone's wish. */
  restarts: number;
  /** Why the last time was broken off; null when it was not. */
  failed: string | null;
};

type Where = { data: string; port: number };
type Note = { update: (said: Partial<Running>) => Running; remove: () => void };

// Two portals on one data directory differ in their port.
const fileOf = ({ data, port }: Where) => join(data, `running-${port}.json`);

/** Leaves word of this supervisor in the data directory. */
export function noteRunning(where: Where): Note {
  const file = fileOf(where);
  let said: Running = { pid: process.pid, restarts: 0, failed: null };
  const update = (more: Partial<Running>) => {
    said = { ...said, ...more };
    // Whoever reads meanwhile finds the old text or the new one, never half of it.
    writeFileSync(`${file}.new`, JSON.stringify(said), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return said;
  };
  return { update, remove: () => rmSync(file, { force: true }) };
}

/** The portal that runs with these settings on this machine; null when there is none. */
export function findRunning(where: Where): Running | null {
  const file = fileOf(where);
  if (!existsSync(file)) return null;
  const said: Running = JSON.parse(readFileSync(file, 'utf8'));
  return isStart(said.pid) ? said : null;
}

/** After a crash another program may have been given the number, and the signal would end it. */
function isStart(pid: number): boolean {
  try {
    const args = execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
    return args.includes('lib/cli/start.ts');
  } catch {
    return false;
  }
}

/** From now on SIGUSR2 replaces every process, one after the other, the last named last. */
export function restartWhenAsked(kept: Kept[], note: Note): void {
  let { restarts } = note.update({});
  const restart = async () => {
    say('Replacing every process, one after the other …');
    let failed: string | null = null;
    try {
      for (const one of kept) await one.restart();
      say('Every process has been replaced.');
    } catch (error) {
      failed = (error as Error).message;
      say(`${failed} The old ones go on.`);
    }
    restarts += 1;
    note.update({ restarts, failed });
  };
  let turn = Promise.resolve();
  process.on('SIGUSR2', () => {
    turn = turn.then(restart);
  });
}
