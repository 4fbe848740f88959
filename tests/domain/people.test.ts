import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { acceptInvitation, findInvitation } from '#lib/people/accepting.ts';
import { findHubPerson, listHubPeople, setHubRoles } from '#lib/people/hub.ts';
import { invitePerson } from '#lib/people/invitations.ts';
import { findColleague, findHouseWork, findMyself, listPeople } from '#lib/people/reads.ts';
import { changeRole, handOver, leaveOrganisation, removePerson } from '#lib/people/writes.ts';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterHouse, enterOrganisation, type Scope } from '#lib/platform/scope.ts';
import type { CastName } from '#tests/support/cast.ts';
import { lettersTo } from '#tests/support/mail.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld(20);
});
afterAll(() => world.close());
afterEach(() => stopClock(null));

const refusal = (code: string) => expect.objectContaining({ code });
const lastOne = refusal('people.refusals.lastAdministrator');
const lastOfHub = refusal('people.refusals.lastHubAdministrator');

/** Colleagues of an organisation's, each with a session. */
async function addPeople(slug: string, count: number, role: 'STAFF' | 'ADMIN') {
  const made = Array.from({ length: count }, () => ({
    id: crypto.randomUUID(),
    session: crypto.randomUUID(),
  }));
  const expiresAt = new Date(Temporal.Now.instant().add({ hours: 24 }).epochMilliseconds);
  await world.asSystem(async (db) => {
    const data = made.map(({ id }) => ({ id, name: `Kollega ${id}`, email: `${id}@nord.example` }));
    await db.person.createMany({ data });
    const organisationId = world.organisation(slug);
    await db.membership.createMany({
      data: made.map(({ id }) => ({ personId: id, organisationId, role })),
    });
    await db.session.createMany({
      data: made.map(({ id, session }) => ({ id: session, personId: id, expiresAt })),
    });
  });
  return made;
}

const adminsOf = (slug: string) =>
  world.asSystem((db) =>
    db.membership.count({ where: { organisationId: world.organisation(slug), role: 'ADMIN' } }),
  );

describe('The last administrator of an organisation', () => {
  it('cannot be demoted, removed or leave, and the page knows before', async () => {
    const bror = await world.enter('bror');
    const people = await listPeople(bror);
    expect(people.map(({ name, only }) => [name, only])).toEqual([
      ['Bror Näs', true],
      ['Alva Lind', false],
    ]);
    await expect(changeRole(bror, bror.person.id, 'STAFF')).rejects.toEqual(lastOne);
    await expect(leaveOrganisation(bror)).rejects.toEqual(lastOne);
    await expect(removePerson(bror, bror.person.id)).rejects.toBeInstanceOf(NotFound);
    expect((await findMyself(bror)).role).toBe('ADMIN');
  });

  it('hears when somebody leaves, by notice and mail, without the name in the notice', async () => {
    const [pia, [mate]] = [world.person('pia'), await addPeople('anhoriga', 1, 'STAFF')];
    const scope = await enterOrganisation(mate?.session ?? '', 'nord', 'anhoriga');
    await leaveOrganisation(scope);
    const notices = await world.asSystem((db) => db.notice.findMany({ where: { personId: pia } }));
    expect(notices).toMatchObject([
      { kind: 'personLeft', path: '/nord/anhoriga/log?group=people' },
    ]);
    expect(JSON.stringify(notices)).not.toContain(scope.person.name);
    const letters = await lettersTo(world, 'pia@nord.example');
    expect(letters.map(({ subject }) => subject)).toEqual([
      `${scope.person.name} har lämnat Anhöriga i Norr`,
    ]);
  });

  it('stays when fifty leave at once, and when fifty remove one another', async () => {
    const all = await addPeople('anhoriga', 49, 'ADMIN');
    const scopes = await Promise.all([
      world.enter('pia'),
      ...all.map(({ session }) => enterOrganisation(session, 'nord', 'anhoriga')),
    ]);
    expect(await adminsOf('anhoriga')).toBe(50);
    const left = await Promise.allSettled(scopes.map(leaveOrganisation));
    expect(left.filter(({ status }) => status === 'fulfilled')).toHaveLength(49);
    const refused = left.filter((each) => each.status === 'rejected');
    expect(refused.map(({ reason }) => reason)).toEqual([lastOne]);
    expect(await adminsOf('anhoriga')).toBe(1);
  });

  it('stays when everyone removes the next, and when everyone steps down', async () => {
    const all = await addPeople('rivalen', 50, 'ADMIN');
    const scopes = await Promise.all(
      all.map(({ session }) => enterOrganisation(session, 'nord', 'rivalen')),
    );
    const next = (n: number) => all[(n + 1) % all.length]?.id ?? '';
    await Promise.allSettled(scopes.map((scope, n) => removePerson(scope, next(n))));
    expect(await adminsOf('rivalen')).toBeGreaterThan(0);
    await Promise.allSettled(scopes.map((scope) => changeRole(scope, scope.person.id, 'STAFF')));
    expect(await adminsOf('rivalen')).toBe(1);
  });

  it('is not somebody who was withdrawn', async () => {
    const [gone] = await addPeople('fjallvard', 1, 'ADMIN');
    await world.asSystem((db) =>
      db.person.update({ where: { id: gone?.id ?? '' }, data: { withdrawnAt: new Date() } }),
    );
    await expect(leaveOrganisation(await world.enter('disa'))).rejects.toEqual(lastOne);
  });
});

describe('Roles in an organisation', () => {
  it('are handed over in one step, and the one who did it is staff at once', async () => {
    const bror = await world.enter('bror');
    await handOver(bror, world.person('alva'));
    const people = await listPeople(await world.enter('alva'));
    expect(people.map(({ name, role }) => [name, role])).toEqual([
      ['Alva Lind', 'ADMIN'],
      ['Bror Näs', 'STAFF'],
    ]);
    // The old scope still thinks it may; the database does not.
    await expect(changeRole(bror, world.person('alva'), 'STAFF')).rejects.toBeInstanceOf(NotFound);
    await expect(removePerson(bror, world.person('alva'))).rejects.toBeInstanceOf(NotFound);
    await handOver(await world.enter('alva'), world.person('bror'));
    await expect(handOver(bror, bror.person.id)).rejects.toBeInstanceOf(NotFound);
  });

  it('are told to whom they concern, by notice and mail in the own language', async () => {
    await world.asSystem((db) =>
      db.person.update({ where: { id: world.person('alva') }, data: { locale: 'nb' } }),
    );
    const bror = await world.enter('bror');
    await changeRole(bror, world.person('alva'), 'ADMIN');
    const [letter] = await lettersTo(world, 'alva@nord.example');
    expect(letter?.text).toContain('Rollen din i Bergs kommun er nå: Administrator');
    expect((await world.enter('alva')).unread).toBeGreaterThan(0);
    await changeRole(bror, world.person('alva'), 'STAFF');
  });

  it('end at once with a removal; what was signed stays as somebody who has left', async () => {
    const [kim] = await addPeople('bergs-kommun', 1, 'STAFF');
    const id = kim?.id ?? '';
    const enter = () => enterOrganisation(kim?.session ?? '', 'nord', 'bergs-kommun');
    expect((await enter()).may('booking:create')).toBe(true);
    const bror = await world.enter('bror');
    await removePerson(bror, id);
    await expect(enter()).rejects.toBeInstanceOf(NotFound);
    expect((await listPeople(bror)).map(({ personId }) => personId)).not.toContain(id);
    await expect(removePerson(bror, id)).rejects.toBeInstanceOf(NotFound);
    const [letter] = await lettersTo(world, `${id}@nord.example`);
    expect(letter?.subject).toBe('Du agerar inte längre för Bergs kommun');
    const seen = await bror.read('people:read', (db) => db.person.count({ where: { id } }));
    expect(seen).toBe(0);
    expect(await world.asSystem((db) => db.person.count({ where: { id } }))).toBe(1);
  });

  it('leave one organisation and keep the other', async () => {
    const [two] = await addPeople('bergs-kommun', 1, 'STAFF');
    const personId = two?.id ?? '';
    await world.asSystem((db) =>
      db.membership.create({
        data: { personId, organisationId: world.organisation('fjallvard'), role: 'STAFF' },
      }),
    );
    const session = two?.session ?? '';
    await leaveOrganisation(await enterOrganisation(session, 'nord', 'bergs-kommun'));
    await expect(enterOrganisation(session, 'nord', 'bergs-kommun')).rejects.toBeInstanceOf(
      NotFound,
    );
    expect((await enterOrganisation(session, 'nord', 'fjallvard')).organisation.slug).toBe(
      'fjallvard',
    );
  });
});

describe('Somebody else’s people', () => {
  const attempts: Record<string, (scope: Scope, id: string) => Promise<unknown>> = {
    findColleague,
    changeRole: (scope, id) => changeRole(scope, id, 'ADMIN'),
    handOver,
    removePerson,
  };
  const targets: CastName[] = ['alva', 'bror', 'cleo', 'kari', 'judit', 'nils'];
  const ids = () => [...targets.map((who) => world.person(who)), 'x', "' or 1=1", ''];

  it.each(Object.keys(attempts))(
    '%s: nobody reaches another’s, whatever id is sent',
    async (name) => {
      const attempt = attempts[name] ?? (async () => undefined);
      const before = await world.asSystem((db) =>
        db.membership.findMany({ orderBy: { personId: 'asc' } }),
      );
      const pia = await adminOf('anhoriga');
      const kari = await world.enter('kari');
      for (const scope of [pia, kari]) {
        for (const id of ids()) {
          if (id === scope.person.id) continue;
          await expect(attempt(scope, id), `${name} ${id}`).rejects.toBeInstanceOf(NotFound);
        }
      }
      const after = await world.asSystem((db) =>
        db.membership.findMany({ orderBy: { personId: 'asc' } }),
      );
      expect(after).toEqual(before);
    },
  );

  it('staff, waiting organisations and the house manage nobody', async () => {
    for (const who of ['cleo', 'maja', 'judit', 'hedda'] as const) {
      const scope = await world.enter(who);
      for (const [name, attempt] of Object.entries(attempts)) {
        const trying = attempt(scope, world.person('disa'));
        await expect(trying, `${who} ${name}`).rejects.toBeInstanceOf(NotFound);
      }
    }
  });

  it('are not changed by SQL either: the wall knows whose they are', async () => {
    const disa = await world.enter('disa');
    const raw = (scope: Scope, sql: string) =>
      scope.write('overview:read', async (db, deed) => {
        deed.record('tried', 'person', crypto.randomUUID());
        return db.$executeRawUnsafe(sql);
      });
    const others = `organisation_id <> '${disa.organisation.id}'`;
    expect(await raw(disa, `update membership set role = 'STAFF' where ${others}`)).toBe(0);
    expect(await raw(disa, `delete from membership where ${others}`)).toBe(0);
    const moved = raw(
      disa,
      `update membership set organisation_id = '${world.organisation('rivalen')}'`,
    );
    await expect(moved).rejects.toThrow(/permission denied/);
    const joined = `insert into membership (person_id, organisation_id, role)
      values ('${disa.person.id}', '${world.organisation('rivalen')}', 'ADMIN')`;
    await expect(raw(disa, joined)).rejects.toThrow(/permission denied/);
    const cleo = await world.enter('cleo');
    expect(await raw(cleo, `update membership set role = 'ADMIN'`)).toBe(0);
    expect(await raw(cleo, `delete from membership where person_id <> '${cleo.person.id}'`)).toBe(
      0,
    );
    const made = `insert into hub_role values ('${disa.hub.id}', '${disa.person.id}', 'HUB_ADMIN')`;
    await expect(raw(disa, made)).rejects.toThrow(/row-level security/);
  });
});

describe('One person with two organisations', () => {
  it('writes for the one in the address alone: a form opened for the other goes nowhere', async () => {
    const [both] = await addPeople('bergs-kommun', 1, 'ADMIN');
    const personId = both?.id ?? '';
    const session = both?.session ?? '';
    const organisationId = world.organisation('fjallvard');
    await world.asSystem((db) =>
      db.membership.create({ data: { personId, organisationId, role: 'STAFF' } }),
    );
    // Administrator at Berg, staff at Fjällvård: a form of Berg's replayed under Fjällvård's address…
    const there = await enterOrganisation(session, 'nord', 'fjallvard');
    await expect(changeRole(there, world.person('alva'), 'ADMIN')).rejects.toBeInstanceOf(NotFound);
    await expect(removePerson(there, world.person('cleo'))).rejects.toBeInstanceOf(NotFound);
    // … and Fjällvård's people under Berg's.
    const berg = await enterOrganisation(session, 'nord', 'bergs-kommun');
    await expect(changeRole(berg, world.person('cleo'), 'ADMIN')).rejects.toBeInstanceOf(NotFound);
    await expect(removePerson(berg, world.person('cleo'))).rejects.toBeInstanceOf(NotFound);
    await changeRole(berg, world.person('alva'), 'STAFF');
    const [event] = await world.asSystem((db) =>
      db.auditEvent.findMany({ where: { personId }, orderBy: { at: 'desc' }, take: 1 }),
    );
    expect(event).toMatchObject({
      kind: 'roleChanged',
      organisationId: berg.organisation.id,
      personId,
      objectId: world.person('alva'),
    });
  });
});

describe('The people of a hub', () => {
  const everyone = { words: '', organisation: '', role: '', page: 1 };
  const namesOf = async (query: object) =>
    (await listHubPeople(await world.enter('judit'), { ...everyone, ...query })).people.map(
      ({ name }) => name,
    );

  it('are all who act there, found by words, organisation and role', async () => {
    const all = await namesOf({});
    expect(all).toEqual(
      expect.arrayContaining(['Maja Rask', 'Judit Ek', 'Hedda Berg', 'Cleo Ask']),
    );
    for (const stranger of ['Kari Haug', 'Lars Lie', 'Nils Ör', 'Olga Frid']) {
      expect(all).not.toContain(stranger);
    }
    expect(await namesOf({ words: 'cleo ask' })).toEqual(['Cleo Ask']);
    expect(await namesOf({ words: 'CLEO@nord' })).toEqual(['Cleo Ask']);
    expect(await namesOf({ words: '%' })).toEqual([]);
    expect(await namesOf({ role: 'ASSESSOR' })).toEqual(['Hedda Berg']);
    expect(await namesOf({ organisation: 'region-norr' })).toEqual(['Greta Vik']);
    expect(await namesOf({ organisation: 'folldal' })).toEqual([]);
  });

  it('are shown to hub administrators alone', async () => {
    for (const who of ['hedda', 'ivar', 'bror', 'cleo', 'maja', 'nils', 'olga'] as const) {
      const scope = await world.enter(who);
      await expect(listHubPeople(scope, everyone), who).rejects.toBeInstanceOf(NotFound);
      const reading = findHubPerson(scope, world.person('cleo'));
      await expect(reading, who).rejects.toBeInstanceOf(NotFound);
      const appointing = setHubRoles(scope, scope.person.id, ['HUB_ADMIN']);
      await expect(appointing, who).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('get the hub’s roles and lose them, with effect at once', async () => {
    const judit = await world.enter('judit');
    await setHubRoles(judit, world.person('cleo'), ['HOST', 'ASSESSOR']);
    const cleo = await findHubPerson(judit, world.person('cleo'));
    expect(cleo.hubRoles).toEqual(['HOST', 'ASSESSOR']);
    expect(await lettersTo(world, 'cleo@nord.example')).toHaveLength(1);
    await setHubRoles(judit, world.person('cleo'), []);
    expect((await findHubPerson(judit, world.person('cleo'))).hubRoles).toEqual([]);
    for (const id of [world.person('kari'), world.person('nils'), 'x']) {
      await expect(setHubRoles(judit, id, ['HOST'])).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('keep their last administrator, also when all give it up at once', async () => {
    const judit = await world.enter('judit');
    expect((await findHubPerson(judit, judit.person.id)).only).toBe(true);
    await expect(setHubRoles(judit, judit.person.id, ['HOST'])).rejects.toEqual(lastOfHub);
    expect((await findHubPerson(judit, judit.person.id)).hubRoles).toEqual(['HUB_ADMIN']);
    const more = ['cleo', 'hedda', 'ivar', 'greta'] as const;
    for (const who of more) await setHubRoles(judit, world.person(who), ['HUB_ADMIN']);
    expect((await findHubPerson(judit, judit.person.id)).only).toBe(false);
    const all = ['judit', ...more] as const;
    const scopes = await Promise.all(all.map((who) => enterHouse(world.session(who), 'nord')));
    const given = await Promise.allSettled(
      scopes.map((scope) => setHubRoles(scope, scope.person.id, [])),
    );
    expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    const left = await world.asSystem((db) =>
      db.hubRole.count({ where: { hubId: world.hub('nord'), role: 'HUB_ADMIN' } }),
    );
    expect(left).toBe(1);
  });
});

/** Whoever is administrator there now. */
async function adminOf(slug: string): Promise<Scope> {
  const row = await world.asSystem((db) =>
    db.membership.findFirst({
      where: { organisationId: world.organisation(slug), role: 'ADMIN' },
      select: { person: { select: { sessions: true } } },
    }),
  );
  return enterOrganisation(row?.person.sessions[0]?.id ?? '', 'nord', slug);
}

describe('Work in the house', () => {
  const hubRole = (personId: string, role: 'ASSESSOR' | 'HUB_ADMIN') =>
    world.asSystem((db) =>
      db.hubRole.create({ data: { hubId: world.hub('nord'), personId, role } }),
    );

  it('ends with the membership of the organisation that runs the hub, sent invitations with it', async () => {
    const [boss, gone] = await addPeople('region-norr', 2, 'ADMIN');
    const id = gone?.id ?? '';
    await hubRole(id, 'ASSESSOR');
    const enter = (who: typeof gone) =>
      enterOrganisation(who?.session ?? '', 'nord', 'region-norr');
    expect((await enterHouse(gone?.session ?? '', 'nord')).may('proposal:assess')).toBe(true);
    await invitePerson(await enter(gone), {
      email: 'plan.b@nord.example',
      role: 'ADMIN',
      anyway: [],
    });
    const scope = await enter(boss);
    expect(await findHouseWork(scope, id)).toEqual({ roles: ['ASSESSOR'], last: false });
    await removePerson(scope, id);
    await expect(enterHouse(gone?.session ?? '', 'nord')).rejects.toBeInstanceOf(NotFound);
    const [letter] = await lettersTo(world, 'plan.b@nord.example');
    const token = /invitation\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
    expect((await findInvitation(token)).state).toBe('revoked');
    await expect(acceptInvitation(token, 'Plan B', 'sv')).rejects.toEqual(
      refusal('people.refusals.gone'),
    );
  });

  it('keeps the last administrator of the hub in that organisation, and the page knows before', async () => {
    const judit = world.person('judit');
    const hubId = world.hub('nord');
    await world.asSystem(async (db) => {
      const data = [{ hubId, role: 'HUB_ADMIN' as const, personId: judit }];
      await db.hubRole.createMany({ data, skipDuplicates: true });
      await db.hubRole.deleteMany({
        where: { hubId, role: 'HUB_ADMIN', personId: { not: judit } },
      });
      // Whoever lost the last role above was signed out by that.
      await db.session.updateMany({ where: { personId: judit }, data: { endedAt: null } });
    });
    const [boss] = await addPeople('region-norr', 1, 'ADMIN');
    await world.asSystem((db) =>
      db.membership.create({
        data: {
          personId: judit,
          organisationId: world.organisation('region-norr'),
          role: 'STAFF',
        },
      }),
    );
    const scope = await enterOrganisation(boss?.session ?? '', 'nord', 'region-norr');
    expect(await findHouseWork(scope, judit)).toEqual({ roles: ['HUB_ADMIN'], last: true });
    await expect(removePerson(scope, judit)).rejects.toEqual(lastOfHub);
    const expiresAt = new Date(Temporal.Now.instant().add({ hours: 1 }).epochMilliseconds);
    const session = await world.asSystem((db) =>
      db.session.create({ data: { personId: judit, expiresAt } }),
    );
    const own = await enterOrganisation(session.id, 'nord', 'region-norr');
    await expect(leaveOrganisation(own)).rejects.toEqual(lastOfHub);
    expect((await enterHouse(session.id, 'nord')).may('hub:edit')).toBe(true);
  });

  it('does not end with another organisation’s membership', async () => {
    const [kim] = await addPeople('rivalen', 1, 'STAFF');
    await hubRole(kim?.id ?? '', 'ASSESSOR');
    await leaveOrganisation(await enterOrganisation(kim?.session ?? '', 'nord', 'rivalen'));
    expect((await enterHouse(kim?.session ?? '', 'nord')).may('proposal:assess')).toBe(true);
    await world.asSystem((db) => db.hubRole.deleteMany({ where: { personId: kim?.id ?? '' } }));
  });
});
