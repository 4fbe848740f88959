import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '#lib/cli/database/listening.ts';
import { checkout, node24 } from '#lib/cli/database/place.ts';

export type Bare = { url: string; pid: number; started: number; stop: () => Promise<void> };

const next = join(checkout, 'node_modules/next/dist/bin/next');

/** Builds and starts one of the bare Next.js apps beside this file, in one process. */
export async function startBare(
  name: 'static' | 'dynamic',
  env: Record<string, string>,
): Promise<Bare> {
  const cwd = join(checkout, 'tests/bench', name);
  const quiet = { NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const whole = { ...process.env, ...env, ...quiet };
  const built = spawnSync(node24, [next, 'build'], { cwd, env: whole, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The bare app: ${built.stdout}${built.stderr}`);
  return running((port) => [next, 'start', '-p', port], cwd, whole);
}

/**
 * A bare Node server, in one process, that answers what an address of the portal answers.
 * @param headers whether with all that the portal says beside the content
 */
export async function startPlain(url: string, headers: 'none' | 'all'): Promise<Bare> {
  const script = join(checkout, 'tests/bench/plain.ts');
  return running((port) => [script, port, url, headers], checkout, process.env);
}

async function running(
  command: (port: string) => string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Bare> {
  const port = String(await freePort());
  const begun = performance.now();
  const child = spawn(node24, command(port), { cwd, env, stdio: 'ignore' as const });
  const ended = new Promise<void>((done) => child.on('close', () => done()));
  const url = `http://localhost:${port}/`;
  await untilAnswering(url);
  return {
    url,
    pid: child.pid ?? 0,
    started: performance.now() - begun,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function untilAnswering(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`${url} does not answer.`);
}
