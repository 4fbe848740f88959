import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadReference } from '#lib/cli/seed/reference.ts';
import { listOrganisations } from '#lib/organisations/reads.ts';
import { bodyInvitationForm } from '#lib/organisations/schema.ts';
import { addDomain } from '#lib/organisations/settings.ts';
import { acceptInvitation, findInvitation } from '#lib/people/accepting.ts';
import {
  inviteBody,
  invitePerson,
  inviteStaff,
  listInvitations,
  revokeInvitation,
  sendInvitationAgain,
} from '#lib/people/invitations.ts';
import { invitationForm } from '#lib/people/schema.ts';
import { removePerson } from '#lib/people/writes.ts';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterPublic, type Scope } from '#lib/platform/scope.ts';
import type { CastName } from '#tests/support/cast.ts';
import { lettersTo, tokenIn } from '#tests/support/mail.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld(20);
  await world.asSystem(loadReference);
});
afterAll(() => world.close());
afterEach(() => stopClock(null));

const refusal = (code: string) => expect.objectContaining({ code });
const refusedAt = (field: string, code: string) =>
  expect.objectContaining({ fields: { [field]: `people.refusals.${code}` } });
let serial = 0;
const fresh = () => `ny${++serial}@fjallvard.example`;

async function invite(scope: Scope, email: string, role: 'STAFF' | 'ADMIN' = 'STAFF') {
  await invitePerson(scope, invitationForm.parse({ email, role }));
  const [letter] = await lettersTo(world, email);
  const open = await listInvitations(scope, 'people');
  const id = open.find((each) => each.email === email)?.id ?? '';
  return { id, token: tokenIn(letter?.text ?? ''), text: letter?.text ?? '' };
}

const roleOf = (email: string, slug: string) =>
  world.asSystem(async (db) => {
    const where = { person: { email }, organisationId: world.organisation(slug) };
    return (await db.membership.findFirst({ where }))?.role ?? null;
  });

describe('An invitation to a colleague', () => {
  it('makes the person and the membership when it is accepted, and not before', async () => {
    const disa = await world.enter('disa');
    const email = fresh();
    const { token, text } = await invite(disa, email, 'ADMIN');
    expect(text).toContain('Disa Holm bjuder in dig att agera för Fjällvård AB i Navet Nord');
    expect(await world.asSystem((db) => db.person.count({ where: { email } }))).toBe(0);
    const shown = await findInvitation(token);
    expect(shown).toMatchObject({ email, role: 'ADMIN', state: 'open', newcomer: true });
    expect(shown).toMatchObject({ organisation: 'Fjällvård AB', inviter: 'Disa Holm' });
    const nameless = acceptInvitation(token, ' ', 'sv');
    await expect(nameless).rejects.toEqual(refusedAt('name', 'name'));
    await acceptInvitation(token, 'Nya Nilsson', 'nb');
    expect(await roleOf(email, 'fjallvard')).toBe('ADMIN');
    const person = await world.asSystem((db) => db.person.findUnique({ where: { email } }));
    expect(person).toMatchObject({ name: 'Nya Nilsson', locale: 'nb' });
    expect((await findInvitation(token)).state).toBe('accepted');
    await removePerson(disa, person?.id ?? '');
    await expect(acceptInvitation(token, 'Nya', 'sv')).rejects.toEqual(
      refusal('people.refusals.gone'),
    );
  });

  it('is accepted once by ten at once', async () => {
    const email = fresh();
    const { token } = await invite(await world.enter('disa'), email);
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => acceptInvitation(token, 'Nya', 'sv')),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('keeps the name and adds to the organisations of somebody who is known', async () => {
    const { token } = await invite(await world.enter('disa'), 'alva@nord.example');
    expect((await findInvitation(token)).newcomer).toBe(false);
    await acceptInvitation(token, 'Någon Annan', 'en');
    expect(await roleOf('alva@nord.example', 'fjallvard')).toBe('STAFF');
    expect(await roleOf('alva@nord.example', 'bergs-kommun')).toBe('STAFF');
    expect((await world.enter('alva')).person.name).toBe('Alva Lind');
  });

  it('runs out after thirty days; sent again it has a new link and the old one is dead', async () => {
    const disa = await world.enter('disa');
    const email = fresh();
    const first = await invite(disa, email);
    stopClock(Temporal.Now.instant().add({ hours: 24 * 30 + 1 }));
    await expect(acceptInvitation(first.token, 'Nya', 'sv')).rejects.toEqual(
      refusal('people.refusals.late'),
    );
    expect((await listInvitations(disa, 'people')).find(({ id }) => id === first.id)?.expired).toBe(
      true,
    );
    await sendInvitationAgain(disa, 'people', first.id);
    const second = tokenIn((await lettersTo(world, email))[0]?.text ?? '');
    expect(second).not.toBe(first.token);
    expect((await findInvitation(first.token)).state).toBe('replaced');
    await expect(acceptInvitation(first.token, 'N', 'sv')).rejects.toEqual(
      refusal('people.refusals.gone'),
    );
    await acceptInvitation(second, 'Nya', 'sv');
    expect(await roleOf(email, 'fjallvard')).toBe('STAFF');
  });

  it('is dead when it is taken back', async () => {
    const disa = await world.enter('disa');
    const { id, token } = await invite(disa, fresh());
    await revokeInvitation(disa, 'people', id);
    await expect(acceptInvitation(token, 'Nya', 'sv')).rejects.toEqual(
      refusal('people.refusals.gone'),
    );
    expect((await findInvitation(token)).state).toBe('revoked');
    await expect(revokeInvitation(disa, 'people', id)).rejects.toBeInstanceOf(NotFound);
    await expect(sendInvitationAgain(disa, 'people', id)).rejects.toBeInstanceOf(NotFound);
  });

  it('is either accepted or taken back, never both', async () => {
    const disa = await world.enter('disa');
    for (let n = 0; n < 10; n++) {
      const email = fresh();
      const { id, token } = await invite(disa, email);
      const [accepted] = await Promise.allSettled([
        acceptInvitation(token, 'Nya', 'sv'),
        revokeInvitation(disa, 'people', id),
      ]);
      const member = (await roleOf(email, 'fjallvard')) !== null;
      expect(member).toBe(accepted?.status === 'fulfilled');
    }
  });

  it('is open once an address, also when sent by twenty at once', async () => {
    const disa = await world.enter('disa');
    const email = fresh();
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        invitePerson(disa, invitationForm.parse({ email, role: 'STAFF' })),
      ),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const again = invitePerson(disa, invitationForm.parse({ email, role: 'ADMIN' }));
    await expect(again).rejects.toEqual(refusedAt('email', 'invited'));
    const member = invitePerson(
      disa,
      invitationForm.parse({ email: 'CLEO@nord.example', role: 'STAFF' }),
    );
    await expect(member).rejects.toEqual(refusedAt('email', 'member'));
    expect(await lettersTo(world, email)).toHaveLength(1);
  });

  it('outside the organisation’s mail domains needs a tick', async () => {
    const bror = await world.enter('bror');
    await addDomain(bror, 'berg.example');
    const outside = { email: 'x@annan.example', role: 'STAFF' };
    await expect(invitePerson(bror, invitationForm.parse(outside))).rejects.toEqual(
      refusedAt('email', 'otherDomain'),
    );
    await invitePerson(bror, invitationForm.parse({ ...outside, anyway: ['yes'] }));
    await invitePerson(bror, invitationForm.parse({ ...outside, email: 'y@vard.berg.example' }));
  });

  it('is kept as a hash, and any other token is not found', async () => {
    const { token } = await invite(await world.enter('disa'), fresh());
    const kept = await world.asSystem((db) => db.invitation.findMany());
    expect(JSON.stringify(kept)).not.toContain(token);
    for (const wrong of ['', 'x', `${token}x`, token.replace(/.$/, '_'), `${'a'.repeat(43)}`]) {
      if (wrong === token) continue;
      await expect(findInvitation(wrong), wrong).rejects.toBeInstanceOf(NotFound);
      await expect(acceptInvitation(wrong, 'N', 'sv'), wrong).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe('Somebody else’s invitations', () => {
  it('are neither seen, sent, taken back nor made, whoever tries', async () => {
    const { id } = await invite(await world.enter('disa'), fresh());
    const others: CastName[] = ['bror', 'cleo', 'maja', 'judit', 'hedda', 'kari', 'lars', 'nils'];
    for (const who of others) {
      const scope = await world.enter(who);
      for (const which of ['people', 'bodies', 'staff'] as const) {
        await expect(revokeInvitation(scope, which, id), who).rejects.toBeInstanceOf(NotFound);
        await expect(sendInvitationAgain(scope, which, id), who).rejects.toBeInstanceOf(NotFound);
        const seen = await listInvitations(scope, which).catch(() => []);
        expect(seen.map((each) => each.id)).not.toContain(id);
      }
    }
    for (const who of others.filter((each) => each !== 'bror')) {
      const scope = await world.enter(who);
      const making = invitePerson(scope, invitationForm.parse({ email: fresh(), role: 'ADMIN' }));
      await expect(making, who).rejects.toBeInstanceOf(NotFound);
    }
    for (const who of others.filter((each) => each !== 'judit')) {
      const scope = await world.enter(who);
      await expect(inviteStaff(scope, fresh(), 'HUB_ADMIN'), who).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('are not made for another organisation by SQL either', async () => {
    const disa = await world.enter('disa');
    const row = (organisationId: string, hubRole: 'HUB_ADMIN' | null = null) =>
      disa.write('people:manage', async (db, deed) => {
        deed.record('tried', 'invitation', crypto.randomUUID());
        const data = {
          hubId: disa.hub.id,
          organisationId,
          email: fresh(),
          role: 'ADMIN' as const,
          hubRole,
          locale: 'sv',
          invitedById: disa.person.id,
          expiresAt: new Date('2100-01-01T00:00:00Z'),
          tokenHash: crypto.randomUUID(),
        };
        await db.invitation.createMany({ data: [data] });
      });
    await expect(row(disa.organisation.id)).resolves.toBeUndefined();
    await expect(row(world.organisation('bergs-kommun'))).rejects.toThrow(/row-level security/);
    await expect(row(disa.organisation.id, 'HUB_ADMIN')).rejects.toThrow(/row-level security/);
  });
});

describe('An invitation to a body', () => {
  const body = (given: object) =>
    bodyInvitationForm.parse({ kind: 'MUNICIPALITY', country: 'SE', code: '2321', ...given });
  const tokenTo = async (email: string) => tokenIn((await lettersTo(world, email))[0]?.text ?? '');

  it('makes it take part, verified, when its first administrator says yes', async () => {
    const judit = await world.enter('judit');
    await inviteBody(judit, body({ email: 'kansli@are.example' }));
    const shown = async () =>
      (await listOrganisations(await enterPublic('nord'))).map((o) => o.name);
    expect(await shown()).not.toContain('Åre kommun');
    expect((await listInvitations(judit, 'bodies')).map(({ bodyName }) => bodyName)).toEqual([
      'Åre kommun',
    ]);
    await acceptInvitation(await tokenTo('kansli@are.example'), 'Åsa Åre', 'sv');
    expect(await shown()).toContain('Åre kommun');
    // The hub's administrators hear that the body came.
    const told = await world.asSystem((db) =>
      db.notice.findMany({ where: { personId: world.person('judit'), kind: 'bodyAccepted' } }),
    );
    expect(told.map(({ path }) => path)).toEqual(['/nord/house/organisations/are-kommun']);
    const letters = await lettersTo(world, 'judit@nord.example');
    expect(letters.map(({ subject }) => subject)).toContain('Åre kommun deltar nu i Navet Nord');
    const made = await world.asSystem((db) =>
      db.organisation.findFirst({
        where: { slug: 'are-kommun' },
        include: { municipality: true, memberships: true },
      }),
    );
    expect(made).toMatchObject({
      kind: 'MUNICIPALITY',
      side: 'PUBLIC',
      municipality: { code: '2321' },
    });
    expect(made?.memberships.map(({ role }) => role)).toEqual(['ADMIN']);
    const again = inviteBody(judit, body({ email: 'annan@are.example' }));
    await expect(again).rejects.toEqual(refusal('people.refusals.bodyHere'));
  });

  it('never makes a stranger administrator of one that exists in another hub', async () => {
    const { number, founder } = await takePartIn('innland');
    const judit = await world.enter('judit');
    const company = { kind: 'COMPANY', name: 'Delad AB', number, town: 'Åre' };
    await inviteBody(judit, body({ ...company, email: 'tjuv@stjala.example' }));
    const accepting = acceptInvitation(await tokenTo('tjuv@stjala.example'), 'Tjuv', 'sv');
    await expect(accepting).rejects.toEqual(refusal('people.refusals.bodyElsewhere'));
    const thief = { where: { email: 'tjuv@stjala.example' } };
    expect(await world.asSystem((db) => db.person.count(thief))).toBe(0);
    await inviteBody(judit, body({ ...company, email: founder }));
    await acceptInvitation(await tokenTo(founder), '', 'sv');
    const shown = await listOrganisations(await enterPublic('nord'));
    expect(shown.map(({ name }) => name)).toContain('Delad AB');
  });

  it('wins over somebody who only claims to speak for the body, at whichever hub', async () => {
    const thief = 'eva@stjala.example';
    const claimed = await world.asSystem(async (db) => {
      const eva = await db.person.create({ data: { email: thief, name: 'Eva' } });
      const slug = 'krokoms-kommun';
      const common = { kind: 'MUNICIPALITY', side: 'PUBLIC', country: 'SE' } as const;
      const named = { slug, name: 'Krokoms kommun', shortName: 'Krokom' };
      const made = await db.organisation.create({ data: { ...common, ...named } });
      await db.municipality.create({
        data: { organisationId: made.id, country: 'SE', code: '2309' },
      });
      const waits = { hubId: world.hub('innland'), organisationId: made.id, state: 'PENDING' };
      await db.participation.create({ data: waits as never });
      await db.membership.create({
        data: { personId: eva.id, organisationId: made.id, role: 'ADMIN' },
      });
      return made.id;
    });
    const judit = await world.enter('judit');
    await inviteBody(judit, body({ code: '2309', email: 'kansli@krokom.example' }));
    await acceptInvitation(await tokenTo('kansli@krokom.example'), 'Kajsa', 'sv');
    const members = await world.asSystem((db) =>
      db.membership.findMany({
        where: { organisationId: claimed },
        select: { role: true, person: { select: { email: true } } },
      }),
    );
    expect(members).toEqual([{ role: 'ADMIN', person: { email: 'kansli@krokom.example' } }]);
    const [letter] = await lettersTo(world, thief);
    expect(letter?.subject).toBe('Krokoms kommun företräds av någon annan i Navet');
  });

  it('is the hub administrators’ to send, at their own hub', async () => {
    for (const who of ['hedda', 'ivar', 'bror', 'lars', 'maja', 'olga'] as const) {
      const scope = await world.enter(who);
      const trying = inviteBody(scope, body({ code: '2309', email: fresh() }));
      await expect(trying, who).rejects.toBeInstanceOf(NotFound);
    }
  });

  /** A company that takes part in the other hub. */
  async function takePartIn(hub: 'innland') {
    const founder = 'grundare@delad.example';
    const number = '5599902052';
    await world.asSystem(async (db) => {
      const person = await db.person.create({ data: { email: founder, name: 'Grundare' } });
      const made = await db.organisation.create({
        data: {
          slug: 'delad-ab',
          name: 'Delad AB',
          shortName: 'Delad',
          kind: 'COMPANY',
          side: 'PRIVATE',
          country: 'SE',
          organisationNumber: number,
        },
      });
      const organisationId = made.id;
      await db.participation.create({
        data: { hubId: world.hub(hub), organisationId, state: 'VERIFIED' },
      });
      await db.membership.create({ data: { personId: person.id, organisationId, role: 'ADMIN' } });
    });
    return { number, founder };
  }
});

describe('An invitation to the staff of the house', () => {
  it('gives the task, and membership in the body that runs the hub', async () => {
    const judit = await world.enter('judit');
    await inviteStaff(judit, 'vard@hus.example', 'HOST');
    const token = tokenIn((await lettersTo(world, 'vard@hus.example'))[0]?.text ?? '');
    expect((await findInvitation(token)).role).toBe('HOST');
    await acceptInvitation(token, 'Ville Värd', 'sv');
    expect(await roleOf('vard@hus.example', 'region-norr')).toBe('STAFF');
    const roles = await world.asSystem((db) =>
      db.hubRole.findMany({ where: { person: { email: 'vard@hus.example' } } }),
    );
    expect(roles.map(({ role, hubId }) => [role, hubId])).toEqual([['HOST', world.hub('nord')]]);
    await expect(inviteStaff(judit, 'vard@hus.example', 'HOST')).rejects.toEqual(
      refusedAt('email', 'hasRole'),
    );
  });

  it('is good before the hub is open to visitors', async () => {
    const id = world.hub('nord');
    const live = (value: boolean) =>
      world.asSystem((db) => db.hub.update({ where: { id }, data: { live: value } }));
    await live(false);
    const judit = await world.enter('judit');
    await inviteStaff(judit, 'tidig@hus.example', 'ASSESSOR');
    const token = tokenIn((await lettersTo(world, 'tidig@hus.example'))[0]?.text ?? '');
    await expect(enterPublic('nord')).rejects.toBeInstanceOf(NotFound);
    await acceptInvitation(token, 'Tidig Fågel', 'sv');
    expect(await roleOf('tidig@hus.example', 'region-norr')).toBe('STAFF');
    await live(true);
  });
});
