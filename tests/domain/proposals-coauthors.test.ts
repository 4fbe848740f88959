import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { listCoauthorInvitations } from '#lib/proposals/coauthored.ts';
import { inviteCoauthor, moveCoauthor } from '#lib/proposals/coauthoring.ts';
import { coauthorMoves, coauthorStates } from '#lib/proposals/coauthors.ts';
import { saveProposal } from '#lib/proposals/drafts.ts';
import { mindProposals } from '#lib/proposals/minding.ts';
import { findOwnProposal, findShownProposal, listOwnProposals } from '#lib/proposals/reads.ts';
import { findReview } from '#lib/proposals/reviews.ts';
import { discardProposal } from '#lib/proposals/writes.ts';
import { type CastName, cast } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { carryOut, makeNeed, makeProposal, stateOf, wholeForm } from './innovation-bodies.ts';

let world: World;
let need: string;
const as = (who: CastName) => world.enter(who);
const everyone = (Object.keys(cast) as CastName[]).filter((who) => !['nils', 'olga'].includes(who));

beforeAll(async () => {
  world = await makeWorld(20);
  need = await makeNeed(world);
});
afterAll(() => world.close());
afterEach(() => stopClock(null));

const addressOf = async (who: CastName) =>
  (await world.asSystem((db) => db.person.findFirstOrThrow({ where: { id: world.person(who) } })))
    .email;
const rowsOf = (proposalId: string) =>
  world.asSystem((db) =>
    db.proposalCoauthor.findMany({ where: { proposalId }, orderBy: { invitedAt: 'asc' } }),
  );
const told = async (kind: string) =>
  (await world.asSystem((db) => db.notice.findMany({ where: { kind } })))
    .map(({ personId }) => personId)
    .sort();
const clear = () =>
  world.asSystem(async (db) => {
    await db.notice.deleteMany({});
    await db.mail.deleteMany({});
  });

/** A draft of Alva's that somebody else has been asked to write, or writes. */
async function together(who: CastName, state: 'PENDING' | 'ACTIVE' = 'ACTIVE', title = 'Ihop') {
  const id = await makeProposal(world, 'DRAFT', { need, title });
  await inviteCoauthor(await as('alva'), id, await addressOf(who));
  const [row] = await rowsOf(id);
  const coauthor = row?.id ?? '';
  if (state === 'ACTIVE') await moveCoauthor(await as(who), coauthor, 'accept');
  return { id, coauthor };
}

async function pastTheCode(
  who: CastName,
  change: (db: Parameters<Parameters<Scope['write']>[1]>[0]) => Promise<unknown>,
) {
  const tried = (await as(who)).write('notice:read', async (db, deed) => {
    deed.record('tried', 'person', world.person(who));
    await change(db);
  });
  return tried.then(
    () => null,
    (error) => String(error),
  );
}

describe('Somebody of another organisation is asked', () => {
  it('by letter and notice, reads no draft before a yes, and writes after it', async () => {
    await clear();
    const { id, coauthor } = await together('greta', 'PENDING', 'Tillsammans');
    const [alva, greta] = [await as('alva'), await as('greta')];
    expect(await told('coauthorInvited')).toEqual([world.person('greta')]);
    const mail = await world.asSystem((db) => db.mail.findMany());
    expect(mail.map(({ recipient }) => recipient)).toEqual([await addressOf('greta')]);
    expect(mail[0]?.text).toContain('/nord/act/coauthor');
    expect(await listCoauthorInvitations(greta)).toMatchObject([
      { id: coauthor, title: 'Tillsammans', organisation: 'Bergs kommun' },
    ]);
    await expect(findOwnProposal(greta, id)).rejects.toBeInstanceOf(NotFound);

    expect(await moveCoauthor(greta, coauthor, 'accept')).toBe(id);
    expect(await told('coauthorJoined')).toEqual(
      [world.person('alva'), world.person('bror')].sort(),
    );
    expect(await listCoauthorInvitations(greta)).toEqual([]);
    expect((await listOwnProposals(greta)).map((card) => card.id)).toContain(id);
    const before = await findOwnProposal(greta, id);
    const change = { id, revision: before.revision, title: 'Skrivet av två' };
    await saveProposal(greta, wholeForm(need, change));
    const seen = await findOwnProposal(alva, id);
    expect(seen.title).toBe('Skrivet av två');
    expect(seen.withBodies).toEqual(['Region Norr']);
    expect(seen.writings).toMatchObject([
      { person: 'Greta Vik', organisation: 'Region Norr' },
      { person: 'Alva Lind', organisation: 'Bergs kommun' },
    ]);
    expect((await findOwnProposal(greta, id)).writings).toEqual(seen.writings);
  });

  it('and sends it, answers for it, and hears what the hub decides', async () => {
    const { id } = await together('greta');
    const greta = await as('greta');
    await carryOut.submit(greta, id);
    expect(await told('fellowSubmitted')).toEqual(
      [world.person('alva'), world.person('bror')].sort(),
    );
    await carryOut.begin(await as('hedda'), id);
    await clear();
    await carryOut.ask(await as('hedda'), id);
    expect(await told('proposalAsked')).toContain(world.person('greta'));
    const paths = await world.asSystem((db) =>
      db.notice.findMany({ where: { personId: world.person('greta') } }),
    );
    expect(paths.map(({ path }) => path)).toEqual([`/nord/region-norr/proposals/${id}`]);
    await carryOut.answer(greta, id);
    expect(await stateOf(world, id)).toBe('IN_REVIEW');
    expect(await told('fellowAnswered')).toHaveLength(2);
    const { versions } = await findOwnProposal(await as('alva'), id);
    expect(versions).toMatchObject([{ number: '1.0', by: 'Greta Vik', body: 'Region Norr' }]);
    const { story } = await findShownProposal(await as('pia'), id);
    expect(story.map(({ kind }) => kind)).not.toContain('coauthorJoined');
    expect((await findShownProposal(await as('pia'), id)).withBodies).toEqual(['Region Norr']);
  });

  it('but never takes it back, calls it off, throws it away or asks others', async () => {
    const draft = await together('pia');
    const pia = await as('pia');
    await expect(discardProposal(pia, draft.id)).rejects.toBeInstanceOf(NotFound);
    const asked = inviteCoauthor(pia, draft.id, await addressOf('greta'));
    await expect(asked).rejects.toBeInstanceOf(NotFound);
    await carryOut.submit(pia, draft.id);
    await clear();
    await expect(carryOut.withdraw(pia, draft.id)).rejects.toBeInstanceOf(NotFound);
    await expect(carryOut.callOff(pia, draft.id)).rejects.toBeInstanceOf(NotFound);
    for (const state of ['DRAFT', 'WITHDRAWN'] as const) {
      await pastTheCode('pia', (db) =>
        db.proposal.updateMany({
          where: { id: draft.id },
          data: { state, ...(state === 'DRAFT' && { submittedAt: null }) },
        }),
      );
    }
    expect(await stateOf(world, draft.id)).toBe('SUBMITTED');
    await carryOut.callOff(await as('bror'), draft.id);
    expect(await told('fellowCalledOff')).toEqual([world.person('pia')]);
  });

  it('and links of needs that they may not see stay', async () => {
    const hidden = await makeNeed(world, { visibility: 'PUBLIC_SIDE', title: 'Inte för företag' });
    const { id } = await together('egil');
    const alva = await as('alva');
    const start = await findOwnProposal(alva, id);
    await saveProposal(
      alva,
      wholeForm(need, { id, revision: start.revision, needs: [need, hidden] }),
    );
    const egil = await as('egil');
    const seen = await findOwnProposal(egil, id);
    expect(seen.needs.map((one) => one.id)).toEqual([need]);
    await saveProposal(
      egil,
      wholeForm(need, { id, revision: seen.revision, title: 'Egils rubrik' }),
    );
    await carryOut.submit(egil, id);
    const sent = await findOwnProposal(alva, id);
    expect(sent.needs.map((one) => one.id).sort()).toEqual([need, hidden].sort());
    expect(sent.versions[0]?.content.needs.toSorted()).toEqual([need, hidden].sort());
  });
});

describe('Whoever asks', () => {
  it('hears the same whether the address belongs to somebody or not', async () => {
    await clear();
    const id = await makeProposal(world, 'DRAFT', { need });
    const alva = await as('alva');
    await inviteCoauthor(alva, id, 'finns.inte@example.org');
    await inviteCoauthor(alva, id, await addressOf('greta'));
    const { coauthors } = await findOwnProposal(alva, id);
    const plain = coauthors.map(({ id: _id, at: _at, email: _email, ...rest }) => rest);
    expect(plain[0]).toEqual(plain[1]);
    expect(await told('coauthorInvited')).toEqual([world.person('greta')]);
    const notices = await alva.read('notice:read', (db) =>
      db.notice.count({ where: { kind: 'coauthorInvited' } }),
    );
    expect(notices).toBe(0);
    expect(await world.asSystem((db) => db.mail.count())).toBe(2);
  });

  it('asks an address once, no colleague, and only while it is open', async () => {
    const { id } = await together('greta', 'PENDING');
    const alva = await as('alva');
    const greta = await addressOf('greta');
    const again = await Promise.allSettled([1, 2, 3].map(() => inviteCoauthor(alva, id, greta)));
    for (const each of again) {
      expect(each.status === 'rejected' && each.reason).toMatchObject({
        fields: { email: 'innovation.refusals.coauthor.askedAlready' },
      });
    }
    expect(await rowsOf(id)).toHaveLength(1);
    await expect(inviteCoauthor(alva, id, await addressOf('bror'))).rejects.toMatchObject({
      fields: { email: 'innovation.refusals.coauthor.colleague' },
    });
    const declined = await makeProposal(world, 'DECLINED', { need });
    await expect(inviteCoauthor(alva, declined, greta)).rejects.toBeInstanceOf(Refusal);
    for (const who of ['pia', 'egil', 'greta', 'kari'] as const) {
      const tried = inviteCoauthor(await as(who), id, 'någon@example.org');
      await expect(tried, who).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe('The wall', () => {
  it('shows a draft to that one person for that one organisation, and to nobody else', async () => {
    const { id } = await together('greta');
    for (const who of everyone) {
      const seen = await (await as(who)).read('notice:read', async (db) => [
        await db.proposal.count({ where: { id } }),
        await db.proposalCoauthor.count({ where: { proposalId: id } }),
      ]);
      const writes = ['alva', 'bror', 'greta'].includes(who);
      expect(seen, who).toEqual(writes ? [1, 1] : [0, 0]);
    }
    // A colleague in the same region is no author.
    await world.asSystem((db) =>
      db.membership.create({
        data: {
          personId: world.person('pia'),
          organisationId: world.organisation('region-norr'),
          role: 'STAFF',
        },
      }),
    );
    const pia = await world.enter('pia');
    await expect(findOwnProposal(pia, id)).rejects.toBeInstanceOf(NotFound);
    await world.asSystem((db) =>
      db.membership.deleteMany({
        where: {
          personId: world.person('pia'),
          organisationId: world.organisation('region-norr'),
        },
      }),
    );
  });

  it.each(coauthorMoves.filter(({ name }) => name !== 'lapse'))(
    'lets nobody but its own make $name',
    async (move) => {
      const { id, coauthor } = await together('greta', move.from);
      const name = move.name as Exclude<typeof move.name, 'lapse'>;
      const by = move.by === 'own' ? ['alva', 'bror'] : ['greta'];
      for (const who of everyone) {
        if (by.includes(who)) continue;
        const tried = moveCoauthor(await as(who), coauthor, name);
        await expect(tried, who).rejects.toBeInstanceOf(NotFound);
        for (const state of coauthorStates) {
          // Each past the code: for themselves, or simply the state.
          const data = {
            ...{ state, answeredAt: new Date(), endedAt: null },
            ...{ personId: world.person(who) },
          };
          await pastTheCode(who, (db) =>
            db.proposalCoauthor.updateMany({ where: { id: coauthor }, data: { state } }),
          );
          if (!['alva', 'bror', 'greta'].includes(who))
            await pastTheCode(who, (db) =>
              db.proposalCoauthor.updateMany({ where: { id: coauthor }, data }),
            );
        }
        if (!['alva', 'bror', 'greta'].includes(who))
          expect((await rowsOf(id))[0]?.state, who).toBe(move.from);
      }
      const tries = await Promise.allSettled(
        (move.by === 'own'
          ? (['alva', 'bror', 'alva'] as const)
          : (['greta', 'greta'] as const)
        ).map(async (who) => moveCoauthor(await as(who), coauthor, name)),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await rowsOf(id))[0]?.state).toBe(move.to);
    },
    60_000,
  );

  it('moves what was asked only by the rows of the table, whoever of the two tries', async () => {
    const hubId = world.hub('nord');
    const self = {
      personId: world.person('greta'),
      organisationId: world.organisation('region-norr'),
    };
    const at = new Date();
    const shaped = (state: (typeof coauthorStates)[number]) => ({
      state,
      answeredAt: ['ACTIVE', 'REMOVED', 'LEFT', 'DECLINED'].includes(state) ? at : null,
      endedAt: ['PENDING', 'ACTIVE', 'DECLINED'].includes(state) ? null : at,
      ...(['ACTIVE', 'REMOVED', 'LEFT'].includes(state)
        ? self
        : { personId: null, organisationId: null }),
    });
    const { id, coauthor: which } = await together('greta', 'PENDING');
    for (const from of coauthorStates) {
      for (const to of coauthorStates) {
        if (from === to) continue;
        for (const [who, by] of [
          ['alva', 'own'],
          ['greta', 'self'],
        ] as const) {
          await world.asSystem((db) =>
            db.proposalCoauthor.updateMany({ where: { id: which }, data: shaped(from) }),
          );
          await pastTheCode(who, (db) =>
            db.proposalCoauthor.updateMany({ where: { hubId, id: which }, data: shaped(to) }),
          );
          const known = coauthorMoves.some(
            (move) => move.from === from && move.to === to && move.by === by,
          );
          const now = (await rowsOf(id))[0]?.state;
          expect(now, `${from} to ${to} by ${who}`).toBe(known ? to : from);
        }
      }
    }
  }, 60_000);

  it('lets somebody come for an organisation of their own alone, by their own address, in time', async () => {
    const { id, coauthor: which } = await together('greta', 'PENDING');
    const at = { state: 'ACTIVE' as const, answeredAt: new Date() };
    const tries = [
      ['greta', 'greta', 'bergs-kommun'],
      ['greta', 'pia', 'region-norr'],
      ['greta', 'pia', 'anhoriga'],
      ['pia', 'pia', 'anhoriga'],
      ['alva', 'greta', 'region-norr'],
      ['alva', 'alva', 'bergs-kommun'],
    ] as const;
    const come = (who: CastName, person: CastName, body: string) =>
      pastTheCode(who, (db) =>
        db.proposalCoauthor.updateMany({
          where: { id: which },
          data: { ...at, personId: world.person(person), organisationId: world.organisation(body) },
        }),
      );
    for (const [who, person, body] of tries) {
      await come(who, person, body);
      expect((await rowsOf(id))[0]?.state, `${who} as ${person} for ${body}`).toBe('PENDING');
    }
    const late = new Date(Date.now() - 31 * 86_400_000);
    await world.asSystem((db) =>
      db.proposalCoauthor.updateMany({ where: { id: which }, data: { invitedAt: late } }),
    );
    expect(await come('greta', 'greta', 'region-norr')).toContain('coauthors_come_for_their_own');
    await expect(moveCoauthor(await as('greta'), which, 'accept')).rejects.toBeInstanceOf(NotFound);
  });

  it('ends what somebody could read with the moment they leave or are taken out', async () => {
    for (const [who, name] of [
      ['alva', 'remove'],
      ['greta', 'leave'],
    ] as const) {
      const { id, coauthor } = await together('greta');
      await moveCoauthor(await as(who), coauthor, name);
      await expect(findOwnProposal(await as('greta'), id)).rejects.toBeInstanceOf(NotFound);
      const gone = saveProposal(await as('greta'), wholeForm(need, { id, revision: 1 }));
      await expect(gone).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('tells of an end which proposal it was about, and of a no not whose it was', async () => {
    await clear();
    const asked = await together('greta', 'PENDING', 'Ett nej');
    await moveCoauthor(await as('greta'), asked.coauthor, 'decline');
    const left = await together('greta', 'ACTIVE', 'Ett slut');
    await moveCoauthor(await as('greta'), left.coauthor, 'leave');
    const gone = await together('greta', 'ACTIVE', 'Ett farväl');
    await moveCoauthor(await as('alva'), gone.coauthor, 'remove');
    const kinds = ['coauthorDeclined', 'coauthorLeft', 'coauthorRemoved'];
    const notices = await world.asSystem((db) =>
      db.notice.findMany({ where: { kind: { in: kinds } }, orderBy: { createdAt: 'asc' } }),
    );
    const said = new Map(notices.map(({ kind, detail }) => [kind, detail]));
    expect(said.get('coauthorDeclined')).toEqual({
      title: 'Ett nej',
      organisation: 'Bergs kommun',
    });
    expect(said.get('coauthorLeft')).toEqual({ title: 'Ett slut', organisation: 'Region Norr' });
    expect(said.get('coauthorRemoved')).toEqual({
      title: 'Ett farväl',
      organisation: 'Bergs kommun',
    });
    const hearers = (await as('greta')).read(
      'notice:read',
      (db) => db.$queryRaw<unknown[]>`select * from author_hearers(${gone.coauthor}::uuid)`,
    );
    expect(await hearers).toEqual([]);
  });

  it('lets nobody judge what their own body has written', async () => {
    const { id } = await together('greta');
    await carryOut.submit(await as('alva'), id);
    const membership = {
      personId: world.person('hedda'),
      organisationId: world.organisation('region-norr'),
      role: 'STAFF' as const,
    };
    await world.asSystem((db) => db.membership.create({ data: membership }));
    const hedda = await as('hedda');
    expect((await findReview(hedda, id)).ownBody).toBe(true);
    await expect(carryOut.begin(hedda, id)).rejects.toMatchObject({
      code: 'innovation.refusals.ownBody',
    });
    await pastTheCode('hedda', (db) =>
      db.proposal.updateMany({
        where: { id },
        data: { state: 'IN_REVIEW', assessorId: world.person('hedda'), clockFrom: new Date() },
      }),
    );
    expect(await stateOf(world, id)).toBe('SUBMITTED');
    const { role: _role, ...where } = membership;
    await world.asSystem((db) => db.membership.deleteMany({ where }));
    await carryOut.begin(hedda, id);
  });
});

describe('An invitation that nobody answers', () => {
  it('lapses after thirty days, once, and is answered no more', async () => {
    const { id, coauthor } = await together('greta', 'PENDING');
    const sent = (await rowsOf(id))[0]?.invitedAt.getTime() ?? 0;
    const day = 86_400_000;
    stopClock(Temporal.Instant.fromEpochMilliseconds(sent + 30 * day - 60_000));
    await mindProposals();
    expect((await rowsOf(id))[0]?.state).toBe('PENDING');
    stopClock(Temporal.Instant.fromEpochMilliseconds(sent + 30 * day + 60_000));
    await Promise.all([mindProposals(), mindProposals()]);
    expect((await rowsOf(id))[0]?.state).toBe('EXPIRED');
    const lapsed = await world.asSystem((db) =>
      db.auditEvent.count({ where: { objectId: id, kind: 'coauthorLapsed' } }),
    );
    expect(lapsed).toBe(1);
    stopClock(null);
    const late = moveCoauthor(await as('greta'), coauthor, 'accept');
    await expect(late).rejects.toBeInstanceOf(NotFound);
  });
});
