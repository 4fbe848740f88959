import pg from 'pg';
import type { Pulse } from './pulse.ts';

/** What keeps a process from its work; null when nothing does. */
export type Hindrance = 'database' | 'migrations' | 'jobs' | null;
export type Readiness = { hindrance: () => Promise<Hindrance>; close: () => Promise<void> };

const keptFor = 1000;
const patience = 1000;
/** A job whose time came so long ago says that nobody works them off. */
const overdue = '5 minutes';

/**
 * Says whether the database answers, is as new as this version needs, and its jobs are being done. An
 * answer is kept for a second, so that asking often costs nothing.
 * @param migrations the names of those that this version needs
 */
export function readiness(address: string, migrations: string[], pulse: Pulse): Readiness {
  const pool = new pg.Pool({
    connectionString: address,
    max: 1,
    allowExitOnIdle: true,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
  });
  pool.on('error', () => {});
  let kept: Promise<Hindrance> | null = null;
  const look = async (): Promise<Hindrance> => {
    if (!pulse.beats()) return 'database';
    try {
      const { rows } = await pool.query(
        `select (select count(*) from _prisma_migrations where migration_name = any($1)
             and finished_at is not null and rolled_back_at is null)::int as applied,
           exists (select from pgboss.job where state in ('created', 'retry')
             and start_after < now() - $2::interval) as overdue`,
        [migrations, overdue],
      );
      if (rows[0].applied < migrations.length) return 'migrations';
      return rows[0].overdue ? 'jobs' : null;
    } catch (error) {
      // Tables that are not there are a matter of migrations; whatever else, the database's own.
      const missing = /^(42P01|3F000)$/.test(String((error as { code?: string }).code));
      return missing ? 'migrations' : 'database';
    }
  };
  const hindrance = () => {
    if (kept) return kept;
    kept = look();
    setTimeout(() => {
      kept = null;
    }, keptFor).unref();
    return kept;
  };
  return { hindrance, close: () => pool.end() };
}
