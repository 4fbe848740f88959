import type { Client } from 'pg';
import { holidayKeys } from '#lib/workspace/holidays.ts';

/** How large a world is: hubs, sites of all hubs together, places of all sites, rows of occupancy, days back. */
export type Size = { hubs: number; sites: number; places: number; rows: number; past: number };
export type Years = {
  hub: string;
  organisation: string;
  session: string;
  /** Meeting rooms of the reader's site, and the site's address. */
  rooms: string[];
  site: string;
};

/** What the promise about scale speaks of. */
export const wholeSize: Size = { hubs: 20, sites: 200, places: 10_000, rows: 2_000_000, past: 730 };
/** Large enough that a planner that may read everything would. */
export const smallSize: Size = { hubs: 4, sites: 20, places: 1_000, rows: 200_000, past: 730 };
/** A house of the same size and as much in use, alone in the world and a month old. */
export const youngSize: Size = { hubs: 1, sites: 1, places: 50, rows: 1_150, past: 31 };

/** How many days ahead bookings go. */
const ahead = 60;
/** The size asked for by NAVET_SCALE (whole or small), or the one that is usual. */
export function sizeAsked(usual: Size): Size {
  const asked = process.env.NAVET_SCALE;
  if (asked === 'whole') return wholeSize;
  return asked === 'small' ? smallSize : usual;
}

/** Each has so many places' worth of bookings. */
const placesEach = 5;

/**
 * Fills a migrated, empty database: hubs with sites and places, a company for every five of them, and for each place the
 * same share of bookings, spread evenly from `past` days ago to two months ahead, a tenth of them cancelled.
 * Triggers and foreign keys sleep meanwhile; indexes and the exclusion constraint do not.
 */
export async function fillYears(client: Client, size: Size): Promise<Years> {
  await client.query('set session_replication_role = replica');
  // The same thing has the same id wherever it is named.
  await client.query(`create or replace function pg_temp.ided(what text, n bigint) returns uuid
    language sql immutable as $$ select md5(what || n)::uuid $$`);
  await fillBodies(client, size);
  await fillHouses(client, size);
  await fillBookings(client, size);
  await client.query('set session_replication_role = default');
  await client.query('analyze');
  return readerOf(client);
}

async function fillBodies(client: Client, { hubs, places }: Size): Promise<void> {
  const companies = places / hubs / placesEach;
  await client.query(`
    insert into organisation (id, slug, name, short_name, kind, side, country)
      select pg_temp.ided('operator', h), 'region-' || h, 'Region ' || h, 'R' || h, 'REGION', 'PUBLIC', 'SE'
      from generate_series(1, ${hubs}) h;
    insert into organisation (id, slug, name, short_name, kind, side, country)
      select pg_temp.ided('company', n), 'bolag-' || n, 'Bolag ' || n, 'B' || n, 'COMPANY', 'PRIVATE', 'SE'
      from generate_series(1, ${hubs * companies}) n;
    insert into hub (id, slug, name, country, zone, languages, accent, support, welcome, mission, address,
        contact_role, contact_email, picture, picture_alt, operator_id)
      select pg_temp.ided('hub', h), 'hubb-' || h, 'Hubb ' || h, 'SE', 'Europe/Stockholm', '{sv}', '#0b6a53',
        '#5b3fa0', '{}', '{}', '', '{}', '', '', '{}', pg_temp.ided('operator', h)
      from generate_series(1, ${hubs}) h;
    insert into participation (hub_id, organisation_id, state)
      select pg_temp.ided('hub', 1 + (n - 1) / ${companies}), pg_temp.ided('company', n), 'VERIFIED'
      from generate_series(1, ${hubs * companies}) n;
    insert into person (id, name, email) select pg_temp.ided('person', n), 'Person ' || n, n || '@years.example'
      from generate_series(1, ${hubs * companies}) n;
    insert into membership (person_id, organisation_id, role)
      select pg_temp.ided('person', n), pg_temp.ided('company', n), 'STAFF'
      from generate_series(1, ${hubs * companies}) n;
    insert into session (id, person_id, expires_at)
      values (pg_temp.ided('session', 1), pg_temp.ided('person', 1), now() + interval '1 day')`);
}

// Site s stands in hub 1 + (s - 1) mod hubs, place p on site 1 + (p - 1) mod sites.
async function fillHouses(client: Client, { hubs, sites, places }: Size): Promise<void> {
  const hubOf = (site: string) => `pg_temp.ided('hub', 1 + (${site} - 1) % ${hubs})`;
  const siteOf = `(1 + (p - 1) % ${sites})`;
  const text = (word: string) => `jsonb_build_object('sv', ${word}, 'nb', ${word}, 'en', ${word})`;
  await client.query(`
    insert into site (hub_id, id, slug, name, zone, address)
      select ${hubOf('s')}, pg_temp.ided('site', s), 'hus-' || s, ${text(`'Hus ' || s`)}, 'Europe/Stockholm', ''
      from generate_series(1, ${sites}) s;
    insert into floor (hub_id, id, site_id, level, name) select hub_id, id, id, 0, name from site;
    insert into floor_plan (hub_id, id, floor_id, version, width_m, height_m, geometry)
      select hub_id, id, id, 1, 100, 100, '{"outline": [[0, 0], [100, 0], [100, 100], [0, 100]], "lines": [], "marks": []}' from floor;
    insert into opening_hours (hub_id, id, site_id, weekday, opens, closes)
      select hub_id, gen_random_uuid(), id, d, 360, 1320 from site, generate_series(1, 7) d;
    insert into holiday_choice (hub_id, site_id, holiday, open)
      select hub_id, id, key, true from site, unnest('{${holidayKeys.join()}}'::text[]) key;
    insert into place (hub_id, id, site_id, floor_id, kind, code, name, seats, reading_order)
      select ${hubOf(siteOf)}, pg_temp.ided('place', p), pg_temp.ided('site', ${siteOf}), pg_temp.ided('site', ${siteOf}),
        (array['HOT_DESK', 'HOT_DESK', 'FIXED_DESK', 'MEETING_ROOM'])[1 + (p / ${sites}) % 4]::"PlaceKind",
        'plats-' || p, ${text(`'Plats ' || p`)}, 4, p
      from generate_series(1, ${places}) p;
    insert into plan_shape (hub_id, plan_id, place_id, x, y, w, h, reading_order)
      select hub_id, floor_id, id, 1, 1, 1, 1, reading_order from place;
    update floor_plan set state = 'PUBLISHED', published_at = now();
    insert into unit (hub_id, id, site_id, code) select hub_id, id, site_id, code from place;
    insert into place_unit (hub_id, place_id, unit_id) select hub_id, id, id from place;
    select start_attributes(id) from hub;
    insert into place_attribute (hub_id, place_id, attribute_id, type, number)
      select p.hub_id, p.id, a.id, a.type, 1 from place p join attribute a on a.hub_id = p.hub_id and a.code = 'screens'`);
}

/** Two hours each, four a day at most, a place's spread evenly; the first hours of a day are left free. */
async function fillBookings(client: Client, { hubs, places, rows, past }: Size) {
  if (rows === 0) return;
  const companies = places / hubs / placesEach;
  const each = Math.ceil(rows / places);
  const slots = (past + ahead) * 4;
  if (each > slots) throw new Error(`${each} bookings do not fit in ${slots} slots.`);
  await client.query(`
    insert into booking (hub_id, id, place_id, organisation_id, booked_by_id, booked_for_id, starts_at, ends_at,
        status, actor_class, request_key, created_at, cancelled_at)
      select p.hub_id, pg_temp.ided('booking', k * ${places} + p.reading_order), p.id, pg_temp.ided('company', who.n),
        pg_temp.ided('person', who.n), pg_temp.ided('person', who.n), at.begins, at.begins + interval '2 hours',
        (case when k % 10 = 9 then 'CANCELLED' else 'CONFIRMED' end)::"BookingStatus", 'COMPANY',
        gen_random_uuid(), at.begins - interval '7 days', case when k % 10 = 9 then at.begins - interval '1 day' end
      from generate_series(0, ${each - 1}) k, place p,
        lateral (select k * ${slots} / ${each} + p.reading_order % 2 as slot) s,
        lateral (select (date_trunc('day', now()) + make_interval(days => (s.slot / 4 - ${past})::int, hours => 8 + 2 * (s.slot % 4)::int)) as begins) at,
        lateral (select 1 + ((p.reading_order - 1) % ${hubs}) * ${companies} + (k + p.reading_order / ${hubs}) % ${companies} as n) who`);
  await client.query(`
    insert into occupancy (hub_id, id, unit_id, starts_at, ends_at, kind, booking_id, released_at, release_reason, shown_organisation_id)
      select hub_id, id, place_id, starts_at, ends_at, 'BOOKING', id, cancelled_at,
        (case when cancelled_at is not null then 'CANCELLED' end)::"ReleaseReason", organisation_id
      from booking`);
}

async function readerOf(client: Client): Promise<Years> {
  const { rows } = await client.query<{ session: string; rooms: string[] }>(`
    select pg_temp.ided('session', 1)::text as session, array_agg(id::text order by reading_order) as rooms
    from place where site_id = pg_temp.ided('site', 1) and kind = 'MEETING_ROOM'`);
  const { session = '', rooms = [] } = rows[0] ?? {};
  return { hub: 'hubb-1', organisation: 'bolag-1', site: 'hus-1', session, rooms };
}

/** Nothing but a page of the reader's own bookings, one a day, to come and past. */
export async function fillPage(client: Client): Promise<void> {
  await client.query('set session_replication_role = replica');
  await client.query(`
    insert into booking (hub_id, id, place_id, organisation_id, booked_by_id, booked_for_id, starts_at, ends_at,
        status, actor_class, request_key)
      select p.hub_id, pg_temp.ided('page', n), p.id, pg_temp.ided('company', 1), pg_temp.ided('person', 1),
        pg_temp.ided('person', 1), at.begins, at.begins + interval '2 hours', 'CONFIRMED', 'COMPANY', gen_random_uuid()
      from generate_series(-22, 22) n, place p,
        lateral (select date_trunc('day', now()) + make_interval(days => n, hours => 10) as begins) at
      where p.id = pg_temp.ided('place', 1)`);
  await client.query(`
    insert into occupancy (hub_id, id, unit_id, starts_at, ends_at, kind, booking_id, shown_organisation_id)
      select hub_id, id, place_id, starts_at, ends_at, 'BOOKING', id, organisation_id from booking`);
  await client.query('set session_replication_role = default');
  await client.query('analyze');
}
