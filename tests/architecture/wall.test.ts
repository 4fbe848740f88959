import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { get_dmmf } from '@prisma/prisma-schema-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '#lib/platform/db.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

type Table = { name: string; forced: boolean; enabled: boolean };
const rows = <T>(sql: string) => database().$queryRawUnsafe<T[]>(sql);

/** Facts that belong to nobody, and Prisma's own. */
const open = new Set(['reference_region', 'reference_municipality', '_prisma_migrations']);

describe('The wall', () => {
  it('is forced on every table but the official facts', async () => {
    const tables = await rows<Table>(`select relname as name, relforcerowsecurity as forced,
      relrowsecurity as enabled from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`);
    expect(tables.length).toBeGreaterThan(25);
    const bare = tables.filter((t) => !open.has(t.name) && !(t.forced && t.enabled));
    expect(bare.map((t) => t.name)).toEqual([]);
  });

  it('has one policy per command, none for all of them at once', async () => {
    const all = await rows(`select tablename from pg_policies where cmd = 'ALL'`);
    expect(all).toEqual([]);
  });

  it('stands before roles that cannot climb it', async () => {
    const roles = await rows<{ rolname: string }>(`select rolname from pg_roles
      where rolname like 'navet_%' and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole)`);
    expect(roles).toEqual([]);
  });

  it('lets nobody change or remove what was recorded', async () => {
    const grants =
      await rows(`select grantee, privilege_type from information_schema.role_table_grants
      where table_name = 'audit_event' and grantee like 'navet_%' and privilege_type not in ('SELECT', 'INSERT')`);
    expect(grants).toEqual([]);
  });

  it('keeps the one judge of what is taken', async () => {
    const found = await rows<{ definition: string }>(`select pg_get_constraintdef(oid) as definition
      from pg_constraint where conname = 'no_two_in_one_unit' and contype = 'x' and not condeferrable`);
    expect(found[0]?.definition).toMatch(
      /hub_id WITH =, unit_id WITH =, tstzrange.*WHERE \(\(?released_at IS NULL/,
    );
  });

  it('lets keys and exclusions of a hub begin with the hub', async () => {
    const others = await rows<{ name: string }>(`select c.conname as name from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype in ('p', 'u', 'x') and a.attname <> 'hub_id' and exists (select from pg_attribute h
        where h.attrelid = c.conrelid and h.attname = 'hub_id' and h.attnotnull)`);
    // The number on a demo's sign is unique everywhere, since its short address names no hub.
    expect(others.map((each) => each.name)).toEqual(['showroom_demo_public_id_key']);
    const indexes = await rows<{
      name: string;
    }>(`select i.indexrelid::regclass::text as name from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indisunique and a.attname <> 'hub_id' and exists (select from pg_attribute h
        where h.attrelid = i.indrelid and h.attname = 'hub_id' and h.attnotnull)`);
    expect(indexes.map((each) => each.name)).toEqual(['showroom_demo_public_id_key']);
  });

  it('has definer functions only where their owner is the system role', async () => {
    const wrong = await rows<{ proname: string }>(`select proname from pg_proc
      where prosecdef and pronamespace = 'public'::regnamespace and proowner <> 'navet_system'::regrole`);
    expect(wrong).toEqual([]);
  });
});

describe('The schema file', () => {
  it('says of every column what the database says', async () => {
    const columns = await rows<{
      key: string;
      nullable: boolean;
    }>(`select table_name || '.' || column_name as key,
      is_nullable = 'YES' as nullable from information_schema.columns
      where table_schema = 'public' and table_name <> '_prisma_migrations'`);
    const declared = schemaModels().flatMap((model) =>
      model.fields
        .filter((field) => field.kind !== 'object')
        .map((field) => ({
          key: `${model.dbName ?? model.name}.${field.dbName ?? field.name}`,
          nullable: !field.isRequired,
        })),
    );
    const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
    expect(declared.sort(byKey)).toEqual(columns.sort(byKey));
  });
});

type Field = { kind: string; name: string; dbName?: string | null; isRequired: boolean };
type Model = { name: string; dbName?: string | null; fields: Field[] };

function schemaModels(): Model[] {
  const folder = resolve(import.meta.dirname, '../../prisma/schema');
  const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  return JSON.parse(get_dmmf(JSON.stringify({ prismaSchema: files, noColor: true }))).datamodel
    .models;
}
