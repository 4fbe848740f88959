import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { endorseProposal, unendorseProposal } from '#lib/proposals/endorsing.ts';
import { proposalStates } from '#lib/proposals/moves.ts';
import { listOthers } from '#lib/proposals/others.ts';
import { findOwnProposal, findShownProposal, listOwnProposals } from '#lib/proposals/reads.ts';
import { findReview, listReviews } from '#lib/proposals/reviews.ts';
import { endorsableStates } from '#lib/proposals/rules.ts';
import { readOthersQuery } from '#lib/proposals/schema.ts';
import { type CastName, cast } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { carryOut, makeNeed, makeProposal, stateOf } from './innovation-bodies.ts';

let world: World;
let need: string;
const as = (who: CastName) => world.enter(who);
/** Everyone who can come in at one of the two hubs. */
const everyone = (Object.keys(cast) as CastName[]).filter((who) => !['nils', 'olga'].includes(who));

beforeAll(async () => {
  world = await makeWorld(20);
  need = await makeNeed(world);
  await world.asSystem((db) =>
    db.membership.updateMany({
      where: { personId: world.person('greta') },
      data: { role: 'ADMIN' },
    }),
  );
});
afterAll(() => world.close());

const rowsOf = (id: string) =>
  world.asSystem((db) => db.proposalEndorsement.findMany({ where: { proposalId: id } }));
const eventsOf = (id: string, kind = 'proposalEndorsed') =>
  world.asSystem((db) => db.auditEvent.count({ where: { objectId: id, kind } }));
const told = async (id: string, kind: string) => {
  const rows = await world.asSystem((db) =>
    db.notice.findMany({ where: { kind, path: { endsWith: `/proposals/${id}` } } }),
  );
  return rows.map(({ personId }) => personId).sort();
};

/** Writes past the code, as far as the wall lets somebody. */
async function pastTheCode(
  who: CastName,
  id: string,
  change: (db: Parameters<Parameters<Scope['write']>[1]>[0]) => Promise<unknown>,
) {
  const scope = await as(who);
  const tried = scope.write('notice:read', async (db, deed) => {
    deed.record('tried', 'proposal', id);
    await change(db);
  });
  return tried.then(
    () => null,
    (error) => String(error),
  );
}

describe('A body stands behind another’s proposal', () => {
  it('once, however many press at the same moment', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need });
    const pia = await as('pia');
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, () => endorseProposal(pia, id)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of tries) {
      if (each.status === 'rejected') {
        expect(each.reason).toMatchObject({ code: 'innovation.refusals.endorsedAlready' });
      }
    }
    expect(await rowsOf(id)).toHaveLength(1);
    expect(await eventsOf(id)).toBe(1);
    expect(await told(id, 'proposalEndorsed')).toEqual(
      [world.person('alva'), world.person('bror')].sort(),
    );
  }, 60_000);

  it('takes it back, keeps the row, and says it again', async () => {
    const id = await makeProposal(world, 'IN_REVIEW', { need });
    const [pia, greta] = [await as('pia'), await as('greta')];
    await endorseProposal(pia, id);
    await endorseProposal(greta, id);
    await unendorseProposal(pia, id);
    await expect(unendorseProposal(pia, id)).rejects.toBeInstanceOf(NotFound);
    const names = async () =>
      (await findOwnProposal(await as('alva'), id)).endorsed.map(({ name }) => name);
    expect(await names()).toEqual(['Region Norr']);
    expect(await rowsOf(id)).toHaveLength(2);
    expect(await told(id, 'proposalUnendorsed')).toHaveLength(2);
    const again = await Promise.allSettled(
      Array.from({ length: 6 }, () => endorseProposal(pia, id)),
    );
    expect(again.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await names()).toEqual(['Region Norr', 'Anhöriga i Norr']);
    expect(await rowsOf(id)).toHaveLength(2);
    expect(await eventsOf(id)).toBe(3);
  });

  it.each(proposalStates)('or cannot, when it is %s', async (state) => {
    const id = await makeProposal(world, state, { need });
    const tried = endorseProposal(await as('pia'), id);
    if (endorsableStates.includes(state)) await tried;
    else await expect(tried).rejects.toBeInstanceOf(state === 'DRAFT' ? NotFound : Refusal);
    expect(await rowsOf(id)).toHaveLength(endorsableStates.includes(state) ? 1 : 0);
  });

  it('and nobody else does: no company, no staff, not the hub, not its own body', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need, visibility: 'OPEN' });
    for (const who of everyone) {
      if (who === 'pia' || who === 'greta') continue;
      const tried = endorseProposal(await as(who), id);
      const kind = who === 'bror' ? Refusal : NotFound;
      await expect(tried, who).rejects.toBeInstanceOf(kind);
    }
    expect(await rowsOf(id)).toHaveLength(0);
    const hidden = await makeProposal(world, 'SUBMITTED', { need });
    await expect(endorseProposal(await as('kari'), hidden)).rejects.toBeInstanceOf(NotFound);
  });
});

describe('The database, past the code,', () => {
  it('takes a signature only of an administrator of another body of care, in its own name', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need, visibility: 'OPEN' });
    const hubId = world.hub('nord');
    for (const who of everyone) {
      for (const body of ['bergs-kommun', 'region-norr', 'anhoriga', 'fjallvard', 'folldal']) {
        for (const by of new Set<CastName>([who, 'pia'])) {
          const data = {
            ...{ hubId, proposalId: id, organisationId: world.organisation(body) },
            byId: world.person(by),
          };
          const fault = await pastTheCode(who, id, (db) =>
            db.proposalEndorsement.createMany({ data }),
          );
          const mayBe =
            by === who &&
            ((who === 'pia' && body === 'anhoriga') || (who === 'greta' && body === 'region-norr'));
          expect(fault === null, `${who} for ${body} as ${by}: ${fault}`).toBe(mayBe);
        }
      }
    }
    expect(await rowsOf(id)).toHaveLength(2);
  }, 60_000);

  it('lets nobody change or remove another’s, backdate one’s own, or read who signed', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need, visibility: 'OPEN' });
    await endorseProposal(await as('pia'), id);
    const before = await rowsOf(id);
    const where = { proposalId: id };
    const at = new Date('2020-01-01');
    for (const who of everyone) {
      const revoked = { revokedAt: at, revokedById: world.person(who) };
      if (who !== 'pia') {
        await pastTheCode(who, id, (db) =>
          db.proposalEndorsement.updateMany({ where, data: revoked }),
        );
      }
      await pastTheCode(who, id, (db) =>
        db.proposalEndorsement.updateMany({ where, data: { at } }),
      );
      const removed = await pastTheCode(who, id, (db) =>
        db.proposalEndorsement.deleteMany({ where }),
      );
      expect(removed, who).toContain('permission denied');
      const signer = (await as(who)).read('notice:read', (db) =>
        db.proposalEndorsement.findMany({ where, select: { byId: true } }),
      );
      await expect(signer, who).rejects.toThrow('permission denied');
    }
    expect(await rowsOf(id)).toEqual(before);
  });

  it('keeps what somebody stands behind from going back to draft', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need });
    const pia = await as('pia');
    await endorseProposal(pia, id);
    await expect(carryOut.withdraw(await as('alva'), id)).rejects.toMatchObject({
      code: 'innovation.refusals.endorsed',
    });
    const fault = await pastTheCode('alva', id, (db) =>
      db.proposal.updateMany({ where: { id }, data: { state: 'DRAFT', submittedAt: null } }),
    );
    expect(fault).toContain('what_is_endorsed_stands');
    await unendorseProposal(pia, id);
    await carryOut.withdraw(await as('alva'), id);
    expect(await stateOf(world, id)).toBe('DRAFT');
    await carryOut.submit(await as('alva'), id);
    await endorseProposal(pia, id);
    expect(await rowsOf(id)).toHaveLength(1);
  });

  it('decides one way when one takes back while another signs', async () => {
    const [alva, pia] = [await as('alva'), await as('pia')];
    const ends = new Set<string>();
    for (let round = 0; round < 12; round++) {
      const id = await makeProposal(world, 'SUBMITTED', { need });
      const both = [() => endorseProposal(pia, id), () => carryOut.withdraw(alva, id)];
      if (round % 2) both.reverse();
      const tries = await Promise.allSettled(both.map((go) => go()));
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const each of tries) {
        if (each.status === 'fulfilled') continue;
        const known = each.reason instanceof Refusal || each.reason instanceof NotFound;
        expect(known, String(each.reason)).toBe(true);
      }
      const standing = (await rowsOf(id)).length;
      const state = (await stateOf(world, id)) ?? '';
      expect([state, standing]).toEqual(state === 'DRAFT' ? ['DRAFT', 0] : ['SUBMITTED', 1]);
      ends.add(state);
    }
  }, 60_000);
});

describe('Who stands behind a proposal', () => {
  it('is read by whoever reads the proposal, who signed by bodies of care and the hub', async () => {
    const open = await makeProposal(world, 'SUBMITTED', { need, visibility: 'OPEN' });
    const civic = await makeProposal(world, 'SUBMITTED', { need });
    for (const id of [open, civic]) await endorseProposal(await as('pia'), id);
    const shown = async (who: CastName, id: string) => {
      const { endorsed } = await findShownProposal(await as(who), id);
      return endorsed.map(({ name, signer }) => [name, signer]);
    };
    for (const who of ['alva', 'frej', 'greta'] as const) {
      for (const id of [open, civic]) {
        expect(await shown(who, id), who).toEqual([['Anhöriga i Norr', 'Pia Wall']]);
      }
    }
    for (const who of ['egil', 'disa'] as const) {
      expect(await shown(who, open), who).toEqual([['Anhöriga i Norr', null]]);
    }
    for (const who of ['hedda', 'judit'] as const) {
      const { proposal } = await findReview(await as(who), civic);
      expect(proposal.endorsed, who).toMatchObject([{ signer: 'Pia Wall' }]);
    }
    const { story } = await findShownProposal(await as('egil'), open);
    expect(story.map(({ kind }) => kind)).not.toContain('proposalEndorsed');
    const known = await findShownProposal(await as('greta'), open);
    expect(known.story.at(-1)).toMatchObject({
      ...{ kind: 'proposalEndorsed', organisation: 'Anhöriga i Norr' },
    });
  });

  it('is told to nobody who may not read the proposal, nor at another hub', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need });
    await endorseProposal(await as('pia'), id);
    for (const who of everyone) {
      const scope = await as(who);
      const seen = await scope.read('notice:read', async (db) => ({
        proposal: await db.proposal.count({ where: { id } }),
        rows: await db.proposalEndorsement.count({ where: { proposalId: id } }),
        signers: (await db.$queryRaw<unknown[]>`select * from endorsement_signers(${id}::uuid)`)
          .length,
        hearers: (await db.$queryRaw<unknown[]>`select * from proposal_hearers(${id}::uuid)`)
          .length,
        events: await db.auditEvent.count({ where: { objectId: id, kind: 'proposalEndorsed' } }),
      }));
      expect(seen.rows, who).toBe(seen.proposal);
      expect(seen.hearers, who).toBe(['pia', 'frej'].includes(who) ? 2 : 0);
      if (seen.proposal === 0 && who !== 'tore') {
        expect(seen, who).toMatchObject({ signers: 0, events: 0 });
      }
    }
    for (const who of ['egil', 'cleo', 'kari', 'lars', 'maja'] as const) {
      const count = (await as(who)).read('notice:read', (db) =>
        db.proposalEndorsement.count({ where: { proposalId: id } }),
      );
      expect(await count, who).toBe(0);
    }
  });

  it('is counted in every list', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need, title: 'Räknat förslag' });
    await endorseProposal(await as('pia'), id);
    await endorseProposal(await as('greta'), id);
    await unendorseProposal(await as('greta'), id);
    const query = readOthersQuery({ show: 'proposals', q: 'Räknat' });
    const { proposals } = await listOthers(await as('frej'), query, async () => []);
    expect(proposals.map(({ endorsements }) => endorsements)).toEqual([1]);
    const own = await listOwnProposals(await as('alva'));
    expect(own.find((one) => one.id === id)?.endorsements).toBe(1);
    const { waiting } = await listReviews(await as('hedda'));
    expect(waiting.find((one) => one.id === id)?.endorsements).toBe(1);
  });
});
