import type { Handle } from '#lib/platform/db.ts';
import { NotFound, Refusal } from '#lib/platform/errors.ts';
import type { Scope } from '#lib/platform/scope.ts';
import { leads, pagesOf, projectAt, standInLine } from '#lib/projects/leading.ts';
import { openToParties } from '#lib/projects/moves.ts';
import type { PlanInput } from './schema.ts';

/**
 * Writes the next version of a project's cost plan; every version stays. Whoever leads the project may.
 * @throws Refusal when somebody was first (`{ revision }`: the version to go on from), when the project is over, or
 * when something was agreed with a body that is no party; NotFound
 */
export async function savePlan(scope: Scope, slug: string, input: PlanInput): Promise<void> {
  await scope.write('project:lead', async (db, deed) => {
    const project = await projectAt(scope, db, slug);
    if (!leads(scope, project)) throw new NotFound('project');
    if (!openToParties.includes(project.state)) {
      throw new Refusal(`projects.refusals.inState.${project.state}`);
    }
    const where = { hubId: scope.hub.id, projectId: project.id };
    await standInLine(db, project);
    const version = await nextVersion(db, where, input.version);
    await demandParties(db, where, input);
    await db.costPlan.createMany({
      data: {
        ...{ ...where, version, key: input.key as object, byId: scope.person.id },
        earlyPercent: input.earlyPercent,
      },
    });
    const rows = <T extends object>(all: readonly T[]) =>
      all.map((one) => ({ ...where, version, ...one }));
    await db.costPlanYear.createMany({ data: rows(input.years) });
    const years = new Set(input.years.map(({ year }) => year));
    const fixed = input.fixed.filter(({ year }) => years.has(year));
    await db.costPlanFixed.createMany({ data: rows(fixed) });
    await db.costPlanSharer.createMany({ data: rows(input.sharers) });
    pagesOf(deed, project);
    deed.record('costPlanned', 'project', project.id, { version, key: input.key.kind });
  });
}

const stale = (revision: number) => new Refusal('sharing.refusals.stale', {}, { revision });

type Where = { hubId: string; projectId: string };

async function nextVersion(db: Handle, where: Where, opened: number): Promise<number> {
  const last = await db.costPlan.findFirst({ where, orderBy: { version: 'desc' } });
  if ((last?.version ?? 0) !== opened) throw stale(last?.version ?? 0);
  return opened + 1;
}

async function demandParties(
  db: Handle,
  where: Where,
  { fixed, sharers }: PlanInput,
): Promise<void> {
  const named = [...new Set([...fixed, ...sharers].map(({ organisationId }) => organisationId))];
  const count = await db.projectParty.count({
    where: { ...where, state: 'CONFIRMED', organisationId: { in: named } },
  });
  if (count !== named.length) throw new Refusal('sharing.refusals.noParty');
}
