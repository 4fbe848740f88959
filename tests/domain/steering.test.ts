import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addMilestone,
  bringToGate,
  moveMilestone,
  savePhase,
  tickDeliverables,
} from '#lib/phases/planning.ts';
import { findTimeline } from '#lib/phases/reads.ts';
import { phaseForm } from '#lib/phases/schema.ts';
import { NotFound, type Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { writeCharter } from '#lib/projects/charter.ts';
import { checkProject } from '#lib/projects/closing.ts';
import { moveParty } from '#lib/projects/parties.ts';
import { backToForming, holdForSafety, readyProject } from '#lib/projects/readying.ts';
import { projectForm } from '#lib/projects/schema.ts';
import { saveProject } from '#lib/projects/starting.ts';
import { savePlan } from '#lib/sharing/planning.ts';
import { movePledge, proposePledge } from '#lib/sharing/pledging.ts';
import { planForm, pledgeForm } from '#lib/sharing/schema.ts';
import { closeDecision, openDecision, takePosition } from '#lib/steering/deciding.ts';
import { findDecision, listDecisions } from '#lib/steering/decisions.ts';
import { saveDecision } from '#lib/steering/drafting.ts';
import { giveRole, moveSeat, nameSeat, saveGroup } from '#lib/steering/groups.ts';
import { mindProjects } from '#lib/steering/minding.ts';
import type { DecisionKind } from '#lib/steering/moves.ts';
import { findGroups, findReadiness } from '#lib/steering/reads.ts';
import { type DecisionInput, decisionForm, groupForm } from '#lib/steering/schema.ts';
import type { CastName } from '#tests/support/cast.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { makeNeed } from './innovation-bodies.ts';

let world: World;
let need: string;
const names = [
  ...(['alva', 'bror', 'cleo', 'disa', 'frej', 'greta', 'pia'] as const),
  ...(['hedda', 'judit', 'kari'] as const),
];
const as = {} as Record<(typeof names)[number], Scope>;
beforeAll(async () => {
  world = await makeWorld();
  need = await makeNeed(world);
  for (const who of names) as[who] = await world.enter(who as CastName);
});
afterAll(() => world.close());

const body = (slug: string) => world.organisation(slug) as string;
const person = (who: CastName) => world.person(who);
const id = () => crypto.randomUUID();
const far = '2099-12-31';
const thisYear = new Date().getUTCFullYear();

/** A project of Bergs kommun with Anhöriga as a site and Fjällvard as its supplier, open to all. */
async function started(): Promise<string> {
  const input = projectForm.parse({
    ...{ id: id(), revision: 0, language: 'sv', title: 'Lugna nätter', summary: 'Tillsammans.' },
    ...{ areas: ['MOBILE_WORK'], needs: [need], startsOn: '2027-01-01', wished: 'OPEN' },
  });
  const { slug } = await saveProject(as.alva, input);
  await checkProject(as.judit, slug, { answer: 'show', words: '' });
  for (const [org, role, who] of [
    ['anhoriga', 'PILOT_SITE', as.pia],
    ['fjallvard', 'SUPPLIER', as.disa],
  ] as const) {
    await moveParty(as.bror, slug, body(org), 'invite', { role, words: '' });
    await moveParty(who, slug, body(org), 'confirm', { words: '' });
  }
  return slug;
}
const group = async (slug: string, kind: 'STEERING' | 'WORKING', change = {}) => {
  const input = groupForm.parse({
    ...{
      id: id(),
      kind,
      language: 'sv',
      name: kind,
      mandate: 'Styr.',
      seatsPerParty: 1,
      ...change,
    },
  });
  await saveGroup(as.alva, slug, input);
  return input.id;
};
const seatOf = async (slug: string, who: CastName) => {
  const { groups } = await findGroups(as.alva, slug);
  const found = groups.flatMap(({ seats }) => seats).find((one) => one.personId === person(who));
  return found as NonNullable<typeof found>;
};
const named = { standsFor: 'PARTY', toDay: '' } as const;

/** With a steering group in which Bror chairs for Berg and Pia sits for Anhöriga. */
async function steered(): Promise<string> {
  const slug = await started();
  const steering = await group(slug, 'STEERING');
  await nameSeat(as.bror, slug, steering, { ...named, person: person('bror') });
  await giveRole(as.bror, slug, (await seatOf(slug, 'bror')).id, 'CHAIR');
  await nameSeat(as.pia, slug, steering, { ...named, person: person('pia') });
  return slug;
}
const phase = (slug: string, change = {}) =>
  savePhase(
    as.alva,
    slug,
    phaseForm.parse({
      ...{ id: id(), revision: 0, language: 'sv', name: 'Förbereda', track: 'Projektet' },
      ...{ startsOn: `${thisYear}-01-01`, endsOn: `${thisYear}-06-30`, deliverables: 'Rutin' },
      ...change,
    }),
  );
/** With all that a project needs to be decided on. */
async function whole(): Promise<string> {
  const slug = await steered();
  const working = await group(slug, 'WORKING');
  await nameSeat(as.bror, slug, working, { ...named, person: person('bror') });
  const said = { purpose: 'Lugn.', vision: '', goals: '', limits: '' };
  await writeCharter(as.alva, slug, { version: 0, language: 'sv', ...said });
  const plan = { version: 0, kind: 'EQUAL', [`cost.${thisYear}`]: '1000' };
  await savePlan(as.alva, slug, planForm.parse(plan));
  await phase(slug);
  await phase(slug, { name: 'Pröva', startsOn: `${thisYear}-07-01`, endsOn: far });
  return slug;
}
async function paid(slug: string): Promise<void> {
  const pledge = pledgeForm.parse({ id: id(), year: thisYear, kind: 'MONEY', amount: '1000' });
  await proposePledge(as.bror, slug, pledge);
  const row = await world.asSystem((db) =>
    db.pledge.findFirstOrThrow({ where: { id: pledge.id } }),
  );
  await movePledge(as.bror, slug, row.id, 'confirm', { caseNumber: 'KS 1', words: '' });
}
const draft = async (
  slug: string,
  kind: DecisionKind,
  change: Partial<Record<keyof DecisionInput, string>> = {},
  who: Scope = as.alva,
) => {
  const input = decisionForm.parse({
    ...{ id: id(), revision: 0, kind, language: 'sv', title: 'Beslut', wording: 'Vi beslutar.' },
    ...change,
  });
  await saveDecision(who, slug, input);
  return input.id;
};
const count = { how: 'count', words: '' } as const;
const says = (position: 'FOR' | 'AGAINST' | 'ABSTAIN') => ({ position, words: '' });
/** Drafted, opened, answered by both with yes, and counted. */
async function decide(slug: string, kind: DecisionKind, change = {}): Promise<string> {
  const which = await draft(slug, kind, change);
  await openDecision(as.alva, slug, which, far);
  await takePosition(as.bror, slug, which, says('FOR'));
  await takePosition(as.pia, slug, which, says('FOR'));
  await closeDecision(as.bror, slug, which, count);
  return which;
}
const stateOf = async (slug: string) =>
  (await world.asSystem((db) => db.innovationProject.findFirstOrThrow({ where: { slug } }))).state;
const phasesOf = async (slug: string) =>
  (await findTimeline(as.alva, slug)).tracks.flatMap(({ phases }) => phases);
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Refusal) => Object.values(error.fields ?? {})[0] ?? error.code ?? String(error),
  );

describe('A group', () => {
  it('has seats that each party fills itself, for its own people, as many as there are', async () => {
    const slug = await started();
    const steering = await group(slug, 'STEERING');
    expect(await code(group(slug, 'STEERING'))).toContain('oneSteering');
    await nameSeat(as.bror, slug, steering, { ...named, person: person('alva') });
    const seat = await seatOf(slug, 'alva');
    expect(seat).toMatchObject({ state: 'INVITED', votes: true, person: 'Alva Lind' });
    expect(
      await code(nameSeat(as.bror, slug, steering, { ...named, person: person('bror') })),
    ).toContain('seatsTaken');
    expect(
      await code(nameSeat(as.pia, slug, steering, { ...named, person: person('bror') })),
    ).toContain('person');
    // Nobody answers for another: not the administrator, not the hub.
    for (const who of [as.bror, as.pia, as.judit]) {
      await expect(moveSeat(who, slug, seat.id, 'accept')).rejects.toThrow();
    }
    await moveSeat(as.alva, slug, seat.id, 'accept', 'Sitter i ett bolags styrelse.');
    expect(await seatOf(slug, 'alva')).toMatchObject({ state: 'ACTIVE' });
    expect((await seatOf(slug, 'alva')).interests).toContain('bolag');
  });

  it('has no vote for a supplier, and none for who belongs to one', async () => {
    const slug = await started();
    const steering = await group(slug, 'STEERING');
    await nameSeat(as.disa, slug, steering, { ...named, person: person('disa') });
    expect(await seatOf(slug, 'disa')).toMatchObject({ votes: false });
    await world.asSystem((db) =>
      db.membership.createMany({
        data: { personId: person('bror'), organisationId: body('fjallvard'), role: 'STAFF' },
      }),
    );
    const tried = code(nameSeat(as.bror, slug, steering, { ...named, person: person('bror') }));
    expect(await tried).toContain('supplier');
    await world.asSystem((db) =>
      db.membership.deleteMany({
        where: { personId: person('bror'), organisationId: body('fjallvard') },
      }),
    );
  });

  it('is never without its chair: the role is handed over, and then one may go', async () => {
    const slug = await steered();
    const seat = await seatOf(slug, 'bror');
    expect(await code(moveSeat(as.bror, slug, seat.id, 'end'))).toContain('chairHandsOver');
    await giveRole(as.bror, slug, (await seatOf(slug, 'pia')).id, 'CHAIR');
    expect((await seatOf(slug, 'bror')).role).toBe('MEMBER');
    await moveSeat(as.bror, slug, seat.id, 'end');
    expect((await seatOf(slug, 'bror')).state).toBe('ENDED');
    expect(
      await code(moveParty(as.pia, slug, body('anhoriga'), 'leave', { words: 'Vi hinner inte.' })),
    ).toContain('chairStays');
  });

  it('shows who sits there to whoever sees the project, and who was asked to its parties', async () => {
    const slug = await started();
    const steering = await group(slug, 'STEERING');
    await nameSeat(as.bror, slug, steering, { ...named, person: person('alva') });
    await nameSeat(as.pia, slug, steering, { ...named, person: person('pia') });
    const seen = async (who: Scope) =>
      (await findGroups(who, slug)).groups.flatMap(({ seats }) => seats.map((one) => one.person));
    expect(await seen(as.greta)).toEqual(['Pia Wall']);
    expect((await seen(as.bror)).sort()).toEqual(['Alva Lind', 'Pia Wall']);
    await expect(findGroups(as.kari, slug)).rejects.toBeInstanceOf(NotFound);
  });
});

describe('The clock', () => {
  it('lets a seat lapse after thirty days, and brings a phase that is over to its gate, once', async () => {
    const slug = await whole();
    await readyProject(as.alva, slug);
    await paid(slug);
    await decide(slug, 'START');
    const [first] = await phasesOf(slug);
    const steering = (await findGroups(as.alva, slug)).groups[1]?.id ?? '';
    await nameSeat(as.pia, slug, steering, { ...named, person: person('frej') });
    const set = (ends: string, named: number) =>
      world.asSystem(async (db) => {
        const days = { startsOn: new Date('2020-01-01'), endsOn: new Date(ends) };
        await db.projectPhase.updateMany({ where: { id: first?.id ?? '' }, data: days });
        const namedAt = new Date(Date.now() - named * 86_400_000);
        const where = { personId: person('frej'), groupId: steering };
        await db.groupSeat.updateMany({ where, data: { namedAt } });
      });
    await set('2020-06-30', 29);
    await mindProjects();
    expect((await seatOf(slug, 'frej')).state).toBe('INVITED');
    expect((await phasesOf(slug))[0]?.state).toBe('ACTIVE');
    await tickDeliverables(as.alva, slug, first?.id ?? '', [1]);
    await set('2020-06-30', 31);
    await Promise.all(Array.from({ length: 5 }, () => mindProjects()));
    expect((await seatOf(slug, 'frej')).state).toBe('EXPIRED');
    expect((await phasesOf(slug))[0]?.state).toBe('GATE');
    const events = await world.asSystem((db) =>
      db.auditEvent.findMany({ where: { kind: { in: ['seatLapsed', 'phaseAtGate'] } } }),
    );
    expect(events.map(({ kind }) => kind).sort()).toEqual(['phaseAtGate', 'seatLapsed']);
  });
});

describe('A decision', () => {
  it('is answered once by each party from its seat, counted by the chair, numbered, and stays', async () => {
    const slug = await steered();
    const which = await draft(slug, 'GENERAL');
    await expect(findDecision(as.frej, slug, which)).rejects.toBeInstanceOf(NotFound);
    await openDecision(as.alva, slug, which, far);
    // Who has no seat with a vote answers nothing: staff, the company, the hub, another hub.
    for (const who of [as.alva, as.frej, as.cleo, as.judit, as.greta, as.kari]) {
      await expect(takePosition(who, slug, which, says('FOR'))).rejects.toThrow();
    }
    expect(await code(closeDecision(as.bror, slug, which, count))).toContain('answers_are_awaited');
    await takePosition(as.bror, slug, which, says('AGAINST'));
    await takePosition(as.bror, slug, which, says('FOR'));
    await takePosition(as.pia, slug, which, says('ABSTAIN'));
    await expect(closeDecision(as.pia, slug, which, count)).rejects.toBeInstanceOf(NotFound);
    await closeDecision(as.bror, slug, which, count);
    const seen = await findDecision(as.frej, slug, which);
    expect(seen).toMatchObject({ state: 'ADOPTED', number: 1, quorum: 2 });
    expect(seen.positions.map(({ position }) => position).sort()).toEqual(['ABSTAIN', 'FOR']);
    expect(await code(takePosition(as.pia, slug, which, says('FOR')))).toContain(
      'votes_while_open',
    );
    await expect(
      world.asSystem((db) =>
        db.decision.updateMany({ where: { id: which }, data: { title: 'X' } }),
      ),
    ).rejects.toThrow(/stays/);
  });

  it('shows others what was adopted and not how each answered, and nothing of what was not', async () => {
    const slug = await steered();
    const adopted = await decide(slug, 'GENERAL');
    const open = await draft(slug, 'GENERAL', { title: 'Hemligt' });
    await openDecision(as.alva, slug, open, far);
    for (const who of [as.cleo, as.disa, as.greta]) {
      expect((await findDecision(who, slug, adopted)).positions).toEqual([]);
      await expect(findDecision(who, slug, open)).rejects.toBeInstanceOf(NotFound);
      expect((await listDecisions(who, slug)).decisions.map(({ id }) => id)).toEqual([adopted]);
    }
    await expect(listDecisions(as.kari, slug)).rejects.toBeInstanceOf(NotFound);
  });

  it('fails without a quorum, falls on a tie, is put off with a reason, and is superseded by a newer', async () => {
    const slug = await steered();
    const tie = await draft(slug, 'GENERAL');
    await openDecision(as.alva, slug, tie, far);
    await takePosition(as.bror, slug, tie, says('FOR'));
    await takePosition(as.pia, slug, tie, says('AGAINST'));
    await closeDecision(as.bror, slug, tie, count);
    expect((await findDecision(as.bror, slug, tie)).state).toBe('REJECTED');
    const late = await draft(slug, 'GENERAL');
    await openDecision(as.alva, slug, late, far);
    await takePosition(as.bror, slug, late, says('FOR'));
    await world.asSystem((db) =>
      db.decision.updateMany({ where: { id: late }, data: { answerBy: new Date(0) } }),
    );
    expect(await code(closeDecision(as.bror, slug, late, count))).toContain('a_quorum_answers');
    expect(await code(takePosition(as.pia, slug, late, says('FOR')))).toContain('votes_in_time');
    expect(await code(closeDecision(as.bror, slug, late, { how: 'putOff', words: '' }))).toContain(
      'why',
    );
    await closeDecision(as.bror, slug, late, { how: 'putOff', words: 'För få.' });
    const first = await decide(slug, 'GENERAL');
    const second = await decide(slug, 'GENERAL', { supersedes: first });
    expect((await findDecision(as.bror, slug, first)).state).toBe('SUPERSEDED');
    expect((await findDecision(as.bror, slug, second)).number).toBe(3);
  });

  it('of fifty answers and closings at once counts each party once and is closed once', async () => {
    const slug = await steered();
    const which = await draft(slug, 'GENERAL');
    await openDecision(as.alva, slug, which, far);
    const answers = Array.from({ length: 50 }, (_, n) =>
      takePosition(n % 2 ? as.bror : as.pia, slug, which, says('FOR')),
    );
    await Promise.all(answers);
    const rows = await world.asSystem((db) =>
      db.decisionPosition.findMany({ where: { decisionId: which } }),
    );
    expect(rows.map(({ position }) => position)).toEqual(['FOR', 'FOR']);
    const closed = await Promise.allSettled(
      Array.from({ length: 10 }, () => closeDecision(as.bror, slug, which, count)),
    );
    expect(closed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('raw writes by anyone answer for nobody else, open nothing and close nothing', async () => {
    const slug = await steered();
    const which = await draft(slug, 'GENERAL');
    await openDecision(as.alva, slug, which, far);
    const pia = { decisionId: which, organisationId: body('anhoriga') };
    const forged = { position: 'FOR', at: new Date() } as const;
    for (const who of [as.bror, as.frej, as.judit, as.disa] as const) {
      const tried = who.write('seat:sit', async (db, deed) => {
        deed.record('positionTaken', 'project', which);
        const data = { ...forged, byId: who.person.id };
        const { count: changed } = await db.decisionPosition.updateMany({ where: pia, data });
        const { count: closed } = await db.decision.updateMany({
          where: { id: which },
          data: { state: 'ADOPTED' },
        });
        if (changed + closed > 0) throw new Error('it was forged');
      });
      const said = await code(tried);
      expect(said).not.toContain('forged');
    }
    expect((await findDecision(as.pia, slug, which)).own?.position).toBeNull();
  });
});

describe('A project', () => {
  it('is ready once nothing lacks, starts by a decision once its first phase is paid, and not before', async () => {
    const bare = await started();
    expect((await findReadiness(as.alva, bare))?.lacks).toEqual([
      ...['charter', 'chair', 'workingGroup', 'costPlan', 'phase'],
    ]);
    expect(await code(readyProject(as.alva, bare))).toContain('lacks');
    const slug = await whole();
    expect((await findReadiness(as.alva, slug))?.lacks).toEqual([]);
    await readyProject(as.alva, slug);
    expect(await stateOf(slug)).toBe('READY');
    const start = await draft(slug, 'START');
    expect(await code(openDecision(as.alva, slug, start, far))).toContain(
      'the_first_phase_is_paid',
    );
    await paid(slug);
    await openDecision(as.alva, slug, start, far);
    expect(await code(backToForming(as.bror, slug, 'Vänta.'))).toContain('startIsOpen');
    await takePosition(as.bror, slug, start, says('FOR'));
    await takePosition(as.pia, slug, start, says('FOR'));
    await closeDecision(as.bror, slug, start, count);
    expect(await stateOf(slug)).toBe('ACTIVE');
    expect((await phasesOf(slug)).map(({ state }) => state)).toEqual(['ACTIVE', 'PLANNED']);
  });

  it('is given back by the chair alone, rests and goes on by decision, and the hub can only hold it', async () => {
    const slug = await whole();
    await readyProject(as.alva, slug);
    await expect(backToForming(as.pia, slug, 'Nej.')).rejects.toBeInstanceOf(NotFound);
    expect(await findReadiness(as.cleo, slug)).toBeNull();
    await backToForming(as.bror, slug, 'Se över målbilden.');
    expect(await stateOf(slug)).toBe('FORMING');
    await readyProject(as.alva, slug);
    await paid(slug);
    await decide(slug, 'START');
    await expect(holdForSafety(as.bror, slug, { words: 'X', lookAgain: far })).rejects.toThrow();
    const today = new Date().toISOString().slice(0, 10);
    await holdForSafety(as.judit, slug, { words: 'En larmmiss.', lookAgain: today });
    expect(await stateOf(slug)).toBe('ON_HOLD');
    await decide(slug, 'RESUME');
    expect(await stateOf(slug)).toBe('ACTIVE');
    const lessons = 'Vi lärde oss att börja med nätterna. '.repeat(7);
    await decide(slug, 'STOP', { background: lessons });
    expect(await stateOf(slug)).toBe('STOPPED');
    const left = await world.asSystem((db) =>
      db.pledge.findMany({ where: { project: { slug } }, select: { state: true } }),
    );
    expect(left).toEqual([{ state: 'RELEASED' }]);
  });
});

describe('A phase', () => {
  it('goes to its gate once all is there, and beyond it by a decision; its old days are kept', async () => {
    const slug = await whole();
    await readyProject(as.alva, slug);
    await paid(slug);
    await decide(slug, 'START');
    const [first] = await phasesOf(slug);
    const which = first?.id ?? '';
    expect(await code(bringToGate(as.alva, slug, which))).toContain('lacks');
    await tickDeliverables(as.alva, slug, which, [1]);
    await bringToGate(as.alva, slug, which);
    const tooFar = { phase: which, newDay: `${thisYear}-07-15` };
    const bad = await draft(slug, 'PHASE_EXTEND', tooFar);
    expect(await code(openDecision(as.alva, slug, bad, far))).toContain('no_overlap_in_a_track');
    await decide(slug, 'PHASE_DONE', { phase: which });
    expect((await phasesOf(slug)).map(({ state }) => state)).toEqual(['DONE', 'ACTIVE']);
    const raw = as.alva.write('project:lead', async (db, deed) => {
      deed.record('phasePlanned', 'project', which);
      await db.projectPhase.updateMany({ where: { id: which }, data: { state: 'ACTIVE' } });
    });
    await expect(raw).rejects.toThrow(/by a decision/);
  });

  it('may last a day and stand after a gap, never over another on its track', async () => {
    const slug = await started();
    const day = { startsOn: '2027-03-05', endsOn: '2027-03-05' };
    await phase(slug, { ...day, name: 'En dag' });
    expect(await code(phase(slug, { startsOn: '2027-03-01', endsOn: '2027-03-05' }))).toContain(
      'overlap',
    );
    await phase(slug, { startsOn: '2027-03-06', endsOn: '2027-04-01' });
    await phase(slug, { startsOn: '2027-06-01', endsOn: '2027-06-30' });
    await phase(slug, { ...day, track: 'Utbildning' });
    const { tracks } = await findTimeline(as.greta, slug);
    expect(tracks.map(({ phases }) => phases.length)).toEqual([3, 1]);
    await expect(
      savePhase(
        as.pia,
        slug,
        phaseForm.parse({ ...day, id: id(), revision: 0, language: 'sv', name: 'X', track: 'Y' }),
      ),
    ).rejects.toBeInstanceOf(NotFound);
  });

  it('has milestones beside it that keep the day they had, and why they were moved', async () => {
    const slug = await started();
    const one = id();
    const input = { id: one, language: 'sv', title: 'Rutin klar', onDay: '2027-05-01' } as const;
    await addMilestone(as.alva, slug, { ...input, owner: body('anhoriga') });
    expect(
      await code(addMilestone(as.alva, slug, { ...input, id: id(), owner: body('rivalen') })),
    ).toContain('owner');
    await moveMilestone(as.alva, slug, one, {
      what: 'MOVED',
      onDay: '2027-06-01',
      reason: 'Sjukdom.',
    });
    await moveMilestone(as.alva, slug, one, { what: 'DONE', onDay: '', reason: '' });
    const [found] = (await findTimeline(as.pia, slug)).milestones;
    expect(found).toMatchObject({ state: 'DONE', moves: [{ reason: 'Sjukdom.' }] });
    expect(
      await code(moveMilestone(as.alva, slug, one, { what: 'MISSED', onDay: '', reason: '' })),
    ).toContain('over');
  });
});
