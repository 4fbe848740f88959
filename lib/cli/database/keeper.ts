// A process of its own between the supervisor and the database server. The terminal's Ctrl-C does
// not reach it, so web and worker can finish their last transactions; and it outlives a killed
// supervisor just long enough to shut the server down.
import { spawn } from 'node:child_process';
import { openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Account } from './account.ts';

export type KeeperOrder = {
  postgres: string;
  pgCtl: string;
  data: string;
  flags: string[];
  account: Account;
  environment: NodeJS.ProcessEnv;
  /** Where the server's own messages go. */
  log: string;
  pidFile: string;
  /** A folder to remove at the end. */
  temporary: string | null;
};

const order: KeeperOrder = JSON.parse(process.argv[2] ?? '');
const log = openSync(order.log, 'a', 0o600);
const options = { ...order.account, cwd: dirname(order.postgres), env: order.environment };

writeFileSync(order.pidFile, String(process.pid));
const server = spawn(order.postgres, ['-D', order.data, ...order.flags], {
  ...options,
  stdio: ['ignore', log, log],
});
server.on('error', (error) => {
  process.send?.({ cannotStart: error.message });
  end(1);
});
server.on('exit', (code) => end(code ?? 1));

let stopping = false;

/** Fast shutdown: open transactions are rolled back, everything committed is on the disk. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  if (process.platform === 'win32') {
    spawn(order.pgCtl, ['stop', '-D', order.data, '-m', 'fast'], options);
  } else {
    server.kill('SIGINT');
    setTimeout(() => server.kill('SIGQUIT'), 20_000).unref();
  }
}

function end(code: number): void {
  rmSync(order.pidFile, { force: true });
  if (order.temporary) rmSync(order.temporary, { recursive: true, force: true });
  process.exit(code);
}

process.on('message', stop);
process.on('disconnect', stop);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('SIGHUP', () => {});
if (!process.connected) stop();
