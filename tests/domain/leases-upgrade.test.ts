import { expect, it } from 'vitest';
import { connect as connectOne } from '#lib/cli/database/connection.ts';
import { migrate } from '#lib/cli/database/migrations.ts';
import { databaseBefore } from '#tests/support/upgrade.ts';

const older = databaseBefore('20261125100000_leases_agreed');
const hub = '00000000-0000-4000-8000-000000000002';

/** Leases as they were before they said how they are taxed, of an organisation that hides its bookings. */
const before = `
  insert into organisation (id, slug, name, short_name, kind, side, country) values
    ('00000000-0000-4000-8000-000000000001', 'x', 'X', 'X', 'REGION', 'PUBLIC', 'SE');
  insert into person (id, email, name, locale) values ('${hub}', 'x@x.example', 'X', 'sv');
  insert into hub (id, slug, name, country, zone, languages, accent, support, welcome, mission, address,
      contact_role, contact_email, picture, picture_alt, operator_id)
    select '${hub}', 'nord', 'Nord', 'SE', 'Europe/Stockholm', '{sv}', '#0b6a53',
      '#5b3fa0', '{}', '{}', '', '{}', '', '', '{}', id from organisation;
  insert into participation (hub_id, organisation_id, state, bookings_shown)
    select '${hub}', id, 'VERIFIED', 'HIDDEN' from organisation;
  insert into site (hub_id, id, slug, name, zone, address) select id, id, 'huset', '{}', zone, '' from hub;
  insert into floor (hub_id, id, site_id, level, name) select hub_id, id, id, 0, '{}' from site;
  insert into place (hub_id, id, site_id, floor_id, kind, code, name, seats, reading_order)
    select hub_id, gen_random_uuid(), id, id, given.kind::"PlaceKind", given.code, '{}', 1, 1
    from site, (values ('FIXED_DESK', 'desk'), ('OFFICE', 'office'), ('FIXED_DESK', 'taxless'), ('FIXED_DESK', 'draft')) given (kind, code);
  insert into unit (hub_id, id, site_id, code) select hub_id, id, site_id, code from place;
  insert into place_unit (hub_id, place_id, unit_id) select hub_id, id, id from place;
  insert into lease (hub_id, id, number, organisation_id, site_id, status, valid_from, valid_to, notice_months, monthly_ore,
      made_by_id, offered_at, signed_at, signed_by_id, signed_name)
    select p.hub_id, p.id, row_number() over (order by p.code), '00000000-0000-4000-8000-000000000001', p.site_id,
      (case when code = 'draft' then 'DRAFT' else 'SIGNED' end)::"LeaseStatus",
      date '2026-01-01', date '2026-12-31', 3, 100, '${hub}', now(), now(), '${hub}', 'X' from place p;
  insert into lease_place (hub_id, lease_id, place_id) select hub_id, id, id from place;
  insert into lease_give_back (hub_id, lease_id, place_id, day, given_by_id)
    select hub_id, id, id, given.day, '${hub}' from place, (values (date '2026-12-31'), (date '2027-01-01')) given (day) where code = 'desk';
  insert into occupancy (hub_id, id, unit_id, starts_at, kind, lease_id, shown_organisation_id)
    select hub_id, id, id, now(), 'LEASE', id, '00000000-0000-4000-8000-000000000001' from place where code = 'desk';
  insert into invoice_basis (hub_id, id, organisation_id, month)
    select '${hub}', '${hub}', id, '2026-01-01' from organisation;
  insert into invoice_line (hub_id, id, basis_id, source, source_id, part, version, starts_on, ends_on, what, unit,
      quantity, unit_ore, discount_ore, net_ore, vat_category, vat_percent, vat_reason, cost_centre, reference)
    select hub_id, id, '${hub}', 'LEASE', id, 1, 0, '2026-01-01', '2026-01-31', '{}', 'MONTH', 100, 100, 0, 100,
      'O', 0, 'x', '', '' from place where code = 'taxless'`;

it('what was let before is taxed as it was charged, and shown as its organisation has chosen', async () => {
  await older.begin();
  const client = await connectOne(older.url);
  await client.query('set role navet_system');
  await client.query(before);
  await client.query('reset role');
  await migrate(older.url);
  await client.query('set role navet_system');
  const said = async (query: string) =>
    (await client.query<{ said: string }>(query)).rows.map((row) => row.said);
  expect(
    await said(
      `select p.code || ' ' || l.vat_class as said from lease l join place p on p.id = l.id order by 1`,
    ),
  ).toEqual(['desk SE_STANDARD', 'draft SE_RENT', 'office SE_RENT', 'taxless SE_OUTSIDE']);
  expect(await said('select day::text as said from lease_give_back')).toEqual(['2026-12-31']);
  expect(await said('select shown_organisation_id::text as said from occupancy')).toEqual([null]);
  await client.end();
});
