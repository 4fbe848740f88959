import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import { saveProposal } from '#lib/proposals/drafts.ts';
import { findOwnProposal, findShownProposal, listOwnProposals } from '#lib/proposals/reads.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { makeNeed, makeProposal, wholeForm } from './innovation-bodies.ts';

let world: World;
let need: string;
beforeAll(async () => {
  world = await makeWorld(20);
  need = await makeNeed(world);
});
afterAll(() => world.close());

const blank = () =>
  wholeForm(need, {
    title: '',
    summary: '',
    problem: '',
    solution: '',
    benefit: '',
    firstStep: '',
    areas: [],
    needs: [],
  });

describe('A draft', () => {
  it('may be empty, and lists what is missing', async () => {
    const alva = await world.enter('alva');
    const input = blank();
    expect(await saveProposal(alva, input)).toEqual({ id: input.id, revision: 1 });
    const mine = (await listOwnProposals(alva)).find(({ id }) => id === input.id);
    expect(mine?.missing).toHaveLength(8);
    expect(mine?.state).toBe('DRAFT');
  });

  it('is changed by a colleague, and counts its versions', async () => {
    const input = wholeForm(need);
    const alva = await world.enter('alva');
    const bror = await world.enter('bror');
    const first = await saveProposal(alva, input);
    const changed = { ...input, revision: first.revision, title: 'Ny rubrik', needs: [] };
    expect(await saveProposal(bror, changed)).toEqual({ id: input.id, revision: 2 });
    const kept = await findOwnProposal(alva, input.id);
    expect(kept).toMatchObject({ title: 'Ny rubrik', needs: [], author: 'Alva Lind' });
    expect((await listOwnProposals(bror)).find(({ id }) => id === input.id)?.missing).toEqual([
      'needs',
    ]);
  });

  it('on an older version is refused, with what is newer', async () => {
    const alva = await world.enter('alva');
    const input = wholeForm(need);
    await saveProposal(alva, input);
    await saveProposal(alva, { ...input, revision: 1, title: 'Andras rubrik' });
    const late = { ...input, revision: 1, title: 'Min rubrik', solution: 'Min lösning' };
    const error = await saveProposal(await world.enter('bror'), late).catch((caught) => caught);
    expect(error).toBeInstanceOf(Refusal);
    expect(error.code).toBe('innovation.refusals.stale');
    expect(error.detail).toEqual({
      revision: 2,
      newer: { title: 'Andras rubrik', solution: 'Lås.' },
    });
    expect((await findOwnProposal(alva, input.id)).title).toBe('Andras rubrik');
    await saveProposal(await world.enter('bror'), { ...late, revision: 2 });
    expect((await findOwnProposal(alva, input.id)).title).toBe('Min rubrik');
  });

  it('of twenty savings of one version exactly one is kept', async () => {
    const alva = await world.enter('alva');
    const input = wholeForm(need);
    await saveProposal(alva, input);
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        saveProposal(alva, { ...input, revision: 1, title: `Rubrik ${n}` }),
      ),
    );
    const kept = results.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(kept).toEqual([{ id: input.id, revision: 2 }]);
    for (const each of results) {
      if (each.status === 'rejected') expect(each.reason.code).toBe('innovation.refusals.stale');
    }
  });

  it('sent twenty times from one form is one draft', async () => {
    const alva = await world.enter('alva');
    const input = wholeForm(need);
    const results = await Promise.all(
      Array.from({ length: 20 }, () => saveProposal(alva, { ...input })),
    );
    expect(new Set(results.map(({ revision }) => revision))).toEqual(new Set([1]));
    const drafted = { objectId: input.id, kind: 'proposalDrafted' };
    expect(await world.asSystem((db) => db.auditEvent.count({ where: drafted }))).toBe(1);
  });

  it('that was sent is not changed', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need });
    const input = wholeForm(need, { id, revision: 1, title: 'Efteråt' });
    await expect(saveProposal(await world.enter('alva'), input)).rejects.toMatchObject({
      code: 'innovation.refusals.inState.SUBMITTED',
    });
  });

  it('of another organisation is neither seen nor changed nor told apart from none', async () => {
    const id = await makeProposal(world, 'DRAFT', { need });
    for (const who of ['cleo', 'frej', 'greta'] as const) {
      const scope = await world.enter(who);
      const input = wholeForm(need, { id, revision: 1, title: 'Kapad' });
      await expect(saveProposal(scope, input)).rejects.toBeInstanceOf(NotFound);
      await expect(findOwnProposal(scope, id)).rejects.toBeInstanceOf(NotFound);
    }
    const kept = await findOwnProposal(await world.enter('alva'), id);
    expect(kept.title).toBe('En nyckel mindre');
  });

  it('is not written by the hub’s staff', async () => {
    for (const who of ['hedda', 'ivar', 'judit'] as const) {
      const scope = await world.enter(who);
      await expect(saveProposal(scope, wholeForm(need))).rejects.toBeInstanceOf(NotFound);
      await expect(listOwnProposals(scope)).rejects.toBeInstanceOf(NotFound);
    }
  });
});

describe('A need', () => {
  it('that is hidden, another hub’s or none at all is refused alike, and nothing is saved', async () => {
    const hidden = [
      await makeNeed(world, { visibility: 'PUBLIC_SIDE' }),
      await makeNeed(world, { state: 'DRAFT' }),
      await makeNeed(world, { organisation: 'folldal', hub: 'innland' }),
      crypto.randomUUID(),
    ];
    const cleo = await world.enter('cleo');
    for (const id of hidden) {
      const input = wholeForm(id);
      await expect(saveProposal(cleo, input)).rejects.toMatchObject({
        fields: { needs: 'innovation.refusals.noSuchNeed' },
      });
      await expect(findOwnProposal(cleo, input.id)).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('hidden from the reader is left out of a proposal they may read', async () => {
    const hidden = await makeNeed(world, { visibility: 'PUBLIC_SIDE', title: 'Hemligt behov' });
    const id = await makeProposal(world, 'SUBMITTED', { need: hidden, visibility: 'OPEN' });
    expect((await findShownProposal(await world.enter('cleo'), id)).needs).toEqual([]);
    expect((await findShownProposal(await world.enter('frej'), id)).needs).toHaveLength(1);
  });

  it('cannot be linked to a proposal that was sent, or to another’s', async () => {
    const id = await makeProposal(world, 'SUBMITTED', { need });
    const another = await makeNeed(world);
    for (const who of ['alva', 'hedda', 'cleo'] as const) {
      const scope = await world.enter(who);
      const link = scope.write('notice:read', async (db, deed) => {
        deed.record('tried', 'proposal', id);
        const data = [{ hubId: world.hub('nord'), proposalId: id, needId: another }];
        await db.proposalNeed.createMany({ data });
      });
      await expect(link).rejects.toThrow();
    }
  });
});
