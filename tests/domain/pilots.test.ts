import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks, pilotMoves, pilotStates } from '#lib/pilots/moves.ts';
import {
  addIndicator,
  dropIndicator,
  dropPilot,
  saveBenefit,
  savePilot,
  tickChecks,
} from '#lib/pilots/planning.ts';
import { findPilot, findPilots } from '#lib/pilots/reads.ts';
import { addValue, movePilot } from '#lib/pilots/running.ts';
import { benefitForm, indicatorForm, pilotForm, valueForm } from '#lib/pilots/schema.ts';
import { NotFound, type Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { checkProject } from '#lib/projects/closing.ts';
import { moveParty } from '#lib/projects/parties.ts';
import { holdForSafety } from '#lib/projects/readying.ts';
import { projectForm } from '#lib/projects/schema.ts';
import { saveProject } from '#lib/projects/starting.ts';
import { closeDecision, openDecision, takePosition } from '#lib/steering/deciding.ts';
import { saveDecision } from '#lib/steering/drafting.ts';
import { giveRole, nameSeat, saveGroup } from '#lib/steering/groups.ts';
import { findGroups } from '#lib/steering/reads.ts';
import { decisionForm, groupForm } from '#lib/steering/schema.ts';
import { makeWorld, type World } from '#tests/support/world.ts';
import { makeNeed } from './innovation-bodies.ts';

let world: World;
let slug: string;
const names = [
  ...(['alva', 'bror', 'cleo', 'disa', 'egil', 'frej', 'greta', 'pia'] as const),
  ...(['judit', 'kari'] as const),
];
const as = {} as Record<(typeof names)[number], Scope>;
const id = () => crypto.randomUUID();
const body = (name: string) => world.organisation(name) as string;
const refusal = (code: string) => expect.objectContaining({ code }) as Refusal;
const today = new Date().toISOString().slice(0, 10);

/** Bergs kommun leads, Anhöriga is a site, Fjällvard its supplier; it is under way. */
beforeAll(async () => {
  world = await makeWorld();
  const need = await makeNeed(world);
  for (const who of names) as[who] = await world.enter(who);
  slug = await started(need);
});
afterAll(() => world.close());

async function started(need: string): Promise<string> {
  const input = projectForm.parse({
    ...{ id: id(), revision: 0, language: 'sv', title: 'Prövas', summary: 'Tillsammans.' },
    ...{ areas: ['MOBILE_WORK'], needs: [need], startsOn: '2027-01-01', wished: 'OPEN' },
  });
  const { slug: at } = await saveProject(as.alva, input);
  await checkProject(as.judit, at, { answer: 'show', words: '' });
  for (const [org, role, who] of [
    ['anhoriga', 'PILOT_SITE', as.pia],
    ['fjallvard', 'SUPPLIER', as.disa],
  ] as const) {
    await moveParty(as.bror, at, body(org), 'invite', { role, words: '' });
    await moveParty(who, at, body(org), 'confirm', { words: '' });
  }
  const group = groupForm.parse({
    ...{ id: id(), kind: 'STEERING', language: 'sv', name: 'Styr', mandate: 'Styr.' },
    seatsPerParty: 1,
  });
  await saveGroup(as.alva, at, group);
  for (const who of ['bror', 'pia'] as const) {
    const person = world.person(who);
    await nameSeat(as[who], at, group.id, { person, standsFor: 'PARTY', toDay: '' });
  }
  const { groups } = await findGroups(as.alva, at);
  const chair = groups[0]?.seats.find(({ personId }) => personId === world.person('bror'));
  await giveRole(as.bror, at, chair?.id as string, 'CHAIR');
  await world.asSystem((db) =>
    db.innovationProject.updateMany({ where: { slug: at }, data: { state: 'ACTIVE' } }),
  );
  return at;
}

const planned = (change: object = {}) =>
  pilotForm.parse({
    ...{ id: id(), revision: 0, site: body('anhoriga'), place: 'Norra patrullen' },
    ...{ language: 'sv', startsOn: today, endsOn: '2099-12-31', users: '12', ...change },
  });
const indicators: string[] = [];
async function indicator(): Promise<string> {
  if (indicators[0]) return indicators[0];
  const said = { language: 'sv', name: 'Kilometer', unit: 'km', kind: 'TRAVEL_KM', better: 'less' };
  const input = indicatorForm.parse({ id: id(), ...said });
  await addIndicator(as.alva, slug, input);
  indicators.push(input.id);
  return input.id;
}
const benefit = async () =>
  benefitForm.parse({
    ...{ indicator: await indicator(), baseline: '118,5', target: '70' },
    measuredBy: 'Samordnaren varje månad',
  });

/** A pilot at Anhöriga that lacks nothing. */
async function whole(): Promise<string> {
  const input = planned();
  await savePilot(as.frej, slug, input);
  await tickChecks(as.frej, slug, input.id, checks);
  await saveBenefit(as.frej, slug, input.id, await benefit());
  return input.id;
}
async function running(): Promise<string> {
  const pilot = await whole();
  await movePilot(as.pia, slug, pilot, 'approve');
  await movePilot(as.alva, slug, pilot, 'start');
  return pilot;
}
async function decide(kind: 'PILOT_RESUME' | 'PILOT_END' | 'COMPLETE', pilot = '') {
  const input = decisionForm.parse({
    ...{ id: id(), revision: 0, kind, language: 'sv', title: kind, wording: 'Vi beslutar så.' },
    ...{ pilot, owner: kind === 'COMPLETE' ? body('bergs-kommun') : '' },
  });
  await saveDecision(as.alva, slug, input);
  await openDecision(as.alva, slug, input.id, '2099-12-31');
  for (const who of [as.bror, as.pia]) {
    await takePosition(who, slug, input.id, { position: 'FOR', words: '' });
  }
  await closeDecision(as.bror, slug, input.id, { how: 'count', words: '' });
}
const stateOf = async (pilot: string) => (await findPilot(as.alva, slug, pilot)).state;

describe('A pilot', () => {
  it('is planned at the place of a party of care, by it or who leads, and by nobody else', async () => {
    await savePilot(as.alva, slug, planned());
    await savePilot(as.frej, slug, planned());
    await expect(savePilot(as.alva, slug, planned({ site: body('fjallvard') }))).rejects.toEqual(
      refusal('pilots.refusals.site'),
    );
    await expect(savePilot(as.alva, slug, planned({ site: body('region-norr') }))).rejects.toEqual(
      refusal('pilots.refusals.site'),
    );
    for (const who of [as.greta, as.cleo, as.judit, as.kari]) {
      await expect(savePilot(who, slug, planned())).rejects.toThrow();
    }
    const input = planned();
    await savePilot(as.frej, slug, input);
    await savePilot(as.alva, slug, { ...input, revision: 1, place: 'Södra' });
    await expect(savePilot(as.frej, slug, { ...input, revision: 1 })).rejects.toEqual(
      refusal('pilots.refusals.stale'),
    );
    await dropPilot(as.frej, slug, input.id);
    await expect(findPilot(as.alva, slug, input.id)).rejects.toThrow(NotFound);
  });

  it('is approved by its own body alone, with the whole checklist and a baseline, which stays', async () => {
    const input = planned();
    await savePilot(as.frej, slug, input);
    expect((await findPilot(as.frej, slug, input.id)).lacks).toEqual(['checks', 'benefit']);
    await tickChecks(as.frej, slug, input.id, checks.slice(1));
    await saveBenefit(as.frej, slug, input.id, await benefit());
    await expect(movePilot(as.pia, slug, input.id, 'approve')).rejects.toEqual(
      refusal('pilots.refusals.lacks'),
    );
    await tickChecks(as.frej, slug, input.id, checks);
    await expect(tickChecks(as.alva, slug, input.id, checks)).rejects.toThrow(NotFound);
    for (const who of [as.frej, as.alva, as.bror, as.judit, as.disa]) {
      await expect(movePilot(who, slug, input.id, 'approve')).rejects.toThrow();
    }
    await movePilot(as.pia, slug, input.id, 'approve');
    expect(await stateOf(input.id)).toBe('APPROVED');
    const change = { ...(await benefit()), baseline: '1' };
    await expect(saveBenefit(as.frej, slug, input.id, change)).rejects.toEqual(
      refusal('pilots.refusals.moved'),
    );
    const raw = as.frej.write('notice:read', async (db, deed) => {
      deed.record('tried', 'project', input.id);
      const where = { pilotId: input.id };
      return (await db.pilotBenefit.updateMany({ where, data: { baseline: 1 } })).count;
    });
    expect(await raw).toBe(0);
  });

  it('starts on its day while the project is under way, and is measured from then', async () => {
    const early = planned({ startsOn: '2098-01-01' });
    await savePilot(as.frej, slug, early);
    await tickChecks(as.frej, slug, early.id, checks);
    await saveBenefit(as.frej, slug, early.id, await benefit());
    await movePilot(as.pia, slug, early.id, 'approve');
    await expect(movePilot(as.alva, slug, early.id, 'start')).rejects.toEqual(
      refusal('pilots.refusals.notYet'),
    );
    const value = async (change = {}) =>
      valueForm.parse({
        ...{ id: id(), indicator: await indicator(), onDay: today, value: '86,5', note: '' },
        ...change,
      });
    await expect(addValue(as.frej, slug, early.id, await value())).rejects.toEqual(
      refusal('pilots.refusals.notStarted'),
    );
    const pilot = await running();
    await addValue(as.frej, slug, pilot, await value());
    await expect(
      addValue(as.frej, slug, pilot, await value({ onDay: '2098-01-01' })),
    ).rejects.toEqual(refusal('refusals.invalid'));
    await expect(addValue(as.greta, slug, pilot, await value())).rejects.toThrow(NotFound);
    const { pilots } = await findPilots(as.greta, slug);
    const shown = pilots.find((one) => one.id === pilot);
    expect(shown?.measures.get(await indicator())).toMatchObject({
      ...{ baseline: 118.5, target: 70, last: { value: 86.5 } },
    });
    await expect(dropIndicator(as.alva, slug, await indicator())).rejects.toEqual(
      refusal('pilots.refusals.measured'),
    );
  });

  it('is paused at once by the site or the hub with the reason, told to all, and goes on by decision', async () => {
    const pilot = await running();
    await expect(movePilot(as.alva, slug, pilot, 'pause', 'Ett fall')).rejects.toThrow(NotFound);
    await expect(movePilot(as.frej, slug, pilot, 'pause')).rejects.toEqual(
      refusal('refusals.invalid'),
    );
    await world.asSystem((db) => db.mail.deleteMany());
    await movePilot(as.frej, slug, pilot, 'pause', 'Ett fall i natt');
    const heard = await world.asSystem((db) => db.mail.findMany({ select: { recipient: true } }));
    expect(heard.map(({ recipient }) => recipient.split('@')[0]).sort()).toEqual([
      ...['alva', 'bror', 'disa', 'pia'],
    ]);
    expect((await findPilot(as.alva, slug, pilot)).words).toBe('Ett fall i natt');
    expect((await findPilot(as.greta, slug, pilot)).words).toBe('');
    for (const who of [as.pia, as.alva, as.judit]) {
      await expect(movePilot(who, slug, pilot, 'start')).rejects.toThrow();
      await expect(movePilot(who, slug, pilot, 'end')).rejects.toThrow();
    }
    await decide('PILOT_RESUME', pilot);
    expect(await stateOf(pilot)).toBe('RUNNING');
    await movePilot(as.judit, slug, pilot, 'pause', 'Hubben undrar');
    await decide('PILOT_END', pilot);
    expect(await stateOf(pilot)).toBe('ENDED');
  });

  it('rests with its project, and a project is not complete before its pilots have ended', async () => {
    const pilot = await running();
    await expect(decide('COMPLETE')).rejects.toEqual(
      refusal('steering.refusals.door.every_pilot_has_ended'),
    );
    await holdForSafety(as.judit, slug, { words: 'Vi väntar.', lookAgain: '2099-01-01' });
    expect(await stateOf(pilot)).toBe('PAUSED');
    await world.asSystem((db) =>
      db.innovationProject.updateMany({ where: { slug }, data: { state: 'ACTIVE' } }),
    );
  });

  it('in the database goes no way but those of the table, whoever tries each', async () => {
    const walkers = [as.alva, as.bror, as.frej, as.pia, as.cleo, as.greta, as.judit];
    const sides: Record<string, readonly string[]> = {
      [as.alva.person.id]: ['leader'],
      [as.bror.person.id]: ['leader'],
      [as.frej.person.id]: ['site'],
      [as.pia.person.id]: ['site', 'siteAdmin'],
      [as.judit.person.id]: ['hub'],
    };
    const pilot = await whole();
    for (const from of pilotStates) {
      for (const to of pilotStates.filter((each) => each !== from)) {
        for (const scope of walkers) {
          await put(pilot, from);
          const by = scope.person.id;
          const signed = {
            ...(to === 'APPROVED' && { approvedAt: new Date(), approvedById: by }),
            ...(to === 'PAUSED' && { words: 'x', pausedById: by }),
          };
          const raw = scope.write('notice:read', async (db, deed) => {
            deed.record('tried', 'project', pilot);
            const data = { state: to, ...signed };
            return (await db.pilot.updateMany({ where: { id: pilot }, data })).count;
          });
          const changed = (await raw.catch(() => 0)) > 0;
          const may = pilotMoves.some(
            (move) =>
              move.from === from &&
              move.to === to &&
              move.by.some((side) => sides[by]?.includes(side)),
          );
          expect([from, to, scope.person.name, changed]).toEqual([
            ...[from, to, scope.person.name, may],
          ]);
        }
      }
    }
  });
});

/** Puts a pilot past the wall where a walk begins. */
async function put(pilot: string, state: (typeof pilotStates)[number]): Promise<void> {
  const planned = state === 'PLANNED';
  const approved = { approvedAt: new Date(), approvedById: world.person('pia') };
  await world.asSystem((db) =>
    db.pilot.updateMany({
      where: { id: pilot },
      data: {
        ...{ state, words: state === 'PAUSED' ? 'x' : '' },
        ...(planned ? { approvedAt: null, approvedById: null } : approved),
      },
    }),
  );
}
