import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { enterOrganisation, enterPublic, type Scope } from '#lib/platform/scope.ts';
import { findReview } from '#lib/proposals/reviews.ts';
import { type MoveName, moveNamed, moves, proposalStates } from '#lib/proposals/rules.ts';
import { decideProposal } from '#lib/proposals/writes.ts';
import type { CastName } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { carryOut, makeNeed, makeProposal, stateOf } from './innovation-bodies.ts';

let world: World;
let need: string;
beforeAll(async () => {
  world = await makeWorld();
  need = await makeNeed(world);
  // Civic admins are missing from the cast: one of its people is made one.
  await world.asSystem((db) =>
    db.membership.create({
      data: {
        personId: world.person('greta'),
        organisationId: world.organisation('anhoriga'),
        role: 'ADMIN',
      },
    }),
  );
});
afterAll(() => world.close());

/** Everyone who might try, from outside the proposing municipality and inside. */
const others: CastName[] = ['cleo', 'disa', 'frej', 'greta', 'ivar', 'judit', 'kari', 'lars'];
const members: CastName[] = ['alva', 'bror'];
const allowed = (name: MoveName): CastName[] =>
  moveNamed(name).by === 'member' ? members : ['hedda'];
const refused = (name: MoveName): CastName[] => [
  ...others,
  ...(moveNamed(name).by === 'member' ? (['hedda'] as const) : members),
];
const names = moves.map(({ name }) => name);

describe('Every row of the table', () => {
  const rightly = names.flatMap((name) => allowed(name).map((who) => ({ name, who })));
  it.each(rightly)('$name: $who may', async ({ name, who }) => {
    const { from, to, event } = moveNamed(name);
    const id = await makeProposal(world, from, { need });
    await carryOut[name](await world.enter(who), id);
    expect(await stateOf(world, id)).toBe(to);
    const events = await world.asSystem((db) =>
      db.auditEvent.findMany({ where: { objectId: id, kind: event } }),
    );
    expect(events.map(({ personId }) => personId)).toEqual([world.person(who)]);
  });

  const wrongly = names.flatMap((name) => refused(name).map((who) => ({ name, who })));
  it.each(wrongly)('$name: $who may not', async ({ name, who }) => {
    const { from } = moveNamed(name);
    const id = await makeProposal(world, from, { need });
    await expect(carryOut[name](await world.enter(who), id)).rejects.toBeInstanceOf(NotFound);
    expect(await stateOf(world, id)).toBe(from);
  });

  it.each(names)('%s: a visitor may not', async (name) => {
    const { from } = moveNamed(name);
    const id = await makeProposal(world, from, { need, visibility: 'OPEN' });
    const visitor = await enterPublic('nord');
    await expect(carryOut[name](visitor, id)).rejects.toBeInstanceOf(NotFound);
    expect(await stateOf(world, id)).toBe(from);
  });

  it.each([
    ['companyStaff', 'cleo'],
    ['companyAdmin', 'disa'],
    ['civicStaff', 'frej'],
    ['publicStaff of the region', 'greta'],
  ] as const)('submit and withdraw: %s may for the own body', async (_role, by) => {
    const id = await makeProposal(world, 'SUBMITTED', { by, need });
    await carryOut.withdraw(await world.enter(by), id);
    expect(await stateOf(world, id)).toBe('DRAFT');
  });

  it('submit and withdraw: a civic admin may for the own body', async () => {
    const admin = await enterOrganisation(world.session('greta'), 'nord', 'anhoriga');
    expect(admin.roles).toEqual(['civicAdmin']);
    const id = await makeProposal(world, 'DRAFT', { by: 'frej', need });
    await carryOut.submit(admin, id);
    await carryOut.withdraw(admin, id);
    expect(await stateOf(world, id)).toBe('DRAFT');
  });
});

describe('Every pair that is not in the table', () => {
  const inTable = (from: string, name: MoveName) => moveNamed(name).from === from;
  const pairs = proposalStates.flatMap((from) =>
    names.filter((name) => !inTable(from, name)).map((name) => ({ from, name })),
  );

  it.each(pairs)('$name from $from is refused with a sentence', async ({ from, name }) => {
    const id = await makeProposal(world, from, { need });
    const [who = 'alva'] = allowed(name);
    const error = await carryOut[name](await world.enter(who), id).catch((caught) => caught);
    // An assessor never learns that a draft is there.
    if (from === 'DRAFT' && moveNamed(name).by === 'assessor') {
      expect(error).toBeInstanceOf(NotFound);
    } else {
      expect(error).toBeInstanceOf(Refusal);
      expect(error.code).toBe(`innovation.refusals.inState.${from}`);
    }
    expect(await stateOf(world, id)).toBe(from);
  });

  it('the wall refuses it as well, whatever the code does', async () => {
    const write = (scope: Scope, id: string, data: object) =>
      scope.write('notice:read', async (db, deed) => {
        deed.record('tried', 'proposal', id);
        return (await db.proposal.updateMany({ where: { id }, data })).count;
      });
    const [alva, hedda] = [await world.enter('alva'), await world.enter('hedda')];
    const at = new Date();
    const decided = { decidedAt: at, assessorId: world.person('hedda'), decisionReason: 'ja' };

    const sent = await makeProposal(world, 'SUBMITTED', { need });
    await expect(
      write(alva, sent, { state: 'ACCEPTED', ...decided, nextStep: 'x' }),
    ).rejects.toThrow();
    await expect(write(alva, sent, { title: 'Något annat' })).rejects.toThrow();
    await expect(write(hedda, sent, { title: 'Något annat' })).rejects.toThrow();
    const draft = await makeProposal(world, 'DRAFT', { need });
    expect(await write(hedda, draft, { title: 'Något annat' })).toBe(0);
    const done = await makeProposal(world, 'ACCEPTED', { need });
    expect(await write(alva, done, { state: 'DRAFT' })).toBe(0);
    expect(await write(hedda, done, { state: 'DECLINED' })).toBe(0);
  });
});

describe('An assessor', () => {
  it('does not judge a body they belong to, in the rule and in the wall', async () => {
    const own = { personId: world.person('hedda'), organisationId: world.organisation('anhoriga') };
    const id = await makeProposal(world, 'IN_REVIEW', { by: 'frej', need });
    const fresh = await makeProposal(world, 'SUBMITTED', { by: 'frej', need });
    const hedda = await world.enter('hedda');
    // She joins after she has entered: membership counts as it is when she decides.
    await world.asSystem((db) => db.membership.create({ data: { ...own, role: 'STAFF' } }));
    const judged = { code: 'innovation.refusals.ownBody' };
    await expect(carryOut.accept(hedda, id)).rejects.toMatchObject(judged);
    await expect(carryOut.decline(hedda, id)).rejects.toMatchObject(judged);
    await expect(carryOut.begin(hedda, fresh)).rejects.toMatchObject(judged);
    const past = await hedda.write('proposal:assess', async (db, deed) => {
      deed.record('tried', 'proposal', fresh);
      const data = { state: 'IN_REVIEW' as const, assessorId: hedda.person.id };
      return (await db.proposal.updateMany({ where: { id: fresh }, data })).count;
    });
    expect(past).toBe(0);
    expect((await findReview(hedda, fresh)).ownBody).toBe(true);
    await world.asSystem((db) => db.membership.deleteMany({ where: own }));
    await carryOut.accept(hedda, id);
    expect(await stateOf(world, id)).toBe('ACCEPTED');
  });

  it('needs a reason, and for accepting a next step', async () => {
    const id = await makeProposal(world, 'IN_REVIEW', { need });
    const hedda = await world.enter('hedda');
    const bare = { reason: ' ', nextStep: 'Något' };
    for (const decision of ['accept', 'decline'] as const) {
      await expect(decideProposal(hedda, id, { decision, ...bare })).rejects.toMatchObject({
        fields: { reason: 'innovation.refusals.reasonMissing' },
      });
    }
    await expect(
      decideProposal(hedda, id, { decision: 'accept', reason: 'Bra', nextStep: '' }),
    ).rejects.toMatchObject({ fields: { nextStep: 'innovation.refusals.nextStepMissing' } });
    expect(await stateOf(world, id)).toBe('IN_REVIEW');
  });
});

describe('An incomplete proposal', () => {
  it('is not sent, and says by field what is missing', async () => {
    const id = await makeProposal(world, 'DRAFT', {
      need,
      title: ' ',
      firstStep: '',
      areas: [],
      needs: [],
    });
    const error = await carryOut.submit(await world.enter('alva'), id).catch((caught) => caught);
    expect(error).toBeInstanceOf(Refusal);
    expect(error.fields).toEqual({
      title: 'innovation.missing.title',
      needs: 'innovation.missing.needs',
      areas: 'innovation.missing.areas',
      firstStep: 'innovation.missing.firstStep',
    });
    expect(await stateOf(world, id)).toBe('DRAFT');
  });

  it('ids that are none, or of another hub, are not found', async () => {
    const alva = await world.enter('alva');
    const id = await makeProposal(world, 'DRAFT', { need });
    for (const wrong of ['', 'x', "' or 1=1", crypto.randomUUID()]) {
      await expect(carryOut.submit(alva, wrong)).rejects.toBeInstanceOf(NotFound);
    }
    await expect(carryOut.submit(await world.enter('kari'), id)).rejects.toBeInstanceOf(NotFound);
  });
});
