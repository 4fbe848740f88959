import next from 'next';
import { disconnect } from '#lib/platform/db.ts';
import { settings } from '#lib/platform/env.ts';
import { closeLimits } from '#lib/platform/limits.ts';
import { log } from '#lib/platform/log.ts';
import { readerOf } from '#lib/platform/session/reader.ts';
import { listenForDrops } from '#lib/platform/web/page-drops.ts';
import { replicaAt } from '#lib/platform/web/replica.ts';
import { createWeb } from '#lib/platform/web/server.ts';
import { bearBeingUnheard } from './terminal/unheard.ts';

bearBeingUnheard();

// One web process: Next's renderer behind the page cache. Started by the supervisor.
const { host, port, url, mode, proxies, databaseUrl, readUrl } = settings();
const dev = process.env.NAVET_DEV === '1';
const app = next({ dev, hostname: host, port });
await app.prepare();
// Heard before the first page is kept: nothing can be missed in between.
const drops = listenForDrops(databaseUrl, (change) => cache.drop(change));
const replica = readUrl ? replicaAt(readUrl, drops.versions) : null;
const { server, cache } = createWeb(app.getRequestHandler(), {
  url,
  anyHost: mode === 'demo',
  proxies,
  dev,
  readerOf,
  ...(replica && { mayReadReplica: replica.mayRead }),
});
if (dev) {
  // While the code changes under it, no page is worth keeping.
  server.on('upgrade', app.getUpgradeHandler());
  setInterval(() => cache.clear(), 500).unref();
}
// Several processes may listen on the port; the kernel shares connections out between them.
const reusePort = process.platform === 'linux';
server.listen({ port, host, reusePort }, () => log.info('web is up', { port }));

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(0), 8000).unref();
  await new Promise((done) => {
    server.close(done);
    server.closeIdleConnections();
  });
  await drops.stop();
  await replica?.close();
  await closeLimits();
  await disconnect();
  process.exit(0);
}
process.on('SIGTERM', end);
process.on('SIGINT', end);
process.on('disconnect', end);
