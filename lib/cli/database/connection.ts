import pg from 'pg';
import { Refusal } from '../terminal/refusal.ts';

const oldest = 15;

/** One connection in UTC. The caller ends it. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'navet',
  });
  // Without a listener a server that goes away in between would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query("set time zone 'UTC'");
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

/**
 * One connection to a server that Navet can use.
 * @throws Refusal, never naming the password: unreachable, refused, too old, not in UTC.
 */
export async function connectOrRefuse(url: string): Promise<pg.Client> {
  const client = await connect(url).catch((error) => {
    throw new Refusal(whyNot(error, url), { cause: error });
  });
  try {
    await requireServer(client);
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function requireServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    "select current_setting('server_version_num')::int as version, current_setting('timezone') as zone",
  );
  const major = Math.floor(rows[0].version / 10_000);
  if (major < oldest) {
    throw new Refusal(
      `The database server is PostgreSQL ${major}, and Navet needs ${oldest} or newer.`,
    );
  }
  if (rows[0].zone !== 'UTC') throw new Refusal('The database session does not keep UTC.');
}

type ConnectionError = Error & { code?: string };

const sentences: Record<string, (where: string, client: pg.Client) => string> = {
  ECONNREFUSED: (where) => `No database server answers at ${where}; check DATABASE_URL.`,
  ENOENT: (where) => `No database server answers at ${where}; check DATABASE_URL.`,
  ENOTFOUND: (where) => `The database server ${where} cannot be found; check DATABASE_URL.`,
  EAI_AGAIN: (where) => `The database server ${where} cannot be found; check DATABASE_URL.`,
  '28P01': (where, { user }) =>
    `The database server ${where} refuses the password of ${user}; check DATABASE_URL.`,
  '28000': (where, { user }) =>
    `The database server ${where} does not let ${user} in; check DATABASE_URL and its pg_hba.conf.`,
  '3D000': (where, { database }) =>
    `The database server ${where} has no database ${database}; create it or check DATABASE_URL.`,
  '53300': (where) => `The database server ${where} has no connection free.`,
};

function whyNot(error: ConnectionError, url: string): string {
  const client = unconnected(url);
  if (!client) return 'DATABASE_URL cannot be read as the address of a PostgreSQL server.';
  const where = client.host.startsWith('/') ? client.host : `${client.host}:${client.port}`;
  // The driver gives a connection that broke or took too long no code.
  const silent = !error.code && /timeout|terminated/.test(error.message);
  const sentence = sentences[silent ? 'ECONNREFUSED' : (error.code ?? '')];
  if (sentence) return sentence(where, client);
  return `The database at ${where} cannot be used (${error.message}); check DATABASE_URL.`;
}

/** Parses the address the way the driver does. */
function unconnected(url: string): pg.Client | null {
  try {
    return new pg.Client({ connectionString: url });
  } catch {
    return null;
  }
}
