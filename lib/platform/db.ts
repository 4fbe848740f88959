import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '#prisma/generated/client.ts';
import { isPooled, settings } from './env.ts';
import { fromReplica } from './rendering.ts';
import { watchedPool } from './watch/pool.ts';

/** The handle a domain receives: one open transaction in which someone acts. */
export type { Prisma };
export type Handle = Prisma.TransactionClient;

/** A piece of SQL with its values apart; pieces join without ever being pasted as text. */
export type Sql = Prisma.Sql;
export const { sql, join: joinSql, empty: noSql, DbNull: noJson } = Prisma;

type Kept = { client: PrismaClient; url: string };
// Next bundles server code more than once in a process; the pool must exist once.
const kept = globalThis as typeof globalThis & { navetDatabase?: Kept; navetReplica?: Kept };

/** The connection pool. Only lib/platform may call this: everyone else asks a scope for a handle. */
export function database(): PrismaClient {
  kept.navetDatabase ??= open(settings().databaseUrl, settings().pool);
  return kept.navetDatabase.client;
}

/** Like database(), for reads: of a page for everyone it may be the replica. */
export function readingDatabase(): PrismaClient {
  if (!fromReplica()) return database();
  const { readUrl, pool } = settings();
  kept.navetReplica ??= open(readUrl ?? databaseAddress(), pool);
  return kept.navetReplica.client;
}

/** Which database this process uses. */
export function databaseAddress(): string {
  return kept.navetDatabase?.url ?? settings().databaseUrl;
}

/** Points this process at a database: for tests and for commands that bring their own. */
export async function connect(url: string, pool = 10): Promise<void> {
  await disconnect();
  kept.navetDatabase = open(url, pool);
}

export async function disconnect(): Promise<void> {
  await kept.navetDatabase?.client.$disconnect();
  await kept.navetReplica?.client.$disconnect();
  delete kept.navetDatabase;
  delete kept.navetReplica;
}

function open(url: string, pool: number): Kept {
  const connections = watchedPool({
    connectionString: url,
    max: pool,
    connectionTimeoutMillis: 4000,
    keepAlive: true,
  });
  // A pooler gives each transaction another connection, where a name means nothing or something else.
  const naming = isPooled(url) ? {} : { statementNameGenerator: namer() };
  const adapter = new PrismaPg(connections, { ...naming, disposeExternalPool: true });
  return { client: new PrismaClient({ adapter }), url };
}

const mostNames = 500;

// PostgreSQL keeps the plan of a statement that has a name; planning through row-level security costs
// more than running. A list of ids has as many texts as lengths, so only so many are ever named.
function namer(): (statement: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql: text }) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostNames) return known ?? '';
    const name = `navet_${names.size}`;
    names.set(text, name);
    return name;
  };
}
