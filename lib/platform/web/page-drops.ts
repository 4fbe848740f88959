import { Client } from 'pg';
import { z } from 'zod';
import { isPooled } from '../env.ts';
import { log } from '../log.ts';
import type { Change } from './page-cache.ts';
import { readVersions, type Versions } from './page-versions.ts';

const told = z.object({ hub: z.string(), version: z.coerce.bigint(), parts: z.string() });
const again = 500;
/** How often is looked whether something was not heard; more often where nothing can be heard. */
const looking = { heard: 30_000, unheard: 700 };

export type Drops = {
  /** How often each hub has changed, as far as this process knows. */
  versions: Versions;
  stop: () => Promise<void>;
};

/**
 * Hears which hubs' pages have changed, from every process and machine on the same database. What was
 * said while the connection was away, or behind a pooler that lets nobody listen, is found by version.
 */
export function listenForDrops(connectionString: string, drop: (change: Change) => void): Drops {
  const versions: Versions = new Map();
  const pooled = isPooled(connectionString);
  let known = false;
  let stopped = false;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const look = async () => {
    const found = await readVersions(client as Client);
    for (const [hub, version] of found) {
      if (versions.get(hub) === version) continue;
      versions.set(hub, version);
      // Nothing is kept before the first look.
      if (known) drop({ hub, parts: [] });
    }
    known = true;
  };
  const hear = (payload: string | undefined) => {
    const { hub, version, parts } = told.parse(JSON.parse(payload ?? ''));
    versions.set(hub, version);
    drop({ hub, parts: parts ? parts.split(' ') : [] });
  };
  const keepLooking = () => {
    timer = setTimeout(
      () => {
        look()
          .then(keepLooking)
          .catch(() => client?.end().catch(() => {}));
      },
      pooled ? looking.unheard : looking.heard,
    ).unref();
  };
  const connect = async () => {
    client = new Client({
      connectionString,
      application_name: 'navet pages',
      keepAlive: true,
      connectionTimeoutMillis: 4000,
    });
    client.on('notification', (notice) => hear(notice.payload));
    client.on('error', () => client?.end().catch(() => {}));
    client.once('end', retry);
    await client.connect();
    if (!pooled) await client.query('listen navet_pages');
    await look();
    keepLooking();
  };
  const retry = () => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => connect().catch(failed), again).unref();
  };
  const failed = (error: Error) => {
    log.warn('page drops not heard yet', { error: error.message });
    client?.removeListener('end', retry);
    client?.end().catch(() => {});
    retry();
  };
  connect().catch(failed);
  const stop = async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => {});
  };
  return { versions, stop };
}
