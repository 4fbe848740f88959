import { PgBoss } from 'pg-boss';
import type { Handle } from './db.ts';
import { log } from './log.ts';

/** The queues and what a job of each carries. */
export type Jobs = {
  mail: { id: string };
  retention: object;
  billing: object;
  house: object;
  use: object;
  media: object;
  showroom: object;
  following: object;
  proposals: object;
  projects: object;
};

const queues = {
  mail: { retryLimit: 8, retryDelay: 30, retryBackoff: true },
  retention: { retryLimit: 3, retryDelay: 600 },
  billing: { retryLimit: 3, retryDelay: 600 },
  use: { retryLimit: 3, retryDelay: 600 },
  media: { retryLimit: 3, retryDelay: 600 },
  showroom: { retryLimit: 3, retryDelay: 600 },
  proposals: { retryLimit: 3, retryDelay: 600 },
  projects: { retryLimit: 3, retryDelay: 600 },
  // The next minute brings the next one.
  house: { retryLimit: 0, deleteAfterSeconds: 3600 },
  following: { retryLimit: 0, deleteAfterSeconds: 3600 },
} as const;

/** When the queue itself adds a job, once for all machines: minute, hour, day, month, weekday. */
const timetable = {
  use: '7 2 * * *',
  media: '47 2 * * *',
  // Each hub has midnight in its own zone.
  showroom: '3 * * * *',
  proposals: '9 * * * *',
  projects: '13 * * * *',
  retention: '17 3 * * *',
  billing: '41 4 * * *',
  house: '* * * * *',
  following: '* * * * *',
} as const;
const zone = 'Europe/Stockholm';

/** How often a worker looks into each queue, in seconds; one that is missing here would never be worked off. */
const looks: Record<Exclude<keyof Jobs, 'mail'>, number> = {
  ...{ retention: 60, billing: 60, use: 60, media: 60, showroom: 60, proposals: 60 },
  projects: 60,
  ...{ following: 5, house: 5 },
};

/**
 * Adds jobs that exist exactly if the surrounding transaction commits, all in one statement. Must be the transaction's
 * last act: it steps back from the unprivileged role, which has no rights on the queue.
 */
export async function enqueue<N extends keyof Jobs>(
  db: Handle,
  name: N,
  all: Jobs[N][],
): Promise<void> {
  const executeSql = async (text: string, values: unknown[] = []) => ({
    rows: await db.$queryRawUnsafe<unknown[]>(text, ...values),
  });
  // Never started, so it holds no connection; of this transaction alone, so it is made anew.
  const sender = new PgBoss({
    db: { executeSql },
    supervise: false,
    schedule: false,
    migrate: false,
  });
  await db.$executeRaw`select set_config('role', 'none', true)`;
  const jobs = all.map((data) => ({ data }));
  await sender.insert(name, jobs, { db: { executeSql } });
}

/** Makes or updates the queue's own schema; part of every migration run. */
export async function installJobs(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, supervise: false, schedule: false, max: 2 });
  await boss.start();
  for (const [name, options] of Object.entries(queues)) {
    if (await boss.getQueue(name)) await boss.updateQueue(name, options);
    else await boss.createQueue(name, options);
  }
  for (const [name, cron] of Object.entries(timetable)) {
    await boss.schedule(name, cron, {}, { tz: zone });
  }
  await boss.stop({ graceful: false });
}

/** Starts working off jobs in this process. A handler that throws is tried again later. */
export async function work(
  connectionString: string,
  handlers: { [N in keyof Jobs]: (data: Jobs[N]) => Promise<void> },
): Promise<() => Promise<void>> {
  const boss = new PgBoss({ connectionString, max: 4, migrate: false });
  // While the database is away it complains at every turn, and goes on when it is back.
  boss.on('error', (error) => log.warn('the job queue', { error: error.message }));
  await boss.start();
  await boss.work<Jobs['mail']>('mail', { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const job of jobs) await handlers.mail(job.data);
  });
  for (const [name, pollingIntervalSeconds] of Object.entries(looks)) {
    await boss.work(name, { pollingIntervalSeconds }, () =>
      handlers[name as keyof typeof looks]({}),
    );
  }
  return () => boss.stop({ graceful: true, timeout: 5000 });
}
