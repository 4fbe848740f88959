import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { strongOnly } from '#lib/platform/policy.ts';
import { enterHouse, enterOrganisation, enterPerson, enterSystem } from '#lib/platform/scope.ts';
import { endOtherSessions, endOwnSession, findSecurity } from '#lib/platform/session/own.ts';
import {
  beginAdding,
  beginShowing,
  finishShowing,
  removePasskey,
} from '#lib/platform/session/passkeys.ts';
import { resetSecurity } from '#lib/platform/session/reset.ts';
import { startSession, strengthenSession } from '#lib/platform/session/store.ts';
import type { CastName } from '#tests/support/cast.ts';
import { lettersTo } from '#tests/support/mail.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

process.env.NAVET_SECOND_FACTOR = 'always';
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const begin = (who: CastName, more: object = {}) =>
  startSession({
    person: world.person(who),
    device: 'a test',
    method: 'link',
    acr: null,
    strong: false,
    boundHub: null,
    before: null,
    ...more,
  });
const lives = (session: string) =>
  enterPerson(session).then(
    () => true,
    () => false,
  );
const change = (session: string, data: object) =>
  world.asSystem((db) => db.session.update({ where: { id: session }, data }));
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

describe('One’s own sessions', () => {
  it('are seen and ended by oneself alone', async () => {
    const [here, other, foreign] = [await begin('alva'), await begin('alva'), await begin('bror')];
    const alva = await enterPerson(here);
    const { sessions } = await findSecurity(alva);
    expect(sessions.map(({ id }) => id).sort()).toEqual(
      [here, other, world.session('alva')].sort(),
    );
    expect(sessions.filter((each) => each.here).map(({ id }) => id)).toEqual([here]);
    await expect(endOwnSession(alva, foreign)).rejects.toBeInstanceOf(NotFound);
    expect(await lives(foreign)).toBe(true);
    await endOwnSession(alva, other);
    expect(await lives(other)).toBe(false);
    await expect(endOwnSession(alva, other)).rejects.toBeInstanceOf(NotFound);
  });

  it('end all at once but this one', async () => {
    const [here, one, two] = [await begin('bror'), await begin('bror'), await begin('bror')];
    const stranger = await begin('cleo');
    await endOtherSessions(await enterPerson(here));
    expect([await lives(here), await lives(one), await lives(two)]).toEqual([true, false, false]);
    expect(await lives(world.session('bror'))).toBe(false);
    expect(await lives(stranger)).toBe(true);
  });

  it('cannot be made longer by whoever holds the unprivileged role', async () => {
    const cleo = await enterPerson(await begin('cleo'));
    const longer = cleo.write('account:own', async (db, deed) => {
      deed.record('tried', 'session', crypto.randomUUID());
      await db.session.updateMany({ data: { expiresAt: new Date('2100-01-01') } });
    });
    await expect(longer).rejects.toThrow(/permission denied/);
  });

  it('end after two hours of rest and after twelve hours of work', async () => {
    const [idle, old, busy] = [await begin('disa'), await begin('disa'), await begin('disa')];
    await change(idle, { lastSeenAt: minutesAgo(121) });
    await change(busy, { lastSeenAt: minutesAgo(119) });
    const row = await change(old, { lastSeenAt: minutesAgo(1) });
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBeLessThanOrEqual(12 * 3_600_000);
    await change(old, { expiresAt: minutesAgo(1) });
    expect([await lives(idle), await lives(old), await lives(busy)]).toEqual([false, false, true]);
    const { sessions } = await findSecurity(await enterPerson(busy));
    const listed = sessions.map(({ id }) => id);
    expect([listed.includes(idle), listed.includes(old), listed.includes(busy)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('end with signing in again in the same browser', async () => {
    const first = await begin('egil');
    const second = await begin('egil', { before: first });
    expect([await lives(first), await lives(second)]).toEqual([false, true]);
  });

  it('go on under a new id after a second factor, no longer than before', async () => {
    const weak = await begin('egil');
    const end = (await change(weak, { expiresAt: new Date(Date.now() + 60_000) })).expiresAt;
    const strong = (await strengthenSession(weak)) ?? '';
    expect(await lives(weak)).toBe(false);
    expect((await enterPerson(strong)).strong).toBe(true);
    const row = await world.asSystem((db) => db.session.findUnique({ where: { id: strong } }));
    expect(row?.expiresAt).toEqual(end);
    expect(await strengthenSession(weak), 'the old id').toBe(null);
  });
});

describe('A session ends at once', () => {
  it('when its person is withdrawn', async () => {
    const session = await begin('frej');
    await world.asSystem((db) =>
      db.person.update({ where: { id: world.person('frej') }, data: { withdrawnAt: new Date() } }),
    );
    // Even if the person came back, the session would not.
    await world.asSystem((db) =>
      db.person.update({ where: { id: world.person('frej') }, data: { withdrawnAt: null } }),
    );
    expect(await lives(session)).toBe(false);
  });

  it('when the last membership goes, and not while there is another', async () => {
    const session = await begin('greta');
    const [region, company] = [world.organisation('region-norr'), world.organisation('rivalen')];
    const personId = world.person('greta');
    const leave = (organisationId: string) =>
      world.asSystem((db) => db.membership.deleteMany({ where: { personId, organisationId } }));
    await world.asSystem((db) =>
      db.membership.create({ data: { personId, organisationId: company, role: 'STAFF' } }),
    );
    await leave(region);
    expect(await lives(session)).toBe(true);
    await expect(enterOrganisation(session, 'nord', 'region-norr')).rejects.toBeInstanceOf(
      NotFound,
    );
    await leave(company);
    expect(await lives(session)).toBe(false);
  });

  it('when the last role at a hub goes, and not when it is exchanged for another', async () => {
    const session = await begin('hedda');
    const [hubId, personId] = [world.hub('nord'), world.person('hedda')];
    await world.asSystem(async (db) => {
      await db.hubRole.deleteMany({ where: { hubId, personId } });
      await db.hubRole.create({ data: { hubId, personId, role: 'HOST' } });
    });
    expect(await lives(session)).toBe(true);
    await world.asSystem((db) => db.hubRole.deleteMany({ where: { hubId, personId } }));
    expect(await lives(session)).toBe(false);
  });
});

describe('What touches everyone at a hub', () => {
  it.each(strongOnly.filter((each) => each !== 'hub:create' && each !== 'proposal:assess'))(
    '%s: is done with a second factor alone',
    async (permission) => {
      const weak = await begin('judit');
      const scope = await enterHouse(weak, 'nord');
      expect(scope.may(permission)).toBe(true);
      await expect(scope.read(permission, async () => 'in')).rejects.toBeInstanceOf(Refusal);
      const strong = await enterHouse((await strengthenSession(weak)) ?? '', 'nord');
      await expect(strong.read(permission, async () => 'in')).resolves.toBe('in');
    },
  );

  it('leads to where one shows it, where a page says so', async () => {
    const scope = await enterHouse(await begin('judit'), 'nord');
    scope.whenWeak(() => {
      throw new Error('led away');
    });
    await expect(scope.read('hub:edit', async () => 'in')).rejects.toThrow('led away');
    await expect(scope.read('house:today', async () => 'in')).resolves.toBe('in');
  });
});

describe('A passkey', () => {
  const give = (who: CastName, credentialId: string) =>
    world.asSystem((db) =>
      db.passkey.create({
        data: {
          personId: world.person(who),
          credentialId,
          publicKey: new Uint8Array([1]),
          counter: 0n,
          name: 'Test',
        },
      }),
    );

  it('can be taken from whoever lost it, with all that opens the account but the mailbox', async () => {
    await give('pia', 'pias');
    const session = await begin('pia');
    const data = { issuer: 'https://i.example', subject: 'pia', provider: 'x' };
    await world.asSystem((db) =>
      db.identity.create({ data: { ...data, personId: world.person('pia') } }),
    );
    const system = await enterSystem(null, 'test');
    expect(await resetSecurity(system, 'pia@nord.example')).toEqual({ passkeys: 1 });
    await expect(enterPerson(session)).rejects.toBeInstanceOf(NotFound);
    const again = await enterPerson(await begin('pia'));
    expect(await findSecurity(again)).toMatchObject({ passkeys: [], identities: [] });
    await expect(beginAdding(again)).resolves.toMatchObject({ rp: { name: 'Navet' } });
    const [letter] = await lettersTo(world, 'pia@nord.example');
    expect(letter?.subject).toBe('Inloggningen till Navet är återställd');
    await expect(resetSecurity(system, 'nobody@x.example')).rejects.toBeInstanceOf(NotFound);
  });

  it('is shown by whoever has one', async () => {
    const scope = await enterPerson(await begin('disa'));
    await expect(beginShowing(scope)).rejects.toMatchObject({
      code: 'identity.refusals.noPasskey',
    });
    await give('disa', 'disas');
    const asked = await beginShowing(scope);
    expect(asked.allowCredentials?.map(({ id }) => id)).toEqual(['disas']);
    expect(asked.userVerification).toBe('required');
  });

  it('is not joined by another before it was shown', async () => {
    const session = await begin('disa');
    await expect(beginAdding(await enterPerson(session))).rejects.toMatchObject({
      code: 'identity.refusals.secondFactor',
    });
    const strong = await enterPerson((await strengthenSession(session)) ?? '');
    await expect(beginAdding(strong)).resolves.toMatchObject({ rp: { id: 'localhost' } });
  });

  it('answers a challenge once, right or wrong, in the session that was asked', async () => {
    const [asked, other] = [await begin('disa'), await begin('disa')];
    const challenges = () => world.asSystem((db) => db.passkeyChallenge.count());
    const clientDataJSON = Buffer.from('{}').toString('base64url');
    const wrong = {
      id: 'disas',
      rawId: 'disas',
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON, authenticatorData: '', signature: '' },
    } as const;
    const before = await challenges();
    await beginShowing(await enterPerson(asked));
    expect(await challenges()).toBe(before + 1);
    const answer = async (session: string) => finishShowing(await enterPerson(session), wrong);
    const refusal = { code: 'identity.refusals.passkey' };
    await expect(answer(other)).rejects.toMatchObject(refusal);
    expect(await challenges(), 'another session takes nothing').toBe(before + 1);
    await expect(answer(asked)).rejects.toMatchObject(refusal);
    expect(await challenges(), 'taken out').toBe(before);
    expect((await enterPerson(asked)).strong).toBe(false);
  });

  it('is removed by its owner alone', async () => {
    const mine = await give('egil', 'egils');
    const foreign = await enterPerson((await strengthenSession(await begin('disa'))) ?? '');
    await expect(removePasskey(foreign, mine.id)).rejects.toBeInstanceOf(NotFound);
    const weak = await enterPerson(await begin('egil'));
    await expect(removePasskey(weak, mine.id)).rejects.toBeInstanceOf(Refusal);
    await removePasskey(
      await enterPerson((await strengthenSession(await begin('egil'))) ?? ''),
      mine.id,
    );
    expect(await world.asSystem((db) => db.passkey.count({ where: { id: mine.id } }))).toBe(0);
  });

  it('stays with an administrator of a hub when it is the last, however many hands pull', async () => {
    const both = [await give('judit', 'first'), await give('judit', 'second')];
    const judit = await enterPerson((await strengthenSession(await begin('judit'))) ?? '');
    expect((await findSecurity(judit)).keepsLast).toBe(false);
    const pulls = await Promise.allSettled(both.map(({ id }) => removePasskey(judit, id)));
    const refused = pulls.filter((each) => each.status === 'rejected');
    expect(refused.map(({ reason }) => reason.code)).toEqual(['identity.refusals.lastPasskey']);
    expect((await findSecurity(judit)).keepsLast).toBe(true);
  });
});
