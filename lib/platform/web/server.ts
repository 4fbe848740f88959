import { createServer, type Server, type ServerResponse } from 'node:http';
import { log, logFault } from '../log.ts';
import { answering, nameOf } from '../watch/asking.ts';
import { Hits } from './hits.ts';
import { PageCache } from './page-cache.ts';
import { type Handler, Portal } from './portal.ts';
import { record } from './record.ts';
import { sendPlain } from './sending.ts';
import {
  boundConnections,
  cutSlowReader,
  cutSlowSender,
  limits,
  usualPatience,
} from './slowness.ts';
import type { WebSettings } from './web-settings.ts';

export type Web = {
  server: Server;
  cache: PageCache;
  /** Makes ready what must be there when nothing else is. */
  warm: () => Promise<void>;
  /** Makes pages for everyone ready, one after the other, so that they go on when the database goes. */
  make: (addresses: readonly string[]) => Promise<void>;
};

const cacheBytes = 96 * 1024 * 1024;

/** The portal's HTTP server: cached public pages, a language for every address, the rest to Next. */
export function createWeb(handler: Handler, settings: WebSettings): Web {
  const { patience = usualPatience, proxies, routeOf } = settings;
  const cache = new PageCache(cacheBytes, (what, key, why) =>
    log.warn(what, { route: routeOf(key), why }),
  );
  const hits = new Hits(cache, settings);
  const portal = new Portal(handler, cache, hits, settings);
  const server = createServer(limits(patience), (req, res) => {
    if (hits.answer(req, res)) return cutSlowReader(res, patience);
    cutSlowSender(req, patience);
    const begun = performance.now();
    const id = nameOf(req, proxies);
    res.setHeader('X-Request-Id', id);
    answering(id, async () => {
      await portal.answer(req, res).catch((error) => broken(res, error));
      cutSlowReader(res, patience);
      record(req, res, performance.now() - begun, routeOf);
    });
  });
  boundConnections(server);
  const make = async (addresses: readonly string[]) => {
    for (const address of addresses) await portal.pages.make(address).catch(() => {});
  };
  return { server, cache, warm: () => portal.words.warm(), make };
}

function broken(res: ServerResponse, error: unknown) {
  const id = logFault(error, 'web');
  if (!res.headersSent) sendPlain(res, 500, `Something went wrong. Fault ${id}`);
  else res.destroy();
}
