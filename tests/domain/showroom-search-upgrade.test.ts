import { expect, it } from 'vitest';
import { connect as connectOne } from '#lib/cli/database/connection.ts';
import { migrate } from '#lib/cli/database/migrations.ts';
import { databaseBefore } from '#tests/support/upgrade.ts';

const older = databaseBefore('20261126030000_showroom_search');

/** A hub with a demo that is shown, with what it claims, and a draft. */
const before = `
  insert into organisation (id, slug, name, short_name, kind, side, country) values
    ('00000000-0000-4000-8000-000000000001', 'x', 'Norra regionen', 'X', 'REGION', 'PUBLIC', 'SE');
  insert into hub (id, slug, name, country, zone, languages, accent, support, welcome, mission, address,
      contact_role, contact_email, picture, picture_alt, operator_id)
    select '00000000-0000-4000-8000-000000000002', 'nord', 'Nord', 'SE', 'Europe/Stockholm', '{sv}', '#0b6a53',
      '#5b3fa0', '{}', '{}', '', '{}', '', '', '{}', id from organisation;
  insert into showroom_demo (hub_id, id, public_id, slug, owner_id, title, summary, body, kind, stage, areas, settings,
      audience, picture, picture_alt, status, published_at, published_version, review_due_on, facets)
    select h.id, gen_random_uuid(), 'D-' || upper(given.slug), given.slug, h.operator_id,
      '{"sv": "Golvet som larmar", "en": "The floor", "nb": ""}', '{"sv": "Kort", "en": "Short"}', '{"sv": "Lång"}',
      'PRODUCT', 'PILOT', '{}', '{}', '{}', '', '{}', given.status::"DemoStatus", given.at, given.version, given.at::date + 365,
      '{kind:PRODUCT}'
    from hub h, (values ('shown', 'PUBLISHED', now(), 1), ('draft', 'DRAFT', null, null)) given (slug, status, at, version);
  insert into demo_version (hub_id, demo_id, number, state, content, sent_at, decided_at)
    select hub_id, id, 1, 'PUBLISHED', '{}', now(), now() from showroom_demo where slug = 'shown';
  insert into demo_claim (hub_id, demo_id, position, area, key, value, level)
    select hub_id, id, 0, 'PROCUREMENT', 'FRAMEWORK', 'Avtal 7', 'DECLARED' from showroom_demo where slug = 'shown'`;

it('what is shown already is found by its words, languages and framework, and each hub has words that mean the same', async () => {
  await older.begin();
  const client = await connectOne(older.url);
  await client.query('set role navet_system');
  await client.query('begin');
  await client.query(before);
  await client.query('commit');
  await client.query('reset role');
  await migrate(older.url);
  await client.query('set role navet_system');
  await client.query(
    `select set_config('navet.hub', '00000000-0000-4000-8000-000000000002', false)`,
  );
  const { rows } = await client.query(
    `select slug, facets, (select count(*)::integer from demo_search s where s.demo_id = d.id) as found
     from showroom_demo d order by slug`,
  );
  const hits = await client.query(
    `select * from demo_hits('[[{"ways": [["larm"]]}, {"ways": [["avtal", "7"]]}]]')`,
  );
  const groups = await client.query('select count(*)::integer as n from synonym');
  await client.end();
  expect(rows).toEqual([
    { slug: 'draft', facets: ['kind:PRODUCT'], found: 0 },
    {
      slug: 'shown',
      facets: ['kind:PRODUCT', 'language:sv', 'framework:ON', 'framework:Avtal 7'],
      found: 1,
    },
  ]);
  expect(hits.rows).toHaveLength(1);
  expect(groups.rows[0].n).toBeGreaterThan(10);
});
