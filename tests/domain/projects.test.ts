import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { findCharter, writeCharter } from '#lib/projects/charter.ts';
import { checkProject, stopProject } from '#lib/projects/closing.ts';
import {
  convertProposal,
  joinProposal,
  listJoined,
  unjoinProposal,
} from '#lib/projects/joining.ts';
import { type PartyMove, type PartyState, partyMoves } from '#lib/projects/moves.ts';
import { findOwnProject, findStanding, listOwnProjects, listToCheck } from '#lib/projects/own.ts';
import { moveParty } from '#lib/projects/parties.ts';
import { findProject } from '#lib/projects/reads.ts';
import { type ProjectInput, projectForm } from '#lib/projects/schema.ts';
import { saveProject } from '#lib/projects/starting.ts';
import { undoDecision } from '#lib/proposals/writes.ts';
import type { CastName } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { makeNeed, makeProposal, stateOf } from './innovation-bodies.ts';

let world: World;
let need: string;
const names = [
  ...(['alva', 'bror', 'cleo', 'disa', 'egil', 'frej', 'greta', 'pia'] as const),
  ...(['hedda', 'judit', 'ivar', 'kari'] as const),
];
const as = {} as Record<(typeof names)[number], Scope>;
beforeAll(async () => {
  world = await makeWorld();
  need = await makeNeed(world);
  for (const who of names) as[who] = await world.enter(who as CastName);
});
afterAll(() => world.close());

const form = (change: Partial<ProjectInput> = {}): ProjectInput =>
  projectForm.parse({
    ...{ id: crypto.randomUUID(), revision: 0, language: 'sv', title: 'Lugna nätter' },
    ...{ summary: 'Vi prövar tillsammans.', areas: ['MOBILE_WORK'], needs: [need] },
    ...{ startsOn: '2027-01-01', endsOn: '2030-12-31', wished: 'OPEN', ...change },
  });
const started = async (who: Scope = as.alva, change: Partial<ProjectInput> = {}) =>
  (await saveProject(who, form(change))).slug;
const body = (slug: string) => world.organisation(slug) as string;
const words = (text = 'Därför.') => ({ words: text });
const invite = (slug: string, org = 'anhoriga', role: 'PILOT_SITE' | 'SUPPLIER' = 'PILOT_SITE') =>
  moveParty(as.bror, slug, body(org), 'invite', { role, words: '' });
const shown = async (who: Scope = as.alva, change: Partial<ProjectInput> = {}) => {
  const slug = await started(who, change);
  await checkProject(as.judit, slug, { answer: 'show', words: '' });
  return slug;
};
const partyOf = async (slug: string, org: string) => {
  const row = await world.asSystem((db) =>
    db.projectParty.findFirst({
      where: { project: { slug }, organisationId: body(org) },
      select: { state: true },
    }),
  );
  return row?.state ?? null;
};

describe('A project', () => {
  it('is started by a public body, shown to its parties alone, and by the hub to whom it is for', async () => {
    const slug = await started();
    expect(slug).toMatch(/^lugna-natter-[a-z0-9]{4}$/);
    expect(await findOwnProject(as.alva, slug)).toMatchObject({ leading: true, ours: true });
    for (const who of ['frej', 'greta', 'cleo', 'kari'] as const) {
      await expect(findProject(as[who], slug), who).rejects.toBeInstanceOf(NotFound);
    }
    expect((await listToCheck(as.judit)).waits.map((one) => one.slug)).toContain(slug);
    await checkProject(as.judit, slug, { answer: 'show', words: '' });
    expect((await findProject(as.cleo, slug)).title).toEqual({ sv: 'Lugna nätter' });
    await expect(findProject(as.kari, slug)).rejects.toBeInstanceOf(NotFound);
    expect((await listToCheck(as.judit)).seen.map((one) => one.slug)).toContain(slug);
  });

  it('is not started by a company, nor for another body, nor without a need', async () => {
    await expect(saveProject(as.disa, form())).rejects.toBeInstanceOf(NotFound);
    expect(projectForm.safeParse({ ...form(), needs: [] }).success).toBe(false);
    const hidden = await makeNeed(world, { state: 'DRAFT', visibility: 'DRAFT' });
    await expect(saveProject(as.greta, form({ needs: [hidden] }))).rejects.toMatchObject({
      fields: { needs: 'projects.refusals.noSuchNeed' },
    });
    const raw = as.alva.write('notice:read', async (db, deed) => {
      deed.record('tried', 'project', crypto.randomUUID());
      const by = world.person('alva');
      await db.innovationProject.createMany({
        data: {
          ...{ hubId: world.hub('nord'), slug: 'tom', leadId: body('bergs-kommun'), areas: [] },
          ...{ title: {}, summary: {}, startsOn: new Date(), state: 'FORMING' },
          ...{ visibility: 'PARTIES', startedById: by, leaderId: by },
        },
      });
    });
    await expect(raw).rejects.toThrow(/a project answers a need/);
  });

  it('is made once by the same form sent twice at once, and an older form is shown what is newer', async () => {
    const input = form();
    const both = await Promise.all([saveProject(as.alva, input), saveProject(as.alva, input)]);
    expect(new Set(both.map(({ slug }) => slug)).size).toBe(1);
    await saveProject(as.bror, { ...input, revision: 1, summary: 'Bror skrev.' });
    const late = saveProject(as.alva, { ...input, revision: 1, summary: 'Alva skrev.' });
    await expect(late).rejects.toMatchObject({
      code: 'projects.refusals.stale',
      detail: { revision: 2, newer: { summary: 'Bror skrev.' } },
    });
    await expect(saveProject(as.frej, { ...input, revision: 2 })).rejects.toBeInstanceOf(NotFound);
  });

  it('is not checked by who started it, nor by anyone outside the house, and can be sent back', async () => {
    const slug = await started();
    for (const who of ['bror', 'frej', 'ivar', 'kari'] as const) {
      const tried = checkProject(as[who], slug, { answer: 'show', words: '' });
      await expect(tried, who).rejects.toBeInstanceOf(NotFound);
    }
    await world.asSystem((db) =>
      db.innovationProject.updateMany({
        where: { slug },
        data: { startedById: world.person('judit') },
      }),
    );
    const own = checkProject(as.judit, slug, { answer: 'show', words: '' });
    await expect(own).rejects.toMatchObject({ code: 'projects.refusals.ownCheck' });
    await expect(checkProject(as.hedda, slug, { answer: 'ask', words: '' })).rejects.toBeInstanceOf(
      Refusal,
    );
    await checkProject(as.hedda, slug, { answer: 'ask', words: 'Vilka är med?' });
    expect(await findOwnProject(as.bror, slug)).toMatchObject({ checkWords: 'Vilka är med?' });
    await expect(findProject(as.cleo, slug)).rejects.toBeInstanceOf(NotFound);
  });

  it('is stopped while it forms by who leads it, with what was learned', async () => {
    const slug = await started();
    await expect(stopProject(as.bror, slug, 'För kort.')).rejects.toMatchObject({
      fields: { lessons: 'projects.refusals.lessons' },
    });
    await expect(stopProject(as.pia, slug, 'x'.repeat(200))).rejects.toBeInstanceOf(NotFound);
    await stopProject(as.alva, slug, 'Vi lärde oss. '.repeat(20).trim());
    await expect(stopProject(as.alva, slug, 'x'.repeat(200))).rejects.toMatchObject({
      code: 'projects.refusals.inState.STOPPED',
    });
    await expect(invite(slug)).rejects.toMatchObject({ code: 'projects.refusals.inState.STOPPED' });
  });
});

describe('A charter', () => {
  const said = (version: number, purpose = 'Fler ska få sova.') => ({
    ...{
      version,
      language: 'sv' as const,
      purpose,
      vision: '',
      goals: 'Färre väckta.',
      limits: '',
    },
  });

  it('is written in versions that stay, by whoever leads, and read by the parties alone', async () => {
    const slug = await shown();
    await writeCharter(as.alva, slug, said(0));
    await writeCharter(as.bror, slug, said(1, 'Alla ska få sova.'));
    await writeCharter(as.bror, slug, said(2, 'Alla ska få sova.'));
    const { shown: now, versions, may } = await findCharter(as.alva, slug);
    expect([now?.purpose, versions.length, may]).toEqual(['Alla ska få sova.', 2, true]);
    expect((await findCharter(as.alva, slug, 1)).shown?.purpose).toBe('Fler ska få sova.');
    for (const who of ['frej', 'greta', 'cleo', 'kari', 'judit'] as const) {
      await expect(findCharter(as[who], slug), who).rejects.toBeInstanceOf(NotFound);
    }
    await invite(slug);
    expect((await findCharter(as.frej, slug)).may).toBe(false);
    await expect(writeCharter(as.pia, slug, said(2))).rejects.toBeInstanceOf(NotFound);
    await expect(findCharter(as.frej, slug, 3)).rejects.toBeInstanceOf(NotFound);
  });

  it('shows what is newer to whoever comes second, and changes nothing that is written', async () => {
    const slug = await started();
    await writeCharter(as.alva, slug, said(0));
    await expect(writeCharter(as.bror, slug, said(0, 'Något annat.'))).rejects.toMatchObject({
      code: 'projects.refusals.stale',
      detail: { revision: 1, newer: { purpose: 'Fler ska få sova.' } },
    });
    const both = await Promise.allSettled([
      writeCharter(as.alva, slug, said(1, 'Ett.')),
      writeCharter(as.bror, slug, said(1, 'Två.')),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const raw = as.alva.write('notice:read', async (db, deed) => {
      deed.record('tried', 'project', crypto.randomUUID());
      return db.projectCharter.updateMany({ data: { purpose: 'x' } });
    });
    await expect(raw).rejects.toThrow(/permission denied/);
  });
});

describe('A body in a project', () => {
  it('is in it once its own administrator has said yes, and nobody says so for it', async () => {
    const slug = await started();
    await invite(slug);
    expect(await findOwnProject(as.frej, slug)).toMatchObject({ moves: [] });
    for (const who of ['frej', 'bror', 'alva', 'judit', 'hedda', 'greta', 'kari'] as const) {
      const tried = moveParty(as[who], slug, body('anhoriga'), 'confirm', words());
      await expect(tried, who).rejects.toBeInstanceOf(NotFound);
    }
    expect((await listOwnProjects(as.pia)).map((one) => one.partyState)).toContain('INVITED');
    await moveParty(as.pia, slug, body('anhoriga'), 'confirm', words(''));
    expect(await partyOf(slug, 'anhoriga')).toBe('CONFIRMED');
  });

  it('raw writes by the other side change nothing', async () => {
    const slug = await started();
    await invite(slug);
    const raw = (who: Scope, state: PartyState) =>
      who
        .write('notice:read', async (db, deed) => {
          deed.record('tried', 'project', crypto.randomUUID());
          const where = { organisationId: body('anhoriga'), project: { slug } };
          return (await db.projectParty.updateMany({ where, data: { state } })).count;
        })
        .catch(() => 0);
    for (const who of ['alva', 'bror', 'frej', 'judit', 'hedda', 'disa', 'kari'] as const) {
      expect(await raw(as[who], 'CONFIRMED'), who).toBe(0);
    }
    expect(await raw(as.bror, 'WITHDRAWN')).toBe(1);
    expect(await raw(as.pia, 'CONFIRMED')).toBe(0);
  });

  it('asks to be in what it can see, and whoever leads says yes or why not', async () => {
    const hidden = await started();
    const given = { role: 'PILOT_SITE' as const, words: 'Vi har samma problem.' };
    const asking = (slug: string) => moveParty(as.pia, slug, body('anhoriga'), 'ask', given);
    await expect(asking(hidden)).rejects.toBeInstanceOf(NotFound);
    const slug = await shown();
    expect(await findStanding(as.pia, slug)).toMatchObject({ state: null, moves: ['ask'] });
    await asking(slug);
    await expect(asking(slug)).rejects.toMatchObject({ code: 'projects.refusals.partyIn.ASKED' });
    const accept = (who: Scope) => moveParty(who, slug, body('anhoriga'), 'accept', words(''));
    await expect(accept(as.pia)).rejects.toBeInstanceOf(NotFound);
    await expect(
      moveParty(as.alva, slug, body('anhoriga'), 'turnDown', words('')),
    ).rejects.toMatchObject({ fields: { words: 'projects.refusals.words' } });
    await accept(as.alva);
    await moveParty(as.pia, slug, body('anhoriga'), 'leave', words('Vi hinner inte.'));
    expect(await partyOf(slug, 'anhoriga')).toBe('LEFT');
  });

  it('is told of by those who may know: who was only asked is no outsider’s business', async () => {
    const slug = await shown();
    await invite(slug);
    await invite(slug, 'fjallvard', 'SUPPLIER');
    const seen = async (who: Scope) =>
      (await findProject(who, slug)).parties.map(({ organisation }) => organisation.name);
    expect(await seen(as.egil)).toEqual(['Bergs kommun']);
    expect(await seen(as.greta)).toEqual(['Bergs kommun']);
    await moveParty(as.pia, slug, body('anhoriga'), 'decline', words('Vi har inte råd.'));
    const said = async (who: Scope) =>
      (await findOwnProject(who, slug)).parties.map((party) => party.words).join('');
    expect(await said(as.cleo)).toBe('');
    expect(await said(as.bror)).toBe('Vi har inte råd.');
    expect((await seen(as.cleo)).length).toBe(2);
    expect((await seen(as.judit)).length).toBe(2);
  });

  it('a company supplies or observes, and who leads stays', async () => {
    const slug = await started();
    await expect(invite(slug, 'fjallvard')).rejects.toMatchObject({
      fields: { role: 'projects.refusals.companyRole' },
    });
    await invite(slug, 'fjallvard', 'SUPPLIER');
    await moveParty(as.disa, slug, body('fjallvard'), 'confirm', words(''));
    const leave = moveParty(as.bror, slug, body('bergs-kommun'), 'leave', words());
    await expect(leave).rejects.toMatchObject({ code: 'projects.refusals.leadStays' });
    await expect(invite(slug, 'nykomling', 'SUPPLIER')).rejects.toBeInstanceOf(Refusal);
    await expect(invite(slug, 'folldal')).rejects.toBeInstanceOf(Refusal);
  });

  it('of fifty answers at once one counts, and each letter goes out once', async () => {
    const slug = await started();
    await invite(slug);
    const before = await world.asSystem((db) =>
      db.notice.count({ where: { kind: 'partyConfirmed' } }),
    );
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        moveParty(as.pia, slug, body('anhoriga'), 'confirm', words('')),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const after = await world.asSystem((db) =>
      db.notice.count({ where: { kind: 'partyConfirmed' } }),
    );
    // Alva leads, Bror administers.
    expect(after - before).toBe(2);
  });

  it('no walk of any roles leaves the table', async () => {
    const step = fc.record({
      who: fc.constantFrom(...names),
      move: fc.constantFrom(...partyMoves.map(({ name }) => name as PartyMove)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
        const slug = await shown();
        for (const { who, move } of steps) {
          const before = await partyOf(slug, 'anhoriga');
          const given = { role: 'OBSERVER' as const, words: 'Ja.' };
          const done = await moveParty(as[who], slug, body('anhoriga'), move, given).then(
            () => true,
            (error) => {
              expect(error instanceof NotFound || error instanceof Refusal, String(error)).toBe(
                true,
              );
              return false;
            },
          );
          const after = await partyOf(slug, 'anhoriga');
          if (!done) expect(after).toBe(before);
          const way = partyMoves.find(({ name }) => name === move);
          if (done) expect([way?.from.includes(before), after]).toEqual([true, way?.to]);
          if (done) expect(way?.by === 'own' ? ['pia'] : ['alva', 'bror']).toContain(who);
        }
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe('An accepted proposal', () => {
  const accepted = () => makeProposal(world, 'ACCEPTED', { need, visibility: 'OPEN' });
  const lead = () => body('bergs-kommun');

  it('becomes a project once two bodies have joined, each by its own administrator', async () => {
    const id = await accepted();
    for (const who of ['alva', 'frej', 'judit', 'hedda'] as const) {
      await expect(joinProposal(as[who], id, 'PILOT_SITE'), who).rejects.toBeInstanceOf(NotFound);
    }
    await joinProposal(as.bror, id, 'PILOT_SITE');
    await expect(convertProposal(as.judit, id, lead())).rejects.toMatchObject({
      code: 'projects.refusals.twoBodies',
    });
    await joinProposal(as.pia, id, 'OBSERVER');
    await joinProposal(as.pia, id, 'PILOT_SITE');
    expect((await listJoined(as.greta, id)).map(({ name }) => name)).toEqual([
      'Bergs kommun',
      'Anhöriga i Norr',
    ]);
    expect(await listJoined(as.cleo, id)).toEqual([]);
    await expect(convertProposal(as.judit, id, body('region-norr'))).rejects.toMatchObject({
      code: 'projects.refusals.lead',
    });
    for (const who of ['bror', 'pia', 'hedda', 'kari', 'greta'] as const) {
      await expect(convertProposal(as[who], id, lead()), who).rejects.toBeInstanceOf(NotFound);
    }
    const slug = await convertProposal(as.judit, id, lead());
    expect(await stateOf(world, id)).toBe('CONVERTED');
    const project = await findOwnProject(as.pia, slug);
    expect(project).toMatchObject({ state: 'FORMING', proposalId: id, visibility: 'OPEN' });
    expect(project.parties.map(({ role, state }) => [role, state])).toEqual([
      ['OWNER', 'CONFIRMED'],
      ['PILOT_SITE', 'CONFIRMED'],
    ]);
    expect(project.needs).toEqual([{ needId: need }]);
    await expect(undoDecision(as.judit, id, 'Ångrar oss.')).rejects.toMatchObject({
      code: 'innovation.refusals.inState.CONVERTED',
    });
    await expect(unjoinProposal(as.pia, id)).rejects.toBeInstanceOf(Refusal);
  });

  it('becomes one project, however many press, and stays one when joining is taken back', async () => {
    const id = await accepted();
    await joinProposal(as.bror, id, 'PILOT_SITE');
    await joinProposal(as.pia, id, 'OBSERVER');
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => convertProposal(as.judit, id, lead())),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const grown = await world.asSystem((db) =>
      db.innovationProject.count({ where: { proposalId: id } }),
    );
    expect(grown).toBe(1);
  });

  it('is joined by a company as what a company can be, and taken back until it begins', async () => {
    const id = await accepted();
    await expect(joinProposal(as.disa, id, 'PILOT_SITE')).rejects.toBeInstanceOf(Refusal);
    await joinProposal(as.disa, id, 'SUPPLIER');
    await joinProposal(as.pia, id, 'OBSERVER');
    // Two, and none of them public.
    await expect(convertProposal(as.judit, id, body('anhoriga'))).rejects.toMatchObject({
      code: 'projects.refusals.twoBodies',
    });
    expect((await listJoined(as.cleo, id)).map(({ name }) => name)).not.toContain('Rivalen AB');
    await unjoinProposal(as.disa, id);
    await expect(unjoinProposal(as.disa, id)).rejects.toBeInstanceOf(NotFound);
    await expect(joinProposal(as.egil, id, 'SUPPLIER')).rejects.toBeInstanceOf(NotFound);
  });
});
