import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect as connectOne } from '#lib/cli/database/connection.ts';
import { connect, databaseAddress, disconnect } from '#lib/platform/db.ts';
import { enterPublic, enterSystem, type Scope } from '#lib/platform/scope.ts';
import { findDemo } from '#lib/showroom/detail.ts';
import { demosPerPage } from '#lib/showroom/rules.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';
import { listDemos, suggestWords } from '#lib/showroom/searching.ts';
import { hearPlans, type Look, telling } from '#tests/support/plans.ts';
import { fillShowroom } from '#tests/support/showrooms.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

const size = { demos: 10_000, claims: 20 };
let world: World;
let url: string;

beforeAll(async () => {
  world = await makeWorld();
  url = databaseAddress();
  const client = await connectOne(url);
  const hub = world.hub('nord');
  await fillShowroom(client, { hub, owner: world.organisation('fjallvard') }, size);
  await client.end();
}, 200_000);
afterAll(() => world.close());

const ask = (search: Record<string, string | string[]>) => (scope: Scope) =>
  listDemos(scope, showroomQueryOf(search));

/** What each reads of the tables that are wide or long: so many rows at most. */
const reads: Record<string, [(scope: Scope) => Promise<unknown>, number]> = {
  'the list with all its counts': [ask({}), demosPerPage * 2],
  'the list with choices': [ask({ area: ['MEDICINES', 'DISTANCE'], kind: 'AI' }), demosPerPage * 2],
  'a search': [ask({ q: 'kamera nr77' }), demosPerPage * 2],
  'a search with a typing error': [ask({ q: 'kamrea nr77' }), demosPerPage * 2],
  suggestions: [(scope) => suggestWords(scope, 'kam'), 0],
  // Each claim asks the wall for its demo, by its key.
  'one of them': [(scope) => findDemo(scope, 'scale-77'), size.claims * 3 + 10],
};
const wide = ['showroom_demo', 'demo_claim', 'demo_version'];

async function looksOf(work: (scope: Scope) => Promise<unknown>, plans: 'generic' | 'custom') {
  await disconnect();
  await connect(telling(url, `force_${plans}_plan`), 2);
  const heard = hearPlans();
  try {
    await work(await enterPublic('nord'));
    expect(heard.looks.length, 'plans were heard').toBeGreaterThan(1);
    return heard.looks;
  } finally {
    heard.stop();
    await disconnect();
    await connect(url);
  }
}

const rowsOf = (looks: Look[]) => looks.reduce((sum, { rows }) => sum + rows, 0);

describe('A showroom of ten thousand demos and two hundred thousand claims', () => {
  describe.each(['generic', 'custom'] as const)('by a %s plan', (plans) => {
    it.each(Object.keys(reads))('reads by index, and no more than it shows: %s', async (name) => {
      const [work, most] = reads[name] ?? [];
      if (!work || most === undefined) throw new Error(name);
      const looks = (await looksOf(work, plans)).filter(({ table }) => wide.includes(table));
      expect(looks.filter(({ how }) => how === 'Seq Scan')).toEqual([]);
      expect(rowsOf(looks), JSON.stringify(looks)).toBeLessThanOrEqual(most);
    });

    it('looks for words by index, and reads what says them', async () => {
      const looks = await looksOf(ask({ q: 'nr77' }), plans);
      const searched = looks.filter(({ statement }) => statement.includes('tsquery'));
      expect(searched.length).toBeGreaterThan(0);
      expect(searched.filter(({ how }) => how === 'Seq Scan')).toEqual([]);
      const { count } = await ask({ q: 'nr77' })(await enterPublic('nord'));
      expect(count).toBeGreaterThan(100);
      expect(Math.max(...searched.map(({ rows }) => rows))).toBeLessThan(count * 2);
    });

    it('is changed in one place alone when one is published anew', async () => {
      const change = async () => {
        const scope = await enterSystem('nord', 'test');
        await scope.read('system:work', (db) =>
          db.showroomDemo.updateMany({
            where: { slug: 'scale-9' },
            data: { title: { sv: plans } },
          }),
        );
      };
      const looks = await looksOf(change, plans);
      expect(looks.filter(({ how, rows }) => how === 'Seq Scan' && rows > 100)).toEqual([]);
      expect((await ask({ q: plans })(await enterPublic('nord'))).count).toBe(1);
    });
  });

  it('counts every facet as a plain recount does', async () => {
    const found = await ask({ area: 'MEDICINES', stage: ['PILOT', 'IN_USE'] })(
      await enterPublic('nord'),
    );
    const recount = await world.asSystem(
      (db) => db.$queryRaw<{ facet: string; count: number }[]>`
        select f as facet, count(*)::integer as count from showroom_demo d, unnest(facets) f
        where d.hub_id = ${world.hub('nord')}::uuid and 'area:MEDICINES' = any (facets)
          and facets && '{stage:PILOT,stage:IN_USE}' group by f`,
    );
    const counts = new Map(recount.map(({ facet, count }) => [facet, count]));
    expect(found.count).toBe(counts.get('area:MEDICINES'));
    for (const name of ['kind', 'setting', 'class', 'claim', 'checked', 'framework'] as const) {
      const shown = found.facets[name].map(({ value, count }) => [`${name}:${value}`, count]);
      expect(shown.length).toBeGreaterThan(1);
      expect(shown).toEqual(shown.map(([facet]) => [facet, counts.get(String(facet))]));
    }
  });
});
