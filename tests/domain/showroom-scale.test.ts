import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect as connectOne } from '#lib/cli/database/connection.ts';
import { databaseAddress } from '#lib/platform/db.ts';
import { enterPublic } from '#lib/platform/scope.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';
import { listDemos } from '#lib/showroom/searching.ts';
import { fillShowroom } from '#tests/support/showrooms.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  const client = await connectOne(databaseAddress());
  const t = performance.now();
  await fillShowroom(
    client,
    { hub: world.hub('nord'), owner: world.organisation('fjallvard') },
    { demos: 10000, claims: 20 },
  );
  console.log('fill', performance.now() - t);
  await client.query(`set navet.hub = '${world.hub('nord')}'`);
  for (const q of [
    `select count(*), avg(cardinality(codes)) as a, avg(pg_column_size(codes)) as b, avg(pg_column_size(words)) as c, avg(pg_column_size(head)) as d, avg(pg_column_size(told)) as e, pg_relation_size('demo_search') from demo_search`,
    `explain (analyze, buffers) with c as materialized (select demo_id, codes, shown_since from demo_search) select f, count(*) from c, unnest(codes) f group by f`,
    `explain (analyze, buffers) select * from demo_hits('[[["larm"],["alarm"]]]')`,
    `explain (analyze, buffers) select * from demo_hits('[[["kamera"]],[["nr77"]]]')`,
    `select count(*) from demo_word`,
    `explain (analyze, buffers) select * from nearest_words('kamra')`,
  ]) {
    const { rows } = await client.query(q);
    console.log(q.slice(0, 80), rows.map((r) => JSON.stringify(r)).join('\n'));
  }
  await client.end();
}, 200000);
afterAll(() => world.close());
describe('x', () => {
  it('is quick', async () => {
    const scope = await enterPublic('nord');
    for (const search of [
      {},
      {},
      {},
      { area: ['MEDICINES'] },
      { area: ['MEDICINES', 'DISTANCE'], kind: 'AI', stage: 'PILOT' },
      { q: 'larm' },
      { q: 'kamera nr77' },
      { q: 'kamra' },
      { sort: 'nearest', at: 'SE-2380' },
    ]) {
      const times = [];
      let found;
      for (let n = 0; n < 8; n += 1) {
        const t = performance.now();
        found = await listDemos(scope, showroomQueryOf(search));
        times.push(Math.round(performance.now() - t));
      }
      console.log(JSON.stringify(search), found?.count, found?.meant, times.join(' '));
    }
  }, 100000);
});
