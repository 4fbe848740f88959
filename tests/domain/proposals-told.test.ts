import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listNotices } from '#lib/notices/reads.ts';
import { markNoticesRead } from '#lib/notices/writes.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { beginReview, decideProposal } from '#lib/proposals/writes.ts';
import type { CastName } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { carryOut, decisions, makeNeed, makeProposal, stateOf } from './innovation-bodies.ts';

let world: World;
let need: string;
beforeAll(async () => {
  world = await makeWorld(20);
  need = await makeNeed(world);
});
afterAll(() => world.close());
afterEach(() =>
  world.asSystem(async (db) => {
    await db.notice.deleteMany({});
    await db.mail.deleteMany({});
  }),
);

const notices = (kind: string) =>
  world.asSystem((db) => db.notice.findMany({ where: { kind }, orderBy: { personId: 'asc' } }));
const letters = () => world.asSystem((db) => db.mail.findMany({ orderBy: { recipient: 'asc' } }));
const ids = (...who: CastName[]) => who.map((one) => world.person(one)).sort();

describe('A decision', () => {
  it('is told to the author and the admins, in the portal and by mail, each once', async () => {
    const id = await makeProposal(world, 'IN_REVIEW', { need });
    await carryOut.accept(await world.enter('hedda'), id);
    const told = await notices('proposalAccepted');
    expect(told.map(({ personId }) => personId).sort()).toEqual(ids('alva', 'bror'));
    expect(told[0]?.path).toBe(`/nord/bergs-kommun/proposals/${id}`);
    const sent = await letters();
    expect(sent.map(({ recipient }) => recipient)).toEqual([
      'alva@nord.example',
      'bror@nord.example',
    ]);
    expect(sent[0]?.subject).toBe('Ert förslag är antaget: En nyckel mindre');
    for (const part of ['Bra tänkt.', 'Bilda projekt.', `/sv/nord/bergs-kommun/proposals/${id}`]) {
      expect(sent[0]?.text).toContain(part);
    }
  });

  it('is told once to an author who is admin, and in the language of each', async () => {
    const inEnglish = { where: { id: world.person('disa') }, data: { locale: 'en' } };
    await world.asSystem((db) => db.person.update(inEnglish));
    const id = await makeProposal(world, 'IN_REVIEW', { by: 'disa', need });
    await carryOut.decline(await world.enter('hedda'), id);
    expect((await notices('proposalDeclined')).map(({ personId }) => personId)).toEqual(
      ids('disa'),
    );
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('An answer to your proposal: En nyckel mindre');
    expect(letter?.text).toContain(`/en/nord/fjallvard/proposals/${id}`);
    expect(letter?.text).not.toContain('Next step');
  });

  it('is not told to whoever has left', async () => {
    const id = await makeProposal(world, 'IN_REVIEW', { by: 'cleo', need });
    const gone = { where: { id: world.person('disa') } };
    await world.asSystem((db) => db.person.update({ ...gone, data: { withdrawnAt: new Date() } }));
    await carryOut.decline(await world.enter('hedda'), id);
    await world.asSystem((db) => db.person.update({ ...gone, data: { withdrawnAt: null } }));
    expect((await letters()).map(({ recipient }) => recipient)).toEqual(['cleo@nord.example']);
  });

  it('of twenty at once exactly one is made, and told once', async () => {
    const id = await makeProposal(world, 'IN_REVIEW', { need });
    await world.asSystem((db) => db.notice.deleteMany({}));
    const hedda = await world.enter('hedda');
    const tries = Array.from({ length: 20 }, (_, n) =>
      decideProposal(hedda, id, n % 2 ? decisions.accept : decisions.decline),
    );
    const results = await Promise.allSettled(tries);
    const failures = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(failures).toHaveLength(19);
    const state = await stateOf(world, id);
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(Refusal);
      expect(failure.code).toBe(`innovation.refusals.inState.${state}`);
    }
    expect(await letters()).toHaveLength(2);
    expect(await world.asSystem((db) => db.notice.count())).toBe(2);
    const decided = { kind: { in: ['proposalAccepted', 'proposalDeclined'] }, objectId: id };
    expect(await world.asSystem((db) => db.auditEvent.count({ where: decided }))).toBe(1);
  });

  it('taking back and beginning the review at one instant: one of the two', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await makeProposal(world, 'SUBMITTED', { need });
      const [alva, hedda] = [await world.enter('alva'), await world.enter('hedda')];
      const results = await Promise.allSettled([
        carryOut.withdraw(alva, id),
        beginReview(hedda, id),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const expected = results[0]?.status === 'fulfilled' ? 'DRAFT' : 'IN_REVIEW';
      expect(await stateOf(world, id)).toBe(expected);
    }
  });
});

describe('A proposal that is sent or taken back', () => {
  it('is told to the assessors who may review it', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need });
    const [told, ...more] = await notices('proposalSubmitted');
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      personId: world.person('hedda'),
      path: `/nord/house/reviews/${id}`,
      detail: { title: 'En nyckel mindre', organisation: 'Bergs kommun' },
    });
    await carryOut.withdraw(await world.enter('alva'), id);
    expect(await notices('proposalWithdrawn')).toMatchObject([{ path: '/nord/house/reviews' }]);
    expect(await letters()).toEqual([]);
  });

  it('is told to those who run the hub when every assessor belongs to the body', async () => {
    const own = {
      personId: world.person('hedda'),
      organisationId: world.organisation('bergs-kommun'),
    };
    await world.asSystem((db) => db.membership.create({ data: { ...own, role: 'STAFF' } }));
    await makeProposal(world, 'SUBMITTED', { need });
    await world.asSystem((db) => db.membership.deleteMany({ where: own }));
    expect(await notices('proposalSubmitted')).toEqual([]);
    expect(await notices('nobodyCanReview')).toMatchObject([{ personId: world.person('judit') }]);
  });
});

describe('Notices', () => {
  it('are seen by the person alone, and reading marks nothing', async () => {
    const id = await makeProposal(world, 'IN_REVIEW', { need });
    await carryOut.decline(await world.enter('hedda'), id);
    const alva = await world.enter('alva');
    expect(alva.unread).toBe(1);
    expect(await listNotices(alva)).toMatchObject([{ kind: 'proposalDeclined', readAt: null }]);
    expect(await listNotices(alva)).toMatchObject([{ readAt: null }]);
    for (const who of ['cleo', 'judit', 'kari', 'frej'] as const) {
      expect(await listNotices(await world.enter(who))).toEqual([]);
    }
  });

  it('are marked up to the newest that was shown, one’s own alone', async () => {
    const first = await makeProposal(world, 'IN_REVIEW', { need });
    await carryOut.decline(await world.enter('hedda'), first);
    const alva = await world.enter('alva');
    const shown = (await listNotices(alva))[0]?.createdAt.toISOString() ?? '';
    await new Promise((done) => setTimeout(done, 5));
    const second = await makeProposal(world, 'IN_REVIEW', { need });
    await carryOut.accept(await world.enter('hedda'), second);
    expect(await markNoticesRead(alva, shown)).toBe(1);
    expect((await world.enter('alva')).unread).toBe(1);
    expect((await world.enter('bror')).unread).toBe(2);
    const read = (await listNotices(alva)).map(({ kind, readAt }) => [kind, readAt !== null]);
    expect(read).toEqual([
      ['proposalAccepted', false],
      ['proposalDeclined', true],
    ]);
  });

  it('cannot be planted at another hub', async () => {
    const kari = await world.enter('kari');
    const plant = kari.write('notice:read', async (db, deed) => {
      deed.record('tried', 'notice', crypto.randomUUID());
      const row = { kind: 'other', detail: {}, path: '/', personId: world.person('alva') };
      await db.notice.createMany({ data: [{ ...row, hubId: world.hub('nord') }] });
    });
    await expect(plant).rejects.toThrow();
  });
});

describe('Nobody decides', () => {
  it('as host, hub admin, or at another hub', async () => {
    const id = await makeProposal(world, 'IN_REVIEW', { need });
    for (const who of ['ivar', 'judit', 'lars'] as const) {
      const scope = await world.enter(who);
      await expect(decideProposal(scope, id, decisions.accept)).rejects.toBeInstanceOf(NotFound);
    }
    expect(await letters()).toEqual([]);
  });
});
