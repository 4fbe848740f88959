import { spawn } from 'node:child_process';
import { checkout, node24 } from '../database/place.ts';
import { Stopped } from '../start/stop.ts';
import { Refusal } from '../terminal/refusal.ts';

/**
 * Runs a Node program of the checkout on this terminal, colours and all.
 * @throws Refusal when it fails; the signal's reason when it was stopped.
 */
export async function runHere(args: string[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const child = spawn(node24, args, { cwd: checkout, stdio: 'inherit' });
  const pass = () => {
    // The terminal has sent its Ctrl-C to the child, too; a second one would cut its tidying short.
    const alreadyThere = process.stdin.isTTY && signal.reason.by === 'SIGINT';
    if (!alreadyThere) child.kill('SIGINT');
  };
  signal.addEventListener('abort', pass);
  const code = await new Promise((done) => {
    child.on('error', (error) => done(error.message));
    child.on('exit', done);
  });
  signal.removeEventListener('abort', pass);
  if (signal.aborted && signal.reason instanceof Stopped) throw signal.reason;
  if (code !== 0) throw new Refusal(`${args[0]} ended with ${code}.`);
}
