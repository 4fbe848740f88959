import { randomBytes } from 'node:crypto';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { connect as connectOne } from '#lib/cli/database/connection.ts';
import { migrate } from '#lib/cli/database/migrations.ts';
import { checkout } from '#lib/cli/database/place.ts';
import { verifyLog } from '#lib/log/verify.ts';
import { connect, disconnect } from '#lib/platform/db.ts';
import { enterSystem } from '#lib/platform/scope.ts';
import { removeFolder, temporaryFolder } from '#tests/support/portal.ts';
import { onServer, within } from '#tests/support/server.ts';

const server = inject('databaseServer');
const name = `navet_before_${randomBytes(4).toString('hex')}`;
const url = new URL(within(server, name));
const migrations = join(checkout, 'prisma/migrations');
const chained = '20261122120000_hubs_and_log';
let folder: string;

beforeAll(async () => {
  // The owner is no superuser, so that the wall stands before it while it migrates.
  await onServer(server, `create role ${name} login createrole password 'x'`);
  await onServer(server, `grant navet_app, navet_system to ${name} with admin option`);
  await onServer(server, `create database ${name} owner ${name}`);
  url.username = name;
  url.password = 'x';
  folder = temporaryFolder();
  const earlier = readdirSync(migrations).filter((each) => each < chained);
  for (const each of earlier)
    cpSync(join(migrations, each), join(folder, each), { recursive: true });
});
afterAll(async () => {
  await disconnect();
  removeFolder(folder);
  await onServer(server, `drop database if exists ${name} with (force)`);
  await onServer(server, `drop owned by ${name}`);
  await onServer(server, `drop role ${name}`);
});

it('what was recorded before there were chains is chained, in the order it happened', async () => {
  await migrate(url.href, () => {}, folder);
  const client = await connectOne(url.href);
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
  await migrate(url.href);
  await connect(url.href);
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
