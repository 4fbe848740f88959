import { afterAll, expect, it } from 'vitest';
import { connect as connectOne } from '#lib/cli/database/connection.ts';
import { migrate } from '#lib/cli/database/migrations.ts';
import { verifyLog } from '#lib/log/verify.ts';
import { connect, disconnect } from '#lib/platform/db.ts';
import { enterSystem } from '#lib/platform/scope.ts';
import { databaseBefore } from '#tests/support/upgrade.ts';

const older = databaseBefore('20261122120000_hubs_and_log');
afterAll(disconnect);

it('what was recorded before there were chains is chained, in the order it happened', async () => {
  await older.begin();
  const client = await connectOne(older.url);
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
  await client.query('set role navet_system');
  for (const [hub, kind, at] of [
    [one, 'second', '2026-01-02'],
    [other, 'alone', '2026-01-02'],
    [one, 'first', '2026-01-01'],
  ]) {
    await client.query(
      `insert into audit_event (hub_id, id, at, kind, object_type, object_id) values ($1, gen_random_uuid(), $2, $3, 'x', gen_random_uuid())`,
      [hub, at, kind],
    );
  }
  await client.end();
  await migrate(older.url);
  await connect(older.url);
  const system = await enterSystem(null, 'test');
  const reports = await verifyLog(system, null);
  expect(reports.map(({ hub, count, broken }) => [hub, count, broken])).toEqual(
    expect.arrayContaining([
      [one, 2, null],
      [other, 1, null],
    ]),
  );
  const rows = await system.read('system:work', (db) =>
    db.auditEvent.findMany({ where: { hubId: one }, orderBy: { seq: 'asc' } }),
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['first', 'second']);
});
