import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { enterOrganisation, enterPublic, type Scope } from '#lib/platform/scope.ts';
import { mindProposals } from '#lib/proposals/minding.ts';
import {
  decidedStates,
  isTheHubs,
  type MoveName,
  type Mover,
  moveNamed,
  moves,
  type ProposalState,
  proposalStates,
} from '#lib/proposals/moves.ts';
import { findReview } from '#lib/proposals/reviews.ts';
import { decideProposal } from '#lib/proposals/writes.ts';
import type { CastName } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { carryOut, decisions, makeNeed, makeProposal, stateOf } from './innovation-bodies.ts';

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

/** The needs a proposal is linked to, past the wall. */
async function linksOf(proposalId: string): Promise<string[]> {
  const where = { proposalId };
  const rows = await world.asSystem((db) => db.proposalNeed.findMany({ where }));
  return rows.map(({ needId }) => needId);
}

/** Everyone who might try, from outside the proposing municipality and inside. */
const everyone: CastName[] = [
  ...(['cleo', 'disa', 'egil', 'frej', 'greta', 'pia', 'ivar', 'judit', 'kari', 'lars'] as const),
  ...(['alva', 'bror', 'hedda', 'siri', 'tore'] as const),
];
const may: Record<Mover, CastName[]> = {
  member: ['alva', 'bror'],
  admin: ['bror'],
  assessor: ['hedda'],
  decider: ['hedda', 'judit'],
  job: [],
};
const allowed = (name: MoveName): CastName[] => may[moveNamed(name).by];
const ways = moves.flatMap(({ name, from }) => from.map((state) => ({ name, from: state })));
const names = moves.map(({ name }) => name);

/** A proposal from which a move can be made: a reopened one has been appealed. */
async function ready(name: MoveName, from: ProposalState, change: object = {}): Promise<string> {
  const id = await makeProposal(world, from, { need, ...change });
  if (name === 'reopen') await carryOut.appeal(await world.enter('bror'), id);
  if (name === 'due') {
    const data = { reviewOn: new Date('2026-01-01') };
    await world.asSystem((db) => db.proposal.updateMany({ where: { id }, data }));
  }
  return id;
}

describe('Every row of the table', () => {
  const rightly = ways.flatMap((way) => allowed(way.name).map((who) => ({ ...way, who })));
  it.each(rightly)('$name from $from: $who may', async ({ name, from, who }) => {
    const { to, event } = moveNamed(name);
    const id = await ready(name, from);
    await carryOut[name](await world.enter(who), id);
    expect(await stateOf(world, id)).toBe(to);
    const events = await world.asSystem((db) =>
      db.auditEvent.findMany({ where: { objectId: id, kind: event } }),
    );
    expect(events.map(({ personId }) => personId)).toEqual([world.person(who)]);
    expect(await linksOf(id)).toEqual([need]);
  });

  it('due from PARKED: the job may, and nobody is named for it', async () => {
    const id = await ready('due', 'PARKED');
    await mindProposals();
    expect(await stateOf(world, id)).toBe('IN_REVIEW');
    const where = { objectId: id, kind: 'proposalDue' };
    const events = await world.asSystem((db) => db.auditEvent.findMany({ where }));
    expect(events).toMatchObject([{ personId: null, actedAs: 'system' }]);
  });

  const wrongly = ways.flatMap((way) =>
    everyone.filter((who) => !allowed(way.name).includes(who)).map((who) => ({ ...way, who })),
  );
  const trials = new Map<string, string>();
  it.each(wrongly)('$name from $from: $who may not', async ({ name, from, who }) => {
    // Whoever is refused changes nothing, so that the next may try the same one.
    const key = `${name} ${from}`;
    const id = trials.get(key) ?? (await ready(name, from));
    trials.set(key, id);
    await expect(carryOut[name](await world.enter(who), id)).rejects.toBeInstanceOf(NotFound);
    expect(await stateOf(world, id)).toBe(from);
  });

  it.each(ways)('$name from $from: a visitor may not', async ({ name, from }) => {
    const id = await ready(name, from, { visibility: 'OPEN' });
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
  const pairs = proposalStates.flatMap((from) =>
    names
      .filter((name) => name !== 'due' && !(moveNamed(name).from as string[]).includes(from))
      .map((name) => ({ from, name })),
  );

  it.each(pairs)('$name from $from is refused with a sentence', async ({ from, name }) => {
    const id = await makeProposal(world, from, { need });
    const [who = 'alva'] = allowed(name);
    const error = await carryOut[name](await world.enter(who), id).catch((caught) => caught);
    // An assessor never learns that a draft is there.
    if (from === 'DRAFT' && isTheHubs(moveNamed(name).by)) {
      expect(error).toBeInstanceOf(NotFound);
    } else {
      expect(error).toBeInstanceOf(Refusal);
      expect(error.code).toBe(`innovation.refusals.inState.${from}`);
    }
    expect(await stateOf(world, id)).toBe(from);
  });

  /** All that a state demands, so that nothing but the way itself can be refused. */
  const wholeOf = (to: ProposalState) => {
    const at = new Date();
    const decided = (decidedStates as readonly string[]).includes(to);
    return {
      ...{ state: to, submittedAt: to === 'DRAFT' ? null : at },
      clockFrom: to === 'IN_REVIEW' ? at : null,
      assessorId: world.person('hedda'),
      ...{ decidedAt: decided ? at : null, decisionReason: decided ? 'ja' : null },
      nextStep: to === 'ACCEPTED' ? 'x' : null,
      reviewOn: to === 'PARKED' ? at : null,
      appealOpen: false,
    };
  };
  const sides = [
    { side: 'ours', who: 'bror' },
    { side: 'house', who: 'hedda' },
  ] as const;
  const raw = proposalStates.flatMap((from) =>
    proposalStates.flatMap((to) =>
      from === to ? [] : sides.map((side) => ({ from, to, ...side })),
    ),
  );
  it.each(raw)('the wall lets $side go from $from to $to exactly if a row does', async (way) => {
    const id = await makeProposal(world, way.from, { need });
    if (way.from === 'DECLINED') await carryOut.appeal(await world.enter('bror'), id);
    const scope = await world.enter(way.who);
    const moved = await scope
      .write('notice:read', async (db, deed) => {
        deed.record('tried', 'proposal', id);
        return (await db.proposal.updateMany({ where: { id }, data: wholeOf(way.to) })).count;
      })
      .catch(() => 0);
    const inTable = moves.some(
      ({ from, to, by }) =>
        by !== 'job' &&
        (from as readonly string[]).includes(way.from) &&
        to === way.to &&
        (way.side === 'house') === isTheHubs(by),
    );
    expect(moved).toBe(inTable ? 1 : 0);
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
    await expect(write(hedda, done, { state: 'DECLINED' })).rejects.toThrow();
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
      const data = {
        state: 'IN_REVIEW' as const,
        assessorId: hedda.person.id,
        clockFrom: new Date(),
      };
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
    const bare = { reason: ' ', nextStep: 'Något', reviewOn: '2099-01-31' };
    for (const decision of ['accept', 'decline', 'park'] as const) {
      await expect(decideProposal(hedda, id, { decision, ...bare })).rejects.toMatchObject({
        fields: { reason: 'innovation.refusals.reasonMissing' },
      });
    }
    await expect(
      decideProposal(hedda, id, { ...decisions.accept, nextStep: '' }),
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
