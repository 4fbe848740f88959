import { disconnect } from '#lib/platform/db.ts';
import { settings } from '#lib/platform/env.ts';
import { work } from '#lib/platform/jobs.ts';
import { log } from '#lib/platform/log.ts';
import { deliverMail } from '#lib/platform/mail.ts';
import { enterSystem } from '#lib/platform/scope.ts';
import { runRetention } from '#lib/rights/retention.ts';
import { bearBeingUnheard } from './terminal/unheard.ts';

bearBeingUnheard();

// Works off jobs: what a committed change asked for. Started by the supervisor.
const stop = await work(settings().databaseUrl, {
  mail: ({ id }) => deliverMail(id),
  retention: async () => {
    const done = await runRetention(await enterSystem(null, 'retention'));
    for (const { class: name, rows } of done) log.info('retention', { class: name, rows });
  },
});
log.info('worker is up');

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  // The database may be gone already, and a queue that waits for it would wait for good.
  setTimeout(() => process.exit(0), 8000).unref();
  await stop().catch(() => {});
  await disconnect();
  process.exit(0);
}
process.on('SIGTERM', end);
process.on('SIGINT', end);
process.on('disconnect', end);
