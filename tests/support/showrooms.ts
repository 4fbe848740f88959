import type { Client } from 'pg';
import { claimAreas, claimKeys, claimValues } from '#lib/showroom/claims.ts';
import { facetValues } from '#lib/showroom/rules.ts';

const things =
  'larm lås kamera sensor läkemedel dosa robot armband skärm journal samtal rullstol klocka matta tavla';
const places = 'hem natt boende ambulans avdelning fjäll skola mottagning bil trapphus';
const deeds =
  'varnar påminner mäter visar öppnar följer ringer hittar räknar skriver lyssnar ordnar';

/** So many demos with so many claims each, of an organisation at a hub: shown, and found as any other. */
export async function fillShowroom(
  client: Client,
  { hub, owner }: { hub: string; owner: string },
  { demos, claims }: { demos: number; claims: number },
): Promise<void> {
  const list = (values: readonly string[]) => `array[${values.map((v) => `'${v}'`).join(', ')}]`;
  const words = (text: string) => list(text.split(' '));
  const of = (values: readonly string[], by: string) =>
    `(${list(values)})[1 + (${by}) % ${values.length}]`;
  const keys = claimAreas.flatMap((area) => claimKeys[area].map((key) => ({ area, key })));
  const text = (n: string, length: number) => `(select string_agg(
      (${words(deeds)})[1 + abs(hashint4(${n} * 31 + w)) % 12] || ' ' || (${words(things)})[1 + abs(hashint4(${n} * 17 + w)) % 15] || ' i '
        || (${words(places)})[1 + abs(hashint4(${n} * 7 + w)) % 10] || ' nr' || abs(hashint4(${n} + w * 1000)) % 5000, ' ')
      from generate_series(1, ${length}) w)`;
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  await client.query(
    `
    insert into showroom_demo (hub_id, id, public_id, slug, owner_id, title, summary, body, kind, stage, areas,
      settings, audience, picture, picture_alt, status, published_at, published_version, review_due_on)
    select $1, gen_random_uuid(), 'S-' || lpad(n::text, 6, '0'), 'scale-' || n, $2,
      jsonb_build_object('sv', initcap(${text('n', 1)}), 'en', 'Demo ' || n), jsonb_build_object('sv', ${text('n', 6)}, 'en', 'Shown ' || n),
      jsonb_build_object('sv', ${text('n', 12)}, 'en', 'Told ' || n),
      ${of(facetValues.kind, 'n')}::"DemoKind", ${of(facetValues.stage, 'n / 3')}::"Stage",
      array[${of(facetValues.area, 'n / 2')}, ${of(facetValues.area, 'n / 2 + 3')}], array[${of(facetValues.setting, 'n / 5')}],
      array['STAFF'], '/demos/digitalt-trygghetslarm.svg', '{}', 'PUBLISHED', timestamptz '2026-01-01' + n * interval '1 minute', 1, '2027-12-31'
    from generate_series(1, ${demos}) n`,
    [hub, owner],
  );
  await client.query(
    `
    insert into demo_version (hub_id, demo_id, number, state, content, sent_at, decided_at)
    select hub_id, id, 1, 'PUBLISHED', '{}', published_at, published_at from showroom_demo
    where hub_id = $1 and public_id like 'S-%'`,
    [hub],
  );
  const classes = claimValues.CLASS ?? [];
  await client.query(
    `
    insert into demo_claim (hub_id, demo_id, position, area, key, value, level, source, checked_by, checked_on, expires_on)
    select d.hub_id, d.id, p, k.area::"ClaimArea", k.key, case k.key when 'CLASS' then ${of(classes, 'd.n + p')}
        when 'FRAMEWORK' then 'Avtal ' || d.n % 9 else '' end,
      (case when (d.n + p) % 3 = 0 then 'TESTED' else 'DECLARED' end)::"ClaimLevel", 'Rapport', 'Provhuset',
      case when (d.n + p) % 3 = 0 then date '2026-01-01' + (d.n % 300)::integer end, case when (d.n + p) % 3 = 0 then date '2028-01-01' end
    from (select hub_id, id, substr(public_id, 3)::integer as n from showroom_demo where hub_id = $1 and public_id like 'S-%') d,
      generate_series(1, ${claims}) p,
      lateral (select * from (values ${keys.map(({ area, key }, at) => `(${at}, '${area}', '${key}')`).join(', ')}) k(at, area, key)
        where at = (d.n * 7 + p) % ${keys.length}) k`,
    [hub],
  );
  await client.query(
    `
    update showroom_demo d set facets = array(select 'area:' || a from unnest(areas) a)
      || array(select 'setting:' || s from unnest(settings) s) || array['kind:' || kind, 'stage:' || stage, 'owner:COMPANY', 'language:sv', 'language:en']
      || array(select distinct f from demo_claim c, unnest(array['claim:' || c.key, case when c.level <> 'DECLARED' then 'checked:' || c.key end,
           case c.key when 'CLASS' then 'class:' || c.value when 'FRAMEWORK' then 'framework:ON' when 'NO_FRAMEWORK' then 'framework:NONE' end]) f
         where c.hub_id = d.hub_id and c.demo_id = d.id and f is not null)
    where hub_id = $1 and public_id like 'S-%'`,
    [hub],
  );
  await client.query('set local session_replication_role = default');
  await client.query(
    `select index_demos($1, array_agg(id)) from showroom_demo where hub_id = $1 and public_id like 'S-%'`,
    [hub],
  );
  await client.query('commit');
  await client.query('vacuum analyze');
}
