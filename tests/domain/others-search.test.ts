import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect as connectOne } from '#lib/cli/database/connection.ts';
import { connect, databaseAddress, disconnect, joinSql, sql } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { listOthers } from '#lib/proposals/others.ts';
import { othersKinds, readOthersQuery } from '#lib/proposals/schema.ts';
import type { CastName } from '#tests/support/cast.ts';
import { hearPlans, telling } from '#tests/support/plans.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

const many = 12_000;
const parts = ['Ärende', 'låsning', 'nätter', '50%', 'a_b', "d'or", 'Røros', 'c\\d'];
let world: World;
let url: string;

beforeAll(async () => {
  world = await makeWorld();
  url = databaseAddress();
  const client = await connectOne(url);
  const bodies = ['bergs-kommun', 'fjallvard', 'anhoriga'].map((slug) => world.organisation(slug));
  const given = [world.hub('nord'), bodies, world.person('alva'), parts, many];
  const word = (n: string) => `(($4::text[])[1 + (${n}) % 8])`;
  const vary = `(array['OPEN', 'PUBLIC_SIDE'])[1 + g % 2]::"Visibility"`;
  // A system's connection fills the tables; their triggers would count each need's people.
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into proposal (hub_id, id, organisation_id, author_id, language, title, summary, solution, areas, state, visibility, submitted_at)
     select $1, gen_random_uuid(), ($2::uuid[])[1 + g % 3], $3, 'sv', 'nr' || g || ' ' || ${word('g')}, ${word('g / 8')}, ${word('g / 64')},
       '{}', (case when g % 11 = 0 then 'DRAFT' else 'SUBMITTED' end)::"ProposalState", ${vary}, case when g % 11 = 0 then null else now() end
     from generate_series(1, $5::integer) g`,
    given,
  );
  await client.query(
    `insert into need (hub_id, id, organisation_id, language, title, problem, affected, areas, urgency, state, visibility)
     select $1, gen_random_uuid(), ($2::uuid[])[1 + g % 3], 'sv', 'nr' || g || ' ' || ${word('g')}, ${word('g / 8')}, ${word('g / 64')},
       '{}', 2, (case when g % 11 = 0 then 'DRAFT' else 'OPEN' end)::"NeedState", ${vary}
     from generate_series(1, $5::integer) g where $3::uuid is not null`,
    given,
  );
  await client.query('set session_replication_role = origin');
  await client.query('vacuum analyze proposal, need');
  await client.end();
}, 120_000);
afterAll(() => world.close());

const search = (scope: Scope, q: string, show: (typeof othersKinds)[number] = 'proposals') =>
  listOthers(scope, readOthersQuery({ show, q }), async () => []);

/** The same, word by word over everything behind the wall: slow, and plain to read. */
async function plainly(scope: Scope, q: string) {
  const each = q.split(/\s+/).filter(Boolean).slice(0, 6);
  const all = joinSql(
    each.map((word) => sql`says like '%' || fold(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`),
    ' and ',
  );
  const own = scope.organisation.id;
  return scope.read('proposal:read', async (db) => {
    const [found] = await db.$queryRaw<{ proposals: bigint; needs: bigint }[]>`
      with things as (
        select 'p' as kind, organisation_id as body, concat_ws(' ', title, summary, problem, solution, benefit) as text
        from proposal where state <> 'DRAFT' and organisation_id <> ${own}::uuid
        union all
        select 'n', organisation_id, concat_ws(' ', title, problem, affected) from need where state <> 'DRAFT'
      ), said as (
        select things.kind, fold(concat_ws(' ', text, o.name)) as says
        from things left join organisation o on o.id = things.body
      )
      select count(*) filter (where kind = 'p') as proposals, count(*) filter (where kind = 'n') as needs
      from said where ${all}`;
    return { proposals: Number(found?.proposals), needs: Number(found?.needs) };
  });
}

describe('A search over many needs and proposals', () => {
  it('finds what a plain look at each would find, for every reader', async () => {
    const readers = ['frej', 'egil', 'greta', 'kari'] as const;
    const scopes = new Map<CastName, Scope>();
    for (const who of readers) scopes.set(who, await world.enter(who));
    const names = ['Bergs', 'fjallvard', 'AB', 'kommun', 'finnsinte'];
    const piece = fc.oneof(
      fc.constantFrom(...parts, ...names),
      fc.integer({ min: 0, max: 12_100 }).map((n) => `nr${n}`),
      fc
        .tuple(fc.constantFrom(...parts), fc.nat(3), fc.integer({ min: 3, max: 6 }))
        .map(([word, from, length]) => word.slice(from, from + length).toUpperCase()),
    );
    // A number each time, so that what is found stays a list one would read.
    const words = fc.tuple(piece, piece, fc.integer({ min: 100, max: 999 }));
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(words, fc.constantFrom(...readers), async ([one, other, n], who) => {
        const q = `${one} ${other} ${n}`;
        const scope = scopes.get(who) as Scope;
        const { counts } = await search(scope, q);
        const plain = await plainly(scope, q);
        expect({ q, who, proposals: counts.proposals, needs: counts.needs }).toEqual({
          ...{ q, who },
          ...plain,
        });
        hits += plain.proposals;
      }),
      { numRuns: 40 },
    );
    expect(hits).toBeGreaterThan(10);
  }, 120_000);

  it('counts a name only for who can see it', async () => {
    const where = { organisationId: world.organisation('fjallvard') };
    const set = (state: 'LEFT' | 'WITHDRAWN' | 'VERIFIED') =>
      world.asSystem((db) => db.participation.updateMany({ where, data: { state } }));
    for (const state of ['LEFT', 'WITHDRAWN', 'VERIFIED'] as const) {
      await set(state);
      const scope = await world.enter('frej');
      const { counts } = await search(scope, 'fjallvard nr77');
      expect(counts).toMatchObject(await plainly(scope, 'fjallvard nr77'));
    }
  });

  it.each(othersKinds)('answers to a word that nearly everything says: %s', async (show) => {
    const scope = await world.enter('frej');
    const { counts } = await search(scope, 'nr', show);
    expect(counts).toMatchObject(await plainly(scope, 'nr'));
    expect(counts.needs).toBeGreaterThan(5_000);
  });

  it.each(['generic', 'custom'] as const)('reads by index, by a %s plan', async (plans) => {
    await disconnect();
    await connect(telling(url, `force_${plans}_plan`), 2);
    const heard = hearPlans();
    try {
      const { counts } = await search(await world.enter('frej'), 'nr777 kommun');
      expect(counts.needs).toBeGreaterThan(0);
    } finally {
      heard.stop();
      await disconnect();
      await connect(url);
    }
    const looks = heard.looks.filter(({ table }) => ['proposal', 'need'].includes(table));
    expect(looks.length).toBeGreaterThan(1);
    expect(looks.filter(({ how }) => how === 'Seq Scan')).toEqual([]);
    const read = looks.reduce((sum, { rows }) => sum + rows, 0);
    expect(read, JSON.stringify(looks)).toBeLessThan(500);
  });
});
