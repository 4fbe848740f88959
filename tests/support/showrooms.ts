import type { Client } from 'pg';
import { claimAreas, claimKeys, claimValues } from '#lib/showroom/claims.ts';
import { facetValues } from '#lib/showroom/rules.ts';

type Size = { demos: number; claims: number };
type Where = { hub: string; owner: string };

const list = (values: readonly string[]) => `array[${values.map((v) => `'${v}'`).join(', ')}]`;
/** One of these by a number that the SQL has. */
const of = (values: readonly string[], by: string) =>
  `(${list(values)})[1 + abs(${by}) % ${values.length}]`;
const drawn = (text: string, by: string) => of(text.split(' '), `hashint4(${by})`);
const filled = `where hub_id = $1 and public_id like 'S-%'`;

const deeds =
  'varnar påminner mäter visar öppnar följer ringer hittar räknar skriver lyssnar ordnar';
const things =
  'larm lås kamera sensor läkemedel dosa robot armband skärm journal samtal rullstol klocka matta tavla';
const places = 'hem natt boende ambulans avdelning fjäll skola mottagning bil trapphus';

/** So many sentences for a demo's number: common words, and a rare one in each. */
function told(sentences: number): string {
  return `(select string_agg(concat_ws(' ', ${drawn(deeds, 'n * 31 + w')}, ${drawn(things, 'n * 17 + w')}, 'i',
    ${drawn(places, 'n * 7 + w')}, 'nr' || abs(hashint4(n + w * 1000)) % 5000), ' ') from generate_series(1, ${sentences}) w)`;
}

/** So many demos with so many claims each, of an organisation at a hub: shown, and found as any other. */
export async function fillShowroom(client: Client, where: Where, size: Size): Promise<void> {
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  await fillDemos(client, where, size);
  await fillClaims(client, where, size);
  await fillFacets(client, where);
  await client.query('set local session_replication_role = default');
  await client.query(`select index_demos($1, array_agg(id)) from showroom_demo ${filled}`, [
    where.hub,
  ]);
  await client.query('commit');
  await client.query('vacuum analyze');
}

async function fillDemos(client: Client, { hub, owner }: Where, { demos }: Size): Promise<void> {
  const { kind, stage, area, setting } = facetValues;
  await client.query(
    `insert into showroom_demo (hub_id, id, public_id, slug, owner_id, title, summary, body, kind, stage, areas,
      settings, audience, picture, picture_alt, status, published_at, published_version, review_due_on)
    select $1, gen_random_uuid(), 'S-' || lpad(n::text, 6, '0'), 'scale-' || n, $2,
      jsonb_build_object('sv', initcap(${told(1)}), 'en', 'Demo ' || n),
      jsonb_build_object('sv', ${told(6)}, 'en', 'Shown ' || n), jsonb_build_object('sv', ${told(12)}, 'en', 'Told ' || n),
      ${of(kind, 'n')}::"DemoKind", ${of(stage, 'n / 3')}::"Stage", array[${of(area, 'n / 2')}, ${of(area, 'n / 2 + 3')}],
      array[${of(setting, 'n / 5')}], array['STAFF'], '/demos/digitalt-trygghetslarm.svg', '{}', 'PUBLISHED',
      timestamptz '2026-01-01' + n * interval '1 minute', 1, '2027-12-31'
    from generate_series(1, ${demos}) n`,
    [hub, owner],
  );
  await client.query(
    `insert into demo_version (hub_id, demo_id, number, state, content, sent_at, decided_at)
    select hub_id, id, 1, 'PUBLISHED', '{}', published_at, published_at from showroom_demo ${filled}`,
    [hub],
  );
}

/** The keys in turn, every third claim checked by somebody. */
async function fillClaims(client: Client, { hub }: Where, { claims }: Size): Promise<void> {
  const keys = claimAreas.flatMap((area) => claimKeys[area].map((key) => ({ area, key })));
  const rows = keys.map(({ area, key }, at) => `(${at}, '${area}', '${key}')`).join(', ');
  const checked = '(d.n + p) % 3 = 0';
  await client.query(
    `insert into demo_claim (hub_id, demo_id, position, area, key, value, level, source, checked_by, checked_on, expires_on)
    select d.hub_id, d.id, p, k.area::"ClaimArea", k.key,
      case k.key when 'CLASS' then ${of(claimValues.CLASS ?? [], 'd.n + p')} when 'FRAMEWORK' then 'Avtal ' || d.n % 9 else '' end,
      (case when ${checked} then 'TESTED' else 'DECLARED' end)::"ClaimLevel", 'Rapport', 'Provhuset',
      case when ${checked} then date '2026-01-01' + d.n % 300 end, case when ${checked} then date '2028-01-01' end
    from (select hub_id, id, substr(public_id, 3)::integer as n from showroom_demo ${filled}) d,
      generate_series(1, ${claims}) p, (values ${rows}) k(at, area, key)
    where k.at = (d.n * 7 + p) % ${keys.length}`,
    [hub],
  );
}

async function fillFacets(client: Client, { hub }: Where): Promise<void> {
  const known = `case c.key when 'CLASS' then 'class:' || c.value when 'FRAMEWORK' then 'framework:ON'
    when 'NO_FRAMEWORK' then 'framework:NONE' end`;
  await client.query(
    `update showroom_demo d set facets = array['kind:' || kind, 'stage:' || stage, 'owner:COMPANY', 'language:sv', 'language:en']
      || array(select 'area:' || a from unnest(areas) a) || array(select 'setting:' || s from unnest(settings) s)
      || array(select distinct f from demo_claim c,
          unnest(array['claim:' || c.key, case when c.level <> 'DECLARED' then 'checked:' || c.key end, ${known},
            case when c.key = 'FRAMEWORK' then 'framework:' || c.value end]) f
        where c.hub_id = d.hub_id and c.demo_id = d.id and f is not null)
    ${filled}`,
    [hub],
  );
}
