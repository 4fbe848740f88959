import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import {
  acceptAmendment,
  amendableStates,
  proposeAmendment,
  raiseAmendment,
  rejectAmendment,
  withdrawAmendment,
} from '#lib/proposals/amending.ts';
import type { Sections } from '#lib/proposals/amendments.ts';
import { saveProposal } from '#lib/proposals/drafts.ts';
import { endorseProposal } from '#lib/proposals/endorsing.ts';
import { proposalStates } from '#lib/proposals/moves.ts';
import { findOwnProposal, findShownProposal } from '#lib/proposals/reads.ts';
import { findReview } from '#lib/proposals/reviews.ts';
import { type CastName, cast } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { carryOut, makeNeed, makeProposal, wholeForm } from './innovation-bodies.ts';

let world: World;
let need: string;
const as = (who: CastName) => world.enter(who);
const everyone = (Object.keys(cast) as CastName[]).filter((who) => !['nils', 'olga'].includes(who));

beforeAll(async () => {
  world = await makeWorld(20);
  need = await makeNeed(world);
});
afterAll(() => world.close());

const rowsOf = (proposalId: string) =>
  world.asSystem((db) => db.proposalAmendment.findMany({ where: { proposalId } }));
const told = async (kind: string, id: string) =>
  (await world.asSystem((db) => db.notice.findMany({ where: { kind, path: { endsWith: id } } })))
    .map(({ personId }) => personId)
    .sort();

async function amend(who: CastName, id: string, changes: Sections, renews = '') {
  const { revision } = await findShownProposal(await as(who), id);
  const reason = 'Det säger mer.';
  const same = { title: '', summary: '', problem: '', solution: '', benefit: '', firstStep: '' };
  const input = { ...same, partnersWanted: '', revision, reason, renews, ...changes };
  return proposeAmendment(await as(who), id, input);
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

describe('Other words for a proposal', () => {
  it('become its next version when its body takes them over, and who wrote them writes it', async () => {
    const id = await makeProposal(world, 'IN_REVIEW', { need, assessed: false });
    await endorseProposal(await as('pia'), id);
    const which = await amend('greta', id, { solution: 'Lås och larm.' });
    expect(await told('amendmentProposed', id)).toEqual(
      [world.person('alva'), world.person('bror')].sort(),
    );
    const alva = await as('alva');
    const before = await findOwnProposal(alva, id);
    expect(before.solution).toBe('Lås.');
    expect(before.amendments).toMatchObject([
      {
        ...{ state: 'PENDING', organisation: 'Region Norr', reason: 'Det säger mer.', now: {} },
        ...{ before: { solution: 'Lås.' }, changes: { solution: 'Lås och larm.' } },
      },
    ]);
    expect(await acceptAmendment(alva, which)).toBe(id);
    const after = await findOwnProposal(await as('greta'), id);
    expect(after).toMatchObject({ solution: 'Lås och larm.', withBodies: ['Region Norr'] });
    expect(after.versions).toMatchObject([
      { number: '1.1', by: 'Greta Vik', body: 'Region Norr' },
      { number: '1.0', by: 'Alva Lind', body: 'Bergs kommun' },
    ]);
    expect(after.versions[0]?.content).toMatchObject({ solution: 'Lås och larm.', needs: [need] });
    expect(after.state).toBe('IN_REVIEW');
    expect(after.endorsed).toHaveLength(1);
    expect(await told('amendmentAccepted', id)).toEqual([world.person('greta')]);
    expect(await told('endorsedChanged', id)).toEqual([world.person('pia')]);
    for (const who of everyone) {
      const hearers = (await as(who)).read(
        'notice:read',
        (db) => db.$queryRaw<unknown[]>`select * from endorsement_hearers(${id}::uuid)`,
      );
      expect((await hearers).length, who).toBe(['alva', 'bror'].includes(who) ? 1 : 0);
    }
  });

  it('are rejected with a reason, and raised as a proposal of one’s own', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need });
    const which = await amend('pia', id, { title: 'Två nycklar', benefit: 'Anhöriga sover.' });
    const alva = await as('alva');
    await expect(rejectAmendment(alva, which, ' ')).rejects.toMatchObject({
      fields: { answer: 'innovation.refusals.amendment.answerMissing' },
    });
    await expect(raiseAmendment(await as('pia'), which)).rejects.toBeInstanceOf(NotFound);
    await rejectAmendment(alva, which, 'Vi vill hålla det smalt.');
    expect(await told('amendmentRejected', id)).toEqual([world.person('pia')]);
    const frej = await as('frej');
    const { amendments } = await findShownProposal(frej, id);
    expect(amendments).toMatchObject([{ state: 'REJECTED', answer: 'Vi vill hålla det smalt.' }]);
    const draft = await findOwnProposal(frej, await raiseAmendment(frej, which));
    expect(draft).toMatchObject({
      ...{ state: 'DRAFT', title: 'Två nycklar', benefit: 'Anhöriga sover.', solution: 'Lås.' },
      ...{ organisation: 'Anhöriga i Norr', author: 'Frej Dal' },
    });
    expect(draft.needs.map((one) => one.id)).toEqual([need]);
    for (const who of everyone) {
      if (['pia', 'frej'].includes(who)) continue;
      await expect(raiseAmendment(await as(who), which), who).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('that the text has outrun show what changed, are not taken over, and are renewed', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need });
    const first = await amend('greta', id, { solution: 'Lås och larm.' });
    const second = await amend('pia', id, { solution: 'Lås och grannar.' });
    const apart = await amend('frej', id, { benefit: 'Tid och ro.' });
    const alva = await as('alva');
    await acceptAmendment(alva, first);
    await expect(acceptAmendment(alva, second)).rejects.toMatchObject({
      code: 'innovation.refusals.amendment.stale',
    });
    const shown = (await findShownProposal(await as('pia'), id)).amendments;
    expect(shown.find((one) => one.id === second)?.now).toEqual({ solution: 'Lås och larm.' });
    expect(shown.find((one) => one.id === apart)?.now).toEqual({});
    const renewed = await amend('pia', id, { solution: 'Lås, larm och grannar.' }, second);
    const states = Object.fromEntries((await rowsOf(id)).map((row) => [row.id, row.state]));
    expect(states).toEqual({
      [first]: 'ACCEPTED',
      [second]: 'WITHDRAWN',
      [apart]: 'PENDING',
      [renewed]: 'PENDING',
    });
    await acceptAmendment(alva, renewed);
    await acceptAmendment(alva, apart);
    const { solution, benefit, versions } = await findOwnProposal(alva, id);
    expect([solution, benefit]).toEqual(['Lås, larm och grannar.', 'Tid och ro.']);
    expect(versions.map(({ number }) => number)).toEqual(['1.3', '1.2', '1.1', '1.0']);
  });

  it('change one part once, however many are taken over at the same moment', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need });
    const all = await Promise.all(
      (['greta', 'pia', 'frej'] as const).map((who) =>
        amend(who, id, { solution: `${who} säger` }),
      ),
    );
    const [alva, bror] = [await as('alva'), await as('bror')];
    const tries = await Promise.allSettled(
      all.flatMap((which) => [acceptAmendment(alva, which), acceptAmendment(bror, which)]),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of tries)
      if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(Refusal);
    expect((await findOwnProposal(alva, id)).versions).toHaveLength(2);
  });

  it('say something else, and in parts that there are', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need });
    await expect(amend('greta', id, {})).rejects.toMatchObject({
      fields: { reason: 'innovation.refusals.amendment.same' },
    });
    await expect(amend('greta', id, { solution: 'Lås.' })).rejects.toBeInstanceOf(Refusal);
    const greta = {
      organisationId: world.organisation('region-norr'),
      byId: world.person('greta'),
    };
    for (const changes of [{}, { solution: 'Lås.' }, { state: 'ACCEPTED' }, { title: '' }]) {
      const data = { hubId: world.hub('nord'), proposalId: id, ...greta, before: {}, changes };
      const fault = await pastTheCode('greta', (db) =>
        db.proposalAmendment.createMany({ data: { ...data, reason: 'För att.' } }),
      );
      expect(fault, JSON.stringify(changes)).toContain('an_amendment_changes');
    }
  });

  it.each(proposalStates)('are proposed while it is open: %s', async (state) => {
    const id = await makeProposal(world, state, { need });
    const input = { title: 'Annat', revision: 1, reason: 'Kortare.', renews: '' };
    const rest = { summary: '', problem: '', solution: '', benefit: '', firstStep: '' };
    const tried = proposeAmendment(await as('greta'), id, {
      ...{ ...input, ...rest, partnersWanted: '' },
      revision: state === 'DRAFT' ? 1 : (await findShownProposal(await as('greta'), id)).revision,
    });
    if ((amendableStates as readonly string[]).includes(state)) await tried;
    else await expect(tried).rejects.toBeInstanceOf(state === 'DRAFT' ? NotFound : Refusal);
  });

  it('wait while its authors change the text for an answer, and when it is decided', async () => {
    const id = await makeProposal(world, 'NEEDS_INFO', { need });
    const which = await amend('greta', id, { solution: 'Lås och larm.' });
    const alva = await as('alva');
    const { revision } = await findOwnProposal(alva, id);
    await saveProposal(alva, wholeForm(need, { id, revision, benefit: 'Mer tid.' }));
    await expect(acceptAmendment(alva, which)).rejects.toMatchObject({
      code: 'innovation.refusals.amendment.changing',
    });
    await carryOut.answer(alva, id);
    await carryOut.accept(await as('hedda'), id);
    await expect(acceptAmendment(alva, which)).rejects.toMatchObject({
      code: 'innovation.refusals.amendment.decided',
    });
  });
});

describe('The wall', () => {
  it('shows other words to both sides and the hub, and to no rival', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need, visibility: 'OPEN' });
    await amend('egil', id, { solution: 'Rivalens lås.' });
    for (const who of everyone) {
      const seen = (await as(who)).read('notice:read', (db) =>
        db.proposalAmendment.count({ where: { proposalId: id } }),
      );
      const reads = ['alva', 'bror', 'egil', 'hedda', 'judit'].includes(who);
      expect(await seen, who).toBe(reads ? 1 : 0);
    }
    expect((await findReview(await as('hedda'), id)).proposal.amendments).toHaveLength(1);
  });

  it('lets only those who read it propose, and only its own body answer', async () => {
    const civic = await makeProposal(world, 'SUBMITTED', { need });
    const input = { title: 'Annat', revision: 2, reason: 'Kortare.', renews: '' };
    const rest = { summary: '', problem: '', solution: '', benefit: '', firstStep: '' };
    for (const who of ['egil', 'disa', 'kari', 'alva', 'bror', 'hedda', 'ivar'] as const) {
      const tried = proposeAmendment(await as(who), civic, {
        ...{ ...input, ...rest, partnersWanted: '' },
      });
      await expect(tried, who).rejects.toBeInstanceOf(NotFound);
    }
    const which = await amend('greta', civic, { solution: 'Lås och larm.' });
    for (const who of everyone) {
      if (['alva', 'bror'].includes(who)) continue;
      await expect(acceptAmendment(await as(who), which), who).rejects.toBeInstanceOf(NotFound);
      await expect(rejectAmendment(await as(who), which, 'Nej.')).rejects.toBeInstanceOf(NotFound);
      if (who !== 'greta')
        await expect(withdrawAmendment(await as(who), which), who).rejects.toBeInstanceOf(NotFound);
      const answered = { answeredAt: new Date(), answeredById: world.person(who) };
      for (const state of ['ACCEPTED', 'REJECTED'] as const)
        await pastTheCode(who, (db) =>
          db.proposalAmendment.updateMany({
            where: { id: which },
            data: { state, answer: 'Ja', ...answered },
          }),
        );
      await pastTheCode(who, (db) =>
        db.proposalAmendment.updateMany({ where: { id: which }, data: { reason: 'Annat' } }),
      );
      await pastTheCode(who, (db) =>
        db.proposal.updateMany({ where: { id: civic }, data: { solution: 'Smygändrat' } }),
      );
    }
    expect(await rowsOf(civic)).toMatchObject([{ state: 'PENDING', reason: 'Det säger mer.' }]);
    const own = await pastTheCode('alva', (db) =>
      db.proposal.updateMany({ where: { id: civic }, data: { solution: 'Smygändrat' } }),
    );
    expect(own).toContain('keeps its words');
    await withdrawAmendment(await as('greta'), which);
    expect(await rowsOf(civic)).toMatchObject([{ state: 'WITHDRAWN' }]);
  }, 60_000);
});
