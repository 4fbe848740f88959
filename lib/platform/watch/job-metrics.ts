import { Gauge } from 'prom-client';
import { database } from '../db.ts';

type Row = { name: string; state: string; count: bigint };

/** The job queue in Prometheus' words: told by the worker, for the whole installation. */
export function watchJobs(): void {
  new Gauge({
    name: 'navet_jobs',
    help: 'Jobs in the database, by queue and state.',
    labelNames: ['queue', 'state'] as const,
    async collect() {
      this.reset();
      const rows = await database().$queryRaw<Row[]>`
        select name, state::text, count(*) from pgboss.job group by name, state`;
      for (const { name, state, count } of rows) this.set({ queue: name, state }, Number(count));
    },
  });
}
