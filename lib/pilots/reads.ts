import { bodyNames } from '#lib/needs/reads.ts';
import type { Handle } from '#lib/platform/db.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads, projectAt } from '#lib/projects/leading.ts';
import { openToParties } from '#lib/projects/moves.ts';
import { pilotMovesFrom } from './moves.ts';
import { isSite, pilotAt } from './planning.ts';
import { sidesAt } from './running.ts';

type Where = { hubId: string; projectId: string };

/**
 * The pilots of a project, what every site measures, and for each site where it stood and where it stands now. Whoever
 * sees the project may; why one is paused its bodies of care and the hub read. @throws NotFound
 */
export async function findPilots(scope: Scope, slug: string) {
  return scope.read('project:read', async (db) => {
    const project = await projectAt(scope, db, slug);
    const where = { hubId: scope.hub.id, projectId: project.id };
    const pilots = await db.pilot.findMany({
      where,
      include: {
        benefits: { include: { values: { orderBy: [{ onDay: 'asc' }, { id: 'asc' }] } } },
      },
      orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    });
    const indicators = await db.projectIndicator.findMany({
      where,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    const inside = await seesInside(db, project.id);
    const open = project.state === 'READY' || openToParties.includes(project.state);
    const sites = open ? await sitesFor(scope, db, where, leads(scope, project)) : [];
    const names = await bodyNames(
      db,
      [...pilots, ...sites].map(({ organisationId }) => organisationId),
    );
    const nameOf = (id: string) => names.get(id) ?? null;
    return {
      ...{ title: project.title, slug, indicators, leading: open && leads(scope, project) },
      sites: sites.map(({ organisationId: id }) => ({ id, name: nameOf(id) ?? '–' })),
      pilots: pilots.map(({ benefits, words, ...pilot }) => ({
        ...{ ...pilot, words: inside ? words : '', site: nameOf(pilot.organisationId) },
        measures: new Map(benefits.map((each) => [each.indicatorId, measureOf(each)])),
      })),
    };
  });
}
export type PilotsView = Awaited<ReturnType<typeof findPilots>>;

type Benefit = {
  baseline: { toString(): string };
  target: { toString(): string };
  values: { value: { toString(): string }; onDay: Date }[];
};

/** Where a site stood, where it wants to come, and what was measured last. */
function measureOf({ baseline, target, values }: Benefit) {
  const last = values.at(-1);
  return {
    ...{ baseline: Number(baseline), target: Number(target) },
    last: last ? { value: Number(last.value), onDay: last.onDay } : null,
  };
}

async function seesInside(db: Handle, projectId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<
    { sees: boolean }[]
  >`select sees_inside(${projectId}::uuid) as sees`;
  return row?.sees ?? false;
}

/** Where one can plan a pilot: whoever leads at every body of care in it, anyone else at the own. */
async function sitesFor(scope: Scope, db: Handle, where: Where, leading: boolean) {
  if (!scope.may('project:start')) return [];
  return db.projectParty.findMany({
    where: {
      ...{ ...where, state: 'CONFIRMED', organisation: { side: { in: ['PUBLIC', 'CIVIC'] } } },
      ...(!leading && { organisationId: scope.organisation.id }),
    },
    select: { organisationId: true },
    orderBy: { organisationId: 'asc' },
  });
}

/** One pilot with its checklist, its benefit plan and what was measured, and what one can do. Whoever sees the project may. @throws NotFound */
export async function findPilot(scope: Scope, slug: string, id: string) {
  return scope.read('project:read', async (db) => {
    const found = await pilotAt(scope, db, slug, id);
    const { project, pilot } = found;
    const key = { hubId: scope.hub.id, pilotId: id };
    const ticks = await db.pilotTick.findMany({ where: key, select: { item: true } });
    const benefits = await db.pilotBenefit.findMany({
      where: key,
      include: {
        indicator: true,
        values: { orderBy: [{ onDay: 'asc' }, { id: 'asc' }] },
      },
      orderBy: [{ indicator: { createdAt: 'asc' } }, { indicatorId: 'asc' }],
    });
    const indicators = await db.projectIndicator.findMany({
      where: { hubId: scope.hub.id, projectId: project.id },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    const inside = await seesInside(db, project.id);
    const names = await bodyNames(db, [pilot.organisationId]);
    const sides = sidesAt(scope, found);
    const plans = sides.some((side) => side === 'site' || side === 'leader');
    const lacks = inside ? await lacksOf(db, id) : [];
    return {
      ...{ ...pilot, words: inside ? pilot.words : '', inside, lacks },
      project: { title: project.title, slug, state: project.state },
      site: names.get(pilot.organisationId) ?? null,
      ...{ indicators, ticks: ticks.map(({ item }) => item) },
      benefits: benefits.map(({ indicator, measuredBy, indicatorId, values, ...each }) => ({
        ...{ indicatorId, indicator, measuredBy, ...measureOf({ ...each, values }) },
        values: values.map(({ id: key, onDay, value, note }) => ({
          ...{ id: key, onDay, value: Number(value), note },
        })),
      })),
      moves: pilotMovesFrom(pilot.state, sides),
      mayPlan: plans && pilot.state === 'PLANNED',
      mayTick: isSite(scope, pilot) && pilot.state === 'PLANNED',
      mayMeasure: plans && pilot.startedAt !== null,
    };
  });
}
export type PilotView = Awaited<ReturnType<typeof findPilot>>;

async function lacksOf(db: Handle, id: string): Promise<string[]> {
  const [row] = await db.$queryRaw<{ lacks: string[] }[]>`select pilot_lacks(${id}::uuid) as lacks`;
  return row?.lacks ?? [];
}
