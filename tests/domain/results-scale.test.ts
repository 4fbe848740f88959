import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect as connectOne } from '#lib/cli/database/connection.ts';
import { connect, databaseAddress, disconnect } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { findOwnAdoption, findResult, listSharedResults, pageOf } from '#lib/results/reads.ts';
import { columnsOf, findSpread, spreadFilterOf } from '#lib/results/spread.ts';
import { hearPlans, type Look, telling } from '#tests/support/plans.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

/** So many projects with a result each, and so many bodies that say where they stand with each. */
const size = { projects: 5000, bodies: 40 };
let world: World;
let url: string;

beforeAll(async () => {
  world = await makeWorld();
  url = databaseAddress();
  const client = await connectOne(url);
  const given = [world.hub('nord'), world.organisation('bergs-kommun'), world.person('alva')];
  // A system's connection fills the tables; the triggers would keep each step.
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into organisation (id, slug, name, short_name, kind, side, country)
     select ('00000000-0000-4000-8000-' || lpad(g::text, 12, '0'))::uuid, 'body-' || g, 'Kommun ' || g, 'Kommun ' || g, 'MUNICIPALITY', 'PUBLIC', 'SE'
     from generate_series(1, $1::integer) g`,
    [size.bodies],
  );
  await client.query(
    `insert into innovation_project (hub_id, id, slug, lead_id, title, summary, areas, starts_on, state, visibility, checked_at)
     select $1, ('10000000-0000-4000-8000-' || lpad(g::text, 12, '0'))::uuid, 'scale-' || g, $2, '{"sv": "Projekt"}', '{"sv": "Text"}',
       '{MOBILE_WORK}', current_date, 'ACTIVE', 'OPEN', now() from generate_series(1, $3::integer) g`,
    [given[0], given[1], size.projects],
  );
  await client.query(
    `insert into result (hub_id, id, project_id, slug, state, version, review_by, published_at, language, title, draft, by_id)
     select $1, ('20000000-0000-4000-8000-' || lpad(g::text, 12, '0'))::uuid, ('10000000-0000-4000-8000-' || lpad(g::text, 12, '0'))::uuid,
       'scale-' || g, 'PUBLISHED', 1, current_date + 300, now() - g * interval '1 minute', 'sv', 'Resultat ' || g, '{"effects": [], "guides": []}', $2
     from generate_series(1, $3::integer) g`,
    [given[0], given[2], size.projects],
  );
  await client.query(
    `insert into result_version (hub_id, result_id, version, language, title, content, by_id, at)
     select hub_id, id, 1, 'sv', title, draft, by_id, published_at from result`,
  );
  await client.query(
    `insert into adoption (hub_id, result_id, organisation_id, state, reason, started_on, by_id, at)
     select r.hub_id, r.id, ('00000000-0000-4000-8000-' || lpad(g::text, 12, '0'))::uuid,
       (array['WATCHING', 'PLANNING', 'INTRODUCING', 'IN_USE'])[1 + g % 4]::"AdoptionState", '', current_date, $1, now()
     from result r, generate_series(1, $2::integer) g`,
    [given[2], size.bodies],
  );
  await client.query('set session_replication_role = origin');
  await client.query(
    'vacuum analyze organisation, innovation_project, result, result_version, adoption',
  );
  await client.end();
}, 200_000);
afterAll(() => world.close());

/** What each reads of these tables: so many rows at most; each adoption asks the wall for its result. */
const each = size.bodies;
const reads: Record<string, [(scope: Scope) => Promise<unknown>, number]> = {
  'the list with its totals': [(scope) => listSharedResults(scope, '1'), pageOf * (each + 8)],
  'one of them, with who uses it': [(scope) => findResult(scope, 'scale-77'), each * 6],
  'where one stands with it': [(scope) => findOwnAdoption(scope, 'scale-77'), 20],
  'the board': [(scope) => findSpread(scope, spreadFilterOf({})), columnsOf * each * 6],
  'the board of an area': [
    (scope) => findSpread(scope, spreadFilterOf({ area: 'MOBILE_WORK' })),
    columnsOf * each * 6,
  ],
};
const wide = ['adoption', 'result', 'result_version', 'innovation_project'];

async function looksOf(work: (scope: Scope) => Promise<unknown>, plans: 'generic' | 'custom') {
  await disconnect();
  await connect(telling(url, `force_${plans}_plan`), 2);
  const heard = hearPlans();
  try {
    await work(await world.enter('frej'));
    expect(heard.looks.length, 'plans were heard').toBeGreaterThan(1);
    return heard.looks;
  } finally {
    heard.stop();
    await disconnect();
    await connect(url);
  }
}

const rowsOf = (looks: Look[]) => looks.reduce((sum, { rows }) => sum + rows, 0);

describe('Five thousand results and two hundred thousand adoptions', () => {
  describe.each(['generic', 'custom'] as const)('by a %s plan', (plans) => {
    it.each(Object.keys(reads))(
      'are read by index, and no more than is shown: %s',
      async (name) => {
        const [work, most] = reads[name] ?? [];
        if (!work || most === undefined) throw new Error(name);
        const looks = (await looksOf(work, plans)).filter(({ table }) => wide.includes(table));
        expect(looks.filter(({ how }) => how === 'Seq Scan')).toEqual([]);
        expect(rowsOf(looks), JSON.stringify(looks).slice(0, 3000)).toBeLessThanOrEqual(most);
      },
    );
  });
});
