import { draftEverywhere } from '#lib/billing/nightly.ts';
import { mindFollowers } from '#lib/following/telling.ts';
import { mindGuided } from '#lib/guided/minding.ts';
import { removeUnused } from '#lib/media/cleaning.ts';
import { disconnect } from '#lib/platform/db.ts';
import { settings } from '#lib/platform/env.ts';
import { work } from '#lib/platform/jobs.ts';
import { log } from '#lib/platform/log.ts';
import { deliverMail } from '#lib/platform/mail.ts';
import { enterSystem } from '#lib/platform/scope.ts';
import { structureConsole } from '#lib/platform/watch/console.ts';
import { watchJobs } from '#lib/platform/watch/job-metrics.ts';
import { answerMetrics } from '#lib/platform/watch/metrics.ts';
import { followBookings } from '#lib/presence/following.ts';
import { mindProposals } from '#lib/proposals/minding.ts';
import { sumUpEverywhere } from '#lib/reports/summing.ts';
import { mindResults } from '#lib/results/minding.ts';
import { runRetention } from '#lib/rights/retention.ts';
import { mindShowrooms } from '#lib/showroom/minding.ts';
import { mindProjects } from '#lib/steering/minding.ts';
import { mindHouses } from '#lib/workspace/minding.ts';
import { bearBeingUnheard } from './terminal/unheard.ts';

bearBeingUnheard();
structureConsole();
watchJobs();
answerMetrics();

// Works off jobs: what a committed change asked for. Started by the supervisor.
const begin = () =>
  work(settings().databaseUrl, {
    mail: ({ id }) => deliverMail(id),
    billing: async () => {
      log.info('billing', { hubs: (await draftEverywhere()).length });
    },
    house: async () => {
      await mindHouses();
      await followBookings();
      await mindGuided();
    },
    showroom: mindShowrooms,
    following: mindFollowers,
    proposals: mindProposals,
    projects: async () => {
      await mindProjects();
      await mindResults();
    },
    use: sumUpEverywhere,
    media: async () => {
      log.info('media', { removed: await removeUnused(await enterSystem(null, 'unused media')) });
    },
    retention: async () => {
      const done = await runRetention(await enterSystem(null, 'retention'));
      for (const { class: name, rows } of done) log.info('retention', { class: name, rows });
    },
  });
let stop = async () => {};
let ending = false;
process.on('SIGTERM', end);
process.on('SIGINT', end);
process.on('disconnect', end);
await beginWhenThere();

/** The database may be away for a while; that is no reason to end. */
async function beginWhenThere(): Promise<void> {
  try {
    stop = await begin();
    log.info('worker is up');
  } catch (error) {
    log.warn('the worker waits for the database', { error: (error as Error).message });
    await new Promise((done) => setTimeout(done, 2000));
    await beginWhenThere();
  }
}

async function end() {
  if (ending) return;
  ending = true;
  // The database may be gone already, and a queue that waits for it would wait for good.
  setTimeout(() => process.exit(0), 8000).unref();
  await stop().catch(() => {});
  await disconnect();
  process.exit(0);
}
