import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { upgrade } from '#lib/cli/database/upgrade.ts';
import { makeHub } from '#lib/hubs/founding.ts';
import { hubForm } from '#lib/hubs/schema.ts';
import { verifyLog } from '#lib/log/verify.ts';
import { connect, database, disconnect } from '#lib/platform/db.ts';
import { enterPublic, enterSystem } from '#lib/platform/scope.ts';
import { onServer, within } from '#tests/support/server.ts';

const name = `navet_owned_${randomBytes(4).toString('hex')}`;
const server = inject('databaseServer');

beforeAll(async () => {
  await onServer(server, `create role ${name} login createrole password 'x'`);
  // Where another database of the server made the two roles first, its administrator hands them on.
  await onServer(
    server,
    `do $$ begin if exists (select from pg_roles where rolname = 'navet_app') then
    grant navet_app, navet_system to ${name} with admin option; end if; end $$`,
  );
  await onServer(server, `create database ${name} owner ${name}`);
  const url = new URL(within(server, name));
  url.username = name;
  url.password = 'x';
  await upgrade(url.toString());
  await connect(url.toString());
});
afterAll(async () => {
  await disconnect();
  await onServer(server, `drop database if exists ${name} with (force)`);
  await onServer(server, `drop owned by ${name}`);
  await onServer(server, `drop role ${name}`);
});

describe('An owner of the database who is no superuser', () => {
  it('has made everything, and the wall stands before it, too', async () => {
    const seen = await database().$queryRaw<{ super: boolean; n: bigint }[]>`
      select (select rolsuper from pg_roles where rolname = current_user) as super, count(*) as n from hub`;
    expect(seen).toEqual([{ super: false, n: 0n }]);
  });

  it('lets scopes work: a visitor reads, a job writes and mails', async () => {
    const visitor = await enterPublic(null);
    expect(await visitor.read('hub:read', (db) => db.hub.findMany())).toEqual([]);
    const job = await enterSystem(null, 'test');
    await job.write('system:work', async (_db, deed) => {
      deed.record('tried', 'installation', crypto.randomUUID());
      deed.mail({ to: 'a@b.example', subject: 'x', text: 'y' });
    });
    expect(await job.read('system:work', (db) => db.mail.count())).toBe(1);
    const jobs = await database().$queryRaw<{ n: number }[]>`
      select count(*)::integer as n from pgboss.job where name = 'mail'`;
    expect(jobs).toEqual([{ n: 1 }]);
  });

  it('makes hubs, keeps them shut until they are ready, and chains what happens', async () => {
    const system = await enterSystem(null, 'test');
    await system.read('system:work', (db) =>
      db.referenceRegion.createMany({
        data: [{ country: 'SE', code: '20', countyName: 'Dalarna', regionName: 'Region Dalarna' }],
      }),
    );
    const colours = { accent: '#7a3b00', support: '#23527c' };
    const admin = { adminEmail: 'a@dalarna.example', adminName: 'A' };
    const place = { slug: 'dalarna', name: 'D', country: 'SE', zone: 'Europe/Stockholm' };
    const form = { ...place, ...colours, ...admin, languages: ['sv'], operator: 'SE:20' };
    await makeHub(system, hubForm.parse(form));
    const opening = system.read('system:work', (db) =>
      db.hub.updateMany({ where: { slug: 'dalarna' }, data: { live: true } }),
    );
    await expect(opening).rejects.toThrow(/hub_is_ready_when_live/);
    const reports = await verifyLog(system, null);
    expect(reports.map(({ hub, count, broken }) => [hub, count, broken])).toEqual([
      [null, 2, null],
      ['dalarna', 1, null],
    ]);
  });
});
