import { NotFound } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads, projectAt } from '#lib/projects/leading.ts';
import type { CostKey } from './keys.ts';

/** Who shares a project's cost: bodies of care that own, fund or try it, and are in. */
export const payers = {
  state: 'CONFIRMED' as const,
  role: { in: ['OWNER', 'FUNDER', 'PILOT_SITE'] as ('OWNER' | 'FUNDER' | 'PILOT_SITE')[] },
  organisation: { side: { in: ['PUBLIC', 'CIVIC'] as ('PUBLIC' | 'CIVIC')[] } },
};

/** A project's cost plan for its form: the years it runs, at most twelve, and who shares. Whoever leads may. @throws NotFound */
export async function findCostPlan(scope: Scope, slug: string) {
  return scope.read('project:lead', async (db) => {
    const project = await projectAt(scope, db, slug);
    if (!leads(scope, project)) throw new NotFound('project');
    const where = { hubId: scope.hub.id, projectId: project.id };
    const plan = await db.costPlan.findFirst({
      where,
      orderBy: { version: 'desc' },
      include: { years: { include: { fixed: true } }, sharers: true },
    });
    const sharing = await db.projectParty.findMany({
      where: { ...where, ...payers },
      include: { organisation: { select: { name: true } } },
      orderBy: [{ role: 'asc' }, { organisationId: 'asc' }],
    });
    const kept = new Map(plan?.years.map(({ year, ore }) => [year, ore]));
    const years = [...new Set([...yearsOf(project), ...kept.keys()])].sort();
    return {
      version: plan?.version ?? 0,
      key: (plan?.key ?? null) as CostKey | null,
      years: years.map((year) => ({ year, ore: kept.get(year) ?? null })),
      fixed: plan?.years.flatMap(({ fixed }) => fixed) ?? [],
      earlyPercent: plan?.earlyPercent ?? 0,
      payers: sharing.map(({ organisationId: id, organisation, answeredAt }) => ({
        ...{ id, name: organisation.name },
        ...(plan?.sharers.find((one) => one.organisationId === id) ?? {
          ...sinceOf(years[0] ?? 0, answeredAt),
          fromStart: false,
        }),
      })),
    };
  });
}
export type PlanView = Awaited<ReturnType<typeof findCostPlan>>;

/** Since which year somebody shares unless the plan says otherwise: the first, or the one they came in. */
export function sinceOf(first: number, answeredAt: Date | null): { since: number } {
  return { since: Math.max(first, answeredAt?.getUTCFullYear() ?? first) };
}

/** The calendar years a project runs, four where its end is open, twelve at most. */
export function yearsOf({ startsOn, endsOn }: { startsOn: Date; endsOn: Date | null }): number[] {
  const first = startsOn.getUTCFullYear();
  const last = Math.min(first + 11, endsOn?.getUTCFullYear() ?? first + 3);
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}
