import { afterAll, expect, it } from 'vitest';
import { connect as connectOne } from '#lib/cli/database/connection.ts';
import { migrate } from '#lib/cli/database/migrations.ts';
import { connect, disconnect } from '#lib/platform/db.ts';
import { enterSystem } from '#lib/platform/scope.ts';
import { readFloors } from '#lib/workspace/floors.ts';
import { databaseBefore } from '#tests/support/upgrade.ts';

const older = databaseBefore('20261124020000_floor_plans');
afterAll(disconnect);

it('what was drawn before there were versions is each floor’s first one, as it was shown', async () => {
  await older.begin();
  // As whoever runs the server: no hub is needed for what stands in its house.
  const client = await connectOne(older.server);
  const [hub, site, floor, bare, place] = Array.from({ length: 5 }, () => crypto.randomUUID());
  const plan = {
    outline: [
      [0, 0],
      [12, 0],
      [12, 8],
      [0, 8],
    ],
    walls: [{ x1: 4, y1: 0, x2: 4, y2: 8 }],
    doors: [{ x1: 4, y1: 1, x2: 4, y2: 2 }],
    labels: [{ x: 6, y: 6, text: { sv: 'Kök', nb: 'Kjøkken', en: 'Kitchen' } }],
  };
  const none = { outline: [], walls: [], doors: [], labels: [] };
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into site (hub_id, id, slug, name, zone, address) values ($1, $2, 'huset', '{"sv": "Huset"}', 'Europe/Stockholm', 'Gatan 1')`,
    [hub, site],
  );
  for (const [level, id, drawn, width] of [
    [0, floor, plan, 12],
    [1, bare, none, 5],
  ]) {
    await client.query(
      `insert into floor (hub_id, id, site_id, level, name, width_m, height_m, plan) values ($1, $2, $3, $4, '{"sv": "Plan"}', $5, 8, $6)`,
      [hub, id, site, level, width, JSON.stringify(drawn)],
    );
  }
  await client.query(
    `insert into place (hub_id, id, site_id, floor_id, kind, code, name, seats, x, y, w, h, rotation, reading_order)
     values ($1, $2, $3, $4, 'HOT_DESK', 'plats-1', '{"sv": "Plats 1"}', 1, 1.5, 2, 1.6, 0.8, -90, 7)`,
    [hub, place, site, floor],
  );
  await client.end();
  await migrate(older.url);
  await connect(older.url);
  const system = await enterSystem(null, 'test');
  const { floors, shapes } = await system.read('system:work', (db) =>
    readFloors(db, hub as string, site as string),
  );
  expect(floors[0]).toMatchObject({ widthM: 12, heightM: 8 });
  expect(floors[0]?.plan).toEqual({
    outline: plan.outline,
    lines: [
      { kind: 'wall', ...plan.walls[0] },
      { kind: 'door', ...plan.doors[0] },
    ],
    marks: [{ kind: 'label', ...plan.labels[0] }],
  });
  expect(floors[1]?.plan?.outline).toHaveLength(4);
  expect([...shapes]).toEqual([
    [place, { x: 1.5, y: 2, w: 1.6, h: 0.8, rotation: 270, form: 'RECT', readingOrder: 7 }],
  ]);
});
