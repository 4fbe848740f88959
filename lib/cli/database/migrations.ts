import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Client, DatabaseError } from 'pg';
import { Refusal } from '../terminal/refusal.ts';
import { connectOrRefuse } from './connection.ts';
import { listMigrationFiles, type MigrationFile } from './files.ts';
import { checkout } from './place.ts';

// Prisma's own table and lock number, so that `prisma migrate deploy` can take over at any time.
const prismaLock = 72_707_369;
const prismaTable = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

type Applied = { name: string; checksum: string; finished: boolean };

/**
 * Brings a database to the newest migration: each file in one transaction, one process at a time.
 * @param onProgress is called with the name of each migration before it is applied.
 * @returns the names applied now; empty when there was nothing to do.
 * @throws Refusal when the server is too old or out of reach, an applied file has changed, the
 * database is newer than this checkout, or a migration fails; nothing of that one is kept then.
 */
export async function migrate(
  connectionString: string,
  onProgress: (name: string) => void = () => {},
  folder = join(checkout, 'prisma/migrations'),
): Promise<string[]> {
  const files = listMigrationFiles(folder);
  const client = await connectOrRefuse(connectionString);
  try {
    await lock(client);
    const pending = findPending(files, await listApplied(client));
    for (const file of pending) {
      onProgress(file.name);
      await apply(client, file);
    }
    return pending.map((file) => file.name);
  } finally {
    await client.end();
  }
}

async function lock(client: Client): Promise<void> {
  await client.query("set lock_timeout = '60s'");
  try {
    await client.query('select pg_advisory_lock($1)', [prismaLock]);
  } catch (error) {
    if ((error as DatabaseError).code !== '55P03') throw error;
    throw new Refusal('Another process has been migrating this database for more than a minute.');
  }
  await client.query('reset lock_timeout');
}

async function listApplied(client: Client): Promise<Applied[]> {
  const known = await client.query("select to_regclass('_prisma_migrations') is not null as there");
  if (!known.rows[0].there) await client.query(prismaTable);
  const { rows } = await client.query<Applied>(
    `select migration_name as name, checksum, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null order by started_at`,
  );
  return rows;
}

function findPending(files: MigrationFile[], applied: Applied[]): MigrationFile[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const { name, checksum, finished } of applied) {
    const file = byName.get(name);
    if (!finished) {
      throw new Refusal(`The migration ${name} failed earlier; repair it with prisma migrate.`);
    }
    if (!file) {
      throw new Refusal(
        `The database has the migration ${name}, which this version does not know; use the newer version.`,
      );
    }
    if (file.checksum !== checksum) {
      throw new Refusal(
        `The migration ${name} was changed after it was applied; restore its file.`,
      );
    }
    byName.delete(name);
  }
  return [...byName.values()];
}

async function apply(client: Client, file: MigrationFile): Promise<void> {
  try {
    await client.query('begin');
    await client.query(file.sql);
    await client.query(
      `insert into _prisma_migrations
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), file.checksum, file.name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new Refusal(failed(file, error as DatabaseError), { cause: error });
  }
}

function failed(file: MigrationFile, error: DatabaseError): string {
  const before = error.position ? file.sql.slice(0, Number(error.position)) : null;
  const line = before === null ? '' : ` in line ${before.split('\n').length}`;
  return `The migration ${file.name} failed${line} (${error.message}); nothing of it was kept.`;
}
