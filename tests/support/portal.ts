import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from '#lib/cli/database/account.ts';
import { freePort } from '#lib/cli/database/listening.ts';
import { checkout, node24 } from '#lib/cli/database/place.ts';

export type Launched = {
  pid: number;
  /** Everything written so far. */
  said: () => string;
  /** What was written to stderr alone. */
  complained: () => string;
  ended: Promise<number | null>;
  /** Asks it to end and waits for its exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
};

export type Portal = Launched & { url: string };

type Environment = Record<string, string | undefined>;

const boot = [node24, join(checkout, 'lib/cli/boot.mjs')];

/** Runs `boot.mjs <command>` with these settings and none of this process's own. */
export function launch(
  command: string,
  settings: Environment,
  account: Account = null,
  [program = '', ...args] = boot,
): Launched {
  const child = spawn(program, [...args, command], {
    ...account,
    cwd: checkout,
    env: { ...ambient(), ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  let complained = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
    complained += chunk;
  });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const stop = (signal: NodeJS.Signals = 'SIGINT') => {
    child.kill(signal);
    return ended;
  };
  return { pid: child.pid ?? 0, said: () => said, complained: () => complained, ended, stop };
}

/** Starts the portal on a free port and waits until it says where it is. */
export async function startPortal(settings: Environment, program = boot): Promise<Portal> {
  const port = Number(settings.PORT ?? (await freePort()));
  const url = `http://localhost:${port}`;
  const launched = launch('start', { PORT: String(port), ...settings }, null, program);
  let over = false;
  launched.ended.then(() => {
    over = true;
  });
  while (!launched.said().includes('Stop it with Ctrl-C')) {
    if (over) throw new Error(`The portal did not start:\n${launched.said()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return { ...launched, url };
}

/** An empty folder that the database's account can reach, too. */
export function temporaryFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'navet-test-'));
  chmodSync(folder, mode);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The environment without Navet's settings: a test says itself what it sets. */
function ambient(): NodeJS.ProcessEnv {
  const own =
    /^(NAVET_|DATABASE_URL$|PORT$|SMTP_URL$|MAIL_FROM$|VITEST|NODE_OPTIONS$|NODE_ENV$|TZ$)/;
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name));
  return { ...Object.fromEntries(kept), NODE_ENV: 'production' };
}
