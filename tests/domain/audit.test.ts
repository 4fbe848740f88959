import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChainReport, verifyLog } from '#lib/log/verify.ts';
import { database } from '#lib/platform/db.ts';
import { enterPublic, enterSystem } from '#lib/platform/scope.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld(20);
});
afterAll(() => world.close());

const verify = async (slug: string | null = null) =>
  verifyLog(await enterSystem(null, 'test'), slug);
const nord = async (): Promise<ChainReport> => {
  const [report] = await verify('nord');
  if (!report) throw new Error('No chain');
  return report;
};

async function happen(kind: string, detail: Record<string, string> = {}): Promise<void> {
  const cleo = await world.enter('cleo');
  await cleo.write('booking:create', async (_db, deed) => {
    deed.record(kind, 'booking', crypto.randomUUID(), detail);
  });
}

describe('The log', () => {
  it('says in which capacity someone acted, also outside every hub', async () => {
    const object = crypto.randomUUID();
    const note = { objectId: object, kind: 'tried' };
    const olga = await world.enter('olga');
    await olga.write('account:own', async (_db, deed) => deed.record('tried', 'x', object));
    const hedda = await world.enter('hedda');
    await hedda.write('proposal:assess', async (_db, deed) => deed.record('tried', 'x', object));
    const alva = await world.enter('alva');
    await alva.write('booking:create', async (_db, deed) => deed.record('tried', 'x', object));
    const visitor = await enterPublic('nord');
    await visitor.write('barrier:report', async (_db, deed) => deed.record('tried', 'x', object));
    const system = await enterSystem(null, 'test');
    await system.write('system:work', async (_db, deed) => deed.record('tried', 'x', object));
    const rows = await world.asSystem((db) => db.auditEvent.findMany({ where: note }));
    const said = rows.map(({ actedAs, hubId, personId }) => [actedAs, hubId, personId]).sort();
    expect(said).toEqual([
      ['house', world.hub('nord'), world.person('hedda')],
      ['member', world.hub('nord'), world.person('alva')],
      ['person', null, world.person('olga')],
      ['system', null, null],
      ['visitor', world.hub('nord'), null],
    ]);
  });

  it('keeps one unbroken chain a hub when fifty write at once', async () => {
    const before = await nord();
    const started = performance.now();
    await Promise.all(Array.from({ length: 50 }, (_, n) => happen('tried', { n: String(n) })));
    const took = performance.now() - started;
    const after = await nord();
    expect(after).toMatchObject({ count: before.count + 50, broken: null });
    expect(after.head).not.toBe(before.head);
    expect(took).toBeLessThan(8000);
  });

  it('counts from one in each chain, each event pointing at the one before', async () => {
    await happen('tried');
    const rows = await world.asSystem((db) =>
      db.auditEvent.findMany({ where: { hubId: world.hub('nord') }, orderBy: { seq: 'asc' } }),
    );
    expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_, n) => n + 1));
    const hex = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('hex');
    expect(rows.map(({ previous }) => hex(previous))).toEqual([
      '',
      ...rows
        .slice(0, -1)
        .map(({ hash }) => hash)
        .map(hex),
    ]);
    const innland = (await verify()).find(({ hub }) => hub === 'innland');
    expect(innland).toMatchObject({ count: 0, broken: null });
  });

  it('cannot be changed by anyone: not the portal, not a job, not the owner', async () => {
    await happen('tried');
    const acts = [
      `update audit_event set kind = 'other'`,
      'delete from audit_event',
      'truncate audit_event',
      `update audit_head set seq = 0`,
      'delete from audit_head',
      'truncate audit_head',
      `insert into audit_head values (gen_random_uuid(), 1, '')`,
    ];
    for (const role of ['navet_app', 'navet_system', 'none']) {
      for (const act of acts) {
        const tried = database().$transaction(async (db) => {
          await db.$queryRaw`select set_config('role', ${role}, true)`;
          await db.$executeRawUnsafe(act);
        });
        await expect(tried, `${role}: ${act}`).rejects.toThrow(/not changed|permission|violates/);
      }
    }
    expect((await nord()).broken).toBeNull();
  });

  it('takes no event in the name of someone else, or with a hash of one’s own', async () => {
    const cleo = await world.enter('cleo');
    const forge = (data: object) =>
      cleo.write('booking:create', async (db, deed) => {
        deed.record('tried', 'booking', crypto.randomUUID());
        const row = { kind: 'forged', objectType: 'x', objectId: crypto.randomUUID() };
        const me = { hubId: cleo.hub.id, organisationId: cleo.organisation.id };
        await db.auditEvent.createMany({
          data: [{ ...row, ...me, personId: cleo.person.id, ...data }],
        });
      });
    await expect(forge({ personId: world.person('disa') })).rejects.toThrow();
    await expect(forge({ organisationId: world.organisation('rivalen') })).rejects.toThrow();
    await expect(forge({ hubId: world.hub('innland') })).rejects.toThrow();
    await expect(forge({ hubId: null })).rejects.toThrow();
    await expect(
      forge({ kind: 'hubMade', objectId: cleo.hub.id, personId: null }),
    ).rejects.toThrow();
    await expect(forge({ seq: 1n, hash: Buffer.from('00', 'hex') })).resolves.toBeUndefined();
    expect((await nord()).broken).toBeNull();
  });
});

describe('Whoever owns the database and changes the log', () => {
  /** As superuser, with every guard taken away for the moment. */
  const tamper = (sql: string) =>
    database().$transaction(async (db) => {
      await db.$executeRawUnsafe('set local session_replication_role = replica');
      await db.$executeRawUnsafe(sql);
    });
  const hub = () => `hub_id = '${world.hub('nord')}'`;
  let count = 0;
  beforeEach(async () => {
    for (const n of ['1', '2', '3']) await happen('tried', { n });
    await database().$executeRawUnsafe(`create table kept as select * from audit_event`);
    await database().$executeRawUnsafe(`create table kept_head as select * from audit_head`);
    count = (await nord()).count;
    expect((await nord()).broken).toBeNull();
  });
  afterEach(async () => {
    await tamper('delete from audit_event');
    await tamper('insert into audit_event select * from kept');
    await tamper('delete from audit_head');
    await tamper('insert into audit_head select * from kept_head');
    await database().$executeRawUnsafe('drop table kept, kept_head');
    expect((await nord()).broken).toBeNull();
  });
  const row = (seq: number) => `${hub()} and seq = ${seq}`;

  const cases: [string, (n: number) => string, (n: number) => object][] = [
    [
      'a kind',
      (n) => `update audit_event set kind = 'x' where ${row(n - 1)}`,
      (n) => ({ seq: n - 1, fault: 'changed' }),
    ],
    [
      'a detail',
      (n) => `update audit_event set detail = '{"n":"9"}' where ${row(n - 1)}`,
      (n) => ({ seq: n - 1, fault: 'changed' }),
    ],
    [
      'a time',
      (n) => `update audit_event set at = at - interval '1 ms' where ${row(n)}`,
      (n) => ({ seq: n, fault: 'changed' }),
    ],
    [
      'a person',
      () => `update audit_event set person_id = gen_random_uuid() where ${row(2)}`,
      () => ({ seq: 2, fault: 'changed' }),
    ],
    [
      'one removed in the middle',
      (n) => `delete from audit_event where ${row(n - 1)}`,
      (n) => ({ seq: n - 1, fault: 'missing' }),
    ],
    [
      'the last one removed',
      (n) => `delete from audit_event where ${row(n)}`,
      (n) => ({ seq: n, fault: 'end' }),
    ],
    [
      'one put in beyond the head',
      (
        n,
      ) => `insert into audit_event select hub_id, gen_random_uuid(), organisation_id, person_id, at, kind,
        object_type, object_id, detail, acted_as, concerns_id, ${n + 1}, hash, sha256(hash) from audit_event where ${row(n)}`,
      (n) => ({ seq: n + 1, fault: 'beyond' }),
    ],
    [
      'one exchanged, with a hash that fits it',
      (n) => `update audit_event e set kind = 'x', hash = sha256(previous || convert_to(audit_text(
        (e.hub_id, e.id, e.organisation_id, e.person_id, e.at, 'x', e.object_type, e.object_id, e.detail, e.acted_as,
        e.concerns_id, e.seq, e.previous, e.hash)::audit_event), 'UTF8')) where ${row(n - 1)}`,
      (n) => ({ seq: n, fault: 'forged' }),
    ],
    [
      'the head',
      () => `update audit_head set hash = '\\x00' where chain = '${world.hub('nord')}'`,
      (n) => ({ seq: n + 1, fault: 'end' }),
    ],
    [
      'the head removed',
      () => `delete from audit_head where chain = '${world.hub('nord')}'`,
      () => ({ seq: 1, fault: 'beyond' }),
    ],
    [
      'everything moved to another hub',
      () => `update audit_event set hub_id = '${world.hub('innland')}' where ${hub()}`,
      () => ({ seq: 1, fault: 'end' }),
    ],
  ];
  it.each(cases)('is found out: %s', async (_, sql, expected) => {
    await tamper(sql(count));
    expect((await nord()).broken).toMatchObject(expected(count));
  });
});
