import { checks } from '#lib/pilots/moves.ts';
import { dateOf, now, today } from '#lib/platform/clock.ts';
import type { Handle } from '#lib/platform/db.ts';
import { demoPilots } from '#prisma/seed/pilots.ts';
import { idOf } from './ids.ts';

const { hub, project } = demoPilots;
const own = { hubId: idOf('hub', hub), projectId: idOf('project', project) };
const day = (days: number) => new Date(`${today('UTC').add({ days })}T00:00:00Z`);
const ago = (days: number) => dateOf(now().subtract({ hours: 24 * days }));

/** Where the demo project is tried: one site under way and measured, one planned. */
export async function loadPilots(db: Handle): Promise<void> {
  await db.projectIndicator.createMany({
    data: demoPilots.indicators.map(({ name, unit, kind }) => ({
      ...{ ...own, id: idOf('indicator', name), language: 'sv', name, unit, kind },
      moreIsBetter: kind === 'GENERAL',
    })),
  });
  for (const one of demoPilots.pilots) await loadPilot(db, one);
}

async function loadPilot(db: Handle, one: (typeof demoPilots.pilots)[number]): Promise<void> {
  const id = idOf('pilot', one.place);
  const by = idOf('person', one.by);
  const running = one.state === 'RUNNING';
  await db.pilot.createMany({
    data: {
      ...{ ...own, id, organisationId: idOf('organisation', one.org), language: 'sv', byId: by },
      ...{ place: one.place, startsOn: day(one.from), endsOn: day(one.to), users: one.users },
      state: one.state,
      ...(one.approvedBy && { approvedAt: ago(90), approvedById: idOf('person', one.approvedBy) }),
      ...(running && { startedAt: ago(80) }),
    },
  });
  const key = { hubId: own.hubId, pilotId: id };
  const done = running ? checks : checks.slice(0, 3);
  await db.pilotTick.createMany({
    data: done.map((item) => ({ ...key, item, byId: by, at: ago(95) })),
  });
  for (const [n, { baseline, target, values }] of one.measures.entries()) {
    const indicatorId = idOf('indicator', demoPilots.indicators[n]?.name ?? '');
    const measuredBy = 'Samordnaren, sista veckan varje månad';
    await db.pilotBenefit.createMany({
      data: { ...key, indicatorId, baseline, target, measuredBy },
    });
    await db.pilotValue.createMany({
      data: values.map((value, k) => ({
        ...{ ...key, indicatorId, id: idOf('value', `${one.place}-${n}-${k}`), value, byId: by },
        onDay: day(-60 + k * 28),
      })),
    });
  }
}
