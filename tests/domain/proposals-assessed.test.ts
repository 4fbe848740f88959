import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { assessProposal } from '#lib/proposals/assessing.ts';
import {
  type Assessment,
  assessmentForm,
  criteria,
  mostOfComment,
} from '#lib/proposals/assessment.ts';
import { findOwnProposal, findShownProposal } from '#lib/proposals/reads.ts';
import { findReview } from '#lib/proposals/reviews.ts';
import { demoAssessments } from '#prisma/seed/assessments.ts';
import { demoProposals } from '#prisma/seed/proposals.ts';
import { type CastName, cast } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { carryOut, makeNeed, makeProposal, stateOf, wholeAssessment } from './innovation-bodies.ts';

let world: World;
let need: string;
const as = (who: CastName) => world.enter(who);
const everyone = (Object.keys(cast) as CastName[]).filter((who) => !['nils', 'olga'].includes(who));
const decide = ['accept', 'decline', 'park'] as const;

beforeAll(async () => {
  world = await makeWorld(12);
  need = await makeNeed(world);
});
afterAll(() => world.close());

const reviewed = (change: object = {}) =>
  makeProposal(world, 'IN_REVIEW', { need, assessed: false, visibility: 'OPEN', ...change });
const whole = (change: Partial<Assessment> = {}) =>
  wholeAssessment([world.organisation('rivalen')], change);
const send = async (id: string, content = whole(), revision = 0, who: CastName = 'hedda') =>
  assessProposal(await as(who), id, { intent: 'send', revision, content });
const save = async (id: string, content: Assessment, revision = 0, who: CastName = 'hedda') =>
  assessProposal(await as(who), id, { intent: 'save', revision, content });
const rowsOf = (id: string) =>
  world.asSystem((db) =>
    db.proposalAssessment.findMany({ where: { proposalId: id }, orderBy: { number: 'asc' } }),
  );

async function pastTheCode(
  who: CastName,
  id: string,
  change: (db: Parameters<Parameters<Scope['write']>[1]>[0]) => Promise<unknown>,
) {
  const tried = (await as(who)).write('notice:read', async (db, deed) => {
    deed.record('tried', 'proposal', id);
    return change(db);
  });
  return tried.catch((error) => String(error));
}

describe('A decision', () => {
  it.each(decide)('to %s needs an assessment that was sent', async (move) => {
    const id = await reviewed();
    const hedda = await as('hedda');
    const refused = { code: 'innovation.refusals.notAssessed' };
    await expect(carryOut[move](hedda, id)).rejects.toMatchObject(refused);
    await save(id, whole());
    await expect(carryOut[move](hedda, id)).rejects.toMatchObject(refused);
    await send(id, whole(), 1);
    await carryOut[move](hedda, id);
    expect(await stateOf(world, id)).not.toBe('IN_REVIEW');
  });

  it('needs one of this round: after an answer the same does, after resting, an appeal or undoing not', async () => {
    const id = await reviewed();
    const [alva, bror, hedda] = [await as('alva'), await as('bror'), await as('hedda')];
    await send(id);
    await carryOut.ask(hedda, id);
    await carryOut.answer(alva, id);
    await carryOut.park(hedda, id);
    const again = async () => {
      expect((await findReview(hedda, id)).assessed).toBe(false);
      await expect(carryOut.decline(hedda, id)).rejects.toMatchObject({
        code: 'innovation.refusals.notAssessed',
      });
      await send(id);
      expect((await findReview(hedda, id)).assessed).toBe(true);
      await carryOut.decline(hedda, id);
    };
    await carryOut.resume(hedda, id);
    await again();
    await carryOut.appeal(bror, id);
    await carryOut.reopen(hedda, id);
    await again();
    await carryOut.undo(hedda, id);
    await again();
    expect((await rowsOf(id)).map(({ number, round }) => [number, round])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
  });

  it('is not made without one past the code either, nor is the round turned back', async () => {
    const id = await reviewed();
    const data = {
      ...{ state: 'DECLINED' as const, decidedAt: new Date(), decisionReason: 'nej' },
      ...{ assessorId: world.person('hedda'), clockFrom: null },
    };
    const decided = () =>
      pastTheCode('hedda', id, (db) => db.proposal.updateMany({ where: { id }, data }));
    expect(await decided()).toContain('decided_when_assessed');
    await send(id);
    await carryOut.park(await as('hedda'), id);
    await carryOut.resume(await as('hedda'), id);
    await pastTheCode('hedda', id, (db) =>
      db.proposal.updateMany({ where: { id }, data: { round: 1 } }),
    );
    expect(await decided()).toContain('decided_when_assessed');
  });
});

describe('An assessment', () => {
  it('is sent when it is whole, and says by field what is missing', async () => {
    const id = await reviewed();
    const empty = assessmentForm.parse({ revision: 0 }).content;
    await save(id, empty);
    const refused = await send(id, empty, 1).catch((error) => error);
    expect(Object.keys(refused.fields).sort()).toEqual(
      ['assessed', 'bodies', 'maturity', ...criteria.map((name) => `answer_${name}`)].sort(),
    );
    const bare = whole({
      criteria: { ...whole().criteria, owner: { answer: 'PARTIALLY', comment: '' } },
    });
    await expect(send(id, bare, 1)).rejects.toMatchObject({
      fields: { comment_owner: 'innovation.assessment.missing.comments.owner' },
    });
    expect((await rowsOf(id)).map(({ sentAt }) => sentAt)).toEqual([null]);
    await send(id, whole(), 1);
    expect((await findReview(await as('hedda'), id)).proposal.assessments).toMatchObject([
      { ...whole(), number: 1, round: 1, suggested: ['Rivalen AB'] },
    ]);
  });

  it('suggests others that take part at the hub, and no comment is longer than 200 characters', async () => {
    const id = await reviewed();
    for (const body of ['bergs-kommun', 'folldal', 'nykomling']) {
      await expect(
        send(id, whole({ bodies: [world.organisation(body)] })),
        body,
      ).rejects.toMatchObject({ fields: { bodies: 'innovation.assessment.missing.bodies' } });
    }
    const typed = (comment: string) =>
      assessmentForm.safeParse({ revision: 0, comment_need: comment }).success;
    expect(typed('x'.repeat(mostOfComment))).toBe(true);
    expect(typed('x'.repeat(mostOfComment + 1))).toBe(false);
    expect(await rowsOf(id)).toHaveLength(0);
  });

  it('is one draft for all who assess: whoever is late hears so, and sent it never changes', async () => {
    const id = await reviewed();
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => save(id, whole())));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of tries) {
      if (each.status === 'rejected') {
        expect(each.reason).toMatchObject({ code: 'innovation.assessment.stale' });
      }
    }
    await send(id, whole({ summary: 'Först.' }), 1);
    await send(id, whole({ summary: 'Sedan.' }));
    const before = await rowsOf(id);
    expect(before.map(({ summary }) => summary)).toEqual(['Först.', 'Sedan.']);
    const rewritten = await pastTheCode('hedda', id, (db) =>
      db.proposalAssessment.updateMany({
        where: { proposalId: id },
        data: { summary: 'Annat.', byId: world.person('hedda') },
      }),
    );
    expect(rewritten).toContain('keeps its words');
    const removed = await pastTheCode('hedda', id, (db) =>
      db.proposalAssessment.deleteMany({ where: { proposalId: id } }),
    );
    expect(removed).toContain('permission denied');
    expect(await rowsOf(id)).toEqual(before);
  });

  it('is written by assessors of other bodies alone, while it is reviewed', async () => {
    const id = await reviewed();
    for (const who of everyone) {
      if (who === 'hedda') continue;
      await expect(send(id, whole(), 0, who), who).rejects.toBeInstanceOf(NotFound);
      const data = {
        ...{ hubId: world.hub('nord'), proposalId: id, number: 1, round: 1 },
        byId: world.person(who),
      };
      const fault = await pastTheCode(who, id, (db) => db.proposalAssessment.createMany({ data }));
      expect(String(fault), who).toContain('row-level security');
    }
    const own = {
      personId: world.person('hedda'),
      organisationId: world.organisation('bergs-kommun'),
    };
    await world.asSystem((db) => db.membership.create({ data: { ...own, role: 'STAFF' } }));
    await expect(send(id)).rejects.toMatchObject({ code: 'innovation.refusals.ownBody' });
    await world.asSystem((db) => db.membership.deleteMany({ where: own }));
    for (const state of ['SUBMITTED', 'NEEDS_INFO', 'ACCEPTED', 'WITHDRAWN'] as const) {
      const other = await makeProposal(world, state, { need });
      await expect(send(other), state).rejects.toBeInstanceOf(Refusal);
    }
  });

  it('is past the code not half, not of another round and not with unknown words', async () => {
    const id = await reviewed();
    const good = {
      ...{ hubId: world.hub('nord'), proposalId: id, number: 1, round: 1 },
      ...{ maturity: 'IDEA', summary: 'Ja.', criteria: whole().criteria, sentAt: new Date() },
      ...{ bodies: [world.organisation('rivalen')], byId: world.person('hedda') },
    };
    const long = { ...whole().criteria, need: { answer: 'YES', comment: 'x'.repeat(201) } };
    const { owner: _owner, ...six } = whole().criteria;
    const bad: [object, string][] = [
      [{ maturity: null }, 'what_is_sent_is_whole'],
      [{ maturity: 'READY' }, 'maturity_has_five_levels'],
      [{ summary: ' ' }, 'what_is_sent_is_whole'],
      [{ bodies: [] }, 'what_is_sent_is_whole'],
      [{ bodies: [world.organisation('folldal')] }, 'bodies_of_the_hub'],
      [{ criteria: six }, 'what_is_sent_is_whole'],
      [{ criteria: long }, 'criteria_are_known'],
      [{ criteria: { ...six, price: { answer: 'YES' } } }, 'criteria_are_known'],
      [{ round: 2 }, 'assessed_in_review'],
    ];
    for (const [change, constraint] of bad) {
      const data = { ...good, ...change };
      const fault = await pastTheCode('hedda', id, (db) =>
        db.proposalAssessment.createMany({ data }),
      );
      expect(String(fault), JSON.stringify(change)).toContain(constraint);
    }
    await pastTheCode('hedda', id, (db) => db.proposalAssessment.createMany({ data: good }));
    expect(await rowsOf(id)).toHaveLength(1);
  });
});

describe('What was assessed', () => {
  const seenBy = async (who: CastName, id: string) => {
    const scope = await as(who);
    return scope.read('notice:read', (db) =>
      db.proposalAssessment.count({ where: { proposalId: id } }),
    );
  };

  it('is read by the hub, by the proposers with the decision and not before, by nobody else', async () => {
    const id = await reviewed();
    await send(id);
    await save(id, whole({ summary: 'Nästa.' }));
    const others = everyone.filter((who) => !['alva', 'bror', 'hedda', 'judit'].includes(who));
    expect(await seenBy('hedda', id)).toBe(2);
    expect(await seenBy('judit', id)).toBe(1);
    for (const who of ['alva', 'bror', ...others] as const)
      expect(await seenBy(who, id), who).toBe(0);
    expect((await findOwnProposal(await as('alva'), id)).assessments).toEqual([]);
    await carryOut.decline(await as('hedda'), id);
    expect((await findOwnProposal(await as('alva'), id)).assessments).toMatchObject([
      { summary: 'Väl genomtänkt.', suggested: ['Rivalen AB'] },
    ]);
    expect(await seenBy('bror', id)).toBe(1);
    for (const who of others) expect(await seenBy(who, id), who).toBe(0);
    expect((await findShownProposal(await as('egil'), id)).assessments).toEqual([]);
    await carryOut.undo(await as('judit'), id);
    expect(await seenBy('alva', id)).toBe(0);
  });

  it('is not read in the house by a colleague of the proposers before the decision', async () => {
    const id = await reviewed();
    await send(id);
    const own = {
      personId: world.person('judit'),
      organisationId: world.organisation('bergs-kommun'),
    };
    await world.asSystem((db) => db.membership.create({ data: { ...own, role: 'STAFF' } }));
    expect(await seenBy('judit', id)).toBe(0);
    await carryOut.decline(await as('hedda'), id);
    expect(await seenBy('judit', id)).toBe(1);
    await world.asSystem((db) => db.membership.deleteMany({ where: own }));
  });

  it('every decided proposal of the seeded hubs has one', () => {
    const decided = demoProposals.filter(({ decision }) => decision).map(({ key }) => key);
    expect(demoAssessments.map(({ proposal }) => proposal).sort()).toEqual(decided.sort());
  });
});
