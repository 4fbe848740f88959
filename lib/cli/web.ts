import next from 'next';
import { disconnect } from '#lib/platform/db.ts';
import { settings } from '#lib/platform/env.ts';
import { closeLimits } from '#lib/platform/limits.ts';
import { log } from '#lib/platform/log.ts';
import { listenForDrops } from '#lib/platform/web/page-drops.ts';
import { createWeb } from '#lib/platform/web/server.ts';
import { bearBeingUnheard } from './terminal/unheard.ts';

bearBeingUnheard();

// One web process: Next's renderer behind the page cache. Started by the supervisor.
const { host, port, url, mode, proxies, databaseUrl } = settings();
const dev = process.env.NAVET_DEV === '1';
const app = next({ dev, hostname: host, port });
await app.prepare();
const { server, drop } = createWeb(app.getRequestHandler(), {
  url,
  anyHost: mode === 'demo',
  proxies,
  dev,
});
const stopListening = listenForDrops(databaseUrl, drop);
if (dev) {
  // While the code changes under it, no page is worth keeping.
  server.on('upgrade', app.getUpgradeHandler());
  setInterval(() => drop(null), 500).unref();
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
  await stopListening();
  await closeLimits();
  await disconnect();
  process.exit(0);
}
process.on('SIGTERM', end);
process.on('SIGINT', end);
process.on('disconnect', end);
