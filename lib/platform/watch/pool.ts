import { Pool, type PoolClient, type PoolConfig } from 'pg';

type Held = { since: number };
type Watched = { pool: Pool; held: Map<PoolClient, Held> };
// Next bundles server code more than once in a process; what is watched must be known once.
const kept = globalThis as typeof globalThis & { navetPools?: Set<Watched> };
kept.navetPools ??= new Set();
const pools = kept.navetPools;

/** Longer than any transaction may take; what holds a connection still, hangs on one that is dead. */
const longestHold = 30_000;

/** A pool whose connections in use are known, and cut when nothing comes of them any more. */
export function watchedPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  const watched: Watched = { pool, held: new Map() };
  pool.on('acquire', (client) => watched.held.set(client, { since: performance.now() }));
  pool.on('release', (_error, client) => watched.held.delete(client));
  pool.on('remove', (client) => watched.held.delete(client));
  pools.add(watched);
  const sweep = setInterval(() => cutDead(watched), longestHold / 6).unref();
  const end = pool.end.bind(pool);
  pool.end = (async () => {
    clearInterval(sweep);
    pools.delete(watched);
    await end();
  }) as Pool['end'];
  return pool;
}

/** For how many milliseconds the connection that was taken first has been in use. */
export function longestInUse(): number {
  let first = performance.now();
  for (const { held } of pools)
    for (const { since } of held.values()) first = Math.min(first, since);
  return performance.now() - first;
}

/** Connections of this process by what they do, and how many transactions wait for one. */
export function poolState(): { used: number; idle: number; waiting: number } {
  const state = { used: 0, idle: 0, waiting: 0 };
  for (const { pool } of pools) {
    state.used += pool.totalCount - pool.idleCount;
    state.idle += pool.idleCount;
    state.waiting += pool.waitingCount;
  }
  return state;
}

function cutDead({ held }: Watched): void {
  const before = performance.now() - longestHold;
  for (const [client, { since }] of held) {
    if (since < before) (client as PoolClient & Cuttable).connection.stream.destroy();
  }
}

type Cuttable = { connection: { stream: { destroy: () => void } } };
