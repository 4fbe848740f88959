import type { Handle } from '#lib/platform/db.ts';
import { demoSteering } from '#prisma/seed/steering.ts';
import { idOf } from './ids.ts';

const { hub, project } = demoSteering;
const own = { hubId: idOf('hub', hub), projectId: idOf('project', project) };
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const at = new Date(Date.UTC(2026, 0, 20, 9));
const said = { language: 'sv' } as const;

/** The demo project's groups, years and decisions. */
export async function loadSteering(db: Handle): Promise<void> {
  await loadGroups(db);
  await loadYears(db);
  await loadDecisions(db);
}

async function loadGroups(db: Handle): Promise<void> {
  for (const { kind, name, mandate, meetingsAYear, userSeats, seats } of demoSteering.groups) {
    const group = { ...own, id: idOf('group', kind) };
    const by = { byId: idOf('person', 'henrik') };
    const facts = { kind, name, mandate, meetingsAYear, userSeats };
    await db.projectGroup.createMany({ data: { ...group, ...said, ...facts, ...by } });
    for (const { person, org, role, standsFor } of seats) {
      await db.groupSeat.createMany({
        data: {
          ...{ ...own, id: idOf('seat', `${kind}-${person}`), groupId: group.id, role, standsFor },
          ...{ organisationId: idOf('organisation', org), personId: idOf('person', person) },
          ...{ state: 'ACTIVE', fromDay: at, namedAt: at, answeredAt: at },
          namedById: idOf('person', person),
        },
      });
    }
  }
}

async function loadYears(db: Handle): Promise<void> {
  for (const [n, { name, phases }] of demoSteering.tracks.entries()) {
    const track = { ...own, id: idOf('track', name), name, position: n + 1 };
    await db.projectTrack.createMany({ data: track });
    for (const [phase, from, to, state, brings] of phases) {
      const id = idOf('phase', phase);
      const days = { startsOn: day(from), endsOn: day(to) };
      const facts = { ...own, ...said, ...days, id, trackId: track.id, name: phase, state };
      await db.projectPhase.createMany({ data: facts });
      const done = state === 'DONE' && { doneAt: day(to), doneById: idOf('person', 'maja') };
      await db.phaseDeliverable.createMany({
        data: brings.map((title, k) => ({
          ...{ hubId: own.hubId, phaseId: id, number: k + 1, title },
          ...done,
        })),
      });
    }
  }
  for (const one of demoSteering.milestones) {
    const id = idOf('milestone', one.title);
    await db.projectMilestone.createMany({
      data: {
        ...{ ...own, ...said, id, title: one.title, onDay: day(one.onDay) },
        organisationId: idOf('organisation', one.org),
        ...(one.done && { state: 'DONE', endedAt: day(one.onDay) }),
      },
    });
    if (!('moved' in one)) continue;
    const moved = { fromDay: day(one.moved.from), toDay: day(one.onDay), reason: one.moved.reason };
    const signed = { byId: idOf('person', 'maja'), at: day('2026-11-02') };
    const milestone = { hubId: own.hubId, milestoneId: id, number: 1 };
    await db.milestoneMove.createMany({ data: { ...milestone, ...moved, ...signed } });
  }
}

const voters = [
  ['ostersunds-kommun', 'henrik'],
  ['are-kommun', 'sanna'],
] as const;

async function loadDecisions(db: Handle): Promise<void> {
  for (const one of demoSteering.decisions) {
    const id = idOf('decision', one.title);
    const by = idOf('person', 'henrik');
    const closed = one.number !== null;
    await db.decision.createMany({
      data: {
        ...{ ...own, ...said, id, number: one.number, kind: one.kind, title: one.title },
        ...{ wording: one.wording, background: one.background, byId: by, createdAt: at },
        ...{ state: closed ? 'ADOPTED' : 'OPEN', openedAt: at, openedById: by, quorum: 2 },
        answerBy: closed ? at : new Date(Date.now() + 14 * 86_400_000),
        ...(closed && {
          closedAt: new Date(at.getTime() + one.number * 86_400_000),
          closedById: by,
        }),
      },
    });
    await db.decisionPosition.createMany({
      data: voters.map(([org, person], n) => {
        const position = one.positions[n] ?? null;
        return {
          ...{ hubId: own.hubId, decisionId: id, position },
          organisationId: idOf('organisation', org),
          words: position === 'RESERVATION' && 'words' in one ? one.words : '',
          ...(position && { byId: idOf('person', person), at }),
        };
      }),
    });
  }
}
