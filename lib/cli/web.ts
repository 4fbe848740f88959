import { join } from 'node:path';
import next from 'next';
import { mediaServer } from '#lib/media/serving.ts';
import { listHubs } from '#lib/organisations/reads.ts';
import { disconnect } from '#lib/platform/db.ts';
import { settings } from '#lib/platform/env.ts';
import { closeLimits } from '#lib/platform/limits.ts';
import { log } from '#lib/platform/log.ts';
import { enterPublic, stillAnswers } from '#lib/platform/scope.ts';
import { readerOf } from '#lib/platform/session/reader.ts';
import { sweepAside } from '#lib/platform/uploads.ts';
import { structureConsole } from '#lib/platform/watch/console.ts';
import { watchMemory } from '#lib/platform/watch/memory.ts';
import { sendMetrics, tellMetrics } from '#lib/platform/watch/metrics.ts';
import { feelPulse } from '#lib/platform/watch/pulse.ts';
import { readiness } from '#lib/platform/watch/readiness.ts';
import { endServer } from '#lib/platform/web/ending.ts';
import { firstPages } from '#lib/platform/web/first-pages.ts';
import { OwnPages } from '#lib/platform/web/own-pages.ts';
import { listenForDrops } from '#lib/platform/web/page-drops.ts';
import { replicaAt } from '#lib/platform/web/replica.ts';
import { routeNames } from '#lib/platform/web/route-names.ts';
import { createWeb } from '#lib/platform/web/server.ts';
import { listMigrationFiles } from './database/files.ts';
import { checkout } from './database/place.ts';
import { bearBeingUnheard } from './terminal/unheard.ts';

bearBeingUnheard();
structureConsole();

// One web process: Next's renderer behind the page cache. Started by the supervisor.
const { host, port, url, mode, proxies, memory, databaseUrl, readUrl } = settings();
const dev = process.env.NAVET_DEV === '1';
const app = next({ dev, hostname: host, port });
await app.prepare();
const ownBytes = 32 * 1024 * 1024;
// Heard before the first page is kept: nothing can be missed in between.
const files = mediaServer();
const drops = listenForDrops(databaseUrl, (change) => {
  cache.drop(change);
  files.drop(change);
});
const replica = readUrl ? replicaAt(readUrl, drops.versions) : null;
const pulse = feelPulse(databaseUrl);
const needed = listMigrationFiles(join(checkout, 'prisma/migrations')).map(({ name }) => name);
const ready = readiness(databaseUrl, needed, pulse);
const { server, cache, warm, make } = createWeb(app.getRequestHandler(), {
  url,
  anyHost: mode === 'demo',
  proxies,
  dev,
  pulse,
  readiness: ready,
  routeOf: routeNames(join(checkout, process.env.NAVET_BUILD || '.next')),
  readerOf,
  files,
  ...(!dev && { ownPages: new OwnPages(ownBytes, stillAnswers) }),
  ...(replica && { mayReadReplica: replica.mayRead }),
});
if (dev) {
  // While the code changes under it, no page is worth keeping.
  server.on('upgrade', app.getUpgradeHandler());
  setInterval(() => cache.clear(), 500).unref();
}
tellMetrics();
await sweepAside();
await warm();
// The supervisor holds the port and hands out its connections; the bare server is for development.
server.listen({ port, host }, () => log.info('web is up', { port }));

// What many ask for, and what must be there: of so many hubs that it takes a few seconds.
const mostHubs = 40;
enterPublic(null)
  .then(listHubs)
  .then((hubs) => make(firstPages(hubs.slice(0, mostHubs).map(({ slug }) => slug))))
  .then(() => log.info('first pages are ready'))
  .catch((error: Error) => log.warn('pages could not be made ready', { error: error.message }));

let ending = false;
async function end(waiting: boolean) {
  if (ending) return;
  ending = true;
  await endServer(server, { waiting, milliseconds: waiting ? 40_000 : 15_000 });
  await sendMetrics();
  // The database may be gone already, and nothing is in hand any more.
  setTimeout(() => process.exit(0), 2000).unref();
  await pulse.stop();
  await ready.close();
  await drops.stop();
  await replica?.close();
  await closeLimits();
  await disconnect();
  process.exit(0);
}
process.on('SIGTERM', () => end(false));
// The terminal's Ctrl-C is for the supervisor, which ends things in order.
process.on('SIGINT', () => process.connected || end(false));
process.on('SIGHUP', () => process.connected || end(false));
process.on('disconnect', () => end(false));
process.on('message', (message: { navet?: string }) => {
  if (message?.navet === 'retire') end(true);
});
watchMemory(memory, (mebibytes) => process.send?.({ navet: 'full', mebibytes }));
