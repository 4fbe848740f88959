import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { connect } from '#lib/cli/database/connection.ts';
import { migrate } from '#lib/cli/database/migrations.ts';
import { removeFolder, temporaryFolder } from '#tests/support/portal.ts';
import { onServer, within } from '#tests/support/server.ts';

const server = inject('databaseServer');
const name = `navet_migrations_${process.pid}`;
const url = within(server, name);
let client: pg.Client;
let folder: string;

function write(migration: string, sql: string): void {
  mkdirSync(join(folder, migration), { recursive: true });
  writeFileSync(join(folder, migration, 'migration.sql'), sql);
}

const apply = (onProgress?: (name: string) => void) => migrate(url, onProgress, folder);

async function column(sql: string): Promise<unknown[]> {
  const { rows } = await client.query({ text: sql, rowMode: 'array' });
  return rows.map((row) => row[0]);
}

beforeAll(async () => {
  await onServer(server, `create database ${name}`);
  client = await connect(url);
});

beforeEach(async () => {
  await client.query('drop schema public cascade');
  await client.query('create schema public');
  folder = temporaryFolder();
  write('20260101000000_one', 'create table fruit (name text);');
  write(
    '20260102000000_two',
    "insert into fruit values ('äpple'); insert into fruit values ('eple');",
  );
  return () => removeFolder(folder);
});

afterAll(async () => {
  await client.end();
  await onServer(server, `drop database ${name} with (force)`);
});

describe('migrations', () => {
  test('are applied in order, once', async () => {
    const seen: string[] = [];
    expect(await apply((migration) => seen.push(migration))).toEqual(seen);
    expect(seen).toEqual(['20260101000000_one', '20260102000000_two']);
    expect(await apply()).toEqual([]);
    expect(await column('select name from fruit order by name collate "C"')).toEqual([
      'eple',
      'äpple',
    ]);
  });

  test('are noted the way Prisma notes them', async () => {
    await apply();
    const { rows } = await client.query(
      `select length(id) as id, checksum, finished_at >= started_at as ended, logs, rolled_back_at,
              applied_steps_count as steps
         from _prisma_migrations where migration_name = '20260101000000_one'`,
    );
    // sha256sum of the file above.
    const checksum = 'f4b4b019fe5868d22bb30bd788ed01c4df4b26cdbfee00633e3176e35c037773';
    const noted = { id: 36, checksum, ended: true, logs: null, rolled_back_at: null, steps: 1 };
    expect(rows).toEqual([noted]);
  });

  test('a failing one leaves nothing, names its line and can be mended', async () => {
    write('20260103000000_three', 'create table nut (name text);\ninsert into leaf values (1);\n');
    await expect(apply()).rejects.toThrow(
      /20260103000000_three failed in line 2 .*"leaf" does not exist.*nothing of it was kept/,
    );
    expect(await column("select to_regclass('nut')")).toEqual([null]);
    write('20260103000000_three', 'create table nut (name text);');
    expect(await apply()).toEqual(['20260103000000_three']);
  });

  test('one whose note cannot be kept is not kept itself', async () => {
    const sql = 'create table nut (name text); alter table _prisma_migrations rename to moved;';
    write('20260103000000_three', sql);
    await expect(apply()).rejects.toThrow(/"_prisma_migrations" does not exist/);
    expect(await column("select to_regclass('nut')")).toEqual([null]);
  });

  test('one changed after it was applied is refused', async () => {
    await apply();
    write('20260101000000_one', 'create table fruit (name text); -- harmless');
    await expect(apply()).rejects.toThrow(/20260101000000_one was changed after it was applied/);
  });

  test('a database newer than this version is refused', async () => {
    write('20260103000000_three', 'select 1;');
    await apply();
    removeFolder(join(folder, '20260103000000_three'));
    await expect(apply()).rejects.toThrow(/20260103000000_three, which this version does not know/);
  });

  test('one that Prisma noted as failed is refused, and forgotten when rolled back', async () => {
    await apply();
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name) values ('1', '', '20260103000000_three')`,
    );
    await expect(apply()).rejects.toThrow(/20260103000000_three failed earlier/);
    await client.query(`update _prisma_migrations set rolled_back_at = now() where id = '1'`);
    expect(await apply()).toEqual([]);
  });

  test('two at once apply each one once', async () => {
    const both = await Promise.all([apply(), apply()]);
    expect(both.flat().sort()).toEqual(['20260101000000_one', '20260102000000_two']);
    expect(await column('select count(*)::int from _prisma_migrations')).toEqual([2]);
  });
});
