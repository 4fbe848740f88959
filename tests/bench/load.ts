import { execFileSync } from 'node:child_process';
import autocannon from 'autocannon';

export type Figures = { rps: number; p95: number; p99: number; failed: number };
export type Target = {
  name: string;
  url: string;
  headers?: Record<string, string>;
  /** What is added to the address: one after the other, or made for each request. */
  paths?: readonly string[] | (() => string);
};

const seconds = 5;
// Long enough for a compiler that learns while it runs, in every process behind the port.
const warmUp = 4;

/** Requests a second and the 95th percentile (ms) of one address at one concurrency. */
export async function load(target: Target, connections: number): Promise<Figures> {
  const { url, headers = {} } = target;
  const given = { 'accept-encoding': 'br, gzip', ...headers };
  const run = (duration: number, note?: (ms: number) => void) =>
    new Promise<autocannon.Result>((done, fail) => {
      const options = { url, connections, duration, headers: given, ...requestsOf(target) };
      const running = autocannon(options, (error, result) => (error ? fail(error) : done(result)));
      running.on('response', (_client, _status, _bytes, ms) => note?.(ms));
    });
  await run(warmUp);
  const times: number[] = [];
  const result = await run(seconds, (ms) => times.push(ms));
  const failed = result.non2xx + result.errors + result.timeouts;
  times.sort((a, b) => a - b);
  const below = (share: number) =>
    Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return { rps: result.requests.average, p95: below(0.95), p99: below(0.99), failed };
}

function requestsOf({ url, paths }: Target): { requests?: autocannon.Request[] } {
  if (!paths) return {};
  const { pathname } = new URL(url);
  if (typeof paths !== 'function') {
    return { requests: paths.map((path) => ({ path: pathname + path })) };
  }
  return { requests: [{ setupRequest: (request) => ({ ...request, path: pathname + paths() }) }] };
}

/** Memory of a process that is or descends from `pid` and whose command says `what`, in MiB. */
export function memoryOf(pid: number, what: string): number {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' });
  const rows = table.split('\n').map((line) => {
    const [id = '', parent = '', rss = '', ...args] = line.trim().split(/\s+/);
    return { id: Number(id), parent: Number(parent), rss: Number(rss), args: args.join(' ') };
  });
  const family = new Set([pid]);
  for (let grown = true; grown; ) {
    const more = rows.filter((row) => family.has(row.parent) && !family.has(row.id));
    for (const row of more) family.add(row.id);
    grown = more.length > 0;
  }
  const found = rows.filter((row) => family.has(row.id) && row.args.includes(what));
  return Math.round(Math.max(0, ...found.map((row) => row.rss)) / 1024);
}
