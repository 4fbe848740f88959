import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReference } from '#lib/cli/seed/reference.ts';
import { findHouseWaits } from '#lib/hubs/waiting.ts';
import { applyToTakePart, confirmApplication } from '#lib/organisations/applying.ts';
import { correctNumber, enterOwnNumber } from '#lib/organisations/entering-number.ts';
import { findTakingPart, moveOrganisation } from '#lib/organisations/judging.ts';
import { applicationForm, bodyInvitationForm } from '#lib/organisations/schema.ts';
import { withdrawApplication } from '#lib/organisations/withdrawing.ts';
import { acceptInvitation, findInvitation } from '#lib/people/accepting.ts';
import { declineInvitation } from '#lib/people/declining.ts';
import { inviteBody, invitePerson, listInvitations } from '#lib/people/invitations.ts';
import { inviteAdministrator, nameAdministrator, needsRescue } from '#lib/people/rescuing.ts';
import { invitationForm } from '#lib/people/schema.ts';
import { leaveOrganisation } from '#lib/people/writes.ts';
import { NotFound } from '#lib/platform/errors.ts';
import { enterOrganisation, enterPerson, enterPublic, listAnswers } from '#lib/platform/scope.ts';
import { eraseMyself, lastAdministratorOf } from '#lib/rights/erasure.ts';
import { lettersTo, tokenIn } from '#tests/support/mail.ts';
import { makeWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.asSystem(loadReference);
});
afterAll(() => world.close());

const refusal = (code: string) => expect.objectContaining({ code });
const atNumber = (code: string) =>
  expect.objectContaining({ fields: { number: `organisations.refusals.${code}` } });

type Given = { name: string; number?: string; code?: string; email: string; kind?: string };

async function applied({ kind = 'COMPANY', number = '', ...given }: Given) {
  const scope = await enterPublic('nord');
  const rest = { country: 'SE', town: 'Åre', person: 'Ida Ek', role: 'Chef', why: 'Vi vill.' };
  const input = applicationForm.parse({ kind, number, ...given, ...rest });
  await applyToTakePart(scope, input, 'sv');
  const [letter] = await lettersTo(world, given.email);
  return (await confirmApplication(scope, tokenIn(letter?.text ?? ''))).slug;
}

/** A session of somebody with this address. */
async function sessionOf(email: string): Promise<string> {
  const id = crypto.randomUUID();
  await world.asSystem(async (db) => {
    const { id: personId } = await db.person.findUniqueOrThrow({ where: { email } });
    await db.session.create({ data: { id, personId, expiresAt: new Date('2100-01-01') } });
  });
  return id;
}

const known = (email: string) => world.asSystem((db) => db.person.count({ where: { email } }));
const judit = () => world.enter('judit');
/** Leaves an organisation without an administrator, as one that had left and is back can be. */
const alone = (slug: string) =>
  world.asSystem(async (db) => {
    const organisationId = world.organisation(slug);
    await db.participation.updateMany({ where: { organisationId }, data: { state: 'LEFT' } });
    await db.membership.updateMany({ where: { organisationId }, data: { role: 'STAFF' } });
    await db.participation.updateMany({ where: { organisationId }, data: { state: 'VERIFIED' } });
  });
const noticesOf = (who: 'judit' | 'disa') =>
  world.asSystem(async (db) => {
    const rows = await db.notice.findMany({ where: { personId: world.person(who) } });
    return rows.map(({ kind }) => kind);
  });

describe('Whoever was rejected', () => {
  const email = 'ida@avvisad.example';

  it('sees the answer, its reason and where to ask again, until they ask again', async () => {
    const slug = await applied({ name: 'Avvisad AB', number: '5560360793', email });
    const session = await sessionOf(email);
    expect(await listAnswers(session)).toEqual([]);
    await moveOrganisation(await judit(), slug, 'reject', 'Vi når er inte.');
    const [answer, ...others] = await listAnswers(session);
    expect(others).toEqual([]);
    expect(answer).toMatchObject({
      hub: 'nord',
      organisationName: 'Avvisad AB',
      state: 'REJECTED',
      reason: 'Vi når er inte.',
      kind: 'COMPANY',
      country: 'SE',
    });
    expect(await listAnswers(world.session('disa'))).toEqual([]);
    const again = await applied({ name: 'Avvisad i Åre AB', number: '5560360793', email });
    expect(again, 'the same organisation').toBe(slug);
    expect(await listAnswers(session)).toEqual([]);
    expect(await findTakingPart(await judit(), slug)).toMatchObject({
      name: 'Avvisad i Åre AB',
      organisationNumber: '5560360793',
      related: [{ name: 'Avvisad AB', outcome: 'REJECTED', reason: 'Vi når er inte.' }],
    });
    await moveOrganisation(await judit(), slug, 'reject', 'Fortfarande inte.');
    expect(await listAnswers(session)).toMatchObject([{ reason: 'Fortfarande inte.' }]);
  });

  it('can be erased, and is held by no organisation', async () => {
    const scope = await enterPerson(await sessionOf(email));
    expect(await lastAdministratorOf(scope)).toEqual([]);
    await eraseMyself(scope);
    expect(await known(email)).toBe(0);
  });
});

describe('Whoever waits', () => {
  const email = 'wille@vantar.example';

  it('answers for the organisation until the application is taken back', async () => {
    const slug = await applied({ name: 'Väntar AB', number: '5560004615', email });
    const session = await sessionOf(email);
    const wille = await enterOrganisation(session, 'nord', slug);
    const kept = refusal('people.refusals.lastAdministrator');
    await expect(leaveOrganisation(wille)).rejects.toEqual(kept);
    expect(await lastAdministratorOf(await enterPerson(session))).toMatchObject([
      { name: 'Väntar AB' },
    ]);
    await withdrawApplication(wille);
    expect(await noticesOf('judit')).toContain('applicationWithdrawn');
    await expect(enterOrganisation(session, 'nord', slug)).rejects.toBeInstanceOf(NotFound);
    expect(await findTakingPart(await judit(), slug)).toMatchObject({
      state: 'WITHDRAWN',
      organisationNumber: null,
      moves: [],
    });
    expect(await listAnswers(session)).toMatchObject([{ state: 'WITHDRAWN', reason: '' }]);
    await expect(withdrawApplication(wille)).rejects.toBeInstanceOf(NotFound);
    await eraseMyself(await enterPerson(session));
    expect(await known(email)).toBe(0);
  });

  it('does so alone: neither staff, nor the hub, nor one that takes part', async () => {
    await expect(withdrawApplication(await world.enter('disa'))).rejects.toBeInstanceOf(NotFound);
    await expect(withdrawApplication(await judit())).rejects.toBeInstanceOf(NotFound);
    const slug = await applied({
      name: 'Väntar vidare AB',
      number: '5599902052',
      email: 'v@vidare.example',
    });
    await world.asSystem(async (db) => {
      const { id } = await db.organisation.findUniqueOrThrow({ where: { slug } });
      const personId = world.person('bror');
      await db.membership.create({ data: { personId, organisationId: id, role: 'STAFF' } });
    });
    const bror = await enterOrganisation(world.session('bror'), 'nord', slug);
    await expect(withdrawApplication(bror)).rejects.toBeInstanceOf(NotFound);
    const byHub = (await judit()).write('organisation:judge', async (db, deed) => {
      deed.record('tried', 'organisation', crypto.randomUUID());
      await db.$executeRaw`update participation set state = 'WITHDRAWN' where state = 'PENDING'`;
    });
    await expect(byHub).rejects.toThrow(/participation_moves/);
  });
});

describe('An earlier answer', () => {
  it('stands beside a new application with the same number or from the same address', async () => {
    const number = '5599903019';
    const first = await applied({ name: 'Först AB', number, email: 'a@forst.example' });
    await moveOrganisation(await judit(), first, 'reject', 'Fel uppgifter.');
    const second = await applied({ name: 'Sedan AB', number, email: 'b@sedan.example' });
    const other = await applied({
      name: 'Annat AB',
      number: '5599903118',
      email: 'a@forst.example',
    });
    expect((await findTakingPart(await judit(), second)).related).toMatchObject([
      {
        name: 'Först AB',
        applicant: 'Ida Ek',
        outcome: 'REJECTED',
        reason: 'Fel uppgifter.',
        same: 'number',
      },
    ]);
    expect((await findTakingPart(await judit(), other)).related).toMatchObject([
      { name: 'Först AB', same: 'address', later: false },
    ]);
    expect((await findTakingPart(await judit(), first)).related).toMatchObject([
      { name: 'Annat AB', later: true },
      { name: 'Sedan AB', later: true },
    ]);
    const reopening = moveOrganisation(await judit(), first, 'reopen');
    await expect(reopening).rejects.toEqual(refusal('organisations.refusals.numberTaken'));
  });

  it('of a municipality is not tried again while another acts for it, which is said as it is', async () => {
    const given = { kind: 'MUNICIPALITY', name: '', code: '2326' };
    const first = await applied({ ...given, email: 'a@kommun.example' });
    await moveOrganisation(await judit(), first, 'reject', 'Vem är ni?');
    await applied({ ...given, email: 'b@kommun.example' });
    const reopening = moveOrganisation(await judit(), first, 'reopen');
    await expect(reopening).rejects.toEqual(refusal('organisations.refusals.officialTaken'));
  });
});

describe('A similar name', () => {
  it('is similar without the words that bodies share', async () => {
    const kommun = async (slug: string, name: string) => {
      const data = { slug, name, shortName: name, kind: 'MUNICIPALITY', side: 'PUBLIC' } as const;
      const hubId = world.hub('nord');
      await world.asSystem(async (db) => {
        const { id } = await db.organisation.create({ data: { ...data, country: 'SE' } });
        await db.participation.create({ data: { hubId, organisationId: id, state: 'VERIFIED' } });
      });
    };
    await kommun('timra', 'Timrå kommun');
    await kommun('are', 'Åre kommun');
    await kommun('timraa', 'Timraa kommun');
    const { similar } = await findTakingPart(await judit(), 'timra');
    expect(similar.map(({ name }) => name)).toEqual(['Timraa kommun']);
  });
});

describe('An organisation without an administrator', () => {
  it('gets none from the hub while it has one', async () => {
    expect(await needsRescue(await judit(), 'fjallvard')).toBe(false);
    const has = refusal('people.refusals.hasAdministrator');
    const naming = nameAdministrator(await judit(), 'fjallvard', world.person('disa'));
    await expect(naming).rejects.toEqual(has);
    const inviting = inviteAdministrator(await judit(), 'fjallvard', 'n@fjallvard.example');
    await expect(inviting).rejects.toEqual(has);
  });

  it('has one of its people named, which its own log tells', async () => {
    await alone('fjallvard');
    expect(await needsRescue(await judit(), 'fjallvard')).toBe(true);
    const stranger = nameAdministrator(await judit(), 'fjallvard', world.person('bror'));
    await expect(stranger).rejects.toBeInstanceOf(NotFound);
    await nameAdministrator(await judit(), 'fjallvard', world.person('disa'));
    expect(await needsRescue(await judit(), 'fjallvard')).toBe(false);
    expect((await world.enter('disa')).may('people:manage')).toBe(true);
    const events = await world.asSystem((db) =>
      db.auditEvent.findMany({ where: { kind: 'administratorNamed' } }),
    );
    expect(events).toMatchObject([
      { concernsId: world.organisation('fjallvard'), actedAs: 'house' },
    ]);
  });

  it('gets one by invitation, who may act for it already', async () => {
    await alone('fjallvard');
    await inviteAdministrator(await judit(), 'fjallvard', 'disa@nord.example');
    const open = await listInvitations(await judit(), 'bodies');
    expect(open.map(({ bodyName }) => bodyName)).toContain('Fjällvård AB');
    const [letter] = await lettersTo(world, 'disa@nord.example');
    expect(letter?.text).toContain('Fjällvård AB');
    await acceptInvitation(tokenIn(letter?.text ?? ''), '', 'sv');
    expect((await world.enter('disa')).may('people:manage')).toBe(true);
    expect((await listInvitations(await judit(), 'bodies')).length).toBe(open.length - 1);
  });

  it('is helped by its own hub’s administrators alone', async () => {
    await alone('fjallvard');
    for (const who of ['disa', 'bror'] as const) {
      const naming = nameAdministrator(await world.enter(who), 'fjallvard', world.person('disa'));
      await expect(naming, who).rejects.toBeInstanceOf(NotFound);
    }
    const foreign = nameAdministrator(await judit(), 'folldal', world.person('disa'));
    await expect(foreign).rejects.toBeInstanceOf(NotFound);
    await nameAdministrator(await judit(), 'fjallvard', world.person('disa'));
  });

  it('is where the way leads for whoever invites a body that is here', async () => {
    const slug = await applied({ name: 'Här AB', number: '5599903217', email: 'h@har.example' });
    const body = { kind: 'COMPANY', country: 'SE', name: 'Här', number: '559990-3217', town: 'Å' };
    const inviting = inviteBody(
      await judit(),
      bodyInvitationForm.parse({ ...body, email: 'x@har.example' }),
    );
    await expect(inviting).rejects.toMatchObject({ detail: { here: slug } });
  });
});

describe('An organisation number', () => {
  it('is entered once by an organisation that lacks it, and corrected by the hub', async () => {
    const alva = world.asSystem((db) =>
      db.membership.updateMany({
        where: { organisationId: world.organisation('bergs-kommun') },
        data: { role: 'ADMIN' },
      }),
    );
    await alva;
    const berg = await world.enter('alva');
    await expect(enterOwnNumber(berg, '212000-2568')).rejects.toEqual(atNumber('numberSE'));
    await expect(enterOwnNumber(berg, '556036-0793')).rejects.toEqual(atNumber('numberOfOthers'));
    await enterOwnNumber(berg, '212000-2551');
    expect(await noticesOf('judit')).toContain('numberEntered');
    await expect(enterOwnNumber(berg, '212000-0142')).rejects.toEqual(atNumber('numberThere'));
    await correctNumber(await judit(), 'bergs-kommun', '212000-0142');
    const { organisationNumber } = await findTakingPart(await judit(), 'bergs-kommun');
    expect(organisationNumber).toBe('2120000142');
  });

  it('is nobody else’s, and of nobody at another hub', async () => {
    const taken = correctNumber(await judit(), 'are', '212000-0142');
    await expect(taken).rejects.toEqual(atNumber('numberInUse'));
    const foreign = correctNumber(await judit(), 'folldal', '974760673');
    await expect(foreign).rejects.toBeInstanceOf(NotFound);
    const staff = correctNumber(await world.enter('bror'), 'are', '212000-0142');
    await expect(staff).rejects.toBeInstanceOf(NotFound);
  });

  it('stands in the database, too: nobody takes a number of another kind', async () => {
    const raw = (await judit()).write('organisation:judge', async (db, deed) => {
      deed.record('tried', 'organisation', crypto.randomUUID());
      const where = { id: world.organisation('fjallvard') };
      await db.organisation.updateMany({ where, data: { organisationNumber: '2120002577' } });
    });
    await expect(raw).rejects.toThrow(/numbers_fit_their_kind/);
  });

  it('has its check digit in the database, too', async () => {
    const right = async (country: string, number: string) => {
      const [row] = await world.asSystem((db) =>
        db.$queryRawUnsafe<{ right: boolean }[]>(
          `select number_is_right('${country}', '${number}') as right`,
        ),
      );
      return row?.right;
    };
    for (const number of ['5560360793', '2120000142']) expect(await right('SE', number)).toBe(true);
    for (const number of ['5560360794', '1912121212', '556036079']) {
      expect(await right('SE', number), number).toBe(false);
    }
    expect(await right('NO', '974760673')).toBe(true);
    expect(await right('NO', '974760674')).toBe(false);
  });
});

describe('What waits in the house', () => {
  it('is counted for whom it waits', async () => {
    const { organisations } = await findHouseWaits(await judit());
    const pending = await world.asSystem((db) =>
      db.participation.count({ where: { hubId: world.hub('nord'), state: 'PENDING' } }),
    );
    expect(organisations).toBe(pending);
    expect(organisations).toBeGreaterThan(0);
    await expect(findHouseWaits(await world.enter('disa'))).rejects.toBeInstanceOf(NotFound);
  });
});

describe('Saying no', () => {
  it('ends the invitation and tells whoever sent it', async () => {
    const email = 'nej@fjallvard.example';
    await invitePerson(await world.enter('disa'), invitationForm.parse({ email, role: 'STAFF' }));
    const [letter] = await lettersTo(world, email);
    const token = tokenIn(letter?.text ?? '');
    await declineInvitation(token);
    expect((await findInvitation(token)).state).toBe('declined');
    await expect(acceptInvitation(token, 'N', 'sv')).rejects.toEqual(
      refusal('people.refusals.gone'),
    );
    await expect(declineInvitation(token)).rejects.toEqual(refusal('people.refusals.gone'));
    expect(await noticesOf('disa')).toContain('invitationDeclined');
    const [told] = await lettersTo(world, 'disa@nord.example');
    expect(told?.text).toContain(email);
    expect(told?.text).toContain('/nord/fjallvard/people');
  });

  it('is not waited for once the sender works for the hub no more', async () => {
    await alone('fjallvard');
    await inviteAdministrator(await judit(), 'fjallvard', 'hjalp@fjallvard.example');
    const rows = () =>
      world.asSystem((db) =>
        db.invitation.count({ where: { email: 'hjalp@fjallvard.example', revokedAt: null } }),
      );
    expect(await rows()).toBe(1);
    await world.asSystem(async (db) => {
      const personId = world.person('judit');
      const organisationId = world.organisation('region-norr');
      const other = world.person('alva');
      const hubId = world.hub('nord');
      await db.hubRole.createMany({ data: [{ hubId, personId: other, role: 'HUB_ADMIN' }] });
      await db.membership.createMany({
        data: [{ personId, organisationId, role: 'STAFF' }],
        skipDuplicates: true,
      });
      await db.membership.delete({
        where: { personId_organisationId: { personId, organisationId } },
      });
    });
    expect(await rows()).toBe(0);
  });
});
