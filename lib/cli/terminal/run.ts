import { spawn } from 'node:child_process';
import { checkout, node24 } from '../database/place.ts';
import { eachLine } from './lines.ts';
import { Refusal } from './refusal.ts';

export type Run = {
  /** What is being done, for the sentence when it fails: "The build failed". */
  name: string;
  env?: NodeJS.Dict<string>;
  signal: AbortSignal;
  onLine?: (line: string) => void;
};

/**
 * Runs a Node program of the checkout to its end, in a process group of its own so that it and
 * everything it started can be ended together.
 * @throws Refusal with the program's last lines when it fails; the signal's reason when it fires.
 */
export async function runNode(args: string[], { name, env, signal, onLine }: Run): Promise<void> {
  signal.throwIfAborted();
  const child = spawn(node24, args, {
    cwd: checkout,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    eachLine(stream, (line) => {
      last.push(line);
      if (last.length > 60) last.shift();
      onLine?.(line);
    });
  }
  const abort = () => endGroup(child.pid, 'SIGTERM');
  signal.addEventListener('abort', abort);
  const code = await new Promise((done) => {
    child.on('error', (error) => done(error.message));
    child.on('close', done);
  });
  signal.removeEventListener('abort', abort);
  signal.throwIfAborted();
  if (code !== 0) throw new Refusal([...(onLine ? [] : last), `${name} failed.`].join('\n'));
}

/** Sends a signal to a process and everything it started; nothing when they have ended. */
export function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
