import pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { databaseAddress } from './db.ts';
import { keyedHash } from './session/seal.ts';

/** So many tries in so many minutes, counted from the first. */
export type Limit = { name: string; most: number; minutes: number };

/** Changes of every kind by one client. A town hall may share one address. */
export const changesPerClient: Limit = { name: 'change', most: 300, minutes: 1 };

type Kept = { url: string; pool: pg.Pool; limiters: Map<string, RateLimiterPostgres> };
// Next bundles server code more than once in a process; the pool must exist once.
const kept = globalThis as typeof globalThis & { navetLimits?: Kept };

/**
 * Counts one try by `who`, in the database, so that every process and machine counts together; what
 * is kept is a keyed hash. While the database cannot be asked, each process counts for itself.
 * @returns the seconds to wait when there were too many, otherwise 0
 */
export async function countTry(limit: Limit, who: string): Promise<number> {
  try {
    await limiterOf(limit).consume(keyedHash(who).toString('base64url'));
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}

/** Seconds to wait where `who` has had all tries already; counts none. */
export async function waitFor(limit: Limit, who: string): Promise<number> {
  const counted = await limiterOf(limit).get(keyedHash(who).toString('base64url'));
  if (!counted || counted.consumedPoints < limit.most) return 0;
  return Math.max(1, Math.ceil(counted.msBeforeNext / 1000));
}

export async function closeLimits(): Promise<void> {
  await kept.navetLimits?.pool.end();
  delete kept.navetLimits;
}

function limiterOf(limit: Limit): RateLimiterPostgres {
  const { pool, limiters } = opened();
  const known = limiters.get(limit.name);
  if (known) return known;
  const rule = { points: limit.most, duration: limit.minutes * 60 };
  const made = new RateLimiterPostgres({
    ...rule,
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'navet_limits',
    tableName: 'client',
    keyPrefix: limit.name,
    tableCreated: true,
    insuranceLimiter: new RateLimiterMemory(rule),
  });
  limiters.set(limit.name, made);
  return made;
}

function opened(): Kept {
  const url = databaseAddress();
  if (kept.navetLimits?.url === url) return kept.navetLimits;
  kept.navetLimits?.pool.end().catch(() => {});
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    allowExitOnIdle: true,
    // Nobody waits for a count.
    connectionTimeoutMillis: 1000,
    query_timeout: 1000,
  });
  pool.on('error', () => {});
  kept.navetLimits = { url, pool, limiters: new Map() };
  return kept.navetLimits;
}
