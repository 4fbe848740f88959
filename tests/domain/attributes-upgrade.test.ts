import { expect, it } from 'vitest';
import { connect as connectOne } from '#lib/cli/database/connection.ts';
import { migrate } from '#lib/cli/database/migrations.ts';
import { databaseBefore } from '#tests/support/upgrade.ts';

const older = databaseBefore('20261124010000_attributes');

/** A house as it was when desks and rooms had tables of their own. */
const before = `
  insert into organisation (id, slug, name, short_name, kind, side, country) values
    ('00000000-0000-4000-8000-000000000001', 'x', 'X', 'X', 'REGION', 'PUBLIC', 'SE');
  insert into hub (id, slug, name, country, zone, languages, accent, support, welcome, mission, address,
      contact_role, contact_email, picture, picture_alt, operator_id)
    select '00000000-0000-4000-8000-000000000002', 'nord', 'Nord', 'SE', 'Europe/Stockholm', '{sv}', '#0b6a53',
      '#5b3fa0', '{}', '{}', '', '{}', '', '', '{}', id from organisation;
  insert into site (hub_id, id, slug, name, zone, address) select id, id, 'huset', '{}', zone, '' from hub;
  insert into floor (hub_id, id, site_id, level, name, width_m, height_m, plan)
    select hub_id, id, id, 0, '{}', 10, 10, '{}' from site;
  insert into place (hub_id, id, site_id, floor_id, kind, code, name, seats, step_free, x, y, w, h, reading_order)
    select hub_id, gen_random_uuid(), id, id, given.kind::"PlaceKind", given.code, '{}', 1, given.free, 1, 1, 1, 1, 1
    from site, (values ('HOT_DESK', 'desk', true), ('MEETING_ROOM', 'room', false), ('LAB', 'lab', true))
      given (kind, code, free);
  insert into desk (hub_id, place_id, screens, height_adjustable)
    select hub_id, id, 2, true from place where code = 'desk';
  insert into room (hub_id, place_id, screens, hearing_loop, video_meeting)
    select hub_id, id, 3, true, false from place where code = 'room'`;

it('what desks and rooms said of themselves is carried over, place by place', async () => {
  await older.begin();
  const client = await connectOne(older.url);
  await client.query('set role navet_system');
  await client.query(before);
  await client.query('reset role');
  await migrate(older.url);
  await client.query('set role navet_system');
  const { rows } = await client.query(
    `select p.code || ' ' || a.code || ' ' || coalesce(v.yes::text, v.number::text) as said
     from place_attribute v join place p on p.id = v.place_id join attribute a on a.id = v.attribute_id order by 1`,
  );
  await client.end();
  expect(rows.map(({ said }) => said)).toEqual([
    ...['desk height-adjustable true', 'desk screens 2', 'desk step-free true'],
    'lab step-free true',
    ...['room hearing-loop true', 'room screens 3', 'room step-free false', 'room video false'],
  ]);
});
