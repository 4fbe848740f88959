import { Refusal } from '../terminal/refusal.ts';

const limit = 60_000;

/**
 * Waits until the portal answers on its own port.
 * @throws Refusal when it does not within a minute; the signal's reason when that fires first.
 */
export async function untilHealthy(host: string, port: number, signal: AbortSignal): Promise<void> {
  const address = `http://${reachable(host)}:${port}/healthz`;
  const until = Date.now() + limit;
  while (Date.now() < until) {
    signal.throwIfAborted();
    if (await isHealthy(address)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Refusal(`The portal did not answer at ${address} within a minute.`);
}

async function isHealthy(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** An address to listen on is not always one to call. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
