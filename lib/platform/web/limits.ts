import { createHmac } from 'node:crypto';
import pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** Changes a client may ask for in a minute. A town hall may share one address. */
const changesAMinute = 300;
const rule = { points: changesAMinute, duration: 60 };

export type Limits = {
  /** Counts one change; the seconds to wait when there were too many, otherwise 0. */
  note: (client: string) => Promise<number>;
  close: () => Promise<void>;
};

/** Counts what clients change, in the database, so that every process and machine counts together. */
export function openLimits(databaseUrl: string, secret: string): Limits {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  pool.on('error', () => {});
  const limiter = new RateLimiterPostgres({
    ...rule,
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'navet_limits',
    tableName: 'client',
    keyPrefix: 'change',
    tableCreated: true,
    // While the database cannot be asked, each process counts for itself.
    insuranceLimiter: new RateLimiterMemory(rule),
  });
  return {
    note: (client) =>
      limiter.consume(createHmac('sha256', secret).update(client).digest('base64url')).then(
        () => 0,
        (refused) => {
          if (!(refused instanceof RateLimiterRes)) throw refused;
          return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        },
      ),
    close: () => pool.end(),
  };
}
