import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findNeed } from '#lib/needs/own.ts';
import { stopClock } from '#lib/platform/clock.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { enterHouse } from '#lib/platform/scope.ts';
import { saveProposal } from '#lib/proposals/drafts.ts';
import { mindProposals } from '#lib/proposals/minding.ts';
import { findOwnProposal, findShownProposal } from '#lib/proposals/reads.ts';
import { findReview, listReviews } from '#lib/proposals/reviews.ts';
import {
  answerQuestion,
  decideProposal,
  discardProposal,
  undoDecision,
} from '#lib/proposals/writes.ts';
import type { CastName } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import {
  carryOut,
  decisions,
  makeNeed,
  makeProposal,
  stateOf,
  wholeForm,
} from './innovation-bodies.ts';

let world: World;
let need: string;
beforeAll(async () => {
  world = await makeWorld(20);
  need = await makeNeed(world);
});
afterAll(() => world.close());
afterEach(async () => {
  stopClock(null);
  await world.asSystem(async (db) => {
    await db.notice.deleteMany({});
    await db.mail.deleteMany({});
  });
});

const at = (moment: string) => stopClock(Temporal.Instant.from(moment));
const as = (who: CastName) => world.enter(who);
const told = async (kind: string, id = '') =>
  (await world.asSystem((db) => db.notice.findMany({ where: { kind, path: { endsWith: id } } })))
    .map(({ personId }) => personId)
    .sort();
const ids = (...who: CastName[]) => who.map((one) => world.person(one)).sort();
const letters = async () =>
  (await world.asSystem((db) => db.mail.findMany({ orderBy: { recipient: 'asc' } }))).map(
    ({ recipient, text }) => ({ recipient, text }),
  );
const count = (kind: string, objectId: string) =>
  world.asSystem((db) => db.auditEvent.count({ where: { kind, objectId } }));
const saidIn = (story: { said?: { words: string } | undefined }[]) =>
  story.flatMap(({ said }) => said?.words ?? []);

describe('A question', () => {
  it('and its answer are kept, all of them, and read by both sides alone', async () => {
    const id = await makeProposal(world, 'NEEDS_INFO', { need, visibility: 'OPEN' });
    await carryOut.answer(await as('alva'), id);
    await carryOut.ask(await as('hedda'), id);
    await carryOut.answer(await as('bror'), id);
    const all = ['Vem betalar driften?', 'Kommunen betalar.'];
    const own = await findOwnProposal(await as('bror'), id);
    expect(saidIn(own.story)).toEqual([...all, ...all]);
    for (const who of ['hedda', 'judit'] as const) {
      expect(saidIn((await findReview(await as(who), id)).proposal.story)).toHaveLength(4);
    }
    for (const who of ['egil', 'cleo', 'frej', 'greta'] as const) {
      const scope = await as(who);
      expect(saidIn((await findShownProposal(scope, id)).story), who).toEqual([]);
      expect(await scope.read('notice:read', (db) => db.proposalWord.count()), who).toBe(0);
    }
  });

  it('is told to the proposers here and by mail, and its answer to who asked', async () => {
    const id = await makeProposal(world, 'NEEDS_INFO', { need });
    expect(await told('proposalAsked')).toEqual(ids('alva', 'bror'));
    const sent = await letters();
    expect(sent.map(({ recipient }) => recipient)).toEqual([
      'alva@nord.example',
      'bror@nord.example',
    ]);
    expect(sent[0]?.text).toContain('Vem betalar driften?');
    await carryOut.answer(await as('alva'), id);
    expect(await told('proposalAnswered')).toEqual(ids('hedda'));
  });

  it('stops the clock of the review until it is answered', async () => {
    at('2026-03-02T08:00:00Z');
    const id = await makeProposal(world, 'IN_REVIEW', { need });
    // Over the change to summer time: three times twenty-four hours all the same.
    const days = async () => {
      const { waiting, resting } = await listReviews(await as('hedda'));
      return [...waiting, ...resting].find((one) => one.id === id)?.days;
    };
    at('2026-03-05T07:59:00Z');
    expect(await days()).toBe(2);
    at('2026-03-05T08:00:00Z');
    await carryOut.ask(await as('hedda'), id);
    at('2026-04-20T08:00:00Z');
    expect(await days()).toBe(3);
    await carryOut.answer(await as('alva'), id);
    at('2026-04-22T08:00:00Z');
    expect(await days()).toBe(5);
  });

  it('without words is none, nor is an answer', async () => {
    const id = await makeProposal(world, 'NEEDS_INFO', { need });
    await expect(answerQuestion(await as('alva'), id, ' \n')).rejects.toMatchObject({
      fields: { answer: 'innovation.refusals.wordsMissing.answer' },
    });
    expect(await stateOf(world, id)).toBe('NEEDS_INFO');
  });
});

describe('What is parked', () => {
  it('needs a day to come', async () => {
    at('2026-05-01T22:30:00Z');
    const id = await makeProposal(world, 'IN_REVIEW', { need });
    // In Stockholm it is the second already.
    for (const reviewOn of ['', '2026-05-01', '2026-05-02']) {
      const parked = decideProposal(await as('hedda'), id, { ...decisions.park, reviewOn });
      await expect(parked).rejects.toMatchObject({
        fields: { reviewOn: 'innovation.refusals.reviewOnMissing' },
      });
    }
    await decideProposal(await as('hedda'), id, { ...decisions.park, reviewOn: '2026-05-03' });
    expect(await stateOf(world, id)).toBe('PARKED');
    expect(await told('proposalParked')).toEqual(ids('alva', 'bror'));
    expect((await letters())[0]?.text).toContain('3 maj 2026');
  });

  it('comes back at midnight of the hub, once though many jobs run, and both sides are told', async () => {
    at('2026-05-01T08:00:00Z');
    const id = await makeProposal(world, 'IN_REVIEW', { need });
    await decideProposal(await as('hedda'), id, { ...decisions.park, reviewOn: '2026-05-03' });
    at('2026-05-02T21:59:59Z');
    await mindProposals();
    expect(await stateOf(world, id)).toBe('PARKED');
    at('2026-05-02T22:00:00Z');
    await Promise.all(Array.from({ length: 6 }, () => mindProposals()));
    expect(await stateOf(world, id)).toBe('IN_REVIEW');
    expect(await count('proposalDue', id)).toBe(1);
    expect(await told('proposalResumed', id)).toEqual(ids('alva', 'bror'));
    expect(await told('proposalDue', id)).toEqual(ids('hedda'));
    await mindProposals();
    expect(await count('proposalDue', id)).toBe(1);
  });
});

describe('What is called off', () => {
  it('lets go of its needs, keeps its links, and says why to the hub', async () => {
    const lone = await makeNeed(world, { title: 'Ensamt behov' });
    const id = await makeProposal(world, 'NEEDS_INFO', { need: lone });
    const needState = async () => (await findNeed(await as('alva'), lone)).state;
    expect(await needState()).toBe('LINKED');
    await carryOut.callOff(await as('bror'), id);
    expect(await needState()).toBe('OPEN');
    const { proposal } = await findReview(await as('hedda'), id);
    expect(proposal.needs.map((one) => one.id)).toEqual([lone]);
    expect(saidIn(proposal.story).at(-1)).toBe('Vi gör det själva.');
    expect(await told('proposalCalledOff')).toEqual(ids('hedda'));
  });

  it('is not a draft: that is thrown away, by members of its own body alone', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need });
    const refused = discardProposal(await as('alva'), id);
    await expect(refused).rejects.toMatchObject({ code: 'innovation.refusals.inState.SUBMITTED' });
    await carryOut.withdraw(await as('alva'), id);
    for (const who of ['cleo', 'greta', 'hedda', 'judit', 'kari'] as const) {
      await expect(discardProposal(await as(who), id), who).rejects.toBeInstanceOf(NotFound);
    }
    await discardProposal(await as('alva'), id);
    expect(await stateOf(world, id)).toBe(undefined);
    const links = await world.asSystem((db) =>
      db.proposalNeed.count({ where: { proposalId: id } }),
    );
    expect(links).toBe(0);
  });
});

describe('An appeal', () => {
  it('is made once in a life, waits in the queue, and is answered by judging again', async () => {
    const id = await makeProposal(world, 'DECLINED', { need });
    const [bror, hedda] = [await as('bror'), await as('hedda')];
    const early = carryOut.reopen(hedda, id);
    await expect(early).rejects.toMatchObject({ code: 'innovation.refusals.noAppeal' });
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => carryOut.appeal(bror, id)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of tries) {
      if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(Refusal);
    }
    expect(await told('proposalAppealed')).toEqual(ids('hedda'));
    const { waiting } = await listReviews(hedda);
    expect(waiting.map((one) => one.id)).toContain(id);
    await carryOut.reopen(hedda, id);
    await carryOut.decline(hedda, id);
    await expect(carryOut.appeal(bror, id)).rejects.toMatchObject({
      code: 'innovation.refusals.appealedBefore',
    });
    await expect(carryOut.reopen(hedda, id)).rejects.toBeInstanceOf(Refusal);
    expect(await stateOf(world, id)).toBe('DECLINED');
  });
});

describe('Undoing', () => {
  it('is for who decided and who runs the hub, with a reason, and the log shows both', async () => {
    const nord = world.hub('nord');
    const role = { hubId: nord, personId: world.person('lars'), role: 'ASSESSOR' as const };
    await world.asSystem((db) => db.hubRole.create({ data: role }));
    const other = await enterHouse(world.session('lars'), 'nord');
    const id = await makeProposal(world, 'ACCEPTED', { need });
    await expect(carryOut.undo(other, id)).rejects.toMatchObject({
      code: 'innovation.refusals.notDecider',
    });
    await expect(undoDecision(await as('hedda'), id, ' ')).rejects.toMatchObject({
      fields: { undo: 'innovation.refusals.wordsMissing.undo' },
    });
    await carryOut.undo(await as('judit'), id);
    await world.asSystem((db) => db.hubRole.deleteMany({ where: role }));
    const { story, ...proposal } = await findOwnProposal(await as('alva'), id);
    expect(proposal).toMatchObject({ state: 'IN_REVIEW', decidedAt: null, nextStep: null });
    expect(story.map(({ kind }) => kind).slice(-2)).toEqual(['proposalAccepted', 'proposalUndone']);
    expect(saidIn(story)).toEqual(['Bra tänkt.', 'Fel förslag.']);
    expect(await told('proposalUndone')).toEqual(ids('alva', 'bror'));
    expect((await letters()).at(-1)?.text).toContain('Fel förslag.');
  });

  it('is not for who runs the hub and belongs to the proposing body', async () => {
    const id = await makeProposal(world, 'DECLINED', { need });
    const own = {
      personId: world.person('judit'),
      organisationId: world.organisation('bergs-kommun'),
    };
    await world.asSystem((db) => db.membership.create({ data: { ...own, role: 'STAFF' } }));
    await expect(carryOut.undo(await as('judit'), id)).rejects.toMatchObject({
      code: 'innovation.refusals.ownBody',
    });
    await world.asSystem((db) => db.membership.deleteMany({ where: own }));
  });
});

describe('The versions', () => {
  const numbers = (proposal: { versions: { number: string }[] }) =>
    proposal.versions.map(({ number }) => number);
  const change = async (id: string, by: CastName, changed: object) => {
    const { revision } = await findOwnProposal(await as(by), id);
    return saveProposal(await as(by), wholeForm(need, { ...changed, id, revision }));
  };

  it('are frozen at each sending, and one more with an answer that changes the text', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need });
    await carryOut.withdraw(await as('alva'), id);
    await change(id, 'alva', { title: 'En nyckel till' });
    await carryOut.submit(await as('alva'), id);
    await carryOut.begin(await as('hedda'), id);
    await carryOut.ask(await as('hedda'), id);
    await carryOut.answer(await as('alva'), id);
    expect(numbers(await findOwnProposal(await as('alva'), id))).toEqual(['2.0', '1.0']);
    await carryOut.ask(await as('hedda'), id);
    const other = await makeNeed(world, { title: 'Ett behov till' });
    await change(id, 'bror', { title: 'En nyckel mindre', needs: [need, other], benefit: 'Lugn.' });
    // Until it is sent nobody else reads it, and the hub not either.
    const waiting = (await findReview(await as('hedda'), id)).proposal;
    expect(waiting).toMatchObject({ title: 'En nyckel till', benefit: 'Tid.', open: null });
    expect(numbers(waiting)).toEqual(['2.0', '1.0']);
    expect((await findShownProposal(await as('frej'), id)).title).toBe('En nyckel till');
    expect((await findOwnProposal(await as('alva'), id)).open?.benefit).toBe('Lugn.');
    await carryOut.answer(await as('alva'), id);
    const { proposal } = await findReview(await as('hedda'), id);
    expect(numbers(proposal)).toEqual(['2.1', '2.0', '1.0']);
    expect(proposal.versions.map(({ content }) => content.title)).toEqual([
      'En nyckel mindre',
      'En nyckel till',
      'En nyckel mindre',
    ]);
    expect(proposal).toMatchObject({ title: 'En nyckel mindre', benefit: 'Lugn.' });
    expect(proposal.needs.map((one) => one.id).sort()).toEqual([need, other].sort());
    expect((await findNeed(await as('alva'), other)).state).toBe('LINKED');
  });

  it('are none when a change was changed back', async () => {
    const id = await makeProposal(world, 'NEEDS_INFO', { need });
    await change(id, 'alva', { title: 'Hellre så' });
    await change(id, 'bror', {});
    await carryOut.answer(await as('alva'), id);
    expect(numbers(await findOwnProposal(await as('alva'), id))).toEqual(['1.0']);
  });

  it('go with an answer only when nothing is missing', async () => {
    const id = await makeProposal(world, 'NEEDS_INFO', { need });
    await change(id, 'alva', { firstStep: '' });
    await expect(carryOut.answer(await as('alva'), id)).rejects.toMatchObject({
      fields: { firstStep: 'innovation.missing.firstStep' },
    });
    expect((await findOwnProposal(await as('alva'), id)).open?.firstStep).toBe('');
    expect(await stateOf(world, id)).toBe('NEEDS_INFO');
  });

  it('show a colleague who was late what the other wrote', async () => {
    const id = await makeProposal(world, 'NEEDS_INFO', { need });
    const { revision } = await findOwnProposal(await as('alva'), id);
    await change(id, 'bror', { title: 'Brors' });
    const late = saveProposal(await as('alva'), wholeForm(need, { id, revision, title: 'Alvas' }));
    await expect(late).rejects.toMatchObject({
      code: 'innovation.refusals.stale',
      detail: { newer: { title: 'Brors' }, revision: revision + 1 },
    });
  });

  it('cannot be changed once sent, nor read by anyone but the two sides', async () => {
    const id = await makeProposal(world, 'NEEDS_INFO', { need, visibility: 'OPEN' });
    await change(id, 'alva', { title: 'Inte än' });
    const rewritten = (await as('alva')).write('notice:read', async (db, deed) => {
      deed.record('tried', 'proposal', id);
      await db.proposalVersion.updateMany({
        where: { proposalId: id, sentAt: { not: null } },
        data: { content: {}, byId: world.person('alva') },
      });
    });
    await expect(rewritten).rejects.toThrow('keeps its words');
    const seen = async (who: CastName) => {
      const scope = await as(who);
      const where = { proposalId: id };
      return scope.read('notice:read', (db) => db.proposalVersion.count({ where }));
    };
    expect(await seen('bror')).toBe(2);
    for (const who of ['hedda', 'judit'] as const) expect(await seen(who), who).toBe(1);
    for (const who of ['egil', 'cleo', 'frej', 'greta', 'kari', 'ivar', 'siri'] as const) {
      expect(await seen(who), who).toBe(0);
      const shown = await (await as(who)).read('notice:read', (db) => db.proposalWord.count());
      expect(shown, who).toBe(0);
    }
  });
});
