import { connect as connectOne } from '#lib/cli/database/connection.ts';
import { upgrade } from '#lib/cli/database/upgrade.ts';
import { say, step } from '#lib/cli/terminal/progress.ts';
import { connect, disconnect } from '#lib/platform/db.ts';
import { enterOrganisation, type Scope } from '#lib/platform/scope.ts';
import { findDemo } from '#lib/showroom/detail.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';
import { listDemos } from '#lib/showroom/searching.ts';
import { fillShowroom } from '#tests/support/showrooms.ts';
import { fillYears, youngSize } from '#tests/support/years.ts';
import { compare, only } from './compare.ts';
import { type Times, timesOf } from './times.ts';

const size = { demos: 10_000, claims: 20 };
type Client = Awaited<ReturnType<typeof connectOne>>;
type Pair = [
  ours: (scope: Scope, n: number) => Promise<unknown>,
  bare: (n: number) => [string, unknown[]],
];

/** What `only=` is held against. */
export const title = `Showroom of ${size.demos} demos and ${size.demos * size.claims} claims`;

const things = ['kamera', 'robot', 'sensor', 'armband', 'tavla', 'klocka'];
const cards = `d.slug, d.title, d.summary, d.picture, d.stage, o.name, o.kind from showroom_demo d
  join organisation o on o.id = d.owner_id where d.hub_id = $1 and d.status = 'PUBLISHED'`;
const counts = (of: string, facet = '') =>
  `select f, count(*) from showroom_demo d, unnest(d.facets) f
   where d.hub_id = $1 and d.status = 'PUBLISHED' ${of} and starts_with(f, '${facet}') group by f`;

/** Each read beside the plainest SQL that answers the same, without the wall, the door and the transaction. */
const pairs = (hub: string): Record<string, Pair> => ({
  'the list with all its counts': [
    (scope) => listDemos(scope, showroomQueryOf({})),
    () => [
      `${counts('')}; select ${cards} order by d.published_at desc limit 24`.replaceAll(
        '$1',
        `'${hub}'`,
      ),
      [],
    ],
  ],
  'the list with three choices': [
    (scope) => listDemos(scope, showroomQueryOf({ area: 'MEDICINES', kind: ['AI', 'DATA'] })),
    () => {
      const area = `and d.facets @> '{area:MEDICINES}'`;
      const kind = `and d.facets && '{kind:AI,kind:DATA}'`;
      // Each facet counts with its own choice left open.
      const counted = [counts(area + kind), counts(area, 'kind:'), counts(kind, 'area:')].join(
        '; ',
      );
      const page = `select ${cards} ${area} ${kind} order by d.published_at desc limit 24`;
      return [`${counted}; ${page}`.replaceAll('$1', `'${hub}'`), []];
    },
  ],
  'a search': [
    (scope, n) => listDemos(scope, showroomQueryOf({ q: wordsOf(n) })),
    (n) => {
      const of = `and d.id in (select demo_id from demo_search s where s.hub_id = $1 ${wordsOf(n)
        .split(' ')
        .map((word) => `and s.told like '%${word}%'`)
        .join(' ')})`;
      return [
        `${counts(of)}; select ${cards} ${of} order by d.published_at desc limit 24`.replaceAll(
          '$1',
          `'${hub}'`,
        ),
        [],
      ];
    },
  ],
  'one of them': [
    (scope, n) => findDemo(scope, `scale-${1 + (n % size.demos)}`),
    (n) => [
      `select d.*, o.name, (select json_agg(c order by c.position) from demo_claim c
         where c.hub_id = d.hub_id and c.demo_id = d.id) as claims
       from showroom_demo d join organisation o on o.id = d.owner_id where d.hub_id = $1 and d.slug = $2`,
      [hub, `scale-${1 + (n % size.demos)}`],
    ],
  ],
});

const wordsOf = (n: number) => `${things[n % things.length]} nr${n % 100}`;

/** Fills a hub of a portal's database, and prints what its showroom costs beside bare SQL. */
export async function besideBareSql(address: (database: string) => string): Promise<void> {
  const url = address('navet_showroom');
  const { client, hub, years } = await step(`Filling a showroom with ${size.demos} demos`, () =>
    filled(address, url),
  );
  process.env.DATABASE_URL = url;
  await connect(url, 1);
  say(`\n${title}, beside bare SQL`);
  say('                                 portal, ms (p95)   bare SQL, ms (p95)   ratio');
  const scope = await enterOrganisation(years.session, years.hub, years.organisation);
  for (const [name, [ours, bare]] of Object.entries(pairs(hub))) {
    const mine = await timesOf((n) => ours(scope, n));
    const theirs = await timesOf((n) => client.query(...(bare(n) as [string, unknown[]])));
    say(lineOf(name, mine, theirs));
  }
  await disconnect();
  await client.end();
}

async function filled(address: (database: string) => string, url: string) {
  const server = await connectOne(address('postgres'));
  await server.query('create database navet_showroom');
  await server.end();
  await upgrade(url);
  const client = await connectOne(url);
  const years = await fillYears(client, { ...youngSize, rows: 0 });
  const { rows } = await client.query('select id as hub, operator_id as owner from hub');
  await fillShowroom(client, rows[0], size);
  return { client, hub: String(rows[0].hub), years };
}

function lineOf(name: string, ours: Times, theirs: Times): string {
  const cell = ({ median, p95 }: Times, width: number) =>
    `${median.toFixed(1)} (${p95.toFixed(1)})`.padStart(width);
  return `  ${name.padEnd(29)} ${cell(ours, 18)} ${cell(theirs, 20)} ${(ours.median / theirs.median).toFixed(2).padStart(7)}`;
}

/** Fills a hub of a running portal, and prints how its pages are given out beside a static page. */
export async function besideStaticPage(
  database: string,
  portal: string,
  bare: string,
): Promise<void> {
  if (!title.includes(only)) return;
  const client: Client = await connectOne(database);
  const { rows } = await client.query(
    `select h.id as hub, h.operator_id as owner from hub h where slug = 'vastra-gotaland'`,
  );
  await step(`Filling a showroom with ${size.demos} demos`, () =>
    fillShowroom(client, rows[0], size),
  );
  await client.query(`select set_config('navet.hub', $1, false)`, [rows[0].hub]);
  await client.query(`select pages_changed('')`);
  await client.end();
  const base = `${portal}/sv/vastra-gotaland/showroom`;
  const pages = {
    'the list': base,
    'a search': `${base}?q=kamera+nr77`,
    'one of them': `${base}/scale-77`,
  };
  for (const [name, url] of Object.entries(pages)) {
    await compare(`${title}: ${name}, beside a bare static Next page (aim 0.9)`, [
      { name: 'portal', url },
      { name: 'bare', url: bare },
    ]);
  }
}
