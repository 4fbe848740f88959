import { Client } from 'pg';
import { log } from '../log.ts';

/**
 * Hears which hubs' pages have changed, from every process and machine on the same database.
 * `drop(null)` is called after a broken connection, since what was said meanwhile is lost.
 * @returns a function that stops listening
 */
export function listenForDrops(connectionString: string, drop: (hub: string | null) => void) {
  let stopped = false;
  let client: Client | undefined;

  const connect = async () => {
    client = new Client({ connectionString, keepAlive: true });
    client.on('notification', (notice) => drop(notice.payload || null));
    client.on('error', () => client?.end().catch(() => {}));
    client.once('end', () => again());
    await client.connect();
    await client.query('listen navet_pages');
    drop(null);
  };
  const again = () => {
    if (stopped) return;
    setTimeout(() => connect().catch(() => again()), 500).unref();
  };
  connect().catch((error: Error) => {
    log.warn('page drops not heard yet', { error: error.message });
    again();
  });
  return async () => {
    stopped = true;
    await client?.end().catch(() => {});
  };
}
