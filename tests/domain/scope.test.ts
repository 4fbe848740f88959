import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterHouse, enterOrganisation, enterPublic } from '#lib/platform/scope.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

describe('Entering', () => {
  it('is not found for whoever is no member, whatever the reason', async () => {
    const alva = world.session('alva');
    const doors = [
      () => enterOrganisation(alva, 'nord', 'fjallvard'),
      () => enterOrganisation(alva, 'innland', 'bergs-kommun'),
      () => enterOrganisation(alva, 'nord', 'no-such-body'),
      () => enterOrganisation(alva, "nord' or true--", 'bergs-kommun'),
      () => enterOrganisation('no uuid', 'nord', 'bergs-kommun'),
      () => enterOrganisation(crypto.randomUUID(), 'nord', 'bergs-kommun'),
      () => enterHouse(alva, 'nord'),
      () => enterHouse(world.session('lars'), 'nord'),
      () => enterPublic('no-such-hub'),
    ];
    for (const door of doors) await expect(door()).rejects.toBeInstanceOf(NotFound);
  });

  it('ends at once with the membership, the session, the participation or the person', async () => {
    const scope = await world.enter('frej');
    expect(scope.organisation.slug).toBe('anhoriga');
    const where = { personId: world.person('frej') };
    const undo: [() => Promise<unknown>, () => Promise<unknown>][] = [
      [
        () =>
          world.asSystem((db) => db.session.updateMany({ where, data: { endedAt: new Date() } })),
        () => world.asSystem((db) => db.session.updateMany({ where, data: { endedAt: null } })),
      ],
      [
        () =>
          world.asSystem((db) =>
            db.person.updateMany({
              where: { id: where.personId },
              data: { withdrawnAt: new Date() },
            }),
          ),
        () =>
          world.asSystem((db) =>
            db.person.updateMany({ where: { id: where.personId }, data: { withdrawnAt: null } }),
          ),
      ],
      [
        () =>
          world.asSystem((db) =>
            db.participation.updateMany({
              where: { organisationId: world.organisation('anhoriga') },
              data: { state: 'LEFT' },
            }),
          ),
        () =>
          world.asSystem((db) =>
            db.participation.updateMany({
              where: { organisationId: world.organisation('anhoriga') },
              data: { state: 'VERIFIED' },
            }),
          ),
      ],
      [() => world.asSystem((db) => db.membership.deleteMany({ where })), async () => undefined],
    ];
    for (const [take, giveBack] of undo) {
      await take();
      await expect(world.enter('frej')).rejects.toBeInstanceOf(NotFound);
      await giveBack();
    }
  });
});

describe('Two hubs', () => {
  /** Every table with a hub, read as someone of the other hub with no condition at all. */
  it('see nothing of each other in any table', async () => {
    const tables = await database().$queryRawUnsafe<{ name: string }[]>(`select c.table_name as name
      from information_schema.columns c join information_schema.role_table_grants g
        on g.table_name = c.table_name and g.grantee = 'navet_app' and g.privilege_type = 'SELECT'
      where c.column_name = 'hub_id' and c.table_schema = 'public' group by c.table_name`);
    expect(tables.length).toBeGreaterThan(15);
    const scopes = [
      await world.enter('kari'),
      await world.enter('lars'),
      await enterPublic('innland'),
    ];
    for (const scope of scopes) {
      for (const { name } of tables) {
        const seen = await scope.read('hub:read', (db) =>
          db.$queryRawUnsafe<{ n: number }[]>(
            `select count(*)::integer as n from "${name}" where hub_id = $1::uuid`,
            world.hub('nord'),
          ),
        );
        expect(seen[0]?.n, name).toBe(0);
      }
    }
  });

  it('keep their people apart', async () => {
    const kari = await world.enter('kari');
    const names = await kari.read('hub:read', (db) =>
      db.person.findMany({ select: { name: true } }),
    );
    expect(names.map((each) => each.name)).toEqual(['Kari Haug']);
  });

  it('a transaction leaves no role and no setting behind on its connection', async () => {
    await (await world.enter('alva')).read('hub:read', async () => null);
    const after = await database().$queryRawUnsafe<{ who: string; hub: string | null }[]>(
      `select current_user as who, current_setting('navet.hub', true) as hub`,
    );
    expect(after[0]?.who).not.toMatch(/^navet_/);
    expect(after[0]?.hub ?? '').toBe('');
  });
});

describe('A change', () => {
  it('is not made for another organisation or person, whatever is sent', async () => {
    const cleo = await world.enter('cleo');
    const write = (data: object) =>
      cleo.write('booking:create', async (db, deed) => {
        deed.record('tried', 'proposal', crypto.randomUUID());
        const row = {
          id: crypto.randomUUID(),
          language: 'sv',
          areas: [],
          hubId: world.hub('nord'),
        };
        await db.proposal.createMany({
          data: [
            { ...row, organisationId: cleo.organisation.id, authorId: cleo.person.id, ...data },
          ],
        });
      });
    await expect(write({})).resolves.toBeUndefined();
    await expect(write({ organisationId: world.organisation('rivalen') })).rejects.toThrow();
    await expect(write({ authorId: world.person('disa') })).rejects.toThrow();
    await expect(write({ hubId: world.hub('innland') })).rejects.toThrow();
  });

  it('and its event stand or fall together', async () => {
    const cleo = await world.enter('cleo');
    const id = crypto.randomUUID();
    const failing = cleo.write('booking:create', async (_db, deed) => {
      deed.record('tried', 'booking', id);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const events = await world.asSystem((db) => db.auditEvent.count({ where: { objectId: id } }));
    expect(events).toBe(0);
  });
});
