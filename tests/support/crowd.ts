import type { Client } from 'pg';

type Column = { table: string; column: string; kind: string; unique: boolean };

/**
 * Multiplies everything in a demo world: every hub, organisation, person and what belongs to them, so many
 * times over, under other ids and names. Triggers and foreign keys sleep meanwhile; every copy is as whole
 * as the original.
 */
export async function multiply(client: Client, times: number): Promise<void> {
  await client.query(`set session_replication_role = replica`);
  // What is a constant of a copy: ids of the same thing agree in every table.
  await client.query(`create or replace function pg_temp.copied(id uuid, n int) returns uuid
    language sql immutable as $$ select md5(id::text || n)::uuid $$`);
  for (const [table, columns] of await columnsOf(client)) {
    const names = columns.map(({ column }) => column).join(', ');
    const values = columns.map(copyOf).join(', ');
    await client.query(
      `insert into ${table} (${names}) select ${values} from ${table}, generate_series(1, ${times}) n`,
    );
  }
}

/** Weeks of the past for every booking of a hub, and many more events, letters and notices. */
export async function age(client: Client, hub: string, times: number): Promise<void> {
  const past = `- (n * interval '7 days')`;
  await client.query(`insert into booking (hub_id, id, place_id, organisation_id, booked_by_id, booked_for_id, starts_at,
      ends_at, status, actor_class, request_key, created_at)
    select hub_id, pg_temp.copied(id, -n), place_id, organisation_id, booked_by_id, booked_for_id,
      starts_at ${past}, ends_at ${past}, status, actor_class, pg_temp.copied(request_key, -n), created_at ${past}
    from booking, generate_series(1, ${times}) n where hub_id = '${hub}'`);
  await client.query(`insert into occupancy (hub_id, id, unit_id, starts_at, ends_at, kind, booking_id, released_at, release_reason)
    select hub_id, pg_temp.copied(id, -n), unit_id, starts_at ${past}, ends_at ${past}, kind,
      pg_temp.copied(booking_id, -n), starts_at ${past}, 'CANCELLED'
    from occupancy, generate_series(1, ${times}) n where hub_id = '${hub}' and kind = 'BOOKING'`);
  await client.query(`insert into notice (hub_id, id, person_id, kind, detail, path, created_at)
    select r.hub_id, gen_random_uuid(), r.person_id, 'roleChanged', '{}', '/', now() - n * interval '1 hour'
    from hub_role r, generate_series(1, 2000) n`);
  await client.query(`insert into audit_event (hub_id, id, organisation_id, person_id, kind, object_type, object_id, seq, previous, hash)
    select '${hub}', gen_random_uuid(), m.organisation_id, m.person_id, 'bookingMade', 'booking', gen_random_uuid(),
      1000000 + row_number() over (), '', ''
    from membership m, generate_series(1, 20) n limit 100000`);
  await client.query(`insert into mail (id, hub_id, recipient, subject, text, sent_at)
    select gen_random_uuid(), '${hub}', 'a@b.example', 's', 't', now() from generate_series(1, 50000)`);
  await client.query(`insert into session (id, person_id, expires_at)
    select gen_random_uuid(), id, now() from person, generate_series(1, 3)`);
  await client.query('set session_replication_role = default');
  await client.query('analyze');
}

async function columnsOf(client: Client): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as kind,
      exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any (i.indkey)) as unique
    from pg_class c join pg_namespace s on s.oid = c.relnamespace and s.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relname !~ '^(_prisma|reference_|installation$|page_version|audit_|region$|municipality$)'
    order by 1, a.attnum`);
  const tables = new Map<string, Column[]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  return tables;
}

function copyOf({ column, kind, unique }: Column): string {
  if (kind === 'uuid') return `pg_temp.copied(${column}, n)`;
  return kind === 'text' && unique ? `${column} || '-' || n` : column;
}
