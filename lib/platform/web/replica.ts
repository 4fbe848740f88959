import { Pool } from 'pg';
import { log } from '../log.ts';
import { isCurrent, readVersions, type Versions } from './page-versions.ts';

/** Which database a page for everyone is read from. */
export type Source = {
  mayRead: (hub: string | null) => Promise<boolean>;
  close: () => Promise<void>;
};

const patience = 500;
const rest = 10_000;

/**
 * Lets pages be read from a replica while it answers and has everything that this process knows to have
 * changed; otherwise they are read where they are written. One that fails is left alone for a while.
 */
export function replicaAt(url: string, known: Versions): Source {
  const pool = new Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    allowExitOnIdle: true,
  });
  pool.on('error', () => {});
  let restsUntil = 0;
  const read = async () => {
    const client = await pool.connect();
    try {
      const versions = await readVersions(client);
      client.release();
      return versions;
    } catch (error) {
      client.release(true);
      throw error;
    }
  };
  const mayRead = async (hub: string | null) => {
    if (Date.now() < restsUntil) return false;
    try {
      return isCurrent(await read(), known, hub);
    } catch (error) {
      restsUntil = Date.now() + rest;
      log.warn('the replica does not answer', { error: String(error) });
      return false;
    }
  };
  return { mayRead, close: () => pool.end() };
}
